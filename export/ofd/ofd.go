// Package ofd writes a laid out document as OFD, the fixed-layout format of GB/T 33190 in
// which archives keep documents: its fonts cut to what it prints and embedded, its headings
// as an outline, its text to be searched and copied. The same document gives the same bytes.
//
// A file is an archive of parts in XML. All places in it are in millimetres, down and to
// the right; those of an object are seen from the corner of its boundary, beyond which
// nothing of it is shown.
package ofd

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"time"

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
	var f file
	err := f.book(b)
	if err == nil {
		err = f.write(w)
	}
	if err != nil {
		return fmt.Errorf("ofd: %w", err)
	}
	return nil
}

// A file is an OFD in the making.
type file struct {
	parts []part
	last  int // the number that was given to an object last
}

// A part is a file of the archive.
type part struct {
	name string
	data []byte
}

// number gives an object the next number, by which others refer to it.
func (f *file) number() int {
	f.last++
	return f.last
}

// add adds a part in XML.
func (f *file) add(name string, content any) error {
	text, err := xml.Marshal(content)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	f.parts = append(f.parts, part{name, append([]byte(xml.Header), text...)})
	return nil
}

// epoch stands in the archive for the time of every part: the first that it can hold.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func (f *file) write(w io.Writer) error {
	z := zip.NewWriter(w)
	for _, p := range f.parts {
		to, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: epoch})
		if err == nil {
			_, err = to.Write(p.data)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return z.Close()
}

// mm lists lengths of the page, which are in points.
func mm(points ...float64) string {
	var out []byte
	for i, p := range points {
		if i > 0 {
			out = append(out, ' ')
		}
		out = strconv.AppendFloat(out, p*25.4/72, 'f', 4, 64)
		for out[len(out)-1] == '0' {
			out = out[:len(out)-1]
		}
		if out[len(out)-1] == '.' {
			out = out[:len(out)-1]
		}
	}
	return string(out)
}
