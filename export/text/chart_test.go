package text_test

import (
	"bytes"
	"strings"
	"testing"

	"nianbao/export"
	"nianbao/export/chart"
	"nianbao/export/text"
	"nianbao/model"
	"nianbao/model/sample"
)

func written(t *testing.T, d *export.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := text.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A chart is the table of its numbers, once.
func TestChartIsATable(t *testing.T) {
	c := &chart.Chart{Across: "年度", Unit: "件", Labels: []string{"2025年", "2026年"}, Series: []chart.Series{
		{Name: "新收", Numbers: []model.Number{model.Int(7), {}}}, {Name: "办结", Numbers: []model.Number{model.Int(0), model.ParseNumber("12.50")}},
	}}
	got := written(t, &export.Document{Name: "变化", Blocks: []export.Block{{Kind: export.Chart, Text: "图1　申请", Chart: c}}})
	want := "\ufeff变化\r\n\r\n图1　申请\r\n" + strings.ReplaceAll(`┌───┬──┬───┐
│ 年度 │新收│ 办结 │
├───┼──┼───┤
│2025年│   7│     0│
│2026年│  —│ 12.50│
└───┴──┴───┘
`, "\n", "\r\n")
	if got != want {
		t.Errorf("got\n%s", got)
	}
	d := (&export.Course{Reports: sample.Course()}).Compose()
	tables := 0
	for _, b := range d.Blocks {
		if b.Kind == export.Grid {
			tables++
		}
	}
	if n := strings.Count(written(t, d), "┌"); n != tables {
		t.Errorf("%d tables, want %d", n, tables)
	}
}
