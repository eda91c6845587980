package font

import (
	"slices"
	"strings"
	"unicode"
)

// A Run is text that one face prints.
type Run struct {
	Face *Face
	// Text is what the face prints, all of it at code points of the Basic
	// Multilingual Plane.
	Text string
	// Actual is what the text says, set only where that is not Text itself. It has as
	// many characters as Text.
	Actual string
}

// Says is what the run's text says, to be found and copied.
func (r Run) Says() string {
	if r.Actual != "" {
		return r.Actual
	}
	return r.Text
}

// Width of the run in em.
func (r Run) Width() float64 {
	sum := 0
	for _, c := range r.Text {
		sum += int(max(r.Face.glyphs.at(c), 1)) - 1
	}
	return float64(sum) / 1000
}

// Runs splits text, cleaned, into runs of one face each. What the runs say is, put
// together, Clean(text). A character that no face has is printed as 〓; Missing tells
// which those are. A line end, and a space that no face has, is printed as a space.
func (s *Set) Runs(role Role, text string) []Run {
	text = Clean(text)
	var (
		runs  []Run
		chain = s.chains[role]
		face  *Face // of the run that is open, which began at start
		start int
		other strings.Builder // what the open run prints where that is not its own text
		swap  bool            // the open run prints other
	)
	end := func(i int) {
		switch {
		case start == i:
		case swap:
			runs = append(runs, Run{Face: face, Text: other.String(), Actual: text[start:i]})
		default:
			runs = append(runs, Run{Face: face, Text: text[start:i]})
		}
		start = i
		other.Reset()
	}
	for i, r := range text {
		next, shown := chain.find(r)
		if next != face || swap != (shown != r) {
			end(i)
			face, swap = next, shown != r
		}
		if swap {
			other.WriteRune(shown)
		}
	}
	end(len(text))
	return runs
}

// Missing lists the characters of text that no face of the set has and that are printed
// as 〓, each once, in the order of the text. It is the same for every role.
func (s *Set) Missing(text string) []rune {
	var missing []rune
	for _, r := range Clean(text) {
		if !blank(r) && s.chains[Body].first(r) == nil && !slices.Contains(missing, r) {
			missing = append(missing, r)
		}
	}
	return missing
}

// geta is printed for a character that no face has, as Chinese printers do.
const geta = '〓'

// A chain is the faces of one role in the order in which they are asked.
type chain []*Face

func (c chain) first(r rune) *Face {
	for _, f := range c {
		if f.Has(r) {
			return f
		}
	}
	return nil
}

// find gives the face that prints r, and the code point at which it does.
func (c chain) find(r rune) (*Face, rune) {
	f := c.first(r)
	switch {
	case f != nil:
		return f, f.print(r)
	case blank(r):
		return c.first(' '), ' '
	}
	return c.first(geta), geta
}

// blank reports whether r shows nothing, so that a space may stand for it.
func blank(r rune) bool {
	return r == '\n' || unicode.Is(unicode.Zs, r)
}
