package ui

import (
	"image"

	"nianbao/export/chart"
	"nianbao/export/font"
	"nianbao/export/picture"
	"nianbao/ui/widget"
)

// figures draws the charts of the window; it keeps the characters that they have.
var figures picture.Press

// newFigure shows a chart: the drawing that the exports print, made for the room it has.
func newFigure(c *chart.Chart) *widget.Figure {
	return widget.NewFigure(
		func(width float64) float64 { return drawn(c, width).Height },
		func(dst *image.RGBA, width, points float64) {
			figures.Chart(dst, drawn(c, width), image.Point{}, points)
		})
}

func drawn(c *chart.Chart, width float64) *chart.Drawing {
	return c.Draw(font.Embedded(), width, c.Height(width))
}
