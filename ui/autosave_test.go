package ui

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"nianbao/assets"
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

func TestTypingReachesTheFileByItself(t *testing.T) {
	w := example(t)
	_, cell, o := someCell(t, w)
	test.Type(o, "7")
	if !w.auto.next.waiting() {
		t.Fatal("typing does not arm the autosave")
	}
	w.auto.write()
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
	if !w.auto.next.waiting() {
		t.Error("a new report is not kept before it is typed into")
	}
	_, cell, o := someCell(t, w)
	test.Type(o, "7")
	w.auto.write()
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
	again := fresh(w.app, w.editions)
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
	w.auto.write()
	if !strings.HasPrefix(w.status.line.Text, "! 现在不写进文件（内容") || !w.unsaved() {
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

// later holds back what the window does aside, until it is called.
func later(w *Window) (run *[]func()) {
	run = &[]func(){}
	w.aside = func(do func() error, then func(error)) {
		*run = append(*run, func() { then(safely(do)) })
	}
	return run
}

func TestAnOlderWriteNeverComesAfterANewerOne(t *testing.T) {
	w := example(t)
	_, cell, o := someCell(t, w)
	waiting := later(w)
	test.Type(o, "7")
	w.auto.write()
	test.Type(o, "8")
	closed := false
	w.settled(func() { closed = true })
	(*waiting)[0]()
	if got, _ := kept(t, w, w.file.Path).Get(cell.Ref); got != "8" || !closed || w.unsaved() {
		t.Errorf("the file has %q; unsaved is %t", got, w.unsaved())
	}
}

func TestWhatIsTakenBackWhileItIsWritten(t *testing.T) {
	w := example(t)
	_, cell, o := someCell(t, w)
	was, _ := w.report().Get(cell.Ref)
	test.Type(o, "7")
	waiting := later(w)
	w.auto.write()
	w.onUndo()
	(*waiting)[0]()
	if !w.auto.next.waiting() {
		t.Fatal("what was taken back does not reach the file")
	}
	w.auto.write()
	(*waiting)[1]()
	if got, _ := kept(t, w, w.file.Path).Get(cell.Ref); got != was {
		t.Errorf("the file has %q, not %q", got, was)
	}
	test.Type(o, "7")
	w.auto.write()
	w.onUndo()
	w.settled(func() {})
	(*waiting)[2]()
	if got, _ := kept(t, w, w.file.Path).Get(cell.Ref); got != was {
		t.Errorf("after closing the file has %q, not %q", got, was)
	}
}

func TestAFailedSaveIsTriedAgain(t *testing.T) {
	w := example(t)
	_, _, o := someCell(t, w)
	test.Type(o, "7")
	w.saveTo(store.New(filepath.Join(t.TempDir(), "没有的文件夹", "报告.nianbao")), func() {})
	if !w.auto.next.waiting() {
		t.Error("after a failed save nothing is written any more")
	}
}

func TestClosingAReportWhileTyping(t *testing.T) {
	w := example(t)
	_, _, o := someCell(t, w)
	test.Type(o, "7")
	w.onShut()
	if w.session != nil || w.pause.waiting() || w.auto.next.waiting() {
		t.Error("something of the report is still to come")
	}
	w.win.Canvas().Unfocus()
}

func TestWhatIsLeftIsOfferedNewestFirst(t *testing.T) {
	w := open(t)
	other := exec.Command("sleep", "60") // has the number that a copy's program had before
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = other.Process.Kill()
		_ = other.Wait()
	}()
	now := time.Now()
	for age, name := range []string{fmt.Sprintf("%d-1.nianbao", other.Process.Pid), "999999998-2.nianbao", "999999999-3.nianbao", fmt.Sprintf("%d-4.nianbao", os.Getpid())} {
		path := filepath.Join(w.copies(), name)
		if err := os.WriteFile(path, assets.Example, 0o600); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = os.Remove(path) })
		if err := os.Chtimes(path, now, now.Add(-time.Duration(age)*time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, o := range w.orphans() {
		_, name, _ := strings.Cut(filepath.Base(o.path), "-")
		got = append(got, name)
	}
	if want := []string{"1.nianbao", "2.nianbao", "3.nianbao"}; !slices.Equal(got, want) {
		t.Errorf("offered are %v", got)
	}
}

// Where a report cannot be saved, the sentence says why, the text stays and is kept; where it
// then can be, it is, and the copy goes.
func TestWhereAReportCannotBeSaved(t *testing.T) {
	for name, one := range map[string]struct {
		path func(dir string) string
		says string
	}{
		"a name that is too long":  {func(dir string) string { return filepath.Join(dir, strings.Repeat("长", 100)+".nianbao") }, "文件名太长"},
		"a folder that is not":     {func(dir string) string { return filepath.Join(dir, "没有", "报告.nianbao") }, "所在的文件夹不存在"},
		"a file as a folder":       {func(dir string) string { return filepath.Join(dir, "文件", "报告.nianbao") }, "有一段不是文件夹"},
		"a file that is there":     {func(dir string) string { return filepath.Join(dir, "文件") }, "已经存在，没有覆盖"},
		"a folder in place of one": {func(dir string) string { return dir }, "是一个文件夹"},
	} {
		t.Run(name, func(t *testing.T) {
			w := open(t)
			w.begin("白杨镇人民政府", "", 2026)
			a, _ := twoCells(w)
			w.change("数", model.Change{At: a, New: "71"})
			w.auto.write()
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "文件"), []byte("别的"), 0o600); err != nil {
				t.Fatal(err)
			}
			w.saveTo(store.New(one.path(dir)), func() { t.Error("it goes on as if it were saved") })
			if len(w.boxes) != 1 || !strings.Contains(saying(w.boxes[0]), one.says) {
				t.Fatalf("it says %q", saying(w.boxes[0]))
			}
			w.boxes[0].escape()
			if got, _ := kept(t, w, w.auto.copy.Path).Get(a); got != "71" || w.file != nil {
				t.Errorf("the copy has %q", got)
			}
			w.saveTo(store.New(filepath.Join(dir, "好的.nianbao")), func() {})
			if w.unsaved() || w.auto.copy != nil || w.auto.fault != "" {
				t.Error("saved elsewhere, it does not count as saved")
			}
		})
	}
}
