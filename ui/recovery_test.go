package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/model"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

// crashed is a program that was killed while the file of its report could not be written: a
// new start, the file, and the cell in which a clerk had typed 7.
func crashed(t *testing.T) (again *Window, path string, cell *model.Cell) {
	t.Helper()
	w := example(t)
	_, cell, o := someCell(t, w)
	path = w.file.Path
	test.Type(o, "7")
	moved := path + ".weg"
	if err := os.Rename(path, moved); err != nil { // as a stick that was pulled
		t.Fatal(err)
	}
	w.auto.write()
	if err := os.Rename(moved, path); err != nil {
		t.Fatal(err)
	}
	w.auto.stop()
	files, _ := filepath.Glob(filepath.Join(w.copies(), "*"))
	if len(files) != 1 {
		t.Fatalf("%d copies are kept", len(files))
	}
	left := filepath.Join(w.copies(), "999999999-20270110-090000.000.nianbao")
	if err := os.Rename(files[0], left); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Remove(left) })
	again = fresh(w.app, w.editions)
	again.weighCopies()
	return again, path, cell
}

// pressed presses the first button of a name in the window.
func pressed(t *testing.T, w *Window, name string) {
	t.Helper()
	var found *widget.Button
	each(w.win.Content(), func(o fyne.CanvasObject) {
		if b, ok := o.(*widget.Button); ok && b.Text == name && found == nil {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("no button %s", name)
	}
	test.Tap(found)
}

// A copy says which file it belongs to and how far it is from it; gone on with, its values
// are one step in that file, and once they are written the copy goes.
func TestACopyGoesIntoItsFile(t *testing.T) {
	w, path, cell := crashed(t)
	if len(w.leftovers) != 1 || w.leftovers[0].of() != path || !strings.Contains(w.leftovers[0].says.Text, "1 个数") {
		t.Fatalf("offered is %+v", w.leftovers)
	}
	pressed(t, w, "接着写")
	if w.file == nil || w.file.Path != path {
		t.Fatal("its file is not open")
	}
	if got, _ := w.report().Get(cell.Ref); got != "7" || !w.unsaved() {
		t.Errorf("the report has %q", got)
	}
	if files, _ := filepath.Glob(filepath.Join(w.copies(), "*")); len(files) != 1 {
		t.Error("the copy is gone before the file is written")
	}
	w.auto.write()
	if got, _ := kept(t, w, path).Get(cell.Ref); got != "7" {
		t.Errorf("the file has %q", got)
	}
	if files, _ := filepath.Glob(filepath.Join(w.copies(), "*")); len(files) != 0 {
		t.Error("the copy stays")
	}
	w.onUndo()
	if got, _ := w.report().Get(cell.Ref); got == "7" || w.session.CanUndo() {
		t.Errorf("one step back there is %q", got)
	}
}

// Its difference can be looked at, and taken by value.
func TestACopyIsTakenByValue(t *testing.T) {
	w, path, cell := crashed(t)
	pressed(t, w, "看差别…")
	if len(w.boxes) != 1 || !strings.Contains(saying(w.boxes[0]), cell.Short()) {
		t.Fatal("the difference is not shown")
	}
	w.boxes[0].escape()
	if w.session != nil || len(w.orphans()) != 1 {
		t.Fatal("looking takes it")
	}
	pressed(t, w, "看差别…")
	w.boxes[0].enter()
	if got, _ := w.report().Get(cell.Ref); got != "7" || w.file.Path != path {
		t.Errorf("the report has %q", got)
	}
}

// What both the copy and, later, the file have changed is asked about; left unanswered the
// copy stays.
func TestACopyOfAFileThatWasChangedSince(t *testing.T) {
	w, path, cell := crashed(t)
	r, f, err := store.Open(path, w.editions)
	if err != nil {
		t.Fatal(err)
	}
	f.History = w.history
	r.Apply(model.Change{At: cell.Ref, New: "8"}, model.Change{At: "other", New: "后来写的。"})
	if err := f.Save(r); err != nil {
		t.Fatal(err)
	}
	pressed(t, w, "接着写")
	if len(w.boxes) != 1 {
		t.Fatal("nothing is asked")
	}
	w.boxes[0].escape()
	if got, _ := w.report().Get(cell.Ref); got != "8" || len(w.orphans()) != 1 {
		t.Errorf("unanswered the report has %q, %d copies are left", got, len(w.orphans()))
	}
	w.onShut()
	pressed(t, w, "接着写")
	w.boxes[0].enter()
	if got, _ := w.report().Get(cell.Ref); got != "7" || w.report().Texts["other"] != "后来写的。" {
		t.Errorf("the report has %q and %q", got, w.report().Texts["other"])
	}
}

// A copy that says what its file says is not offered.
func TestACopyEqualToItsFileGoes(t *testing.T) {
	w, path, cell := crashed(t)
	r, f, _ := store.Open(path, w.editions)
	r.Apply(model.Change{At: cell.Ref, New: "7"})
	if err := f.Save(r); err != nil {
		t.Fatal(err)
	}
	w.weighCopies()
	if len(w.orphans()) != 0 || len(w.leftovers) != 0 {
		t.Error("it is still offered")
	}
}

// Its file is not there: it opens as a report without one.
func TestACopyWithoutItsFile(t *testing.T) {
	w, path, cell := crashed(t)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	pressed(t, w, "接着写")
	if got, _ := w.report().Get(cell.Ref); got != "7" || w.file != nil || !w.unsaved() {
		t.Errorf("the report has %q, its file is %v", got, w.file)
	}
}

// Nothing is thrown away without asking, and what cannot be read is told.
func TestThrowingACopyAway(t *testing.T) {
	w, _, _ := crashed(t)
	bad := filepath.Join(w.copies(), "999999998-20270110-090000.000.nianbao")
	if err := os.WriteFile(bad, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Remove(bad) })
	w.start()
	if n := len(w.recoveries()); n != 2 {
		t.Fatalf("%d are offered", n)
	}
	pressed(t, w, "打开所在的文件夹")
	for left := 1; left >= 0; left-- {
		pressed(t, w, "扔掉…")
		if len(w.boxes) != 1 {
			t.Fatal("nothing is asked")
		}
		w.boxes[0].escape()
		if len(w.orphans()) != left+1 {
			t.Fatal("it is thrown away without being meant")
		}
		pressed(t, w, "扔掉…")
		w.boxes[0].enter()
		if len(w.orphans()) != left {
			t.Fatal("it is still there")
		}
	}
}

// Whatever the time, a line about a copy can be read.
func TestALineAboutACopy(t *testing.T) {
	w, path, _ := crashed(t)
	at := time.Date(2020, 1, 2, 3, 4, 0, 0, time.Local)
	if err := os.Chtimes(w.leftovers[0].path, at, at); err != nil {
		t.Fatal(err)
	}
	w.start()
	if got, want := fmt.Sprint(when(w.leftovers[0].at, w.history.Now())), "2020年1月2日 03:04"; got != want || w.leftovers[0].of() != path {
		t.Errorf("it is of %s", got)
	}
}

// Who opens the file itself is reminded of what was not written into it.
func TestAFileRemindsOfItsCopy(t *testing.T) {
	for _, way := range []string{"放进来", "看差别…", "以后再说"} {
		t.Run(way, func(t *testing.T) {
			w, path, cell := crashed(t)
			before := len(w.orphans())
			w.Open(path)
			if !w.notice.shown() || !strings.Contains(w.notice.text.Text, "1 个数") {
				t.Fatalf("told is %q", w.notice.text.Text)
			}
			pressed(t, w, way)
			if way == "看差别…" {
				w.boxes[0].enter()
			}
			got, _ := w.report().Get(cell.Ref)
			if taken := way != "以后再说"; (got == "7") != taken || w.notice.shown() || len(w.orphans()) != before-b2i(taken) {
				t.Errorf("the report has %q, %d copies are left", got, len(w.orphans()))
			}
		})
	}
}
