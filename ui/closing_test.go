package ui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/model"
)

// end does what is still waiting.
func end(waiting *[]func()) {
	for len(*waiting) > 0 {
		next := (*waiting)[0]
		*waiting = (*waiting)[1:]
		next()
	}
}

// What was still going on when a report was closed finds the start page, or another
// report.
func TestWhatEndsAfterAReportIsClosed(t *testing.T) {
	for _, next := range []func(*Window){(*Window).onShut, (*Window).onExample} {
		w := example(t)
		waiting := later(w)
		w.show(placePreview)
		w.view.update() // once more, behind the first
		next(w)
		end(waiting)
	}
}

// A report that is being exported is not closed without a word.
func TestClosingWaitsForAnExport(t *testing.T) {
	w := example(t)
	w.show(placeExport)
	v := w.view.(*exports)
	v.folder = t.TempDir()
	waiting := later(w)
	test.Tap(v.write)
	for name, leave := range map[string]func(){"Ctrl+W": w.onShut, "Ctrl+Q": w.onClose, "Ctrl+O": w.onOpen} {
		leave()
		if w.session == nil || len(w.boxes) != 1 {
			t.Fatalf("%s: the report is closed, or nothing is said", name)
		}
		w.boxes[0].escape()
	}
	w.onShut()
	w.boxes[0].enter() // it does not want to wait
	if w.session != nil {
		t.Error("it is still waited for")
	}
	end(waiting)
	w = example(t)
	w.show(placeExport)
	v = w.view.(*exports)
	v.folder = t.TempDir()
	waiting = later(w)
	test.Tap(v.write)
	w.onShut()
	end(waiting)
	if w.session != nil || len(w.boxes) != 0 {
		t.Error("the export has ended, the report stays open")
	}
	if files, _ := os.ReadDir(v.folder); len(files) != len(v.chosen()) {
		t.Errorf("%d files are there", len(files))
	}
}

// An export that fails while a clerk waits for it to close the report is told.
func TestAnExportThatFailsKeepsTheReportOpen(t *testing.T) {
	w := example(t)
	w.show(placeExport)
	v := w.view.(*exports)
	v.folder = filepath.Join(t.TempDir(), "没有")
	waiting := later(w)
	test.Tap(v.write)
	w.onShut()
	end(waiting)
	if w.session == nil || len(v.done.Objects) != len(v.chosen()) {
		t.Error("nobody is told")
	}
}

// What follows from the field with the caret is part of what is saved.
func TestSavingTakesTheTitleAlong(t *testing.T) {
	for name, leave := range map[string]func(*Window){
		"Ctrl+S": (*Window).onSave,
		"Ctrl+W": func(w *Window) { w.settled(func() {}) },
	} {
		w := example(t)
		w.show(placeCover)
		v := w.view.(*cover)
		w.win.Canvas().Focus(v.office)
		v.office.SetText("青山镇人民政府")
		leave(w)
		if r := kept(t, w, w.file.Path); r.Office != "青山镇人民政府" || !strings.HasPrefix(r.Title, r.Office) {
			t.Errorf("%s: the file has %q, %q", name, r.Office, r.Title)
		}
		if !v.office.Focused() {
			t.Errorf("%s: the caret is gone", name)
		}
	}
}

// A list that has been popped up does not keep the window from closing.
func TestAMenuDoesNotHoldTheWindow(t *testing.T) {
	w := example(t)
	v, _, _ := someCell(t, w)
	v.onZero()
	if !w.asking() {
		t.Fatal("no menu")
	}
	closed := false
	w.win.SetOnClosed(func() { closed = true })
	w.onClose()
	if !closed {
		t.Error("the window stays")
	}
}

// An example that nobody has changed leaves nothing behind.
func TestTheExampleIsNotKept(t *testing.T) {
	w := open(t)
	w.onExample()
	if w.auto.next.waiting() {
		t.Error("it is about to be kept")
	}
}

var keyEscape, keyReturn = &fyne.KeyEvent{Name: fyne.KeyEscape}, &fyne.KeyEvent{Name: fyne.KeyReturn}

// Whatever has the focus in a box, Escape leaves it and Enter answers it.
func TestKeysInABox(t *testing.T) {
	w := example(t)
	answer := ""
	ask := func() {
		answer = ""
		w.ask("问", 300, 0, faint("？"), pick("否", func() { answer = "否" }), pick("是", func() { answer = "是" }))
	}
	press := func(key *fyne.KeyEvent) {
		if f := w.win.Canvas().Focused(); f != nil {
			f.TypedKey(key)
		} else {
			w.win.Canvas().OnTypedKey()(key)
		}
	}
	for _, one := range []struct {
		tabs int
		key  *fyne.KeyEvent
		want string
	}{
		{0, keyEscape, "否"}, {0, keyReturn, "是"}, {1, keyEscape, "否"}, {1, keyReturn, "否"}, {2, keyEscape, "否"}, {2, keyReturn, "是"},
	} {
		ask()
		for range one.tabs {
			w.win.Canvas().FocusNext()
		}
		press(one.key)
		if answer != one.want || w.asking() {
			t.Errorf("after %d Tabs %s answers %q", one.tabs, one.key.Name, answer)
			for len(w.boxes) > 0 {
				w.boxes[0].escape()
			}
		}
	}
}

// A copy that one window goes on with is not offered by another.
func TestACopyIsTakenOnce(t *testing.T) {
	w := open(t)
	w.begin("白杨镇人民政府", "", 2026)
	w.last = lastYear{report: model.NewReport(w.report().Edition, "白杨镇人民政府", "", 2025), path: "去年.nianbao"}
	w.pin()
	w.auto.write()
	left := filepath.Join(w.copies(), "999999999-20260101-000000.000.nianbao")
	if err := os.Rename(w.auto.copy.Path, left); err != nil {
		t.Fatal(err)
	}
	w.app.Preferences().SetString(keyLast(left), "去年.nianbao")
	one, other := fresh(w.app, w.editions), fresh(w.app, w.editions)
	here, there := one.orphans(), other.orphans()
	if len(here) != 1 || len(there) != 1 {
		t.Fatalf("%d and %d copies are offered", len(here), len(there))
	}
	one.adopt(here[0])
	if one.session == nil || one.last.path != "去年.nianbao" {
		t.Fatalf("it comes back with last year's %q", one.last.path)
	}
	other.adopt(there[0])
	if other.session != nil || len(other.boxes) != 1 {
		t.Error("two windows write one copy")
	}
	if len(other.orphans()) != 0 {
		t.Error("it is still offered")
	}
}

// What its file does not take lies in the program's own folder until it does.
func TestWhatAFileDoesNotTakeIsKept(t *testing.T) {
	w := example(t)
	_, cell, o := someCell(t, w)
	was, err := os.ReadFile(w.file.Path)
	if err != nil {
		t.Fatal(err)
	}
	theirs := strings.ReplaceAll(string(was), "白杨镇", "青山镇")
	if err := os.WriteFile(w.file.Path, []byte(theirs), 0o600); err != nil {
		t.Fatal(err)
	}
	test.Type(o, "7")
	w.auto.write()
	files, _ := filepath.Glob(filepath.Join(w.copies(), "*"))
	if len(files) != 1 {
		t.Fatalf("%d copies are kept", len(files))
	}
	if got, _ := kept(t, w, files[0]).Get(cell.Ref); got != "7" || !strings.Contains(w.status.line.Text, "暂存") {
		t.Errorf("the copy has %q, the status says %q", got, w.status.line.Text)
	}
	if err := os.WriteFile(w.file.Path, was, 0o600); err != nil { // the other has thought better of it
		t.Fatal(err)
	}
	w.outside.look()
	w.auto.write()
	if files, _ := filepath.Glob(filepath.Join(w.copies(), "*")); len(files) != 0 || w.unsaved() {
		t.Errorf("%d copies are left, unsaved is %t", len(files), w.unsaved())
	}
}

// A year that is typed after Tab replaces the one that is proposed.
func TestTheProposedYearIsTypedOver(t *testing.T) {
	w := open(t)
	w.onNew()
	test.Type(w.win.Canvas().Focused(), "白杨镇人民政府")
	for range 2 {
		w.win.Canvas().FocusNext()
	}
	for _, r := range "2027" {
		w.win.Canvas().Focused().TypedRune(r)
	}
	w.win.Canvas().Focused().TypedKey(keyReturn)
	if w.session == nil || w.report().Year != 2027 {
		t.Error("the year is another")
	}
}

// A fault of the program costs nobody what was typed.
func TestAFaultLosesNothing(t *testing.T) {
	for name, begin := range map[string]func(testing.TB) *Window{
		"in a file": example,
		"without one": func(t testing.TB) *Window {
			w := open(t)
			w.begin("白杨镇人民政府", "", 2026)
			return w
		},
		"in a file that is gone with its folder": func(t testing.TB) *Window {
			w := example(t)
			if err := os.RemoveAll(filepath.Dir(w.file.Path)); err != nil {
				t.Fatal(err)
			}
			return w
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := begin(t)
			err := w.guarded(func() {
				_, _, o := someCell(t, w)
				test.Type(o, "7")
				w.view = nil
				w.settle()
			})
			if !errors.Is(err, errFailed) {
				t.Fatalf("it says %v", err)
			}
			if logs := w.crashes.Logs(); len(logs) == 0 || !strings.Contains(err.Error(), logs[0]) || !w.failed() {
				t.Errorf("it says %v, the logs are %v", err, logs)
			}
			paths, _ := filepath.Glob(filepath.Join(w.copies(), "*"))
			if w.file != nil && len(paths) == 0 {
				paths = []string{w.file.Path}
			}
			if len(paths) != 1 || !model.Same(kept(t, w, paths[0]), w.report()) {
				t.Errorf("what was typed is not in %v", paths)
			}
		})
	}
	w := open(t)
	if err := w.guarded(func() {}); err != nil {
		t.Errorf("without a fault: %v", err)
	}
}

func TestAFileIsKnownByItsWholePath(t *testing.T) {
	w := example(t)
	dir := filepath.Dir(w.file.Path)
	t.Chdir(dir)
	w.Open(filepath.Base(w.file.Path))
	if w.folder() != dir {
		t.Errorf("the folder is shown as %q", w.folder())
	}
}
