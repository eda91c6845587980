package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"nianbao/model/store"
)

// A file that is opened a second time comes into the window that is there; what was open is
// saved first, and a question is not pushed aside.
func TestReceive(t *testing.T) {
	w := example(t)
	first := w.file.Path
	_, cell, o := someCell(t, w)
	test.Type(o, "7")
	if says := w.receive([]string{first}); says != "" || !w.unsaved() {
		t.Errorf("the file that is open: %q; it was opened anew: %t", says, !w.unsaved())
	}
	if says := w.receive(nil); says != "" || w.session == nil {
		t.Errorf("the program without a file: %q", says)
	}
	other := filepath.Join(t.TempDir(), "另一份.nianbao")
	r := w.report().Clone()
	r.Office = "河湾镇人民政府"
	if err := store.New(other).Save(r); err != nil {
		t.Fatal(err)
	}
	if says := w.receive([]string{other}); says != "" || w.file.Path != other || w.report().Office != r.Office {
		t.Errorf("another file: %q, %s is open", says, w.file.Path)
	}
	if got, _ := kept(t, w, first).Get(cell.Ref); got != "7" {
		t.Errorf("the file that was open has %q", got)
	}
	w.onAbout()
	if says := w.receive([]string{first}); !strings.Contains(says, "请先回答") || w.file.Path != other {
		t.Errorf("while a box asks: %q", says)
	}
}
