package store

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"nianbao/assets"
	"nianbao/model"
)

// broken is a real disk that fails at one of its steps, or stops for good there as when the
// program is killed or the power is cut.
type broken struct {
	system
	at      int   // the step that fails, from 1; 0 for none
	err     error // with which it fails; nil: everything ends there
	lasting bool  // and nothing can be written from there on
	cut     bool  // what has not been synced is lost, as when the power is cut
	rng     *rand.Rand
	refuses func(step, name string) error

	steps   int
	ended   bool
	loose   map[string]int64 // files that are not synced: so much of them is on the disk
	entered []string
}

var errEnded = errors.New("ended")

// step is asked before each step; part says that it ends half-way.
func (d *broken) step(what, name string) (err error, part bool) {
	if d.ended {
		return errEnded, false
	}
	writes := what != "stat" && what != "read" && what != "list"
	if d.steps++; d.steps == d.at || d.lasting && writes && d.at > 0 && d.steps > d.at {
		if d.err != nil {
			return &fs.PathError{Op: what, Path: name, Err: d.err}, false
		}
		d.ended = true
		return errEnded, d.rng.IntN(2) == 0
	}
	if d.refuses != nil {
		if err := d.refuses(what, name); err != nil {
			return &fs.PathError{Op: what, Path: name, Err: err}, false
		}
	}
	d.entered = append(d.entered, what)
	return nil, false
}

func (d *broken) Stat(name string) (fs.FileInfo, error) {
	if err, _ := d.step("stat", name); err != nil {
		return nil, err
	}
	return d.system.Stat(name)
}

func (d *broken) ReadFile(name string) ([]byte, error) {
	if err, _ := d.step("read", name); err != nil {
		return nil, err
	}
	return d.system.ReadFile(name)
}

func (d *broken) ReadDir(name string) ([]fs.DirEntry, error) {
	if err, _ := d.step("list", name); err != nil {
		return nil, err
	}
	return d.system.ReadDir(name)
}

func (d *broken) Mkdir(name string) error {
	if err, _ := d.step("mkdir", name); err != nil {
		return err
	}
	return d.system.Mkdir(name)
}

func (d *broken) Rename(from, to string) error {
	err, part := d.step("rename", to)
	if err != nil && !part {
		return err
	}
	if n, loose := d.loose[from]; loose {
		d.loose[to] = n
		delete(d.loose, from)
	}
	return errors.Join(err, d.system.Rename(from, to))
}

func (d *broken) Remove(name string) error {
	err, part := d.step("remove", name)
	if err != nil && !part {
		return err
	}
	delete(d.loose, name)
	return errors.Join(err, d.system.Remove(name))
}

func (d *broken) SyncFolder(name string) error {
	if err, _ := d.step("syncfolder", name); err != nil {
		return err
	}
	return d.system.SyncFolder(name)
}

func (d *broken) Create(name string, perm fs.FileMode) (file, error) {
	err, part := d.step("create", name)
	if err != nil && !part {
		return nil, err
	}
	f, err2 := d.system.Create(name, perm)
	if err2 == nil {
		d.loose[name] = 0
	}
	return &brokenFile{f, name, d}, errors.Join(err, err2)
}

func (d *broken) Truncate(name string) (file, error) {
	err, part := d.step("truncate", name)
	if err != nil && !part {
		return nil, err
	}
	f, err2 := d.system.Truncate(name)
	if err2 == nil {
		d.loose[name] = 0
	}
	return &brokenFile{f, name, d}, errors.Join(err, err2)
}

type brokenFile struct {
	file
	name string
	d    *broken
}

func (f *brokenFile) Write(b []byte) (int, error) {
	err, part := f.d.step("write", f.name)
	if part || err != nil && f.d.err != nil { // half of it
		n, _ := f.file.Write(b[:f.d.rng.IntN(len(b)+1)])
		return n, err
	}
	if err != nil {
		return 0, err
	}
	return f.file.Write(b)
}

func (f *brokenFile) Sync() error {
	if err, _ := f.d.step("sync", f.name); err != nil {
		return err
	}
	delete(f.d.loose, f.name)
	return f.file.Sync()
}

func (f *brokenFile) Chmod(m fs.FileMode) error {
	if err, _ := f.d.step("chmod", f.name); err != nil {
		return err
	}
	return f.file.Chmod(m)
}

func (f *brokenFile) Close() error {
	err, _ := f.d.step("close", f.name)
	return errors.Join(err, f.file.Close())
}

// end loses what the power takes along.
func (d *broken) end(t *testing.T) {
	for name := range d.loose {
		if info, err := os.Stat(name); d.cut && err == nil {
			if err := os.Truncate(name, d.rng.Int64N(info.Size()+1)); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// on has the store work on a disk for the time of a test's function.
func on(d disk, do func()) {
	disks = d
	defer func() { disks = system{} }()
	do()
}

// Whenever the program is killed or the power is cut while it saves, the file is the old one
// or the new one, whole; where the folder lets files only be written over, the file or what
// is found for it.
func TestStoppedAnywhere(t *testing.T) {
	runs := 0
	for _, c := range []struct {
		name    string
		history bool
		refuses func(step, name string) error
	}{
		{"a file alone", false, nil},
		{"with its versions", true, nil},
		{"on a drive that cannot rename", true, func(step, name string) error {
			if step == "rename" && strings.HasSuffix(name, "报告.nianbao") {
				return syscall.EPERM
			}
			return nil
		}},
		{"in a folder in which nothing can be made", true, func(step, name string) error {
			if step == "create" && strings.HasPrefix(filepath.Base(name), ".nianbao") && !strings.Contains(name, "versions") {
				return syscall.EACCES
			}
			return nil
		}},
	} {
		for _, cut := range []bool{false, true} {
			for seed := range uint64(2) {
				for at := 1; ; at++ {
					runs++
					d := &broken{at: at, cut: cut, rng: rand.New(rand.NewPCG(seed, uint64(at))), refuses: c.refuses, loose: map[string]int64{}}
					if stopped(t, c.name, d, c.history); !d.ended {
						break
					}
				}
			}
		}
	}
	if t.Logf("%d runs", runs); runs < 1000 {
		t.Errorf("only %d runs", runs)
	}
}

func editions(t testing.TB) model.Editions {
	t.Helper()
	all, err := model.ReadEditions(assets.Editions())
	if err != nil {
		t.Fatal(err)
	}
	return all
}

var allEditions model.Editions

// stopped opens, changes and saves a report three times on a disk that stops.
func stopped(t *testing.T, name string, d *broken, history bool) {
	t.Helper()
	if allEditions == nil {
		allEditions = editions(t)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "报告.nianbao")
	if err := os.WriteFile(path, assets.Example, 0o644); err != nil {
		t.Fatal(err)
	}
	clock := time.Date(2027, 1, 10, 9, 0, 0, 0, time.Local)
	h := &History{Dir: filepath.Join(dir, "versions"), Now: func() time.Time { return clock }}
	done, begun := 0, 0 // saves
	on(d, func() {
		r, f, err := Open(path, allEditions)
		if err != nil {
			return
		}
		if history {
			f.History = h
		}
		for begun = 1; begun <= 3; begun++ {
			clock = clock.Add(4 * time.Minute)
			r.Texts["other"] = fmt.Sprintf("第%d次。", begun)
			if f.Save(r) != nil {
				return
			}
			done = begun
		}
	})
	d.end(t)
	at := func(r *model.Report) int { // which of the saves it is, 0 for the old file
		var n int
		if _, err := fmt.Sscanf(r.Texts["other"], "第%d次。", &n); err != nil {
			return 0
		}
		return n
	}
	r, _, err := Open(path, allEditions)
	if err != nil && d.refuses != nil {
		var ok bool
		if r, _, ok = h.Rescue(path, allEditions); ok {
			err = nil
		}
	}
	if err != nil {
		t.Fatalf("%s, stopped at step %d (%v): %v", name, d.at, d.entered, err)
	}
	if n := at(r); n < done || n > begun {
		t.Fatalf("%s, stopped at step %d (%v): %d saves are done, the file has %d", name, d.at, d.entered, done, n)
	}
	// What the next start finds can be gone on with.
	earlier := time.Now().Add(-time.Hour)
	locks, _ := filepath.Glob(filepath.Join(dir, ".nianbao-saving-*"))
	for _, name := range locks {
		_ = os.Chtimes(name, earlier, earlier)
	}
	if _, f, err := Open(path, allEditions); err == nil {
		r.Texts["other"] = "接着写。"
		if err := f.Save(r); err != nil {
			t.Fatalf("%s, stopped at step %d: the next save: %v", name, d.at, err)
		}
	}
}

// Whatever fails is told, and the file is whole: the old one or, if only what comes after the
// new name failed, the new one.
func TestFailedAnywhere(t *testing.T) {
	torn := 0
	for k, fails := range []error{syscall.ENOSPC, syscall.EIO, syscall.EACCES, syscall.EROFS, syscall.ENOTSUP, syscall.ESTALE, syscall.ENOSPC, syscall.EIO} {
		for at := 1; ; at++ {
			d := &broken{at: at, err: fails, lasting: k > 3, rng: rand.New(rand.NewPCG(1, uint64(at))), loose: map[string]int64{}}
			if k > 5 {
				d.refuses = func(step, name string) error {
					if step == "rename" && strings.HasSuffix(name, "报告.nianbao") {
						return syscall.EPERM
					}
					return nil
				}
			}
			path := filepath.Join(t.TempDir(), "报告.nianbao")
			if err := os.WriteFile(path, assets.Example, 0o644); err != nil {
				t.Fatal(err)
			}
			all := editions(t)
			r, f, err := Open(path, all)
			if err != nil {
				t.Fatal(err)
			}
			f.History = &History{Dir: filepath.Join(t.TempDir(), "versions"), Now: time.Now}
			r.Texts["other"] = "新的。"
			on(d, func() { err = f.Save(r) })
			now, _, bad := Open(path, all)
			if bad != nil && errors.Is(err, errTorn) { // it is told, and all of it is beside the file
				torn++
				found, _, ok := f.History.Rescue(path, all)
				if now = found; ok {
					bad = nil
				}
			}
			if bad != nil {
				t.Fatalf("%v at step %d (%v): %v", fails, at, d.entered, bad)
			}
			if written := now.Texts["other"] == "新的。"; written != (err == nil) && err == nil {
				t.Fatalf("%v at step %d (%v): saved, and not in the file", fails, at, d.entered)
			}
			if err != nil && !strings.HasPrefix(model.Sentence(err), "“") {
				t.Fatalf("%v at step %d: says %q", fails, at, model.Sentence(err))
			}
			if d.steps < at {
				break
			}
		}
	}
	if torn == 0 {
		t.Error("no write was torn")
	}
}
