package model_test

import (
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/sample"
)

// A report in Traditional characters has the form's titles in them; another title is
// another title in either script.
func TestTitlesInTraditionalCharacters(t *testing.T) {
	titles := []string{"總體情況", "主動公開政府信息情況", "收到和處理政府信息公開申請情況", "政府信息公開行政復議、行政訴訟情況", "存在的主要問題及改進情況", "其他需要報告的事項"}
	for _, e := range sample.Editions(t) {
		if e.Free {
			continue
		}
		r := model.NewReport(e, "榕樹鎮人民政府", model.Township, e.From)
		outline := r.Headings()
		n := 0
		for i := range outline {
			if !strings.Contains(outline[i].ID, "/") {
				outline[i].Title = titles[n]
				n++
			}
		}
		r.Outline = outline
		count := func() int { return len(verdictOf(t, model.Desk{}.Record(r, nil), "section-title").Found) }
		if count() != 0 {
			t.Errorf("%s: %v", e.ID, verdictOf(t, model.Desk{}.Record(r, nil), "section-title").Found)
		}
		r.Outline[0].Title = "總體概況"
		if count() != 1 {
			t.Errorf("%s: an altered title is not found", e.ID)
		}
	}
}
