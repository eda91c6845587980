// Package font says which face prints which character, and how wide.
//
// A Set has a chain of faces for each role that type plays in an official report. Text
// is split into runs of one face each; a character that the role's own face lacks comes
// from the next face that has it, and one that no face has is printed as 〓 and can be
// asked for, so that none vanishes silently.
package font

import "slices"

// A Role is what type is used for.
type Role int

const (
	Body  Role = iota // 仿宋: running text
	Title             // 小标宋: the report's title
	Hei               // 黑体: headings of the first level
	Kai               // 楷体: headings of the second level
	Song              // 宋体: tables and page numbers
	roles
)

// String gives the face's Chinese kind name.
func (r Role) String() string {
	if r < 0 || r >= roles {
		return "?"
	}
	return [roles]string{"仿宋", "小标宋", "黑体", "楷体", "宋体"}[r]
}

// A Face is one TrueType font. It never changes and may be shared by goroutines.
type Face struct {
	id, family      string
	file            string // the font file
	ascent, descent int    // thousandths of an em
	glyphs          table
	// moved lists, in order, the characters that this face prints at the code points
	// from private up, which are the ones they are printed with.
	moved   []rune
	private rune
}

// ID names the face shortly in ASCII, the same on every run: "fangsong", "system-kai".
func (f *Face) ID() string { return f.id }

// Family is the family name that the font itself states.
func (f *Face) Family() string { return f.family }

// Bytes returns the font file, a fresh copy at each call: gofpdf writes into what it
// is given. The copy takes about 3 ms for 5 MB.
func (f *Face) Bytes() []byte { return []byte(f.file) }

// File is the font file as a string that is shared, not copied: for readers.
func (f *Face) File() string { return f.file }

// Has reports whether the face can print the real character r. It never has one for
// private use, since fonts do not agree on what those mean.
func (f *Face) Has(r rune) bool {
	return !private(r) && f.glyphs.at(r) != 0
}

// Advance is the width of r in em, rounded to thousandths as PDF counts them. Here r may
// also be a private code point of Run.Text. A character that the face lacks has none.
func (f *Face) Advance(r rune) float64 {
	return float64(max(f.glyphs.at(r), 1)-1) / 1000
}

// Ascent is the height of the em box above the baseline, in em; Ascent + Descent is
// about 1 in a Chinese face.
func (f *Face) Ascent() float64 { return float64(f.ascent) / 1000 }

// Descent is the depth of the em box below the baseline, in em, and positive.
func (f *Face) Descent() float64 { return float64(f.descent) / 1000 }

// print gives the code point at which the face prints r.
func (f *Face) print(r rune) rune {
	if i, ok := slices.BinarySearch(f.moved, r); ok {
		return f.private + rune(i)
	}
	return r
}

// Real is the character that the face prints at a code point of Run.Text.
func (f *Face) Real(r rune) rune {
	if i := r - f.private; f.private != 0 && i >= 0 && int(i) < len(f.moved) {
		return f.moved[i]
	}
	return r
}

func private(r rune) bool {
	return r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000
}

// A table has a page for each 256 characters, nil where none is covered. It holds
// 1 + the advance in thousandths of an em, or 0 for a character that is not covered.
type table []*[256]uint16

func (t table) at(r rune) uint16 {
	if page := int(r >> 8); page >= 0 && page < len(t) && t[page] != nil {
		return t[page][r&0xFF]
	}
	return 0
}

func (t *table) set(r rune, advance uint16) {
	page := int(r >> 8)
	for len(*t) <= page {
		*t = append(*t, nil)
	}
	if (*t)[page] == nil {
		(*t)[page] = new([256]uint16)
	}
	(*t)[page][r&0xFF] = min(advance, 0xFFFE) + 1
}
