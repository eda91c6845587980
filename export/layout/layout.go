// Package layout sets a composed document in pages, once for every format that has
// pages: the PDF, the OFD, the picture and the preview on the screen draw the same book.
//
// The pages follow GB/T 9704: A4, a type area of 156 × 225 mm with 22 lines of 28
// characters. All lengths are in points, all places are from the page's top left corner.
package layout

import (
	"nianbao/export"
	"nianbao/export/chart"
	"nianbao/export/font"
	"nianbao/model"
)

// A Book is a document in pages.
type Book struct {
	Title   string // in one line
	Author  string // the body that reports
	Year    int    // of the report
	Pages   []Page
	Outline []Entry
	Missing []rune // characters that no face has and that are printed as 〓
}

// A Page has its texts in the order in which they are read, the page number last; the
// mark of a draft comes first.
type Page struct {
	Number int // from 1
	Texts  []Text
	Rules  []Rule
	Shapes []chart.Shape // of charts
	Areas  []Area        // of the cells of tables, and of charts
}

// A Text is a run set on one line.
type Text struct {
	X, Y float64 // of the left end on the baseline
	Size float64
	Run  font.Run
	// Space is added behind each character, beside its own width; it may be negative.
	Space float64
	Ref   model.Ref // where it comes from; "" for a page number or a mark
	Again bool      // it repeats what stands on an earlier page: the head of a broken table
	Up    bool      // it is turned by a quarter and reads upwards
}

// Width is what the text takes, without the space behind its last character.
func (t Text) Width() float64 {
	n := -1
	for range t.Run.Text {
		n++
	}
	return t.Run.Width()*t.Size + float64(max(n, 0))*t.Space
}

// A Rule is a straight line, its ends squared.
type Rule struct {
	X0, Y0, X1, Y1 float64
	Width          float64
}

// An Entry of the outline points at a heading.
type Entry struct {
	Level int // 0 a section, 1 a subheading
	Text  string
	Page  int     // from 1
	Y     float64 // top of the heading's line
}

// Layout sets the document with the faces of a set, each role in one face as far as it
// goes.
func Layout(d *export.Document, fonts *font.Set) *Book {
	f := &flow{doc: d, fonts: even(d, fonts), book: &Book{}}
	for _, line := range d.Title {
		f.book.Title += font.Clean(line)
	}
	f.book.Author, f.book.Year = font.Clean(d.Office), d.Year
	f.open()
	f.title(d.Title)
	for i := range d.Blocks {
		f.keep(i)
		f.signed(i)
		switch b := &d.Blocks[i]; b.Kind {
		case export.Grid:
			f.table(b)
		case export.Chart:
			f.chart(b)
		case export.Heading:
			f.entry(0, b.Text)
			f.paragraph(b)
		case export.Subheading:
			f.entry(1, b.Text)
			f.paragraph(b)
		case export.Addressee:
			f.addressee(b)
		case export.Signature:
			f.signature(b, i == 0 || d.Blocks[i-1].Kind != export.Signature)
		default:
			f.paragraph(b)
		}
	}
	for i := range f.book.Pages {
		f.number(&f.book.Pages[i])
	}
	f.book.Missing = f.missing()
	return f.book
}

// entry notes a heading that is set next.
func (f *flow) entry(level int, text string) {
	if f.row == rows {
		f.open()
	}
	f.book.Outline = append(f.book.Outline, Entry{
		Level: level, Text: font.Clean(text), Page: len(f.book.Pages), Y: top + float64(f.row)*pitch,
	})
}

// missing lists what no face has, in the order of the document.
func (f *flow) missing() []rune {
	seen := make(map[rune]bool)
	var out []rune
	for _, p := range f.book.Pages {
		for _, t := range p.Texts {
			if t.Run.Actual == "" {
				continue // it prints what it says
			}
			for _, r := range f.fonts.Missing(t.Run.Actual) {
				if !seen[r] {
					seen[r] = true
					out = append(out, r)
				}
			}
		}
	}
	return out
}
