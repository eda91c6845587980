package ofd

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"time"

	"nianbao/export/font"
	"nianbao/export/layout"
)

// folder holds all of the document.
const folder = "Doc_0/"

// book makes the parts. The one by which a reader begins is made last: the number that
// tells the document from others is taken from all the rest.
func (f *file) book(b *layout.Book) error {
	fonts, err := f.fonts(b)
	if err != nil {
		return err
	}
	d := document{Space: space, Box: mm(0, 0, layout.PageWidth, layout.PageHeight), Fonts: "PublicRes.xml"}
	for i := range b.Pages {
		p, err := f.page(&b.Pages[i], fonts)
		if err != nil {
			return err
		}
		d.Pages = append(d.Pages, p)
	}
	if b.Outline != nil {
		d.Outline = &tree{outline(b.Outline, d.Pages)}
	}
	d.Last = f.last
	if err := f.add(folder+"Document.xml", &d); err != nil {
		return err
	}
	date := time.Date(b.Year+1, time.January, 1, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	err = f.add("OFD.xml", &root{
		Space: space, Version: "1.0", Type: "OFD",
		ID: f.sum(), Title: b.Title, Author: b.Author, Created: date, Changed: date, Creator: "年报",
		Document: folder + "Document.xml",
	})
	n := len(f.parts) - 1
	f.parts = slices.Concat(f.parts[n:], f.parts[:n])
	return err
}

// sum is a number in 32 digits that no other content has.
func (f *file) sum() string {
	sum := sha256.New()
	for _, p := range f.parts {
		fmt.Fprintf(sum, "%s %d\n%s", p.name, len(p.data), p.data)
	}
	return hex.EncodeToString(sum.Sum(nil)[:16])
}

// A face is a font with its number in the file.
type face struct {
	layout.Font
	number int
}

// fonts adds the faces of a book.
func (f *file) fonts(b *layout.Book) (map[*font.Face]face, error) {
	faces := make(map[*font.Face]face)
	list := resources{Space: space, Folder: "Res"}
	for _, of := range b.Fonts() {
		data, err := of.File()
		if err != nil {
			return nil, err
		}
		id, number := of.Face.ID(), f.number()
		f.parts = append(f.parts, part{folder + "Res/" + id + ".ttf", data})
		faces[of.Face] = face{of, number}
		// No machine has a font of that name, which a reader might take in place of this.
		list.Fonts = append(list.Fonts, resource{number, "Nianbao-" + id, of.Face.Family(), id + ".ttf"})
	}
	return faces, f.add(folder+"PublicRes.xml", &list)
}

// page adds a page.
func (f *file) page(p *layout.Page, fonts map[*font.Face]face) (pageAt, error) {
	at := pageAt{f.number(), "Pages/Page_" + strconv.Itoa(p.Number-1) + "/Content.xml"}
	c := content{Space: space, Layer: layer{Number: f.number()}}
	for _, s := range strokes(p) {
		c.Layer.Paths = append(c.Layer.Paths, f.path(s))
	}
	for i := range p.Texts {
		t := &p.Texts[i]
		c.Layer.Texts = append(c.Layer.Texts, f.text(t, fonts[t.Run.Face]))
	}
	return at, f.add(folder+at.Place, &c)
}

// outline orders the headings: below each are those of lower levels that follow.
func outline(entries []layout.Entry, pages []pageAt) (out []heading) {
	for len(entries) > 0 {
		e, n := entries[0], 1
		for n < len(entries) && entries[n].Level > e.Level {
			n++
		}
		click := action{"CLICK", destination{"XYZ", pages[e.Page-1].Number, "0", mm(e.Y)}}
		out = append(out, heading{e.Text, click, outline(entries[1:n], pages)})
		entries = entries[n:]
	}
	return out
}
