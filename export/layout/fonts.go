package layout

import (
	"cmp"
	"slices"

	"nianbao/export/font"
)

// A Font is a face that a book prints with and the characters that it prints, in order,
// at the code points of Run.Text.
type Font struct {
	Face  *font.Face
	Runes []rune
}

// Fonts lists the faces of the book, by their ids.
func (b *Book) Fonts() []Font {
	used := make(map[*font.Face]*[1 << 16]bool)
	for _, p := range b.Pages {
		for _, t := range p.Texts {
			marks := used[t.Run.Face]
			if marks == nil {
				marks = new([1 << 16]bool)
				used[t.Run.Face] = marks
			}
			for _, r := range t.Run.Text {
				marks[r&0xFFFF] = true // a run prints nothing beyond
			}
		}
	}
	var out []Font
	for face, marks := range used {
		f := Font{Face: face}
		for r, is := range marks {
			if is {
				f.Runes = append(f.Runes, rune(r))
			}
		}
		out = append(out, f)
	}
	slices.SortFunc(out, func(a, b Font) int { return cmp.Compare(a.Face.ID(), b.Face.ID()) })
	return out
}

// File gives the face cut to the font's characters.
func (f Font) File() ([]byte, error) { return f.Face.Cut(f.Runes) }

// Glyph is the number that a character's glyph has in the file, 0 if the file has none.
func (f Font) Glyph(r rune) int {
	i, ok := slices.BinarySearch(f.Runes, r)
	if !ok {
		return 0
	}
	return i + 1
}
