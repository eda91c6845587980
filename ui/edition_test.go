package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/assets"
	"nianbao/export"
	"nianbao/export/format"
	"nianbao/model"
	"nianbao/model/store"
)

// A form of a year to come, which no line of Go knows: its data alone make its
// views, checks, pages and exports.
func TestAFormOfAYearToComeNeedsDataOnly(t *testing.T) {
	w := open(t)
	b, err := os.ReadFile("testdata/2031.json")
	if err != nil {
		t.Fatal(err)
	}
	e, err := model.ReadEdition(b, assets.Editions())
	if err != nil {
		t.Fatal(err)
	}
	w.editions = append(w.editions[:len(w.editions):len(w.editions)], e)
	if got := formOf(w.editions.ForYear(2031), 2031); !strings.Contains(got, "国办公开办函〔2031〕7号规定的格式：四个部分，两张表") {
		t.Errorf("the dialog says %q", got)
	}
	w.begin("白杨镇人民政府", "", 2031)
	if w.report().Edition != e || w.report().Title != "白杨镇人民政府2031年度公开报告" {
		t.Fatalf("the year opens %q by edition %s", w.report().Title, w.report().Edition.ID)
	}
	for _, c := range e.Cells() {
		w.reveal(c.Ref)
		v, ok := w.view.(*table)
		if !ok {
			t.Fatalf("%s has no table", c.Ref)
		}
		if c.Total() {
			if v.sums[c.Ref] == nil {
				t.Errorf("%s is no sum", c.Ref)
			}
			continue
		}
		if v.inputs[c.Ref] == nil {
			t.Fatalf("%s has no cell", c.Ref)
		}
		w.set(c.Ref, "0")
	}
	w.set("services/answered/phone", "3")
	w.set("services/open/phone", "1")
	w.set("services/done/phone", "2")
	w.settle()
	w.reveal("services/answered/phone")
	if got := w.view.(*table).balance.columns[0].shown.Text; got != "× 差2" {
		t.Errorf("the balance says %q", got)
	}
	wrong := 0
	for _, f := range w.shown {
		if f.Rule == "services-balance" {
			wrong++
			if want := "电话一列：一加二为 4，三加四为 2，相差 2。"; f.Text != want {
				t.Errorf("the finding says %q, not %q", f.Text, want)
			}
		}
	}
	if wrong != 1 { // the total follows from the column
		t.Errorf("%d findings about the balance", wrong)
	}
	w.set("services/left/phone", "2")

	w.reveal("summary/digital")
	p := w.passageAt("summary/digital")
	p.onSentence(w.report().Fill(e.Text("summary/digital").Patterns[0]))
	w.set("summary/people", "全年培训三次。")
	w.set("closing", "无其他事项。")
	if got := w.report().Prose("summary/digital"); got != "本年回应咨询3次，办结2次。" {
		t.Errorf("the sentence prints %q", got)
	}
	w.settle()
	if n := model.Count(w.found, model.Error); n != 0 {
		t.Errorf("filled in, it has errors: %v", w.found)
	}
	for _, place := range w.places() {
		w.show(place)
		if w.place != place {
			t.Errorf("%s does not open", place)
		}
	}

	d := export.Compose(w.report())
	for _, f := range format.All {
		path := filepath.Join(t.TempDir(), "2031."+f.Ending)
		if err := write(path, f, d); err != nil {
			t.Fatalf("%s: %v", f.ID, err)
		}
		if f.Fixed {
			continue
		}
		r, _, _, err := w.load(path)
		if err != nil {
			t.Fatalf("%s: %v", f.ID, err)
		}
		if diff := model.Differences(w.report(), r); len(diff) > 0 {
			t.Errorf("%s reads back differently at %v", f.ID, diff)
		}
	}
	path := filepath.Join(t.TempDir(), "2031.nianbao")
	w.saveTo(store.New(path), func() {})
	if r, _, err := store.Open(path, w.editions); err != nil || !model.Same(r, w.report()) {
		t.Errorf("the file reads back differently: %v", err)
	}
}
