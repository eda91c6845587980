package ofd

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"nianbao/export/layout"
)

// text places a run.
func (f *file) text(t *layout.Text, in face) text {
	up, down := t.Run.Face.Ascent()*t.Size, t.Run.Face.Descent()*t.Size
	over := t.Size / 4 // some characters reach out of their em box
	wide, high := t.Width()+2*over, up+down+2*over
	out := text{Number: f.number(), Font: in.number, Size: mm(t.Size)}
	if t.Up {
		out.Boundary = mm(t.X-up-over, t.Y+over-wide, high, wide)
		out.Turn = "0 -1 1 0 " + mm(over+up, wide-over)
		out.Code.X, out.Code.Y = "0", "0"
	} else {
		out.Boundary = mm(t.X-over, t.Y-up-over, wide, high)
		out.Code.X, out.Code.Y = mm(over), mm(over+up)
	}
	var steps, glyphs []string
	for _, r := range t.Run.Text {
		steps = append(steps, mm(t.Run.Face.Advance(r)*t.Size+t.Space))
		glyphs = append(glyphs, strconv.Itoa(in.Glyph(r)))
	}
	out.Code.Steps = repeated(steps[:max(0, len(steps)-1)])
	// A line end is printed as a space; some readers would leave it out.
	out.Code.Text = strings.ReplaceAll(t.Run.Says(), "\n", " ")
	if out.Code.Text != t.Run.Text {
		// Readers count a character beyond the plane as one code or as two. A transform
		// that covers all of the run is right in either.
		codes := len(utf16.Encode([]rune(out.Code.Text)))
		out.Glyphs = &transform{Codes: codes, Count: len(glyphs), Glyphs: strings.Join(glyphs, " ")}
	}
	return out
}

// repeated lists the steps from each character to the next: g 3 5.6 is three times 5.6.
func repeated(steps []string) string {
	var out []string
	for len(steps) > 0 {
		n := 1
		for n < len(steps) && steps[n] == steps[0] {
			n++
		}
		if n > 2 {
			out = append(out, "g", strconv.Itoa(n), steps[0])
		} else {
			out = append(out, steps[:n]...)
		}
		steps = steps[n:]
	}
	return strings.Join(out, " ")
}
