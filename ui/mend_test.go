package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/ui/widget"
)

// each goes through all that stands in an object.
func each(o fyne.CanvasObject, do func(fyne.CanvasObject)) {
	do(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, o := range o.Objects {
			each(o, do)
		}
	case fyne.Widget:
		for _, o := range test.WidgetRenderer(o).Objects() {
			each(o, do)
		}
	}
}

// saying is all that a box says.
func saying(b *box) string {
	var out []string
	each(b.w.win.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if l, ok := o.(*widget.Label); ok {
			out = append(out, l.Text)
		}
	})
	return strings.Join(out, "\n")
}

// A damaged file opens with what was last written well, and says of when that is; the damaged
// one is kept.
func TestADamagedFileOpens(t *testing.T) {
	for name, content := range map[string]string{"empty": "", "half": string(assets.Example[:900]), "zeros": strings.Repeat("\x00", 99)} {
		t.Run(name, func(t *testing.T) {
			w := example(t)
			_, cell, o := someCell(t, w)
			test.Type(o, "7")
			w.onSave()
			path := w.file.Path
			w.onShut()
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			w.Open(path)
			if len(w.boxes) != 1 || w.session == nil {
				t.Fatal("nothing is said, or nothing is open")
			}
			if says := saying(w.boxes[0]); !strings.Contains(says, "今天") || !strings.Contains(says, "已损坏") {
				t.Errorf("it says %q", says)
			}
			w.boxes[0].escape()
			if got, _ := w.report().Get(cell.Ref); got != "7" || !w.auto.next.waiting() {
				t.Errorf("it opens with %q", got)
			}
			if b, _ := os.ReadFile(path); string(b) != content {
				t.Error("it was written over at once")
			}
			aside, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*已损坏*"))
			if len(aside) != 1 {
				t.Fatalf("%d damaged files are kept", len(aside))
			}
			if b, _ := os.ReadFile(aside[0]); string(b) != content {
				t.Error("what is kept is not the damaged file")
			}
			w.auto.write()
			if !model.Same(kept(t, w, path), w.report()) {
				t.Error("the file is not whole again")
			}
		})
	}
}

// Without any good content nothing is opened and nothing is changed.
func TestADamagedFileWithoutVersions(t *testing.T) {
	w := open(t)
	path := filepath.Join(t.TempDir(), "坏的.nianbao")
	if err := os.WriteFile(path, assets.Example[:900], 0o600); err != nil {
		t.Fatal(err)
	}
	w.Open(path)
	if w.session != nil || len(w.boxes) != 1 || !strings.Contains(saying(w.boxes[0]), "没有改动任何文件") {
		t.Error("it opens, or it is not said that nothing was changed")
	}
	if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 1 {
		t.Errorf("%d files are there", len(files))
	}
}

func TestTimesAreSaidShortly(t *testing.T) {
	now := time.Date(2027, 1, 10, 9, 0, 0, 0, time.Local)
	for want, at := range map[string]time.Time{
		"今天 08:05":          now.Add(-55 * time.Minute),
		"昨天 23:59":          time.Date(2027, 1, 9, 23, 59, 0, 0, time.Local),
		"1月2日 03:04":        time.Date(2027, 1, 2, 3, 4, 0, 0, time.Local),
		"2026年12月31日 09:00": time.Date(2026, 12, 31, 9, 0, 0, 0, time.Local),
	} {
		if got := when(at, now); got != want {
			t.Errorf("%s is told as %q", want, got)
		}
	}
}
