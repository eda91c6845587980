package model_test

import (
	"testing"

	"nianbao/model"
	"nianbao/model/sample"
)

// What nobody sees is found, and at a click the text is what it looked like.
func TestUnseenIsFound(t *testing.T) {
	for _, c := range []struct{ text, words, mended string }{
		{"全年受\u200b理申请3件。", "受\u200b理", "全年受理申请3件。"},
		{"\ufeff全年受\u00ad理申请\u200d3件\u2060。", "\ufeff全", "全年受理申请3件。"},
		{"共公开\u202e21\u202c条。", "开\u202e2", "共公开21条。"},
		{"共公开\u206721\u2069条，\u200f其中公告\u200e3条。", "开\u20672", "共公开21条，其中公告3条。"},
		{"全年公开\x00信息\x1b12条\u009f。", "开\x00信", "全年公开信息12条。"},
		{"全年公开\uffff信息\u3164\U000e004112条。", "开\uffff信", "全年公开信息12条。"},
		{"全年公开信\ufffd12条。", "\ufffd", ""},
		{"{requests/new/total}\u200b件", "4\u200b件", "{requests/new/total}件"},
	} {
		r, found := foundIn(t, "unseen", c.text)
		for n := 0; len(found) > 0 && found[0].Fix != nil && n < 3; n++ {
			if n == 0 && found[0].Words != c.words || found[0].Level != model.Warning {
				t.Errorf("%q: %q, want %q", c.text, found[0].Words, c.words)
			}
			r.Apply(found[0].Fix...)
			_, found = foundIn(t, "unseen", r.Texts["overview/platform"])
		}
		if c.mended == "" {
			if len(found) != 1 || found[0].Words != c.words {
				t.Errorf("%q: %v", c.text, found)
			}
		} else if got := r.Texts["overview/platform"]; got != c.mended || len(found) > 0 {
			t.Errorf("%q became %q, and still %v", c.text, got, found)
		}
	}
}

// The title and the body's name are looked at too.
func TestUnseenInTitle(t *testing.T) {
	r := sample.Example(t)
	title, office := r.Title, r.Office
	r.Apply(model.Change{At: model.RefTitle, New: title[:3] + "\u200b" + title[3:]}, model.Change{At: model.RefOffice, New: office + "\u202e"})
	for _, f := range model.Check(r, nil) {
		if f.Rule == "unseen" {
			r.Apply(f.Fix...)
		}
	}
	if r.Title != title || r.Office != office {
		t.Errorf("%q, %q", r.Title, r.Office)
	}
}

// What is seen, or belongs to a character that is, is let be.
func TestSeenIsNotUnseen(t *testing.T) {
	for _, text := range []string{
		"葛\U000e0100某、☑\ufe0f已办结，联系人𬭊、龑。", "表内\t空一格。",
		"全角空格\u3000、不换行空格\u00a0、细空格\u2009都占位置。", "第一段。\n第二段。",
	} {
		if _, found := foundIn(t, "unseen", text); len(found) > 0 {
			t.Errorf("%q: %v", text, found)
		}
	}
}
