package pdf

import (
	"image/color"
	"slices"

	"nianbao/export/chart"
)

// shapes draws the paths of charts, and leaves the pen black and whole.
func (d *drawing) shapes(shapes []chart.Shape) {
	if len(shapes) == 0 {
		return
	}
	d.SetLineCapStyle("butt")
	d.SetLineJoinStyle("round")
	var ink color.NRGBA
	var dash []float64
	pen, first := 0.0, true
	for i := range shapes {
		s := &shapes[i]
		if first || s.Color != ink {
			ink, first = s.Color, false
			d.SetDrawColor(int(ink.R), int(ink.G), int(ink.B))
			d.SetFillColor(int(ink.R), int(ink.G), int(ink.B))
		}
		if s.Pen > 0 && s.Pen != pen {
			pen = s.Pen
			d.SetLineWidth(pen)
		}
		if s.Pen > 0 && !slices.Equal(s.Dash, dash) {
			dash = s.Dash
			d.SetDashPattern(dash, 0)
		}
		for j := range s.Path {
			step := &s.Path[j]
			at := step.At
			switch step.Op {
			case chart.Move:
				d.MoveTo(at[0].X, at[0].Y)
			case chart.Line:
				d.LineTo(at[0].X, at[0].Y)
			case chart.Curve:
				d.CurveBezierCubicTo(at[0].X, at[0].Y, at[1].X, at[1].Y, at[2].X, at[2].Y)
			case chart.Close:
				d.ClosePath()
			}
		}
		if s.Pen > 0 {
			d.DrawPath("D")
		} else {
			d.DrawPath("F")
		}
	}
	if dash != nil {
		d.SetDashPattern(nil, 0)
	}
	d.SetDrawColor(0, 0, 0)
	d.SetFillColor(0, 0, 0)
	d.SetLineCapStyle("square")
	d.SetLineJoinStyle("miter")
}
