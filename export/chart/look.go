package chart

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A look tells a series from the others, in colour and without: fills go from dark to
// light and are hatched by turns, lines have dashes and marks of their own.
type look struct {
	ink   color.NRGBA // of lines, marks, hatches
	fill  color.NRGBA
	hatch hatch
	dash  []vg.Length
	mark  draw.GlyphDrawer
}

// hatch is the lines drawn over a fill.
type hatch uint8

const (
	none hatch = iota
	rising
	falling
	crossed
	level
)

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xFF}
}

var looks = []look{
	{rgb(0x1F4E79), rgb(0x1F4E79), none, nil, draw.CircleGlyph{}},
	{rgb(0xB45309), rgb(0xFBE5D0), rising, []vg.Length{5, 2.5}, draw.BoxGlyph{}},
	{rgb(0x5B8C5A), rgb(0x8DB38B), none, []vg.Length{1.5, 2}, draw.PyramidGlyph{}},
	{rgb(0x6B4C8A), rgb(0xEDE7F3), falling, []vg.Length{7, 2, 1.5, 2}, draw.CrossGlyph{}},
	{rgb(0x3F3F3F), rgb(0xD9D9D9), none, []vg.Length{9, 3}, draw.RingGlyph{}},
	{rgb(0x9C2F2F), rgb(0xFFFFFF), level, []vg.Length{3, 1.5}, draw.SquareGlyph{}},
	{rgb(0x1D7480), rgb(0xE3F1F2), crossed, []vg.Length{7, 2, 1.5, 2, 1.5, 2}, draw.TriangleGlyph{}},
	{rgb(0x8A6D1B), rgb(0xB99A45), none, []vg.Length{2.5, 4}, draw.PlusGlyph{}},
}

func lookOf(series int) *look { return &looks[series%len(looks)] }

// Tones and widths of what is not a number.
var (
	axisInk = rgb(0x404040)
	gridInk = rgb(0xD4D4D4)
	paper   = rgb(0xFFFFFF)
)

const (
	axisPen  = 0.6
	gridPen  = 0.4
	hatchPen = 0.5
	edgePen  = 0.5 // around bars
	linePen  = 1.3
	markSize = 2.4

	hatchGap = 3.2 // between two lines of a hatch
)

func (l *look) line() draw.LineStyle {
	return draw.LineStyle{Color: l.ink, Width: linePen, Dashes: l.dash}
}

func (l *look) glyph() draw.GlyphStyle {
	return draw.GlyphStyle{Color: l.ink, Radius: markSize, Shape: l.mark}
}

// bar draws a filled rectangle.
func (l *look) bar(c *draw.Canvas, r vg.Rectangle) {
	if r.Min.Y > r.Max.Y {
		r.Min.Y, r.Max.Y = r.Max.Y, r.Min.Y
	}
	corners := []vg.Point{r.Min, {X: r.Max.X, Y: r.Min.Y}, r.Max, {X: r.Min.X, Y: r.Max.Y}, r.Min}
	c.FillPolygon(l.fill, corners[:4])
	lines := draw.LineStyle{Color: l.ink, Width: hatchPen}
	switch l.hatch {
	case rising:
		diagonals(c, lines, r, false)
	case falling:
		diagonals(c, lines, r, true)
	case crossed:
		diagonals(c, lines, r, false)
		diagonals(c, lines, r, true)
	case level:
		for y := r.Min.Y + hatchGap; y < r.Max.Y; y += hatchGap {
			c.StrokeLine2(lines, r.Min.X, y, r.Max.X, y)
		}
	}
	c.StrokeLines(draw.LineStyle{Color: l.ink, Width: edgePen}, corners)
}

// diagonals draws lines at 45° inside a rectangle: y − x = k, or y + x = k where they fall.
func diagonals(c *draw.Canvas, sty draw.LineStyle, r vg.Rectangle, fall bool) {
	wide, high := r.Max.X-r.Min.X, r.Max.Y-r.Min.Y
	const pitch = hatchGap * 1.41421356
	for k := pitch - wide; k < high; k += pitch {
		x0, x1 := max(0, -k), min(wide, high-k)
		if x1-x0 < 0.1 {
			continue
		}
		y0, y1 := r.Min.Y+k+x0, r.Min.Y+k+x1
		if fall {
			x0, x1 = wide-x0, wide-x1
		}
		c.StrokeLine2(sty, r.Min.X+x0, y0, r.Min.X+x1, y1)
	}
}
