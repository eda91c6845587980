package chart

import (
	"fmt"
	"strconv"
	"strings"
)

// SVG is the drawing as a vector picture on white, with these attributes besides; how texts
// are written is left to the caller.
func (d *Drawing) SVG(attributes string, text func(*strings.Builder, *Text)) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s"%s>`, Decimal(d.Width), Decimal(d.Height), attributes)
	b.WriteString("\n" + `<rect width="100%" height="100%" fill="#fff"/>` + "\n")
	for i := range d.Shapes {
		d.Shapes[i].svg(&b)
	}
	for i := range d.Texts {
		text(&b, &d.Texts[i])
	}
	b.WriteString("</svg>\n")
	return b.String()
}

func (s *Shape) svg(b *strings.Builder) {
	b.WriteString(`<path d="`)
	for i := range s.Path {
		step := &s.Path[i]
		b.WriteByte("MLCZ"[step.Op])
		for j, p := range step.Points() {
			if j > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(Decimal(p.X) + " " + Decimal(p.Y))
		}
	}
	color := fmt.Sprintf("#%02x%02x%02x", s.Color.R, s.Color.G, s.Color.B)
	if s.Pen == 0 {
		b.WriteString(`" fill="` + color + `"/>` + "\n")
		return
	}
	b.WriteString(`" fill="none" stroke="` + color + `" stroke-width="` + Decimal(s.Pen) + `" stroke-linejoin="round`)
	for i, l := range s.Dash {
		b.WriteString([]string{`" stroke-dasharray="`, " "}[min(i, 1)] + Decimal(l))
	}
	b.WriteString(`"/>` + "\n")
}

// Place is what moves a text that starts at 0 to where it stands.
func (t *Text) Place() string {
	at := "translate(" + Decimal(t.X) + " " + Decimal(t.Y) + ")"
	if t.Up {
		at += " rotate(-90)"
	}
	return at
}

// Decimal is a length as pictures are written: to a hundredth.
func Decimal(v float64) string {
	s := strconv.FormatFloat(v, 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" || s == "" {
		return "0"
	}
	return s
}
