package ui

import (
	"testing"

	"nianbao/model"
)

func TestAPhraseIsOneStepBack(t *testing.T) {
	w := example(t)
	const ref = "overview/on-request"
	p := passageFor(t, w, ref, "本年")
	checks := 0
	w.session.Watch(func(changed []model.Ref) {
		checks++
		w.onChange(changed)
	})
	for _, phrase := range []string{"政府信息", "公开", "申请"} {
		p.field.TypedPhrase(phrase)
	}
	if checks != 3 {
		t.Errorf("three phrases are checked %d times", checks)
	}
	for _, r := range "2026" {
		p.field.TypedRune(r)
	}
	for _, want := range []string{"本年政府信息公开申请", "本年政府信息公开", "本年政府信息", "本年"} {
		w.onUndo()
		if got := w.report().Texts[ref]; got != want || p.field.Text != want {
			t.Fatalf("after undo stored is %q, shown %q, not %q", got, p.field.Text, want)
		}
	}
	w.onRedo()
	if got := w.report().Texts[ref]; got != "本年政府信息" {
		t.Errorf("after redo: %q", got)
	}
}

func TestAPhraseBehindALiveNumber(t *testing.T) {
	w := example(t)
	const ref = "overview/on-request"
	p := passageFor(t, w, ref, "收到{"+newTotal+"}")
	p.field.TypedPhrase("件，")
	if got, want := w.report().Texts[ref], "收到{"+newTotal+"}件，"; got != want {
		t.Errorf("stored is %q, not %q", got, want)
	}
}

// Full-width digits are figures like others.
func TestFullWidthDigitsInACell(t *testing.T) {
	w := example(t)
	_, cell, input := someCell(t, w)
	w.win.Canvas().Focus(input)
	for _, digit := range []string{"１", "２"} {
		input.TypedPhrase(digit)
	}
	if got := w.report().Value(cell.Ref); got.String() != "12" {
		t.Errorf("１２ is read as %q", got.String())
	}
	input.FocusLost()
	w.onUndo()
	w.onUndo()
	if got := w.report().Value(cell.Ref); got.String() == "12" || got.String() == "1" {
		t.Errorf("undo leaves %q", got.String())
	}
}
