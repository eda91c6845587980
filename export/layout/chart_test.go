package layout_test

import (
	"strings"
	"testing"

	"nianbao/export"
	"nianbao/export/chart"
	"nianbao/export/font"
	"nianbao/export/layout"
	"nianbao/model"
)

// charted is a document with a chart behind so many paragraphs of one line.
func charted(paragraphs int) *export.Document {
	d := &export.Document{Name: "变化", Title: []string{"变化"}}
	for range paragraphs {
		d.Blocks = append(d.Blocks, export.Block{Kind: export.Paragraph, Text: "一行。"})
	}
	c := &chart.Chart{Title: "申请", Unit: "件", Across: "年度"}
	for i := range 30 { // so many that the labels are turned
		c.Labels = append(c.Labels, string([]rune("甲乙丙丁戊己庚辛壬癸")[i%10])+"单位名称")
	}
	numbers := make([]model.Number, len(c.Labels))
	for i := range numbers {
		numbers[i] = model.Int(int64(i))
	}
	c.Series = []chart.Series{{Name: "新收", Numbers: numbers}, {Name: "办结", Numbers: numbers}}
	d.Blocks = append(d.Blocks,
		export.Block{Kind: export.Heading, Text: "一、申请"},
		export.Block{Kind: export.Chart, Ref: "course", Text: "图1　申请的收到和办结", Chart: c},
		export.Block{Kind: export.Paragraph, Text: "在图的后面。"})
	return d
}

// A chart stands whole on one page, wherever it begins, with its heading and its caption,
// inside the type area and clear of the text around it.
func TestChartStandsOnOnePage(t *testing.T) {
	for paragraphs := range 23 {
		book := layout.Layout(charted(paragraphs), font.Embedded())
		pages := 0
		for _, p := range book.Pages {
			if p.Shapes == nil {
				continue
			}
			pages++
			var text strings.Builder
			turned := 0
			for _, run := range p.Texts {
				text.WriteString(run.Run.Says())
				if run.Up {
					turned++
				}
			}
			for _, want := range []string{"一、申请", "单位：件", "新收", "癸单位名称", "图1　申请的收到和办结"} {
				if !strings.Contains(text.String(), want) {
					t.Errorf("%d paragraphs: %q is not on the chart's page", paragraphs, want)
				}
			}
			if turned < 30 {
				t.Errorf("%d paragraphs: only %d texts are turned", paragraphs, turned)
			}
			area := p.Areas[len(p.Areas)-1]
			if area.Ref != "course" || p.At((area.X0+area.X1)/2, (area.Y0+area.Y1)/2) != "course" {
				t.Errorf("%d paragraphs: a click on the chart finds nothing", paragraphs)
			}
			const top, bottom = 37 * 72 / 25.4, (37 + 225) * 72 / 25.4
			if area.Y0 < top-0.1 || area.Y1 > bottom+0.1 {
				t.Errorf("%d paragraphs: the chart stands from %.0f to %.0f", paragraphs, area.Y0, area.Y1)
			}
			for _, run := range p.Texts {
				if said := run.Run.Says(); (said == "一行。" || said == "在图的后面。" || strings.HasPrefix(said, "图1")) && run.Y > area.Y0 && run.Y-run.Size < area.Y1 {
					t.Errorf("%d paragraphs: %q stands in the chart", paragraphs, said)
				}
			}
			for _, s := range p.Shapes {
				for _, step := range s.Path {
					for _, q := range step.Points() {
						if q.X < area.X0-1 || q.X > area.X1+1 || q.Y < area.Y0-1 || q.Y > area.Y1+1 {
							t.Fatalf("%d paragraphs: a shape at %.0f %.0f outside the chart", paragraphs, q.X, q.Y)
						}
					}
				}
			}
		}
		if pages != 1 {
			t.Errorf("%d paragraphs: the chart is on %d pages", paragraphs, pages)
		}
	}
}
