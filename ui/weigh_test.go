package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nianbao/model"
)

// forked is the open example and another report that was made from it.
func forked(t *testing.T, w *Window) (base, theirs *model.Report, cells []model.Ref) {
	t.Helper()
	base = w.report().Clone()
	theirs = base.Clone()
	for _, c := range base.Edition.Cells() {
		if !c.Total() && !c.Optional() {
			cells = append(cells, c.Ref)
		}
	}
	theirs.Apply(model.Change{At: cells[0], New: "91"}, model.Change{At: cells[1], New: "92"}, model.Change{At: "overview/active", New: base.Texts["overview/active"] + "另有一句。"})
	w.change("我的", model.Change{At: cells[1], New: "82"}, model.Change{At: cells[2], New: "83"})
	return base, theirs, cells
}

func (d *sides) line(t *testing.T, ref model.Ref) *weighed {
	t.Helper()
	for _, l := range d.lines {
		if l.ref == ref {
			return l
		}
	}
	t.Fatalf("%s is no line", ref)
	return nil
}

// Every difference is a line; what one side alone has changed is proposed, and what is chosen
// goes into the report as one step.
func TestChoosingByValue(t *testing.T) {
	w := example(t)
	base, theirs, cells := forked(t, w)
	mine := w.report().Clone()
	d := w.weigh(difference{
		title: "不同", names: [2]string{"这里的", "文件里的"}, of: [2]*model.Report{w.report(), theirs}, base: base, confirm: "完成",
		then: func(changes []model.Change) { w.change("合并", changes...) },
	})
	if len(d.lines) != 4 {
		t.Fatalf("%d lines", len(d.lines))
	}
	if says := saying(d.box); !strings.Contains(says, "3 个数、1 段文字（5 字）") || !strings.Contains(says, "两边都改过") {
		t.Errorf("it says %q", says)
	}
	d.line(t, cells[1]).sides[1].Tapped(nil) // both: theirs
	d.box.enter()
	for ref, want := range map[model.Ref]string{cells[0]: "91", cells[1]: "92", cells[2]: "83"} {
		if got, _ := w.report().Get(ref); got != want {
			t.Errorf("%s is %q, not %q", ref, got, want)
		}
	}
	if !strings.HasSuffix(w.report().Texts["overview/active"], "另有一句。") {
		t.Error("the text is not taken")
	}
	w.onUndo()
	if left := model.Apart(w.report(), mine); len(left) > 0 {
		t.Errorf("one step back, %v are apart", left)
	}
}

// Without a mouse: arrows go through the lines and choose, Enter takes, Escape leaves all.
func TestChoosingWithKeys(t *testing.T) {
	w := example(t)
	_, theirs, cells := forked(t, w)
	show := func() *sides {
		return w.weigh(difference{
			title: "不同", names: [2]string{"这里的", "文件里的"}, of: [2]*model.Report{w.report(), theirs}, confirm: "完成",
			then: func(changes []model.Change) { w.change("合并", changes...) },
		})
	}
	press := func(keys ...fyne.KeyName) {
		for _, key := range keys {
			w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
		}
	}
	before := w.report().Clone()
	show()
	press(fyne.KeyEnd, fyne.KeyRight, fyne.KeyEscape)
	if len(model.Apart(w.report(), before)) > 0 || w.asking() {
		t.Fatal("left, it changes something, or it stays")
	}
	d := show()
	press(fyne.KeyHome, fyne.KeyRight, fyne.KeyEnd, fyne.KeyRight, fyne.KeyLeft)
	at := d.lines[0].ref
	press(fyne.KeyReturn)
	if got := model.Apart(w.report(), before); len(got) != 1 || got[0] != at {
		t.Errorf("taken are %v, not %s", got, at)
	}
	_ = cells
}

func TestAllOfOneSide(t *testing.T) {
	w := example(t)
	_, theirs, _ := forked(t, w)
	d := w.weigh(difference{
		title: "不同", names: [2]string{"这里的", "文件里的"}, of: [2]*model.Report{w.report(), theirs}, confirm: "完成",
		then: func(changes []model.Change) { w.session.Group("合并", time.Now(), changes...) },
	})
	d.onAll(1)
	d.box.enter()
	if left := model.Apart(w.report(), theirs); len(left) > 0 {
		t.Errorf("%v are still apart", left)
	}
}
