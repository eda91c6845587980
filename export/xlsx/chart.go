package xlsx

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Colours of this year and of last.
var colours = []string{"2F5597", "BFBFBF"}

// chart is a chart of the numbers in rows first…last, a series each column.
func (c *charting) chart(kind excelize.ChartType, title string, series, first, last int) *excelize.Chart {
	area := func(col, from, to int) string {
		return quoted(c.now) + "!" + place{col, from}.fixed() + ":" + place{col, to}.fixed()
	}
	gap := uint(60)
	chart := &excelize.Chart{
		Type:      kind,
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: title, Font: &excelize.Font{Family: hei, Size: 13, Color: "000000"}}}},
		Legend:    excelize.ChartLegend{Position: "bottom"},
		Dimension: excelize.ChartDimension{Width: 620},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true},
		GapWidth:  &gap,
	}
	if series == 1 {
		chart.Legend.Position = "none"
	}
	font := excelize.Font{Family: song, Size: 9, Color: "000000"}
	chart.XAxis.Font, chart.YAxis.Font = font, font
	chart.XAxis.ReverseOrder = kind == excelize.Bar // the first stands on top
	chart.YAxis.None = kind == excelize.Bar
	for i := range series {
		chart.Series = append(chart.Series, excelize.ChartSeries{
			Name:       quoted(c.now) + "!" + place{2 + i, first - 1}.fixed(),
			Categories: area(1, first, last),
			Values:     area(2+i, first, last),
			Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colours[i]}},
		})
	}
	return chart
}

// What the library writes behind the labels of a series, and the schema has before them;
// and what it says of the lines that bars do not have.
var (
	misplaced = regexp.MustCompile(`(?s)(<dLbls>.*?</dLbls>)(<invertIfNegative val="0"></invertIfNegative>)`)
	unfounded = []byte(`<smooth val="0"></smooth>`)
)

// mend makes the charts what the schema asks.
func (c *charting) mend() {
	c.Pkg.Range(func(name, body any) bool {
		if strings.HasPrefix(name.(string), "xl/charts/") {
			part := misplaced.ReplaceAll(body.([]byte), []byte("$2$1"))
			c.Pkg.Store(name, bytes.ReplaceAll(part, unfounded, nil))
		}
		return true
	})
}
