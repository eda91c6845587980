package layout

import (
	"nianbao/export"
	"nianbao/export/chart"
	"nianbao/export/font"
)

const (
	captionSize  = 10.5 // 5号
	captionSpace = 6.0  // between a chart and its caption
	belowChart   = 10.0 // between the caption and the text that follows
)

// chart sets a chart and the caption below it, as wide as the type area and never over two
// pages.
func (f *flow) chart(b *export.Block) {
	if f.row > 0 && f.row+f.chartLines(b) > rows {
		f.open()
	}
	page, y := f.page(), top+float64(f.row)*pitch
	f.row = min(rows, f.row+f.chartLines(b))
	high := f.drawing(b).Height
	shapes, texts := f.drawing(b).Moved(left, y)
	page.Shapes = append(page.Shapes, shapes...)
	for _, t := range texts {
		page.Texts = append(page.Texts, Text{X: t.X, Y: t.Y, Size: t.Size, Run: t.Run, Up: t.Up})
	}
	page.Areas = append(page.Areas, Area{left, y, left + width, y + high, b.Ref})
	y += high + captionSpace + captionSize*f.fonts.Face(font.Hei).Ascent()
	for _, l := range f.caption(b) {
		page.put(l, left+(width-natural(l, captionSize))/2, y, setting{size: captionSize, ref: b.Ref})
		y += captionSize * leading
	}
}

// caption breaks a chart's caption into lines.
func (f *flow) caption(b *export.Block) [][]glyph {
	return wrap(f.glyphs(nil, font.Hei, b.Text), captionSize, width, width)
}

// drawing draws a chart, once.
func (f *flow) drawing(b *export.Block) *chart.Drawing {
	d, ok := f.charts[b.Chart]
	if !ok {
		d = b.Chart.Draw(f.fonts, width, b.Chart.Height(width))
		if f.charts == nil {
			f.charts = make(map[*chart.Chart]*chart.Drawing)
		}
		f.charts[b.Chart] = d
	}
	return d
}

func (f *flow) captionHeight(b *export.Block) float64 {
	return captionSpace + float64(len(f.caption(b)))*captionSize*leading
}

// chartLines is how many lines of the page a chart takes.
func (f *flow) chartLines(b *export.Block) int {
	return min(rows, linesOf(f.drawing(b).Height+f.captionHeight(b)+belowChart))
}
