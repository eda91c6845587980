package model_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"nianbao/model"
	"nianbao/model/sample"
)

// verdictOf is what a record says of a rule.
func verdictOf(t testing.TB, rec *model.Record, rule string) model.Verdict {
	t.Helper()
	i := slices.IndexFunc(rec.Verdicts, func(v model.Verdict) bool { return v.Rule.ID == rule })
	if i < 0 {
		t.Fatalf("the record is silent about %s", rule)
	}
	return rec.Verdicts[i]
}

// Each case changes the example, checks it without last year's report or with it, and
// tells what the record says of a rule.
func TestRecord(t *testing.T) {
	set := func(ref model.Ref, value string) model.Change { return model.Change{At: ref, New: value} }
	accept := set(model.AcceptRef("text-number overview/on-request requests/new/total 收到政府信息公开申请7件"), "另有2件转交其他机关。")
	for _, c := range []struct {
		name    string
		changes []model.Change
		last    bool
		rule    string
		outcome model.Outcome
		extent  string
		note    string
	}{
		{"totals that the program works out hold", nil, false, "requests-row-sum", model.Kept, "25 行", ""},
		{
			"where a cell is empty they are not known",
			[]model.Change{{At: "requests/granted/person", Drop: true}},
			false, "requests-row-sum", model.Unasked, "23 行", "另有 2 行数字不全，没有核对",
		},
		{
			"a wrong total",
			[]model.Change{set("requests/granted/total", "6")},
			false, "requests-row-sum", model.Faulty, "25 行", "1 处错误",
		},
		{"without last year's report nothing is carried in", nil, false, "carried-in", model.Unasked, "", "没有载入去年的报告"},
		{"with it each column is held against it", nil, true, "carried-in", model.Kept, "6 列", ""},
		{"no statement, nothing to hold", []model.Change{set("overview/on-request", "规范办理。")}, false, "text-percent", model.Idle, "", ""},
		{
			"a number of the prose that is not the table's",
			[]model.Change{set("overview/on-request", "全年收到政府信息公开申请7件。")},
			false, "text-number", model.Faulty, "1 处", "1 处警告",
		},
		{
			"the same, accepted with a reason",
			[]model.Change{set("overview/on-request", "全年收到政府信息公开申请7件。"), accept},
			false, "text-number", model.Excused, "1 处", "1 处已说明理由",
		},
		{
			"a statement about an empty cell cannot be held against it",
			[]model.Change{set("overview/on-request", "全年收到政府信息公开申请7件。"), {At: "requests/new/person", Drop: true}},
			false, "text-number", model.Unasked, "", "1 处数字不全，没有核对",
		},
		{"rules are for those who may make them", []model.Change{set(model.RefKind, "city")}, false, "rules-made", model.Idle, "", ""},
		{"who made them must be known", []model.Change{{At: model.RefKind, Drop: true}}, false, "rules-made", model.Unasked, "", "没有选单位类别"},
		{"the desk's day is not known", nil, false, "deadline", model.Unasked, "", "不知道核对的日期或者报告年度"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := sample.Example(t)
			for _, id := range []model.Ref{"overview/active", "overview/on-request", "overview/management", "overview/platform", "overview/supervision", "problems/problems", "problems/improvements"} {
				if c.rule != "requests-row-sum" && r.Texts[id] != "" {
					r.Texts[id] = "已经完成。"
				}
			}
			r.Apply(c.changes...)
			var last *model.Report
			if c.last {
				last = lastYear(t)
			}
			v := verdictOf(t, model.Desk{}.Record(r, last), c.rule)
			if v.Outcome() != c.outcome || v.Extent() != c.extent || v.Note() != c.note {
				t.Errorf("%s: %s, %q, %q (found %v)\nwant %s, %q, %q", c.rule,
					v.Outcome().Name(), v.Extent(), v.Note(), v.Found, c.outcome.Name(), c.extent, c.note)
			}
		})
	}
}

// A record has the findings of the check, every rule once, and words that stand in the
// report; where they do not hold there is a finding.
func TestRecordTellsTheFindings(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 14))
	desk := model.Desk{Today: time.Date(2027, 1, 20, 0, 0, 0, 0, time.UTC)}
	compared := 0
	for _, e := range sample.Editions(t) {
		for range 40 {
			r, last := sample.Report(random, e), sample.Report(random, e)
			last.Year = r.Year - 1
			rec := desk.Record(r, last)
			if len(rec.Verdicts) != len(e.Rules) {
				t.Fatalf("%d verdicts on %d rules", len(rec.Verdicts), len(e.Rules))
			}
			var told, found []string
			for _, v := range rec.Verdicts {
				for _, f := range v.Found {
					told = append(told, tell(f))
				}
				if (v.Outcome() == model.Kept || v.Outcome() == model.Idle) && len(v.Found) > 0 {
					t.Errorf("%s is %s with findings", v.Rule.ID, v.Outcome().Name())
				}
			}
			for _, f := range desk.Check(r, last) {
				found = append(found, tell(f))
			}
			slices.Sort(told)
			slices.Sort(found)
			if !slices.Equal(told, found) {
				t.Errorf("told %v\nfound %v", told, found)
			}
			for _, said := range rec.Compared {
				compared++
				if !strings.Contains(strings.ReplaceAll(r.Prose(said.At), "\n", ""), strings.ReplaceAll(said.Words, "\n", "")) {
					t.Errorf("%q is not in %s", said.Words, said.At)
				}
			}
		}
	}
	for _, said := range (model.Desk{}).Record(sample.Full(), nil).Compared {
		compared++
		if said.With == "" || !said.Holds {
			t.Errorf("a finished report: %+v", said)
		}
	}
	if compared == 0 {
		t.Error("nothing was compared")
	}
}

// Every rule says in Chinese what it is and what it asks, without repeating itself.
func TestRulesHaveNames(t *testing.T) {
	names := map[string]string{}
	for _, e := range sample.Editions(t) {
		for _, r := range e.Rules {
			if len(r.Help) == 0 || len([]rune(r.Name)) > 24 {
				t.Errorf("%s: name %q, help %q", r.ID, r.Name, r.Help)
			}
			if id, there := names[r.Name]; there && id != r.ID {
				t.Errorf("%s and %s are both called %s", r.ID, id, r.Name)
			}
			names[r.Name] = r.ID
		}
	}
}
