// Package pdf writes a laid out document as PDF: its fonts cut to what it prints and
// embedded, its headings as bookmarks, its text to be searched and copied. The same
// document gives the same bytes.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"
	"unicode/utf16"

	"github.com/jung-kurt/gofpdf"

	"nianbao/export"
	"nianbao/export/font"
	"nianbao/export/layout"
)

// Write writes a document, set with the fonts of this machine.
func Write(w io.Writer, d *export.Document) error {
	return Draw(w, layout.Layout(d, font.System()))
}

// Draw writes the pages of a book.
func Draw(w io.Writer, b *layout.Book) error {
	file, err := draw(b)
	if err == nil {
		_, err = w.Write(file)
	}
	if err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return nil
}

// A drawing is a PDF being written. The library panics on what it does not expect; a
// panic is given back as an error.
type drawing struct {
	*gofpdf.Fpdf
	face  *font.Face // that is chosen on the page, with size and space
	size  float64
	space float64
}

func draw(b *layout.Book) (file []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			file, err = nil, fmt.Errorf("%v", r)
		}
	}()
	d := &drawing{Fpdf: gofpdf.NewCustom(&gofpdf.InitType{
		UnitStr: "pt", Size: gofpdf.SizeType{Wd: layout.PageWidth, Ht: layout.PageHeight},
	})}
	d.SetCatalogSort(true)
	d.SetAutoPageBreak(false, 0)
	date := time.Date(b.Year+1, time.January, 1, 0, 0, 0, 0, time.UTC)
	d.SetCreationDate(date)
	d.SetModificationDate(date)
	d.SetTitle(text(b.Title), false)
	d.SetAuthor(text(b.Author), false)
	d.SetProducer(text("年报"), false)
	d.SetLineCapStyle("square")
	for _, f := range b.Fonts() {
		file, err := f.File()
		if err != nil {
			return nil, err
		}
		d.AddUTF8FontFromBytes(cut+f.Face.ID(), "", file)
	}
	d.pages(b)
	var out bytes.Buffer
	if err := d.Output(&out); err != nil {
		return nil, err
	}
	// The tag of six capitals tells a reader that the font is cut; the library writes
	// names in small letters behind its own mark, which is as long.
	return inChinese(bytes.ReplaceAll(out.Bytes(), []byte("/utf8"+cut), []byte("/NIANBA+")))
}

// cut begins the names of the fonts.
const cut = "aa+"

// pages adds the pages with their bookmarks, then draws them: once a font is chosen the
// library would encode the bookmarks itself, which it cannot do for every character.
func (d *drawing) pages(b *layout.Book) {
	entries := b.Outline
	for _, p := range b.Pages {
		d.AddPage()
		for len(entries) > 0 && entries[0].Page == p.Number {
			d.Bookmark(text(entries[0].Text), entries[0].Level, entries[0].Y)
			entries = entries[1:]
		}
	}
	for _, p := range b.Pages {
		d.SetPage(p.Number)
		d.face, d.size, d.space = nil, 0, 0
		width := 0.0
		for _, r := range p.Rules {
			if r.Width != width {
				width = r.Width
				d.SetLineWidth(width)
			}
			d.Line(r.X0, r.Y0, r.X1, r.Y1)
		}
		d.shapes(p.Shapes)
		for _, t := range p.Texts {
			d.text(t)
		}
	}
}

// text places a run.
func (d *drawing) text(t layout.Text) {
	if d.face != t.Run.Face || d.size != t.Size {
		d.face, d.size = t.Run.Face, t.Size
		d.SetFont(cut+d.face.ID(), "", d.size)
	}
	if d.space != t.Space {
		d.space = t.Space
		d.RawWriteStr(strconv.FormatFloat(d.space, 'f', 4, 64) + " Tc")
	}
	if t.Run.Actual != "" {
		d.RawWriteStr(fmt.Sprintf("/Span <</ActualText <%X>>> BDC", text(t.Run.Actual)))
		defer d.RawWriteStr("EMC")
	}
	if t.Up {
		d.TransformBegin()
		defer d.TransformEnd()
		d.TransformRotate(90, t.X, t.Y)
	}
	d.Text(t.X, t.Y, t.Run.Text)
}

// text is a PDF text string: UTF-16 with its mark.
func text(s string) string {
	out := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u>>8), byte(u))
	}
	return string(out)
}

var errCatalog = errors.New("the file has no catalog at its end")

// inChinese says in the file's catalog that the text is Chinese and that the title is
// to be shown, which the library cannot. The catalog is the last object, so that only
// the place of the table behind it changes.
func inChinese(file []byte) ([]byte, error) {
	const catalog, start = "/Type /Catalog\n", "startxref\n"
	const more = "/Lang (zh-CN)\n/ViewerPreferences <</DisplayDocTitle true>>\n"
	at, end := bytes.LastIndex(file, []byte(catalog)), bytes.LastIndex(file, []byte(start))
	if at < 0 || end < at {
		return nil, errCatalog
	}
	at, end = at+len(catalog), end+len(start)
	number, rest, _ := bytes.Cut(file[end:], []byte("\n"))
	place, err := strconv.Atoi(string(number))
	if err != nil {
		return nil, errCatalog
	}
	out := make([]byte, 0, len(file)+len(more)+2)
	out = append(append(append(out, file[:at]...), more...), file[at:end]...)
	out = strconv.AppendInt(out, int64(place+len(more)), 10)
	return append(append(out, '\n'), rest...), nil
}
