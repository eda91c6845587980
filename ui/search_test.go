package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestSearchGoesFromPlaceToPlaceAndReplaces(t *testing.T) {
	w := example(t)
	w.onSearch()
	s := w.search
	if w.win.Canvas().Focused() != fyne.Focusable(s.words) {
		t.Fatal("the bar does not take the caret")
	}
	test.Type(s.words, "信息公开")
	matches := w.report().Search("信息公开")
	if len(matches) < 5 || !strings.Contains(s.tells.Text, "共") {
		t.Fatalf("%d places, told as %q", len(matches), s.tells.Text)
	}
	for i := range len(matches) + 1 { // and round again
		s.step(1)
		m := matches[i%len(matches)]
		f, ok := w.win.Canvas().Focused().(interface{ SelectedText() string })
		if s.at != m || !ok || f.SelectedText() != "信息公开" {
			t.Fatalf("step %d leads to %v with %v selected, not to %v", i, s.at, f, m)
		}
	}
	s.step(-1)
	if s.at != matches[len(matches)-1] {
		t.Errorf("a step back leads to %v", s.at)
	}

	s.by.Put("资讯")
	s.step(1)
	s.replace()
	if got := len(w.report().Search("信息公开")); got != len(matches)-1 {
		t.Errorf("after one replacement %d places are left", got)
	}
	if s.at != w.report().Search("信息公开")[0] {
		t.Errorf("it does not go on to the next place but to %v", s.at)
	}
	s.replaceAll()
	if got := len(w.report().Search("信息公开")); got != 0 || !strings.Contains(s.tells.Text, "已替换") {
		t.Errorf("%d places are left, told as %q", got, s.tells.Text)
	}
	w.onUndo()
	w.onUndo()
	if got := w.report().Search("信息公开"); len(got) != len(matches) {
		t.Errorf("after undo there are %d places, not %d", len(got), len(matches))
	}
	s.words.Put("没有这几个字")
	s.step(1)
	if s.tells.Text != "没有找到" {
		t.Errorf("nothing found is told as %q", s.tells.Text)
	}
	s.words.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.all.Visible() {
		t.Error("Escape leaves the bar open")
	}
}

func TestReplacingByWordsThatHoldTheWords(t *testing.T) {
	w := example(t)
	w.onSearch()
	s := w.search
	s.words.Put("信息公开")
	s.by.Put("政府信息公开")
	n := len(w.report().Search("信息公开"))
	s.step(1)
	for range n {
		s.replace()
	}
	text := ""
	for _, x := range w.report().Texts {
		text += x
	}
	if strings.Contains(text, "政府政府政府信息公开") || len(w.report().Search("信息公开")) != n {
		t.Error("a place was replaced more than once")
	}
}

func TestHelpFollowsThePlace(t *testing.T) {
	w := example(t)
	w.onHelp()
	if !w.help.all.Visible() || w.panel.all.Visible() {
		t.Fatal("the help does not open")
	}
	for _, place := range w.places() {
		w.show(place)
		if place != placeDraft && len(w.help.list.Objects) < 2 {
			t.Errorf("%s has no help", w.placeName(place))
		}
	}
	ref := spoil(t, w)
	w.show(w.placeOf(ref))
	if !strings.Contains(strings.Join(texts(w.help.list), " "), w.report().Edition.Rule("not-a-count").Help[0]) {
		t.Error("the help does not tell of what was found")
	}
	w.onHelp()
	w.show(placeCover)
	if w.help.all.Visible() || !w.panel.all.Visible() {
		t.Error("the findings do not come back")
	}
}

func TestKeysLeadFromFindingToFinding(t *testing.T) {
	w := example(t)
	_, cell, o := someCell(t, w)
	test.Type(o, "两件")
	w.win.Canvas().Unfocus()
	w.show(placeCover)
	w.onKey(&fyne.KeyEvent{Name: fyne.KeyF8})
	if w.place != w.placeOf(cell.Ref) || w.win.Canvas().Focused() != fyne.Focusable(o) {
		t.Errorf("F8 leads to %s", w.placeName(w.place))
	}
	o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	if !w.help.open {
		t.Error("F1 in a cell opens no help")
	}
}
