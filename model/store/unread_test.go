package store

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"nianbao/assets"
	"nianbao/model"
)

// A file that the disk does not give back any more is put aside unread, and opens from its
// versions; where it cannot even be moved, it stays and the report comes without a file.
func TestAFileThatCannotBeReadBack(t *testing.T) {
	for _, fixed := range []bool{false, true} {
		path := filepath.Join(t.TempDir(), "报告.nianbao")
		if err := os.WriteFile(path, assets.Example, 0o644); err != nil {
			t.Fatal(err)
		}
		all := editions(t)
		r, f, err := Open(path, all)
		if err != nil {
			t.Fatal(err)
		}
		h := &History{Dir: t.TempDir(), Now: time.Now}
		f.History = h
		r.Texts["other"] = "好的。"
		if err := f.Save(r); err != nil {
			t.Fatal(err)
		}
		bad := &broken{rng: rand.New(rand.NewPCG(1, 1)), loose: map[string]int64{}, refuses: func(step, name string) error {
			if step == "read" && name == path {
				return syscall.EIO
			}
			if fixed && (step == "rename" || step == "create") && filepath.Dir(name) == filepath.Dir(path) {
				return syscall.EIO
			}
			return nil
		}}
		on(bad, func() {
			_, _, err := Open(path, all)
			if !Damaged(err) {
				t.Fatalf("%v does not count as damage", err)
			}
			got, file, m, ok := h.Mend(path, all)
			if !ok || !model.Same(got, r) {
				t.Fatal("the last good content is not found")
			}
			if fixed {
				if file != nil || m.Kept != "" {
					t.Errorf("it comes with the file %v, kept as %q", file, m.Kept)
				}
				return
			}
			if _, err := os.Stat(m.Kept); err != nil || file == nil {
				t.Fatal("the file is not put aside")
			}
		})
		if _, err := os.Stat(path); (err == nil) != fixed {
			t.Errorf("where it could be moved is %t, the file there: %v", !fixed, err)
		}
	}
}
