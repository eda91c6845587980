package model_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/sample"
)

func TestTakeover(t *testing.T) {
	last := sample.Example(t)
	last.Apply(model.Change{At: "requests/carried-out/person", New: "2"}, model.Change{At: "requests/carried-out/legal", New: "两件"})
	r := model.Takeover(last, 2027, last.Edition)
	if r.Year != 2027 || r.Office != last.Office || r.Kind != last.Kind || r.Title != "白杨镇人民政府2027年政府信息公开工作年度报告" {
		t.Errorf("the cover: %d %s %s %s", r.Year, r.Office, r.Kind, r.Title)
	}
	if len(r.Texts) > 0 || len(r.Accepted) > 0 || r.Outline != nil {
		t.Errorf("prose is copied: %v", r.Texts)
	}
	got := map[model.Ref]string{}
	for ref, n := range r.Numbers {
		got[ref] = n.String()
	}
	want := map[model.Ref]string{
		"requests/carried-in/person": "2", "requests/carried-in/business": "0", "requests/carried-in/research": "0",
		"requests/carried-in/charity": "0", "requests/carried-in/other-org": "0",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("numbers %v, want %v", got, want)
	}
	for _, f := range model.Check(r, last) {
		if f.Rule == "carried-in" {
			t.Errorf("%s", f.Text)
		}
	}
}

// A stock follows once what came and what went is known, and not before.
func TestFollowing(t *testing.T) {
	last := sample.Example(t)
	r := model.Takeover(last, 2027, last.Edition)
	if got := r.Following(last); got != nil {
		t.Errorf("after the take-over nothing is left: %v", got)
	}
	r.Apply(model.Change{At: "disclosure/documents/issued", New: "3"})
	if got := r.Following(last); got != nil {
		t.Errorf("what was repealed is not known: %v", got)
	}
	r.Apply(model.Change{At: "disclosure/documents/repealed", New: "1"})
	if got := r.Following(last); len(got) != 1 || got[0] != (model.Change{At: "disclosure/documents/in-force", New: "11"}) {
		t.Errorf("9 and 3 less 1 is 11: %v", got)
	}
	r.Apply(model.Change{At: "disclosure/documents/repealed", New: "20"})
	if got := r.Following(last); got != nil {
		t.Errorf("a stock is never negative: %v", got)
	}
	r.Year = 2028
	r.Apply(model.Change{At: "disclosure/documents/repealed", New: "1"})
	if got := r.Following(last); got != nil {
		t.Errorf("not the year before: %v", got)
	}

	old := full2019(t)
	old.Year = 2019
	old.Apply(model.Change{At: "disclosure/penalties/last-year", New: "12"}, model.Change{At: "disclosure/penalties/change", New: "-3"})
	next := model.Takeover(old, 2020, old.Edition)
	if got := next.Value("disclosure/penalties/last-year").String(); got != "9" {
		t.Errorf("last year's 12 less 3: %q", got)
	}
}

func outlineIDs(r *model.Report) (out []string) {
	for _, h := range r.Headings() {
		out = append(out, h.ID+" "+h.Mark+h.Title)
	}
	return out
}

func TestTakeoverOutline(t *testing.T) {
	last := sample.Example(t)
	last.Outline = model.NewReport(last.Edition, "", "", 0).Headings()
	i := slices.IndexFunc(last.Outline, func(h model.Heading) bool { return h.ID == "overview/platform" })
	last.Outline[i].Title = "公开平台"
	last.Outline = slices.Insert(last.Outline, i+1, model.Heading{ID: "overview/part-1", Title: "收费及减免", Mark: "(三)"})
	last.Outline = slices.DeleteFunc(last.Outline, func(h model.Heading) bool { return h.ID == "appeals" || h.ID == "overview/management" })
	last.Outline[0].Title = "工作概况"
	got := strings.Join(outlineIDs(model.Takeover(last, 2027, last.Edition)), "\n")
	const want = `overview 总体情况
overview/active 主动公开
overview/on-request 依申请公开
overview/platform 公开平台
overview/part-1 收费及减免
overview/supervision 监督保障
disclosure 主动公开政府信息情况
requests 收到和处理政府信息公开申请情况
appeals 政府信息公开行政复议、行政诉讼情况
problems 存在的主要问题及改进情况
problems/problems 存在的主要问题
problems/improvements 改进情况
other 其他需要报告的事项`
	if got != want {
		t.Errorf("got\n%s", got)
	}
}

// Whatever last year's report is like: the new one has every section of the form
// in order, and every text of last year's has a place beside it.
func TestTakeoverRandom(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	all := sample.Editions(t)
	for range 400 {
		last := sample.Report(random, all[random.IntN(len(all))])
		year := last.Year + 1
		r := model.Takeover(last, year, all.ForYear(year))
		for _, f := range model.Check(r, last) {
			switch f.Rule {
			case "section-missing", "section-order", "old-edition", "carried-in", "last-year-roll", "in-force-roll", "not-a-count":
				if !strings.HasSuffix(f.Text, "还没有内容。") {
					t.Fatalf("%s %v: %s", last.Edition.ID, last.Headings(), f.Text)
				}
			}
		}
		ids := map[model.Ref]bool{r.Edition.Preface.ID: true}
		for _, p := range r.Parts() {
			for _, x := range p.Texts {
				if ids[x.ID] {
					t.Fatalf("%s twice", x.ID)
				}
				ids[x.ID] = true
			}
		}
		seen := map[model.Ref]int{}
		for at, list := range r.LastYear(last) {
			if !ids[at] {
				t.Fatalf("beside %s, which is not there", at)
			}
			for _, p := range list {
				seen[p.ID]++
			}
		}
		for _, p := range last.Parts() {
			for _, x := range p.Texts {
				want := 0
				if len(model.Paragraphs(last.Texts[x.ID])) > 0 {
					want = 1
				}
				if seen[x.ID] != want {
					t.Fatalf("%s %v: %s of last year's is shown %d times", last.Edition.ID, last.Headings(), x.ID, seen[x.ID])
				}
			}
		}
	}
}

func TestLastYear(t *testing.T) {
	last, r := sample.Example(t), sample.Example(t)
	last.Outline = []model.Heading{
		{ID: "overview", Title: "总体情况"},
		{ID: "overview/active", Title: "主动公开"},
		{ID: "overview/part-1", Title: "政府信息公开的收费及减免情况"},
		{ID: "overview/part-2", Title: "政务新媒体"},
		{ID: "problems", Title: "存在的主要问题及改进情况"},
		{ID: "part-1", Title: "附则"},
	}
	r.Outline = append([]model.Heading{{ID: "overview", Title: "总体情况"}, {ID: "overview/part-1", Title: "政务新媒体建设"}, {ID: "overview/part-2", Title: "收费及减免"}}, r.Headings()[1:]...)
	last.Texts = map[model.Ref]string{"preface": "前", "overview/intro": "引", "overview/active": "甲", "overview/part-1": "费", "overview/part-2": "媒", "problems/improvements": "改", "part-1": "附", "other": " \n"}
	last.Texts["overview/management"] = "管" // under a subheading that this year's report has not
	r.Outline = slices.DeleteFunc(r.Outline, func(h model.Heading) bool { return h.ID == "overview/management" })
	delete(r.Texts, "overview/management")
	got := map[model.Ref]string{}
	for at, list := range r.LastYear(last) {
		for _, p := range list {
			got[at] += last.Texts[p.ID]
		}
	}
	want := map[model.Ref]string{"preface": "前", "overview/intro": "引管", "overview/active": "甲", "overview/part-1": "媒", "overview/part-2": "费", "problems/improvements": "改", "other": "附"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestSince(t *testing.T) {
	all := sample.Editions(t)
	for _, c := range []struct{ old, now, want string }{
		{"2021", "2021", ""},
		{"2008", "2019", "2019年度起用新的格式（国办公开办函〔2019〕60号）：新增表二“主动公开政府信息情况”；新增表三“收到和处理政府信息公开申请情况”；新增表四“政府信息公开行政复议、行政诉讼情况”。"},
		{"2019", "2021", "2021年度起用新的格式（国办公开办函〔2021〕30号）：表二不再填“其他对外管理服务事项”“政府集中采购”，“规章”“行政规范性文件”改填本年制发件数、本年废止件数、现行有效件数，“行政许可”“行政处罚”“行政强制”不再填上一年项目数量、本年增/减，“行政事业性收费”改填本年收费金额（单位：万元）；表三“（六）其他处理”分为 3 行。"},
	} {
		if got := all.ByID(c.now).Since(all.ByID(c.old)); got != c.want {
			t.Errorf("%s after %s:\n%s\nwant\n%s", c.now, c.old, got, c.want)
		}
	}
}
