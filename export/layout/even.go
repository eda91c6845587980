package layout

import (
	"unicode"
	"unicode/utf8"

	"nianbao/export"
	"nianbao/export/font"
)

// How many different characters a role may borrow from another face: a rare name in the
// prose does no harm, a Traditional text in a Simplified face is a patchwork. In the
// title, at its size, any stranger shows.
var borrows = map[font.Role]int{font.Title: 0, font.Hei: 0, font.Kai: 3, font.Body: 3}

// even gives the fonts in which each role's text is of one face: a role whose own face
// has too little of the document is set in 宋体.
func even(d *export.Document, fonts *font.Set) *font.Set {
	missing := map[font.Role]map[rune]bool{}
	look := func(role font.Role, text string) {
		face := fonts.Face(role)
		for _, r := range text {
			if r < utf8.RuneSelf || face.Has(r) || !unicode.Is(unicode.Han, r) || !fonts.Face(font.Song).Has(r) {
				continue
			}
			if missing[role] == nil {
				missing[role] = map[rune]bool{}
			}
			missing[role][r] = true
		}
	}
	for _, line := range d.Title {
		look(font.Title, line)
	}
	for i := range d.Blocks {
		switch b := &d.Blocks[i]; b.Kind {
		case export.Heading:
			look(font.Hei, b.Text)
		case export.Subheading:
			look(font.Kai, b.Text)
		case export.Paragraph, export.Addressee, export.Signature:
			lead := min(b.Lead, len(b.Text))
			look(font.Kai, b.Text[:lead])
			look(font.Body, b.Text[lead:])
		}
	}
	for role, limit := range borrows {
		if len(missing[role]) > limit {
			fonts = fonts.Instead(role, font.Song)
		}
	}
	return fonts
}
