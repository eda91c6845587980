package model_test

import (
	"slices"
	"testing"
	"time"

	"nianbao/model"
	"nianbao/model/sample"
)

// Each case writes a text and an office's word, and tells what is found and what the fix
// makes of it.
func TestOfficeWords(t *testing.T) {
	for _, c := range []struct {
		name  string
		word  model.Word
		text  string
		words string // "" finds nothing
		says  string
		fixed string // "" for no fix
	}{
		{"not there", model.Word{Word: "村委"}, "由村民委员会公布。", "", "", ""},
		{
			"there, with what to write instead",
			model.Word{Word: "村委", Instead: "村民委员会", Why: "写全称。"},
			"由村委公布，再报村委存档。", "村委", "“村委”是本单位列明不用的字词，应当写“村民委员会”：写全称。", "由村民委员会公布，再报村民委员会存档。",
		},
		{"it depends", model.Word{Word: "绝密"}, "不含绝密内容。", "绝密", "“绝密”是本单位列明不用的字词。", ""},
		{"within a longer word that is right", model.Word{Word: "村委", Except: []string{"村委会", "各村委员"}}, "村委会和各村委员参加。", "", "", ""},
		{
			"both",
			model.Word{Word: "村委", Instead: "村委会", Except: []string{"村委会"}},
			"村委会由村委牵头。", "村委牵", "“村委”是本单位列明不用的字词，应当写“村委会”。", "村委会由村委会牵头。",
		},
		{
			"beside a live number",
			model.Word{Word: "宗", Instead: "件"},
			"收到{requests/new/total}宗。",
			"宗", "“宗”是本单位列明不用的字词，应当写“件”。", "收到{requests/new/total}件。",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := sample.Example(t)
			r.Texts["overview/platform"] = c.text
			settings := &model.Settings{Words: []model.Word{c.word}}
			desk := settings.Desk(r.Office, time.Time{})
			found := slices.DeleteFunc(desk.Check(r, nil), func(f model.Finding) bool {
				return f.Rule != "office-words" || f.At[0] != "overview/platform"
			})
			if c.words == "" {
				if len(found) > 0 {
					t.Errorf("found %v", found)
				}
				return
			}
			if len(found) != 1 || found[0].Words != c.words || found[0].Text != c.says {
				t.Fatalf("found %+v", found)
			}
			if (c.fixed == "") != (found[0].Fix == nil) {
				t.Fatalf("fix %v", found[0].Fix)
			}
			if c.fixed != "" {
				r.Apply(found[0].Fix...)
				if r.Texts["overview/platform"] != c.fixed {
					t.Errorf("became %q", r.Texts["overview/platform"])
				}
			}
		})
	}
}

// The title is looked through as well.
func TestOfficeWordsInTheTitle(t *testing.T) {
	r := sample.Example(t)
	r.Title = "白杨镇2026年政务公开工作总结"
	desk := (&model.Settings{Words: []model.Word{{Word: "总结", Instead: "报告"}}}).Desk(r.Office, time.Time{})
	for _, f := range desk.Check(r, nil) {
		if f.Rule == "office-words" && f.At[0] == model.RefTitle {
			r.Apply(f.Fix...)
		}
	}
	if r.Title != "白杨镇2026年政务公开工作报告" {
		t.Errorf("became %q", r.Title)
	}
}

// What a county hands to all its bodies gives each its own names.
func TestDeskOfABody(t *testing.T) {
	s := &model.Settings{
		Due: "01-20", Above: []string{"青禾县人民政府"},
		Bodies: []model.Body{{Office: "白杨镇人民政府", Names: []string{"白杨发布"}}, {Office: "河湾镇人民政府", Names: []string{"河湾在线"}}},
	}
	if d := s.Desk("河湾镇人民政府 ", time.Time{}); !slices.Equal(d.Names, []string{"河湾在线"}) || d.Due != "01-20" {
		t.Errorf("%+v", d)
	}
	if d := s.Desk("石桥镇人民政府", time.Time{}); d.Names != nil || !slices.Equal(d.Above, s.Above) {
		t.Errorf("%+v", d)
	}
	var none *model.Settings
	if d := none.Desk("白杨镇人民政府", time.Time{}); d.Names != nil || d.Due != "" {
		t.Errorf("%+v", d)
	}
	s.SetNames("白杨镇人民政府", nil)
	s.SetNames("石桥镇人民政府", []string{"石桥发布"})
	s.SetNames("河湾镇人民政府", []string{"河湾镇党委"})
	if len(s.Bodies) != 2 || s.Names("白杨镇人民政府") != nil || !slices.Equal(s.Names("河湾镇人民政府"), []string{"河湾镇党委"}) {
		t.Errorf("%+v", s.Bodies)
	}
}

// Settings that cannot be read are not taken for none.
func TestSettingsThatCannotBeRead(t *testing.T) {
	rec := model.Desk{Unread: true}.Record(sample.Example(t), nil)
	if v := verdictOf(t, rec, "office-words"); v.Outcome() != model.Unasked || v.Note() != "本单位设置读不出来" {
		t.Errorf("%s %q", v.Outcome().Name(), v.Note())
	}
}
