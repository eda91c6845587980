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

// lockNotes are the notes beside a file.
func lockNotes(path string) []string {
	got, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".nianbao-open-*"))
	return got
}

const another = `{"who":"李四","host":"二楼","pid":1,"since":"2027-01-10T09:00:00+08:00"}`

// As long as a file is open a note lies beside it, and no longer.
func TestANoteLiesBesideAnOpenFile(t *testing.T) {
	for name, end := range map[string]func(*Window){
		"closed":           (*Window).onShut,
		"the window shut":  (*Window).onClose,
		"another one open": (*Window).onExample,
		"saved elsewhere":  func(w *Window) { w.saveTo(store.New(filepath.Join(t.TempDir(), "别处.nianbao")), func() {}) },
	} {
		t.Run(name, func(t *testing.T) {
			w := example(t)
			path := w.file.Path
			w.Open(path) // once more
			if len(lockNotes(path)) != 1 {
				t.Fatal("there is no note")
			}
			end(w)
			if len(lockNotes(path)) != 0 {
				t.Error("the note stays")
			}
			if w.file != nil && name == "saved elsewhere" && len(lockNotes(w.file.Path)) != 1 {
				t.Error("where it is now there is none")
			}
		})
	}
}

// A file that somebody has open is told about before it opens; what then happens is the
// clerk's choice.
func TestAFileThatIsOpenElsewhere(t *testing.T) {
	for at, want := range []string{"取消", "仍然打开", "打开副本"} {
		t.Run(want, func(t *testing.T) {
			w := example(t)
			path := w.file.Path
			note := lockNotes(path)[0]
			w.onShut()
			if err := os.WriteFile(note, []byte(another), 0o644); err != nil {
				t.Fatal(err)
			}
			w.Open(path)
			if len(w.boxes) != 1 || w.session != nil {
				t.Fatal("nobody is told, or it is open")
			}
			if says := saying(w.boxes[0]); !strings.Contains(says, "李四") || !strings.Contains(says, "二楼") || !strings.Contains(says, "1月10日") {
				t.Errorf("it says %q", says)
			}
			test.Tap(w.boxes[0].buttons[at])
			b, _ := os.ReadFile(note)
			switch at {
			case 0:
				if w.session != nil || string(b) != another {
					t.Error("it opens, or the note is touched")
				}
			case 1:
				if w.file == nil || strings.Contains(string(b), "李四") {
					t.Error("it is not open with a note of its own")
				}
			case 2:
				if w.session == nil || w.file != nil || string(b) != another {
					t.Error("it is no copy")
				}
			}
		})
	}
}

// Who opens the file later, all the same, is told once, without a box.
func TestSomebodyComesLater(t *testing.T) {
	w := example(t)
	w.renew(w.presence)
	if w.notice.shown() {
		t.Fatal("something is told")
	}
	if err := os.WriteFile(lockNotes(w.file.Path)[0], []byte(another), 0o644); err != nil {
		t.Fatal(err)
	}
	w.renew(w.presence)
	if !strings.Contains(w.notice.text.Text, "李四") || !w.notice.shown() || w.asking() {
		t.Fatalf("told is %q", w.notice.text.Text)
	}
	pressed(t, w, "知道了")
	w.renew(w.presence)
	if w.notice.shown() {
		t.Error("it is told again")
	}
	a, _ := twoCells(w)
	fromOutside(t, w, model.Change{At: a, New: "91"})
	w.outside.look()
	if !strings.Contains(w.notice.text.Text, "李四") {
		t.Errorf("of the change is told %q", w.notice.text.Text)
	}
}
