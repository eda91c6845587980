package model_test

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/sample"
)

// The tables of the example: 4 new and 1 carried in, 3 granted, 1 partly, 1 not held, none
// carried out; one review, upheld; no suit. Each text says something of them.
func TestTold(t *testing.T) {
	for _, c := range []struct {
		text string
		want string // rule and words of each finding
	}{
		{"全年新收政府信息公开申请4件，上年结转1件，办结5件，其中予以公开3件。", ""},
		{"全年收到政府信息公开申请5件（含上年结转1件）。", ""},
		{"全年收到政府信息公开申请6件。", "text-number 收到政府信息公开申请6件"},
		{"全年收到政府信息公开申请六件，予以公开２件。", "text-number 收到政府信息公开申请六件; text-number 予以公开２件"},
		{"本年度共受理申请4件，3件予以公开，2件部分公开，1件本机关不掌握、无法提供。", "text-number 2件部分公开; text-parts 4件，3件予以公开，2件部分公开，1件"},
		{"全年未收到政府信息公开申请。", "text-claim 未收到政府信息公开申请"},
		{"全年收到的申请均已办结，没有结转下年度的申请。", ""},
		{"结转下年度继续办理2件。", "text-number 结转下年度继续办理2件"},
		{"2025年结转1件，结转2027年继续办理0件。", ""},
		{"2025年结转2件，结转至2027年继续办理1件。", "text-number 2025年结转2件; text-number 继续办理1件"},
		{"全年没有因政府信息公开引发的行政诉讼。", ""},
		{"全年没有因政府信息公开引发的行政复议和行政诉讼。", "text-claim 没有因政府信息公开引发的行政复议"},
		{"因政府信息公开引起的行政复议2件、行政诉讼0件。", "text-number 行政复议2件"},
		{"发生行政复议1件，结果维持1件。", ""},
		{"较2025年的3件增加1件，2025年收到申请3件。", ""},
		{"全年接待来访咨询60人次，收到信访件7件，办结7件。", ""},
	} {
		r := sample.Example(t)
		r.Texts["overview/on-request"] = c.text
		var found []string
		for _, f := range model.Check(r, nil) {
			if f.Level == model.Error || strings.HasPrefix(f.Rule, "text-") {
				found = append(found, fmt.Sprintf("%s %s", f.Rule, f.Words))
			}
			if f.Words != "" && !strings.Contains(c.text, f.Words) {
				t.Errorf("%s: marks %q, which does not stand there", c.text, f.Words)
			}
		}
		if got := strings.Join(found, "; "); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestAllDecided(t *testing.T) {
	r := sample.Example(t)
	r.Apply(model.Change{At: "requests/total/person", New: "3"}, model.Change{At: "requests/carried-out/person", New: "1"})
	r.Texts["overview/on-request"] = "收到申请4件，均已办结。"
	found := false
	for _, f := range model.Check(r, nil) {
		found = found || f.Rule == "text-claim" && f.Words == "均已办结"
	}
	if !found {
		t.Error("均已办结 goes through with an application carried out")
	}
}

// What is told of a whole county is the county's own, and no other body's.
func TestToldOfPlace(t *testing.T) {
	for office, want := range map[string]bool{
		"青禾县人民政府": true, "青禾县人民政府办公室": true, "青禾县白杨镇人民政府": false, "青禾县水利局": false, "河州市人民政府": false, "": false,
	} {
		for _, text := range []string{"全县收到政府信息公开申请32件。", "县政府收到政府信息公开申请32件。"} {
			r := told(t)
			r.Office = office
			r.Apply(model.Change{At: "requests/new/person", New: "24"})
			if found := says(r, "overview/on-request", text, "text-number"); (found != nil) != want {
				t.Errorf("%s of %q finds %q", text, office, found)
			}
		}
	}
}
