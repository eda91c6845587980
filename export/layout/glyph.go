package layout

import (
	"strings"
	"unicode/utf8"

	"nianbao/export/font"
	"nianbao/model"
)

// A glyph is one character as a face prints it.
type glyph struct {
	face  *font.Face
	shown rune // what the face prints
	said  rune // what it stands for
	em    float64
}

// wide reports whether the glyph fills a whole character of the line.
func (g glyph) wide() bool { return g.em == 1 }

// glyphs appends the characters of a text.
func (f *flow) glyphs(gs []glyph, role font.Role, text string) []glyph {
	for _, run := range f.fonts.Runs(role, text) {
		says := run.Says()
		for _, shown := range run.Text {
			said, size := utf8.DecodeRuneInString(says)
			says = says[size:]
			gs = append(gs, glyph{face: run.Face, shown: shown, said: said, em: run.Face.Advance(shown)})
		}
	}
	return gs
}

// natural is the width of glyphs that stand side by side, without the space at their end.
func natural(gs []glyph, size float64) float64 {
	em := 0.0
	for _, g := range trimmed(gs) {
		em += g.em
	}
	return em * size
}

// trimmed leaves out the space at the end, which hangs out of the line.
func trimmed(gs []glyph) []glyph {
	for len(gs) > 0 && gs[len(gs)-1].said == ' ' {
		gs = gs[:len(gs)-1]
	}
	return gs
}

// A setting says how a line is set.
type setting struct {
	size  float64
	wide  float64 // added behind each character of full width
	gap   float64 // added where the line may be stretched
	ref   model.Ref
	again bool
}

// put adds a line of glyphs to the page as runs, each of one face and one spacing.
func (p *Page) put(gs []glyph, x, y float64, s setting) {
	after := func(i int) float64 {
		space := 0.0
		if gs[i].wide() {
			space = s.wide
		}
		if i+1 < len(gs) && stretches(gs[i], gs[i+1]) {
			space += s.gap
		}
		return space
	}
	for i := 0; i < len(gs); {
		first, space, from := gs[i], after(i), x
		j, swapped := i, first.shown != first.said
		for ; j < len(gs); j++ {
			g := gs[j]
			if j > i && (g.face != first.face || g.wide() != first.wide() || (g.shown != g.said) != swapped || after(j-1) != space) {
				break
			}
			x += g.em*s.size + after(j)
		}
		if j == i+1 {
			space = 0
		}
		p.Texts = append(p.Texts, Text{X: from, Y: y, Size: s.size, Run: runOf(gs[i:j], swapped), Space: space, Ref: s.ref, Again: s.again})
		i = j
	}
}

func runOf(gs []glyph, swapped bool) font.Run {
	var shown, said strings.Builder
	shown.Grow(3 * len(gs))
	for _, g := range gs {
		shown.WriteRune(g.shown)
		if swapped {
			said.WriteRune(g.said)
		}
	}
	return font.Run{Face: gs[0].face, Text: shown.String(), Actual: said.String()}
}
