package pdf

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/export"
	"nianbao/export/chart"
	"nianbao/export/font"
	"nianbao/export/layout"
	"nianbao/model"
	"nianbao/model/sample"
)

// Charts are drawn as vectors, and every word of theirs is text, also where it is turned.
func TestCharts(t *testing.T) {
	d := (&export.Course{Reports: sample.Course()}).Compose()
	bodies := &chart.Chart{Unit: "件"}
	for i := range 30 {
		bodies.Labels = append(bodies.Labels, "柳河县第"+string([]rune("甲乙丙丁戊己庚辛壬癸")[i%10])+"街道")
	}
	bodies.Series = []chart.Series{{Name: "新收", Numbers: make([]model.Number, 30)}}
	d.Blocks = append(d.Blocks, export.Block{Kind: export.Chart, Text: "图7　各单位", Chart: bodies})
	b := layout.Layout(d, font.Embedded())
	var out bytes.Buffer
	if err := Draw(&out, b); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "course.pdf")
	if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	if images := poppler(t, "pdfimages", "-list", path); strings.Count(images, "\n") > 2 {
		t.Errorf("there are images:\n%s", images)
	}
	read := tight(poppler(t, "pdftotext", "-enc", "UTF-8", "-raw", path, "-"))
	turned := 0
	for _, p := range b.Pages {
		for _, text := range p.Texts {
			if says := tight(text.Run.Says()); !strings.Contains(read, says) {
				t.Errorf("page %d: not found: %s", p.Number, says)
			}
			if text.Up {
				turned++
			}
		}
	}
	if turned != 30 {
		t.Errorf("%d texts are turned, want 30", turned)
	}
}
