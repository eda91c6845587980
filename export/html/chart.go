package html

import (
	"strings"

	"nianbao/export"
	"nianbao/export/chart"
	"nianbao/export/font"
)

const (
	figureStyle  = "margin:16px 0 24px;break-inside:avoid"
	captionStyle = "margin:8px 0 0;text-align:center;font-size:15px;line-height:1.6"
	svgStyle     = "display:block;width:100%;height:auto"

	chartWidth = 620.0 // in points; the page is about as wide
)

// chart writes a chart as a drawing with its caption. Its words are words, set as wide as
// they were measured, whatever face the reader's machine has.
func (b *page) chart(block *export.Block) {
	b.add(`<figure data-ref="`)
	b.text(string(block.Ref))
	b.add(`" style="`, figureStyle, `">`, "\n")
	var label page
	label.text(block.Text + "。" + block.Chart.Said())
	d := block.Chart.Draw(font.Embedded(), chartWidth, block.Chart.Height(chartWidth))
	b.add(d.SVG(` role="img" aria-label="`+label.String()+`" style="`+svgStyle+`"`, words))
	b.add(`<figcaption style="`, captionStyle, `">`)
	b.text(block.Text)
	b.add("</figcaption>\n</figure>\n")
}

// words writes a text of a drawing.
func words(b *strings.Builder, t *chart.Text) {
	b.WriteString(`<text transform="` + t.Place() + `" font-size="` + chart.Decimal(t.Size) +
		`" textLength="` + chart.Decimal(t.Run.Width()*t.Size) + `" lengthAdjust="spacingAndGlyphs">`)
	b.WriteString(escapes.Replace(export.Line(t.Run.Says())))
	b.WriteString("</text>\n")
}
