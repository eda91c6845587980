package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/model"
	"nianbao/ui/widget"
)

// texts lists what can be read in an object.
func texts(o fyne.CanvasObject) (out []string) {
	for _, part := range test.LaidOutObjects(o) {
		if l, ok := part.(*widget.Label); ok && l.Visible() {
			out = append(out, l.Text)
		}
	}
	return out
}

func TestAWarningIsAcceptedWithAReason(t *testing.T) {
	w := example(t)
	var ref model.Ref // a row that a body of this kind does not fill
	for _, rule := range w.report().Edition.Rules {
		for _, c := range w.report().Edition.Cells() {
			if rule.Kind == "forbidden" && c.Table.ID == rule.Table && c.Row.ID == rule.Row {
				ref = c.Ref
			}
		}
	}
	w.set(ref, "1")
	w.settle()
	warned := slices.DeleteFunc(w.items(), func(it item) bool { return it.Level != model.Warning })
	if len(warned) != 1 || w.state(w.placeOf(ref)).sign != "!" {
		t.Fatalf("%d warnings, the section is shown as %q", len(warned), w.state(w.placeOf(ref)).sign)
	}
	it := warned[0]

	w.onAccept(it)
	if len(w.boxes) != 1 {
		t.Fatal("no reason is asked for")
	}
	reason, ok := w.win.Canvas().Focused().(*widget.Field)
	if !ok {
		t.Fatal("the caret is not where the reason is written")
	}
	w.boxes[0].enter()
	if len(w.boxes) != 1 || len(w.report().Accepted) != 0 {
		t.Fatal("a warning is accepted without a reason")
	}
	test.Type(reason, "县里委托制定")
	w.boxes[0].enter()
	if got := w.report().Accepted[it.Key()]; got != "县里委托制定" {
		t.Fatalf("the reason kept is %q", got)
	}
	if s := w.state(w.placeOf(ref)); s.sign != "✓" || len(w.panel.rows) != 0 {
		t.Errorf("accepted, the section is shown as %q and %d findings are listed", s.sign, len(w.panel.rows))
	}
	w.show(placeCheck)
	if all := strings.Join(texts(w.view.object()), "\n"); !strings.Contains(all, "已说明：县里委托制定") {
		t.Errorf("the full list does not show the reason:\n%s", all)
	}
	w.auto.write()
	if got := kept(t, w, w.file.Path).Accepted[it.Key()]; got != "县里委托制定" {
		t.Errorf("the file has %q", got)
	}

	w.onUndo()
	if len(w.report().Accepted) != 0 {
		t.Error("undo does not take the reason back")
	}
	w.onRedo()
	w.onWithdraw(slices.DeleteFunc(w.items(), func(it item) bool { return it.Accepted == "" })[0])
	if s := w.state(w.placeOf(ref)); s.sign != "!" {
		t.Errorf("withdrawn, the section is shown as %q", s.sign)
	}
}
