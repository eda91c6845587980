// Package pdf writes a laid out document as PDF: its fonts cut to what it prints and
// embedded, its headings as bookmarks, its text to be searched and copied. The same
// document gives the same bytes.
package pdf

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
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

// A drawing is a PDF being written. The library makes its pages, with what is drawn on
// them, and its bookmarks; it is given the text as operators, and the fonts join its objects
// afterwards: its own way to cut a font and to number its characters takes most of the time,
// and more room in the file. The library panics on what it does not expect; a panic is given
// back as an error.
type drawing struct {
	*gofpdf.Fpdf
}

func draw(b *layout.Book) (file []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			file, err = nil, fmt.Errorf("%v", r)
		}
	}()
	fonts, cut := faces(b)
	pages, err := pages(b, &writing{by: facesBy(fonts)})
	if err != nil {
		return nil, err
	}
	all, err := apart(pages)
	if err != nil {
		return nil, err
	}
	cut.Wait()
	return joined(all, fonts)
}

// pages are the pages without fonts, as the library writes them.
func pages(b *layout.Book, w *writing) ([]byte, error) {
	d := &drawing{gofpdf.NewCustom(&gofpdf.InitType{
		UnitStr: "pt", Size: gofpdf.SizeType{Wd: layout.PageWidth, Ht: layout.PageHeight},
	})}
	d.SetCompression(false) // the pages are packed when they join the fonts
	d.SetCatalogSort(true)
	d.SetAutoPageBreak(false, 0)
	date := time.Date(b.Year+1, time.January, 1, 0, 0, 0, 0, time.UTC)
	d.SetCreationDate(date)
	d.SetModificationDate(date)
	d.SetTitle(text(b.Title), false)
	d.SetAuthor(text(b.Author), false)
	d.SetProducer(text("年报"), false)
	d.SetLineCapStyle("square")
	entries := b.Outline
	for _, p := range b.Pages {
		d.AddPage()
		for len(entries) > 0 && entries[0].Page == p.Number {
			d.Bookmark(text(entries[0].Text), entries[0].Level, entries[0].Y)
			entries = entries[1:]
		}
		width := 0.0
		for _, r := range p.Rules {
			if r.Width != width {
				width = r.Width
				d.SetLineWidth(width)
			}
			d.Line(r.X0, r.Y0, r.X1, r.Y1)
		}
		d.shapes(p.Shapes)
		if err := w.texts(p.Texts); err != nil {
			return nil, err
		}
		d.RawWriteStr(string(w.out))
	}
	var out bytes.Buffer
	err := d.Output(&out)
	return out.Bytes(), err
}

// joined is the file of the library's objects and the fonts; its catalog also says, which
// the library cannot, that the text is Chinese and that the title is to be shown.
func joined(all []object, fonts []*face) ([]byte, error) {
	if len(all) < resources {
		return nil, errParts
	}
	last := len(all) - 2
	ends, all := all[last:], slices.Clone(all[:last])
	named := ""
	for _, f := range fonts {
		if f.err != nil {
			return nil, f.err
		}
		named += fmt.Sprintf("%s %d 0 R ", f.name, len(all)+1)
		all = append(all, f.objects(len(all)+1)...)
	}
	var err, failed error
	all[resources-1], err = all[resources-1].with(noFonts, "/Font <<"+named+">>")
	ends[1], failed = ends[1].with(catalog, catalog+"/Lang (zh-CN)\n/ViewerPreferences <</DisplayDocTitle true>>\n")
	if err := cmp.Or(err, failed); err != nil {
		return nil, err
	}
	return together(append(all, ends...)), nil
}

// text is a PDF text string: UTF-16 with its mark.
func text(s string) string {
	out := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u>>8), byte(u))
	}
	return string(out)
}
