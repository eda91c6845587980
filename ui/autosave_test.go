package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"nianbao/model"
	"nianbao/model/store"
)

// kept is the report as it lies in a file.
func kept(t *testing.T, w *Window, path string) *model.Report {
	t.Helper()
	r, _, err := store.Open(path, w.editions)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// written brings what is open to the disk, as the timer does in the background.
func written(w *Window) {
	r := w.report().Clone()
	file := w.auto.place()
	w.auto.wrote(file, r, w.auto.save(file, r))
}

func TestTypingReachesTheFileByItself(t *testing.T) {
	w := example(t)
	_, cell, o := someCell(t, w)
	test.Type(o, "7")
	if w.auto.timer == nil {
		t.Fatal("typing does not arm the autosave")
	}
	written(w)
	if got, _ := kept(t, w, w.file.Path).Get(cell.Ref); got != "7" {
		t.Errorf("the file has %q", got)
	}
	if w.unsaved() || !strings.HasPrefix(w.status.line.Text, "已保存") {
		t.Errorf("the status says %q", w.status.line.Text)
	}
}

func TestAReportWithoutAFileIsKeptAndOfferedAgain(t *testing.T) {
	w := open(t)
	w.begin("白杨镇人民政府", "", 2026)
	if w.auto.timer == nil {
		t.Error("a new report is not kept before it is typed into")
	}
	_, cell, o := someCell(t, w)
	test.Type(o, "7")
	written(w)
	path := w.auto.copy.Path
	if got, _ := kept(t, w, path).Get(cell.Ref); got != "7" || !w.unsaved() {
		t.Fatalf("the copy has %q, unsaved is %t", got, w.unsaved())
	}
	if len(w.orphans()) != 0 {
		t.Error("the copy of a report that is open is offered")
	}
	// The program is gone without a word: its number is nobody's.
	left := filepath.Join(filepath.Dir(path), "999999999-20260101-000000.000.nianbao")
	if err := os.Rename(path, left); err != nil {
		t.Fatal(err)
	}
	again := New(w.app, w.editions)
	found := again.orphans()
	if len(found) != 1 || found[0].path != left {
		t.Fatalf("%d copies are offered", len(found))
	}
	again.adopt(found[0])
	if got, _ := again.report().Get(cell.Ref); got != "7" || !again.unsaved() || again.file != nil {
		t.Errorf("what was left comes back with %q", got)
	}
	place := filepath.Join(t.TempDir(), "白杨镇.nianbao")
	again.saveTo(store.New(place), func() {})
	if _, err := os.Stat(left); !os.IsNotExist(err) {
		t.Error("the copy is still there although the report has a file")
	}
	if got, _ := kept(t, w, place).Get(cell.Ref); got != "7" {
		t.Errorf("the saved file has %q", got)
	}
}

func TestWhatCannotBeWrittenIsToldAndAskedAbout(t *testing.T) {
	w := example(t)
	_, _, o := someCell(t, w)
	test.Type(o, "7")
	// Somebody else has written the file meanwhile.
	theirs := strings.Replace(string(store.Encode(w.report())), "白杨镇", "青山镇", 1)
	if err := os.WriteFile(w.file.Path, []byte(theirs), 0o600); err != nil {
		t.Fatal(err)
	}
	written(w)
	if !strings.HasPrefix(w.status.line.Text, "✕") || !w.unsaved() {
		t.Errorf("the status says %q", w.status.line.Text)
	}
	w.settled(func() { t.Error("the change is thrown away without a question") })
	if len(w.boxes) != 1 {
		t.Fatal("nothing is asked")
	}
	w.boxes[0].escape()
	if b, _ := os.ReadFile(w.file.Path); string(b) != theirs {
		t.Error("the other's file was written over")
	}
	w.saveTo(store.New(filepath.Join(t.TempDir(), "另存.nianbao")), func() {})
	if w.unsaved() || w.auto.fault != "" {
		t.Error("saved elsewhere it still counts as unsaved")
	}
}
