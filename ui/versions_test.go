package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/model"
	"nianbao/model/store"
)

// What a clerk saves stays a version of its own, however soon the next save comes; what is
// written by itself meanwhile is one.
func TestSavingKeepsAVersion(t *testing.T) {
	w := example(t)
	_, _, o := someCell(t, w)
	for _, digit := range "78" {
		for range 3 {
			test.Type(o, string(digit))
			w.auto.write()
		}
		w.onSave()
	}
	test.Type(o, "9")
	w.auto.write()
	if n := len(w.history.Versions(w.file.Path)); n != 4 { // as it was opened, two saves, and now
		t.Errorf("%d versions", n)
	}
}

// A version that cannot be kept is told, and the report is saved all the same.
func TestAVersionThatCannotBeKeptIsTold(t *testing.T) {
	w := example(t)
	_, cell, o := someCell(t, w)
	blocked := filepath.Join(t.TempDir(), "文件")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	w.file.History = &store.History{Dir: blocked, Now: w.history.Now}
	test.Type(o, "7")
	w.auto.write()
	if got, _ := kept(t, w, w.file.Path).Get(cell.Ref); got != "7" || !strings.Contains(w.status.line.Text, "历史版本没有存成") {
		t.Errorf("the file has %q, the status says %q", got, w.status.line.Text)
	}
	w.file.History = w.history
	test.Type(o, "8")
	w.auto.write()
	if strings.Contains(w.status.line.Text, "历史版本") {
		t.Errorf("afterwards it says %q", w.status.line.Text)
	}
}

// Earlier versions are listed with what each has changed; one is looked at, and restored as
// one step, all of it or by value.
func TestRestoringAVersion(t *testing.T) {
	w := example(t)
	a, b := twoCells(w)
	was, _ := w.report().Get(a)
	w.change("数", model.Change{At: a, New: "71"})
	w.onSave()
	w.change("数", model.Change{At: b, New: "72"})
	w.auto.write()
	w.onVersions()
	says := saying(w.boxes[0])
	for _, want := range []string{"最早的一份", "改了 1 个数", "就是现在的内容"} {
		if !strings.Contains(says, want) {
			t.Errorf("%q is not said: %s", want, says)
		}
	}
	press := func(keys ...fyne.KeyName) {
		for _, key := range keys {
			w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
		}
	}
	press(fyne.KeyEnd, fyne.KeyReturn)
	if len(w.boxes) != 1 || !strings.Contains(saying(w.boxes[0]), "2 个数") {
		t.Fatal("the difference is not shown")
	}
	press(fyne.KeyEscape) // back to the list
	if len(w.boxes) != 1 || !strings.Contains(saying(w.boxes[0]), "最早的一份") {
		t.Fatal("it does not lead back")
	}
	press(fyne.KeyEnd, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyLeft, fyne.KeyReturn) // the second stays as it is now
	x, _ := w.report().Get(a)
	y, _ := w.report().Get(b)
	if x != was || y != "72" || w.unsaved() {
		t.Errorf("restored, there are %q and %q", x, y)
	}
	w.onUndo()
	if x, _ := w.report().Get(a); x != "71" {
		t.Errorf("one step back there is %q", x)
	}
	found := false
	for _, v := range w.history.Versions(w.file.Path) {
		x, _ := kept(t, w, v.Path).Get(a)
		y, _ := kept(t, w, v.Path).Get(b)
		found = found || x == "71" && y == "72"
	}
	if !found {
		t.Error("what was there before is no version")
	}
}

// Without versions it is said what will be here.
func TestWithoutVersions(t *testing.T) {
	w := example(t)
	w.onVersions()
	if !strings.Contains(saying(w.boxes[0]), "还没有历史版本") {
		t.Errorf("it says %q", saying(w.boxes[0]))
	}
	w.boxes[0].enter()
	if len(w.boxes) != 1 {
		t.Error("nothing can be compared, and the box goes")
	}
	w.boxes[0].escape()
	w.begin("白杨镇人民政府", "", 2026)
	w.onVersions()
	if !strings.Contains(saying(w.boxes[0]), "还没有保存成文件") {
		t.Errorf("without a file it says %q", saying(w.boxes[0]))
	}
}
