package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"nianbao/model"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

// fromOutside changes the file of the open report as another program does.
func fromOutside(t *testing.T, w *Window, changes ...model.Change) (theirs *model.Report) {
	t.Helper()
	r, f, err := store.Open(w.file.Path, w.editions)
	if err != nil {
		t.Fatal(err)
	}
	r.Apply(changes...)
	if err := f.Save(r); err != nil {
		t.Fatal(err)
	}
	return r
}

// twoCells are two cells that can be typed into.
func twoCells(w *Window) (a, b model.Ref) {
	var out []model.Ref
	for _, c := range w.report().Edition.Cells() {
		if !c.Total() && !c.Optional() {
			out = append(out, c.Ref)
		}
	}
	return out[0], out[1]
}

// offered are the names of the notice's buttons.
func offered(w *Window) (out []string) {
	for _, o := range w.notice.side.Objects {
		out = append(out, o.(*widget.Button).Text)
	}
	return out
}

// versions are the reports among a file's versions.
func versions(t *testing.T, w *Window) (out []*model.Report) {
	t.Helper()
	for _, v := range w.history.Versions(w.file.Path) {
		out = append(out, kept(t, w, v.Path))
	}
	return out
}

func among(reports []*model.Report, r *model.Report) bool {
	return slices.ContainsFunc(reports, func(v *model.Report) bool { return len(model.Apart(v, r)) == 0 })
}

// A change from outside is noticed without a save; until the clerk has decided, the file is
// left alone, and what is typed is in the program's own copy.
func TestAChangeFromOutsideIsNoticed(t *testing.T) {
	w := example(t)
	a, b := twoCells(w)
	w.outside.look()
	if w.notice.shown() {
		t.Fatal("something is told of a file that nobody has touched")
	}
	theirs := fromOutside(t, w, model.Change{At: a, New: "91"})
	w.outside.look()
	if !w.notice.shown() || offered(w)[0] != "用文件里的" || !strings.Contains(w.notice.text.Text, "1 处") {
		t.Fatalf("told is %q, offered %v", w.notice.text.Text, offered(w))
	}
	w.change("数", model.Change{At: b, New: "82"})
	w.auto.write()
	if left := model.Apart(kept(t, w, w.file.Path), theirs); len(left) > 0 {
		t.Fatalf("the file was written over at %v", left)
	}
	if got, _ := kept(t, w, w.auto.copy.Path).Get(b); got != "82" {
		t.Errorf("the copy has %q", got)
	}
	if offered(w)[0] != "合在一起" {
		t.Errorf("with changes side by side, offered is %v", offered(w))
	}
}

// What each way of deciding makes of a report and a file that have gone apart.
func TestDeciding(t *testing.T) {
	for name, want := range map[string]struct {
		a, b       string // in the end
		mine, both bool   // my own, and theirs, are to be found among the versions
	}{
		"用我的":   {"71", "72", false, true},
		"用文件里的": {"91", "1", true, false},
		"合在一起":  {"", "72", false, false},
	} {
		t.Run(name, func(t *testing.T) {
			w := example(t)
			a, b := twoCells(w)
			w.change("数", model.Change{At: b, New: "1"})
			w.onSave()
			before, _ := w.report().Get(a)
			w.change("数", model.Change{At: b, New: "72"})
			if name != "合在一起" {
				w.change("数", model.Change{At: a, New: "71"})
			}
			mine := w.report().Clone()
			theirs := fromOutside(t, w, model.Change{At: a, New: "91"})
			w.auto.write() // finds it before any look
			if w.session == nil || !w.outside.holds() {
				t.Fatal("the file is not held")
			}
			if want.a == "" {
				want.a = "91"
			}
			i := slices.Index(offered(w), name)
			if i < 0 {
				t.Fatalf("offered is %v", offered(w))
			}
			test.Tap(w.notice.side.Objects[i].(*widget.Button))
			r := kept(t, w, w.file.Path)
			if x, _ := r.Get(a); x != want.a {
				t.Errorf("the first is %q", x)
			}
			if x, _ := r.Get(b); x != want.b {
				t.Errorf("the second is %q", x)
			}
			if w.outside.holds() || w.notice.shown() || w.unsaved() || w.auto.copy != nil {
				t.Error("it is not done with")
			}
			if want.mine && !among(versions(t, w), mine) || !among(append(versions(t, w), r), theirs) {
				t.Error("what was not taken is lost")
			}
			if name != "用我的" {
				w.onUndo()
				if left := model.Apart(w.report(), mine); len(left) > 0 {
					t.Errorf("one step back, %v are apart from before", left)
				}
			}
			_ = before
		})
	}
}

// The same value changed by both is chosen by hand.
func TestTheSameValueChangedTwice(t *testing.T) {
	w := example(t)
	a, b := twoCells(w)
	fromOutside(t, w, model.Change{At: a, New: "91"}, model.Change{At: b, New: "92"})
	w.change("数", model.Change{At: a, New: "71"})
	w.outside.look()
	if offered(w)[0] != "逐项选择…" {
		t.Fatalf("offered is %v", offered(w))
	}
	test.Tap(w.notice.side.Objects[0].(*widget.Button))
	w.boxes[0].enter() // mine where both have changed, theirs elsewhere
	r := kept(t, w, w.file.Path)
	x, _ := r.Get(a)
	if y, _ := r.Get(b); x != "71" || y != "92" {
		t.Errorf("the file has %q and %q", x, y)
	}
}

// A file that is away is told, and written once it is back.
func TestAFileThatGoesAndComes(t *testing.T) {
	w := example(t)
	a, _ := twoCells(w)
	away := w.file.Path + ".weg"
	if err := os.Rename(w.file.Path, away); err != nil {
		t.Fatal(err)
	}
	w.outside.look()
	if w.notice.shown() {
		t.Error("it is told at the first glance")
	}
	w.outside.look()
	if !w.notice.shown() || !w.unsaved() || w.auto.copy == nil {
		t.Fatal("it is not told, or nothing is kept")
	}
	w.change("数", model.Change{At: a, New: "71"})
	w.auto.write()
	if _, err := os.Stat(w.file.Path); err == nil {
		t.Fatal("a file is made where nobody expects one")
	}
	if got, _ := kept(t, w, w.auto.copy.Path).Get(a); got != "71" {
		t.Errorf("the copy has %q", got)
	}
	if err := os.Rename(away, w.file.Path); err != nil {
		t.Fatal(err)
	}
	w.outside.look()
	w.auto.write()
	if got, _ := kept(t, w, w.file.Path).Get(a); got != "71" || w.unsaved() || w.notice.shown() || w.auto.copy != nil {
		t.Errorf("back again, the file has %q; the status says %q", got, w.status.line.Text)
	}
	if err := os.Remove(w.file.Path); err != nil {
		t.Fatal(err)
	}
	w.outside.look()
	w.outside.look()
	test.Tap(w.notice.side.Objects[1].(*widget.Button))
	if got, _ := kept(t, w, w.file.Path).Get(a); got != "71" || w.outside.holds() {
		t.Errorf("written anew, the file has %q", got)
	}
}

// Somebody else's program has damaged the file: mine can be written, the damaged one stays.
func TestAFileDamagedFromOutside(t *testing.T) {
	w := example(t)
	a, _ := twoCells(w)
	w.change("数", model.Change{At: a, New: "71"})
	if err := os.WriteFile(w.file.Path, []byte("{坏"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.auto.write()
	if offered(w)[0] != "用我的" {
		t.Fatalf("offered is %v", offered(w))
	}
	test.Tap(w.notice.side.Objects[0].(*widget.Button))
	if got, _ := kept(t, w, w.file.Path).Get(a); got != "71" {
		t.Errorf("the file has %q", got)
	}
	if aside, _ := filepath.Glob(filepath.Join(filepath.Dir(w.file.Path), "*已损坏*")); len(aside) != 1 {
		t.Errorf("%d damaged files are kept", len(aside))
	}
}

// The other has written what stands here too: there is nothing to decide.
func TestTheSameChangeTwice(t *testing.T) {
	w := example(t)
	a, _ := twoCells(w)
	fromOutside(t, w, model.Change{At: a, New: "71"})
	w.change("数", model.Change{At: a, New: "71"})
	w.auto.write()
	w.outside.look()
	if w.notice.shown() || w.unsaved() {
		t.Error("something is asked")
	}
}

// A save that comes upon what another program has just written asks in one way: the notice.
func TestSavingFindsAChange(t *testing.T) {
	w := example(t)
	a, b := twoCells(w)
	w.change("数", model.Change{At: b, New: "72"})
	theirs := fromOutside(t, w, model.Change{At: a, New: "91"})
	w.onSave()
	if len(w.boxes) > 0 || !w.notice.shown() || offered(w)[0] != "合在一起" {
		t.Fatalf("%d boxes, offered is %v", len(w.boxes), offered(w))
	}
	if left := model.Apart(kept(t, w, w.file.Path), theirs); len(left) > 0 {
		t.Fatalf("the file was written over at %v", left)
	}
	if err := os.Remove(w.file.Path); err != nil {
		t.Fatal(err)
	}
	w.outside.release()
	w.onSave()
	if len(w.boxes) > 0 || offered(w)[0] != "另存为…" {
		t.Fatalf("%d boxes, offered is %v", len(w.boxes), offered(w))
	}
}

// Saving and closing ask what is still open; left for later, it is offered by the next start.
func TestClosingBeforeDeciding(t *testing.T) {
	w := example(t)
	path := w.file.Path
	a, b := twoCells(w)
	fromOutside(t, w, model.Change{At: a, New: "91"})
	w.change("数", model.Change{At: b, New: "72"})
	w.outside.look()
	w.onSave()
	if len(w.boxes) != 1 || !strings.Contains(saying(w.boxes[0]), "合在一起") {
		t.Fatal("saving does not ask")
	}
	w.boxes[0].escape()
	w.onShut()
	if len(w.boxes) != 1 || w.session == nil {
		t.Fatal("closing does not ask")
	}
	w.boxes[0].enter() // left for the next start
	if w.session != nil || len(w.leftovers) != 1 || w.leftovers[0].of() != path {
		t.Fatalf("offered are %v", w.leftovers)
	}
	pressed(t, w, "接着写")
	x, _ := w.report().Get(a)
	if y, _ := w.report().Get(b); x != "91" || y != "72" {
		t.Errorf("gone on with, the report has %q and %q", x, y)
	}
	w.auto.write()
	if len(w.orphans()) != 0 || w.unsaved() {
		t.Error("the copy stays")
	}
}

// A drive that does not answer holds nothing up: the window goes on, and what is typed is in
// the program's own copy.
func TestADeadDrive(t *testing.T) {
	w := example(t)
	a, b := twoCells(w)
	waiting := later(w)
	w.auto.patient = 0
	w.change("数", model.Change{At: a, New: "71"})
	w.auto.write()   // never comes back
	w.outside.look() // nor does this
	w.outside.look()
	time.Sleep(time.Millisecond)
	w.change("数", model.Change{At: b, New: "72"})
	w.auto.write()
	if len(*waiting) != 2 {
		t.Fatalf("%d wait for the drive", len(*waiting))
	}
	if got, _ := kept(t, w, w.auto.copy.Path).Get(b); got != "72" || !strings.Contains(w.status.line.Text, "没有回应") {
		t.Errorf("the copy has %q, the status says %q", got, w.status.line.Text)
	}
	w.auto.patient = time.Minute
	end(waiting) // it is alive again
	w.auto.write()
	end(waiting)
	if got, _ := kept(t, w, w.file.Path).Get(b); got != "72" || w.unsaved() {
		t.Errorf("at last the file has %q", got)
	}
}
