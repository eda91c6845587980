package html

import (
	"bytes"
	"strings"
	"testing"

	"nianbao/export"
	"nianbao/model/sample"
)

// A chart is a drawing in the page, its words as words, its numbers told in the label, its
// caption below.
func TestCharts(t *testing.T) {
	d := (&export.Course{Reports: sample.Course()}).Compose()
	d.Blocks[len(d.Blocks)-2].Chart.Series[0].Name = `<甲>&"乙'`
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	var labels, captions, words []string
	for _, n := range elements(t, b.Bytes()) {
		switch n.Data {
		case "svg":
			labels = append(labels, attr(n, "aria-label"))
		case "figcaption":
			captions = append(captions, content(n))
		case "text":
			words = append(words, content(n))
		}
	}
	at := 0
	for _, block := range d.Blocks {
		if block.Kind != export.Chart {
			continue
		}
		if at >= len(labels) || at >= len(captions) || labels[at] != block.Text+"。"+block.Chart.Said() || captions[at] != block.Text {
			t.Errorf("%s: label or caption are others", block.Text)
		}
		at++
	}
	if at == 0 || len(labels) != at || len(captions) != at {
		t.Errorf("%d charts, %d drawings, %d captions", at, len(labels), len(captions))
	}
	for _, want := range []string{"单位：件", "2021年", `<甲>&"乙'`} {
		if !strings.Contains(strings.Join(words, "\n"), want) {
			t.Errorf("no word says %s", want)
		}
	}
	if page := b.String(); strings.Contains(page, "href") || strings.Contains(page, "url(") || strings.Contains(page, "<image") {
		t.Error("the page takes something from elsewhere")
	}
}
