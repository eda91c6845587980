package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

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
