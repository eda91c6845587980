package picture

import (
	"image"
	"image/draw"
	"math"

	"git.sr.ht/~sbinet/gg"

	"nianbao/export/chart"
	"nianbao/export/layout"
)

// Chart draws a chart on white, a point as large as scale says, with its top left corner at
// a point of dst.
func (p *Press) Chart(dst *image.RGBA, d *chart.Drawing, at image.Point, scale float64) {
	box := image.Rectangle{Max: Size(d, scale)}.Add(at)
	s := sheet{dst, box.Intersect(dst.Rect), at, scale}
	draw.Draw(dst, s.in, image.White, image.Point{}, draw.Src)
	s.shapes(d.Shapes)
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, t := range d.Texts {
		p.text(s, &layout.Text{X: t.X, Y: t.Y, Size: t.Size, Run: t.Run, Up: t.Up})
	}
}

// Size is that of a chart's picture, in pixels.
func Size(d *chart.Drawing, scale float64) image.Point {
	return image.Pt(int(math.Ceil(d.Width*scale)), int(math.Ceil(d.Height*scale)))
}

// shapes draws the paths of charts.
func (s sheet) shapes(shapes []chart.Shape) {
	if len(shapes) == 0 || s.in.Empty() {
		return
	}
	in := s.SubImage(s.in).(*image.RGBA)
	// What is drawn on counts from its own corner.
	c := gg.NewContextForRGBA(&image.RGBA{Pix: in.Pix, Stride: in.Stride, Rect: image.Rectangle{Max: in.Rect.Size()}})
	c.SetLineCapButt()
	c.SetLineJoinRound()
	place := func(p chart.Point) (x, y float64) {
		return float64(s.at.X-s.in.Min.X) + p.X*s.scale, float64(s.at.Y-s.in.Min.Y) + p.Y*s.scale
	}
	for i := range shapes {
		shape := &shapes[i]
		c.SetColor(shape.Color)
		for j := range shape.Path {
			step := &shape.Path[j]
			x, y := place(step.At[0])
			switch step.Op {
			case chart.Move:
				c.MoveTo(x, y)
			case chart.Line:
				c.LineTo(x, y)
			case chart.Curve:
				x1, y1 := place(step.At[1])
				x2, y2 := place(step.At[2])
				c.CubicTo(x, y, x1, y1, x2, y2)
			case chart.Close:
				c.ClosePath()
			}
		}
		if shape.Pen == 0 {
			c.Fill()
			continue
		}
		dash := make([]float64, len(shape.Dash))
		for k, l := range shape.Dash {
			dash[k] = l * s.scale
		}
		c.SetDash(dash...)
		c.SetLineWidth(max(shape.Pen*s.scale, faintest))
		c.Stroke()
	}
}
