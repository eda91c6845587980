package layout

import (
	"strings"
	"unicode"

	"nianbao/export/font"
)

// stretches reports whether a justified line may be spread between a and b.
func stretches(a, b glyph) bool {
	return !(font.Word(a.said) && font.Word(b.said)) && !unicode.Is(unicode.Mn, b.said)
}

// A line is a part of a paragraph; gap is added between its characters where they
// stretch, to fill the measure.
type line struct {
	glyphs []glyph
	gap    float64
}

// How far a line may be squeezed or spread between two characters, in points.
const (
	mostSqueezed = 0.6
	mostSpread   = bodySize / 2
	farSpread    = bodySize / 4 // from here on a long word is rather broken
)

// justify breaks a paragraph into lines of the measure, the first of which is two
// characters shorter.
func justify(gs []glyph) []line {
	var out []line
	wide := measure - 2*advance
	for len(gs) > 0 {
		n, gap := fill(gs, wide)
		out = append(out, line{gs[:n], gap})
		gs, wide = gs[n:], measure
	}
	return out
}

// fill gives how many glyphs the next line takes and the gap that fills it.
func fill(gs []glyph, wide float64) (n int, gap float64) {
	var (
		x, shut      float64 // widths with and without the space at the end
		all, gaps    int     // places to stretch, with and without those there
		fits         int     // glyphs that go into the line as they are
		before       int     // the last place to end within them
		held         int     // gaps up to before
		short        float64 // width up to before
		after, extra int     // the first place to end behind them, with its gaps
		long         float64
	)
	for i, g := range gs {
		if i > 0 && stretches(gs[i-1], g) {
			all++
		}
		if x += g.em * bodySize; g.wide() {
			x += advance - bodySize
		}
		if g.said != ' ' {
			shut, gaps = x, all
		}
		if shut <= wide+1e-6 {
			fits = i + 1
		}
		if i+1 == len(gs) || font.Parts(g.said, gs[i+1].said) {
			if fits == i+1 {
				before, short, held = i+1, shut, gaps
			} else {
				after, long, extra = i+1, shut, gaps
				break
			}
		}
		if shut > 2*wide {
			break // what ends behind this cannot be squeezed in
		}
	}
	if fits == len(gs) {
		return len(gs), 0
	}
	spread := gapOf(wide-short, held)
	if after > 0 {
		if squeeze := gapOf(long-wide, extra); squeeze <= mostSqueezed && (before == 0 || 1.5*squeeze < spread) {
			return after, -squeeze
		}
	}
	if before == 0 || spread > farSpread {
		if at := within(gs, before, fits, wide); at > 0 {
			return at, fillGap(gs[:at], wide)
		}
	}
	if spread > mostSpread {
		spread = 0
	}
	return before, spread
}

func gapOf(room float64, gaps int) float64 {
	if gaps == 0 {
		return 1e9
	}
	return room / float64(gaps)
}

// within finds a place inside the word or number that follows before, if it is longer
// than half a line or nothing else can be done; 0 if it is to be kept whole.
func within(gs []glyph, before, fits int, wide float64) int {
	if before > 0 {
		end, long := before, 0.0
		for end < len(gs) && long < wide/2 && (end == before || !font.Parts(gs[end-1].said, gs[end].said)) {
			long += gs[end].em * bodySize
			end++
		}
		if long < wide/2 {
			return 0
		}
	}
	fits = max(fits, 1)
	for at := fits; at > before+1; at-- {
		if strings.ContainsRune("/.-_?&=@", gs[at-1].said) && font.Word(gs[at].said) {
			return at
		}
	}
	for at := fits; at > before; at-- { // not before a mark, if the chain of marks allows
		if font.Word(gs[at-1].said) && font.Word(gs[at].said) {
			return at
		}
	}
	if before > 0 {
		return 0
	}
	return fits
}

// fillGap is the gap that fills the line with the glyphs as they are.
func fillGap(gs []glyph, wide float64) float64 {
	gs = trimmed(gs)
	x, gaps := 0.0, 0
	for i, g := range gs {
		if x += g.em * bodySize; g.wide() {
			x += advance - bodySize
		}
		if i > 0 && stretches(gs[i-1], g) {
			gaps++
		}
	}
	if gap := gapOf(wide-x, gaps); gap <= mostSpread {
		return gap
	}
	return 0
}

// wrap breaks the text of a cell into lines that are no wider than most; a line ends as
// soon as it is wider than wish would allow.
func wrap(gs []glyph, size, wish, most float64) [][]glyph {
	var out [][]glyph
	for len(gs) > 0 {
		x, fits, before := 0.0, 0, 0
		for i, g := range gs {
			x += g.em * size
			if g.said != ' ' && x > most+1e-6 {
				break
			}
			fits = i + 1
			if i+1 == len(gs) || font.Parts(g.said, gs[i+1].said) {
				if before > 0 && g.said != ' ' && x > wish+1e-6 {
					break
				}
				before = i + 1
			}
		}
		n := before
		if n == 0 {
			n = max(fits, 1)
		}
		out, gs = append(out, gs[:n]), gs[n:]
	}
	return out
}
