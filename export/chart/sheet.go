package chart

import (
	"image"
	"image/color"
	"math"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// A sheet is the canvas on which the library draws. It keeps the paths; text reaches it
// through the setter only. The library counts upwards from the lower edge, a drawing
// downwards from the upper one.
type sheet struct {
	*Drawing
	pen pen
	was []pen
}

// A pen is the state of drawing.
type pen struct {
	width float64
	dash  []float64
	color color.NRGBA
	// The place of (x, y) is (a·x + b·y + dx, −b·x + a·y + dy), scaled by sx and sy before.
	a, b, dx, dy, sx, sy float64
}

func newSheet(width, height float64) *sheet {
	s := &sheet{Drawing: &Drawing{Width: width, Height: height}, pen: pen{a: 1, sx: 1, sy: 1}}
	vg.Initialize(s)
	return s
}

// Size is the library's name for the sheet's extent.
func (s *sheet) Size() (x, y vg.Length) { return vg.Length(s.Width), vg.Length(s.Height) }

// SetLineWidth is part of vg.Canvas.
func (s *sheet) SetLineWidth(w vg.Length) { s.pen.width = w.Points() }

// SetLineDash is part of vg.Canvas.
func (s *sheet) SetLineDash(pattern []vg.Length, _ vg.Length) {
	s.pen.dash = nil
	for _, l := range pattern {
		s.pen.dash = append(s.pen.dash, l.Points())
	}
}

// SetColor is part of vg.Canvas.
func (s *sheet) SetColor(c color.Color) {
	s.pen.color = color.NRGBA{A: 0xFF}
	if c != nil {
		s.pen.color = color.NRGBAModel.Convert(c).(color.NRGBA)
	}
}

// Rotate is part of vg.Canvas.
func (s *sheet) Rotate(rad float64) {
	sin, cos := math.Sincos(rad)
	p := &s.pen
	p.a, p.b = p.a*cos+p.b*sin, p.b*cos-p.a*sin
}

// Translate is part of vg.Canvas.
func (s *sheet) Translate(by vg.Point) {
	x, y := s.pen.at(by)
	s.pen.dx, s.pen.dy = x, y
}

// Scale is part of vg.Canvas.
func (s *sheet) Scale(x, y float64) { s.pen.sx, s.pen.sy = s.pen.sx*x, s.pen.sy*y }

// Push is part of vg.Canvas.
func (s *sheet) Push() { s.was = append(s.was, s.pen) }

// Pop is part of vg.Canvas.
func (s *sheet) Pop() { s.pen, s.was = s.was[len(s.was)-1], s.was[:len(s.was)-1] }

// Stroke is part of vg.Canvas.
func (s *sheet) Stroke(path vg.Path) {
	if s.pen.width > 0 && len(path) > 0 {
		s.Shapes = append(s.Shapes, Shape{Path: s.steps(path), Color: s.pen.color, Pen: s.pen.width, Dash: s.pen.dash})
	}
}

// Fill is part of vg.Canvas.
func (s *sheet) Fill(path vg.Path) {
	if len(path) > 0 {
		s.Shapes = append(s.Shapes, Shape{Path: s.steps(path), Color: s.pen.color})
	}
}

// FillString is part of vg.Canvas. Text is set by the setter, which never comes here.
func (s *sheet) FillString(font.Face, vg.Point, string) {}

// DrawImage is part of vg.Canvas. A chart has no images.
func (s *sheet) DrawImage(vg.Rectangle, image.Image) {}

func (p *pen) at(q vg.Point) (x, y float64) {
	x, y = q.X.Points()*p.sx, q.Y.Points()*p.sy
	return p.a*x + p.b*y + p.dx, -p.b*x + p.a*y + p.dy
}

func (s *sheet) point(q vg.Point) Point {
	x, y := s.pen.at(q)
	return Point{x, s.Height - y}
}

// steps are those of a path, with arcs as curves.
func (s *sheet) steps(path vg.Path) []Step {
	out := make([]Step, 0, len(path))
	var here vg.Point
	for _, c := range path {
		switch c.Type {
		case vg.MoveComp:
			out = append(out, Step{Move, [3]Point{s.point(c.Pos)}})
		case vg.LineComp:
			out = append(out, Step{Line, [3]Point{s.point(c.Pos)}})
		case vg.CurveComp:
			one, two := c.Control[0], c.Control[len(c.Control)-1]
			if len(c.Control) == 1 { // a quadratic curve
				one = vg.Point{X: here.X + (one.X-here.X)*2/3, Y: here.Y + (one.Y-here.Y)*2/3}
				two = vg.Point{X: c.Pos.X + (two.X-c.Pos.X)*2/3, Y: c.Pos.Y + (two.Y-c.Pos.Y)*2/3}
			}
			out = append(out, Step{Curve, [3]Point{s.point(one), s.point(two), s.point(c.Pos)}})
		case vg.ArcComp:
			out = s.arc(out, c)
			c.Pos = onArc(c, c.Start+c.Angle)
		case vg.CloseComp:
			out = append(out, Step{Op: Close})
		}
		here = c.Pos
	}
	return out
}

func onArc(c vg.PathComp, angle float64) vg.Point {
	sin, cos := math.Sincos(angle)
	return vg.Point{X: c.Pos.X + c.Radius*vg.Length(cos), Y: c.Pos.Y + c.Radius*vg.Length(sin)}
}

// arc goes to an arc's start and along it, a quarter of the circle at most in each curve.
func (s *sheet) arc(out []Step, c vg.PathComp) []Step {
	op := Line
	if len(out) == 0 {
		op = Move
	}
	out = append(out, Step{op, [3]Point{s.point(onArc(c, c.Start))}})
	n := max(1, math.Ceil(math.Abs(c.Angle)/(math.Pi/2)-1e-9))
	step := c.Angle / n
	reach := vg.Length(4.0/3*math.Tan(step/4)) * c.Radius
	for i := range int(n) {
		from := c.Start + float64(i)*step
		sin0, cos0 := math.Sincos(from)
		sin1, cos1 := math.Sincos(from + step)
		a, b := onArc(c, from), onArc(c, from+step)
		one := vg.Point{X: a.X - reach*vg.Length(sin0), Y: a.Y + reach*vg.Length(cos0)}
		two := vg.Point{X: b.X + reach*vg.Length(sin1), Y: b.Y - reach*vg.Length(cos1)}
		out = append(out, Step{Curve, [3]Point{s.point(one), s.point(two), s.point(b)}})
	}
	return out
}
