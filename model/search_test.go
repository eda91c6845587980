package model_test

import (
	"testing"

	"nianbao/model"
	"nianbao/model/sample"
)

func TestSearchAndReplace(t *testing.T) {
	for _, c := range []struct {
		name, stored, words, by string
		places                  int
		want                    string // as stored afterwards
	}{
		{"every place", "2025年公开，2025年受理。", "2025年", "2026年", 2, "2026年公开，2026年受理。"},
		{"none", "本年公开。", "2025年", "2026年", 0, "本年公开。"},
		{"not overlapping", "啊啊啊", "啊啊", "哦", 1, "哦啊"},
		{"letters of either size", "Xx与xX", "xx", "甲", 2, "甲与甲"},
		{"by nothing", "现将将情况", "将", "", 2, "现情况"},
		{"not within a live number", "收到{requests/new/total}件新收", "新收", "受理", 1, "收到{requests/new/total}件受理"},
		{"braces stay braces", "甲{{乙}}", "乙", "{丙}", 1, "甲{{{{丙}}}}"},
		{"no words", "甲", "", "乙", 0, "甲"},
		{"longer than the text", "甲", "甲乙丙", "乙", 0, "甲"},
	} {
		r := sample.Example(t)
		r.Title = ""
		for id := range r.Texts {
			r.Apply(model.Change{At: id, Drop: true})
		}
		r.Apply(model.Change{At: "overview/active", New: c.stored})
		matches := r.Search(c.words)
		changes, places := r.ReplaceAll(c.words, c.by)
		if places != c.places || len(matches) != c.places {
			t.Errorf("%s: %d places are found, %d replaced, not %d", c.name, len(matches), places, c.places)
		}
		r.Apply(changes...)
		if got := r.Texts["overview/active"]; got != c.want {
			t.Errorf("%s: %q, not %q", c.name, got, c.want)
		}
	}
}

func TestSearchGoesThroughTitleAndAllProse(t *testing.T) {
	r := sample.Example(t)
	seen := map[model.Ref]bool{}
	for _, m := range r.Search("信息") {
		text, _ := r.Get(m.Ref)
		if got := string([]rune(text)[m.From:m.To]); got != "信息" {
			t.Errorf("%s: %q is found", m.Ref, got)
		}
		seen[m.Ref] = true
	}
	if !seen[model.RefTitle] || !seen["preface"] || len(seen) < 3 {
		t.Errorf("only %v were searched", seen)
	}
}
