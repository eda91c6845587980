package ui

import (
	"strings"
	"testing"
	"time"

	"nianbao/model"
)

// The button of a slip of the pen mends the text as it is now: what was typed since the
// list was made stays.
func TestAFixTakesNothingBack(t *testing.T) {
	w := example(t)
	const ref model.Ref = "overview/platform"
	text := w.report().Texts[ref]
	w.change("改", model.Change{At: ref, New: text + "标椎化建设有进展。"})
	w.settle()
	var old item
	for _, it := range w.items() {
		if it.Rule == "typo" {
			old = it
		}
	}
	if old.act != "改正" {
		t.Fatalf("the button says %q", old.act)
	}
	w.change("改", model.Change{At: ref, New: text + "标椎化建设有进展。又写了一句。"})
	w.onFix(old)
	if got := w.report().Texts[ref]; got != text+"标准化建设有进展。又写了一句。" {
		t.Error(got)
	}
	w.onFix(old) // mended already
	if got := w.report().Texts[ref]; !strings.HasSuffix(got, "标准化建设有进展。又写了一句。") {
		t.Error(got)
	}
}

func TestTheWindowKnowsTheDay(t *testing.T) {
	w := example(t)
	w.today = func() time.Time { return time.Date(2027, 1, 30, 9, 0, 0, 0, time.Local) }
	w.check()
	if len(w.found) != 1 || w.found[0].Rule != "deadline" {
		t.Errorf("%v", w.found)
	}
}
