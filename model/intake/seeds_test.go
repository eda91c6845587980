package intake

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/intake/source"
	"nianbao/model/sample"
)

// seeds are real reports that lie beside the project, not in it.
const seeds = "../../../shared/seeds"

// What a person reads in each of the real reports.
var seedFacts = []struct {
	file, edition, office string
	kind                  model.Kind
	year                  int
	title                 string
	numbers               map[model.Ref]string // all that are neither 0 nor blank
	blanks                int
	texts                 map[model.Ref]string // how they begin
}{
	{
		"000_5e00b241830afff7.txt", "2019", "横河镇人民政府", model.Township, 2020, "横河镇人民政府2020年政府信息公开工作年度报告",
		map[model.Ref]string{
			"disclosure/services/last-year": "112", "disclosure/services/decisions": "236", "disclosure/penalties/last-year": "5",
			"disclosure/coercion/last-year": "6", "disclosure/procurement/projects": "2", "disclosure/procurement/amount": "167900",
		},
		0,
		map[model.Ref]string{
			"overview/intro": "2020年,在委、政府的正确领导", "overview/active": "2020年,我党委、政府高度重视", "overview/on-request": "按照政府信息依申请公开",
			"overview/part-1": "2020年我认真按照《条例》", "overview/management": "在公开政府信息前", "overview/platform": "2020年,我为加强",
			"overview/supervision": "为了保证信息报送", "problems/problems": "今年我政务公开工作", "problems/improvements": "针对存在的问题", "other": "2020年,在政府办",
		},
	},
	{
		"001_ae40354b57ac477a.txt", "2019", "重庆市涪陵区南沱镇人民政府", model.Township, 2020, "重庆市涪陵区南沱镇人民政府关于2020年政府信息公开工作年度报告",
		nil, 0,
		map[model.Ref]string{
			"overview/part-1": "一是强化组织领导", "overview/part-2": "严格按照《中华人民共和国", "overview/management": "根据《中华人民共和国",
			"overview/platform": "一是充实平台建设", "overview/supervision": "成立政府信息公开监督", "problems/problems": "2020年，南沱镇", "other": "无",
		},
	},
	{
		"002_6ca37e39d4cbdb7c.txt", "2019", "尧都区水塔街办事处", model.Subdistrict, 2020, "尧都区水塔街办事处2020年政务信息公开工作年度报告",
		map[model.Ref]string{"disclosure/procurement/projects": "15", "disclosure/procurement/amount": "14.73万元"},
		138,
		map[model.Ref]string{
			"preface": "按照《临汾市尧都区", "overview/intro": "（一）提高认识，加强领导。", "problems/problems": "（一）存在的主要问题和困难。",
			"problems/improvements": "（二）具体的解决办法", "other": "无",
		},
	},
	{
		"003_1c522d71bccbaf40.txt", "2008", "下達河鄉", model.Township, 2018, "鄉鎮信息公開情況説明報告", nil, 0,
		map[model.Ref]string{
			"preface": "根據《中華人民共和國", "overview/intro": "《中華人民共和國政府信息公開條例》", "overview/active": "2018年度共主動公開", "overview/on-request": "(一)無依申請公開",
			"consult": "2018年,共受理", "appeals/note": "2018年底無", "problems/problems": "一是信息公開的深度", "problems/improvements": "下一步將",
		},
	},
	{
		"004_6e2546a832e75983.txt", "2019", "齐家镇", model.Township, 2020, "齐家镇2020年政府信息公开工作年度报告",
		map[model.Ref]string{"disclosure/penalties/last-year": "12", "disclosure/coercion/last-year": "1"},
		0,
		map[model.Ref]string{"preface": "根据《中华人民共和国", "overview/intro": "2020年，我镇根据", "problems/problems": "我镇政务公开工作", "other": "无"},
	},
}

func TestSeeds(t *testing.T) {
	if _, err := os.Stat(seeds); err != nil {
		t.Skip("the real reports are not beside the project; skipping them:", err)
	}
	for _, c := range seedFacts {
		t.Run(c.file[:3], func(t *testing.T) {
			path := filepath.Join(seeds, c.file)
			draft, err := Open(path, sample.Editions(t))
			if err != nil {
				t.Fatal(err)
			}
			r := draft.Report
			if r.Edition.ID != c.edition || r.Office != c.office || r.Kind != c.kind || r.Year != c.year || r.Title != c.title {
				t.Errorf("cover: %s %s %s %d %s", r.Edition.ID, r.Office, r.Kind, r.Year, r.Title)
			}
			if len(draft.Notes) > 0 {
				t.Errorf("notes: %v", draft.Notes)
			}
			blanks := 0
			for _, cell := range r.Edition.Cells() {
				n := r.Value(cell.Ref)
				if n.Blank() && !cell.Optional() {
					blanks++
				}
				if want := c.numbers[cell.Ref]; n.String() != want && (n.String() != "0" || want != "") && !n.Blank() {
					t.Errorf("%s is %q, want %q", cell.Ref, n, want)
				}
			}
			if blanks != c.blanks {
				t.Errorf("%d blank cells, want %d", blanks, c.blanks)
			}
			if _, printed := r.Numbers["disclosure/published/total"]; printed != (c.file[:3] == "004") {
				t.Errorf("the provincial row: %v", printed)
			}
			for id, begins := range c.texts {
				if !strings.HasPrefix(r.Texts[id], begins) {
					t.Errorf("%s does not begin with %s: %.60s", id, begins, r.Texts[id])
				}
			}
			for id := range r.Texts {
				if _, known := c.texts[id]; !known {
					t.Errorf("%s was not expected: %.60s", id, r.Texts[id])
				}
			}
			agreed(t, c.file[:3], model.Check(r, nil))
			nothingLost(t, path, draft)
		})
	}
}

// nothingLost holds that every paragraph of a source stands somewhere in the
// draft, character by character; a heading's number may have another shape.
func nothingLost(t *testing.T, path string, draft *Draft) {
	t.Helper()
	doc, err := source.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	var kept strings.Builder
	r := draft.Report
	kept.WriteString(r.Title + "\n")
	for _, h := range r.Headings() {
		kept.WriteString(h.Title + "\n")
	}
	for id := range r.Texts {
		kept.WriteString(r.Prose(id) + "\n")
	}
	for _, line := range r.Unplaced {
		kept.WriteString(line + "\n")
	}
	all := squeeze(kept.String())
	form := &placing{form: newForm(r.Edition)}
	prose := 0
	for _, b := range doc.Blocks {
		text := strings.TrimSpace(bookmark.ReplaceAllString(b.Text, ""))
		if b.Table != nil || text == "" || form.isLabel(text) || isValue(text) {
			continue
		}
		_, _, rest := splitMark(text)
		for _, line := range []string{text, rest} {
			if line != "" && strings.Contains(all, squeeze(line)) {
				prose += len([]rune(line))
				text = ""
				break
			}
		}
		if text != "" && !strings.Contains("本年新公开数量 本年新制作数量 本年增/减", text) {
			t.Errorf("lost: %s", text)
		}
	}
	if prose < 500 {
		t.Errorf("only %d characters of prose were compared", prose)
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }
