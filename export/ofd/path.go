package ofd

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"

	"nianbao/export/chart"
	"nianbao/export/layout"
)

// A stroke is a shape and how its lines end.
type stroke struct {
	chart.Shape
	cap string
}

// strokes lists what is drawn on a page, lines of one look that follow each other as one.
func strokes(p *layout.Page) (out []stroke) {
	add := func(s stroke) {
		if n := len(out) - 1; n >= 0 && s.Pen > 0 && s.like(out[n]) {
			out[n].Path = append(out[n].Path, s.Path...)
			return
		}
		s.Path = slices.Clone(s.Path)
		out = append(out, s)
	}
	for _, r := range p.Rules {
		line := []chart.Step{{Op: chart.Move}, {Op: chart.Line}}
		line[0].At[0], line[1].At[0] = chart.Point{X: r.X0, Y: r.Y0}, chart.Point{X: r.X1, Y: r.Y1}
		add(stroke{chart.Shape{Path: line, Color: color.NRGBA{A: 0xFF}, Pen: r.Width}, "Square"})
	}
	for _, s := range p.Shapes {
		add(stroke{s, "Butt"})
	}
	return out
}

func (s stroke) like(o stroke) bool {
	return s.Pen == o.Pen && s.Color == o.Color && s.cap == o.cap && slices.Equal(s.Dash, o.Dash)
}

// path draws a shape.
func (f *file) path(s stroke) path {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for i := range s.Path {
		for _, p := range s.Path[i].Points() {
			x0, y0, x1, y1 = min(x0, p.X), min(y0, p.Y), max(x1, p.X), max(y1, p.Y)
		}
	}
	x0, y0, x1, y1 = x0-s.Pen, y0-s.Pen, x1+s.Pen, y1+s.Pen
	out := path{Number: f.number(), Boundary: mm(x0, y0, x1-x0, y1-y0)}
	paint := &ink{fmt.Sprintf("%d %d %d", s.Color.R, s.Color.G, s.Color.B)}
	if s.Pen > 0 {
		out.Stroke, out.Drawn = true, paint
		out.Pen, out.Cap, out.Join, out.Dash = mm(s.Pen), s.cap, "Round", mm(s.Dash...)
	} else {
		out.Fill, out.Filled = true, paint
	}
	var steps []string
	for i := range s.Path {
		step := &s.Path[i]
		steps = append(steps, "MLBC"[step.Op:step.Op+1])
		for _, p := range step.Points() {
			steps = append(steps, mm(p.X-x0, p.Y-y0))
		}
	}
	out.Steps = strings.Join(steps, " ")
	return out
}
