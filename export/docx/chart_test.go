package docx

import (
	"bytes"
	"fmt"
	"image/png"
	"strings"
	"testing"

	"nianbao/export"
)

// Each chart has its picture in vectors and in pixels, both known to the document by what
// its body says, with the numbers in words and the caption below.
func TestCharts(t *testing.T) {
	d := course()
	parts := unzip(t, written(t, d))
	body, relations := string(parts["word/document.xml"]), string(parts["word/_rels/document.xml.rels"])
	types := string(parts["[Content_Types].xml"])
	n := 0
	for _, b := range d.Blocks {
		if b.Kind != export.Chart {
			continue
		}
		n++
		for _, ending := range []string{"png", "svg"} {
			file := fmt.Sprintf("media/chart%d.%s", n, ending)
			_, before, _ := strings.Cut(relations, `Target="`+file)
			if before == "" || parts["word/"+file] == nil {
				t.Errorf("chart %d: no %s", n, file)
			}
			id := fmt.Sprintf("rId%s%d", strings.ToUpper(ending[:1])+ending[1:], n)
			if strings.Count(body, `r:embed="`+id+`"`) != 1 || strings.Count(relations, `Id="`+id+`"`) != 1 {
				t.Errorf("chart %d: %s does not stand once in body and relationships", n, id)
			}
			if strings.Count(types, `Extension="`+ending+`"`) != 1 {
				t.Errorf("the type of .%s is not told once", ending)
			}
		}
		if _, err := png.Decode(bytes.NewReader(parts[fmt.Sprintf("word/media/chart%d.png", n)])); err != nil {
			t.Errorf("chart %d: %v", n, err)
		}
		if strings.Count(body, ">"+b.Text+"<") != 1 {
			t.Errorf("%s: the caption does not stand once", b.Text)
		}
		if !strings.Contains(body, `descr="`+b.Text+"。"+b.Chart.Said()) {
			t.Errorf("%s: the numbers are not told in words", b.Text)
		}
	}
	if n == 0 {
		t.Error("there are no charts")
	}
	if !bytes.Equal(written(t, d), written(t, course())) {
		t.Error("two documents of one course differ")
	}
}
