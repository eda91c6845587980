// Package store keeps reports in files: one JSON document a report, read
// strictly, written whole or not at all, never over somebody else's change.
package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"nianbao/model"
)

// Ending is the ending of the program's own files.
const Ending = ".nianbao"

// maxSize bounds what is read: a full report is about 30 KB.
const maxSize = 64 << 20

// File is a report's place on the disk and what was last read or written there.
type File struct {
	Path  string
	known bool // the file was read or written by us: sum is its content's
	sum   [sha256.Size]byte
	seen  fs.FileInfo // of that content, nil if it is not known
	extra extra

	History *History // keeps its versions, nil for none
	Plain   bool     // the folder lets no file be put in the place of another: it is written over
	Spare   error    // why the last version could not be kept, nil if it was
	sitting string   // the version that the next save takes the place of
}

// New is a place where no file should be yet.
func New(path string) *File { return &File{Path: path} }

// Open reads a report.
func Open(path string, editions model.Editions) (*model.Report, *File, error) {
	b, err := read(path)
	if err != nil {
		return nil, nil, err
	}
	r, more, err := decode(b, editions)
	if err != nil {
		return nil, nil, fault(path, err)
	}
	f := &File{Path: path, extra: more}
	f.took(b)
	return r, f, nil
}

// Save writes the report. If the file has changed since it was read, or if one
// stands where a new one was to be, it is left alone and ErrChanged or ErrExists
// is returned in the fault.
func (f *File) Save(r *model.Report) error {
	b := encode(r, f.extra)
	release, err := lock(f.Path)
	if err != nil {
		return fault(f.Path, err)
	}
	defer release()
	now, err := read(f.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil && !errors.Is(err, errEmpty):
		return err
	case sha256.Sum256(now) == sha256.Sum256(b):
	case !f.known && len(now) > 0:
		return fault(f.Path, ErrExists)
	case f.known && sha256.Sum256(now) != f.sum:
		return fault(f.Path, ErrChanged)
	}
	target, mode, err := goal(f.Path)
	if err != nil {
		return fault(f.Path, err)
	}
	f.keep(now, b) // first: a file that has to be written over may be torn
	if f.Plain, err = replace(target, b, mode); err != nil {
		return fault(f.Path, err)
	}
	f.took(b)
	return nil
}

// keep keeps a version, and before the first of a sitting what it takes the place of.
func (f *File) keep(was, b []byte) {
	if f.History == nil {
		return
	}
	if f.sitting == "" && len(was) > 0 {
		if _, f.Spare = f.History.Keep(f.Path, was, ""); f.Spare != nil {
			return
		}
	}
	f.sitting, f.Spare = f.History.Keep(f.Path, b, f.sitting)
}

// took notes what stands in the file.
func (f *File) took(b []byte) {
	f.known, f.sum, f.seen = true, sha256.Sum256(b), nil
	if info, err := disks.Stat(f.Path); err == nil {
		f.seen = info
	}
}

// Changed says that the file is not as it was last read or written. That it is gone is no
// change: the next save writes it again.
func (f *File) Changed() bool {
	info, err := disks.Stat(f.Path)
	if err != nil || !f.known || f.seen != nil && info.Size() == f.seen.Size() && info.ModTime().Equal(f.seen.ModTime()) {
		return false
	}
	b, err := read(f.Path)
	if err != nil || sha256.Sum256(b) != f.sum {
		return err == nil || errors.Is(err, errEmpty)
	}
	f.seen = info // only touched
	return false
}

// Again reads the file as it stands there now. The next save takes the place of that, and
// keeps it as a version.
func (f *File) Again(editions model.Editions) (*model.Report, error) {
	r, now, err := Open(f.Path, editions)
	if err != nil {
		return nil, err
	}
	f.known, f.sum, f.extra, f.seen = true, now.sum, now.extra, now.seen
	f.Fix()
	return r, nil
}

// Fix keeps the last version as it is: the next save begins a new one.
func (f *File) Fix() { f.sitting = "" }

// Seal is a mark by which a report's content is known again: 1A2B-3C4D. A record of its
// check carries it.
func Seal(r *model.Report) string {
	sum := sha256.Sum256(Encode(r))
	return fmt.Sprintf("%X-%X", sum[:2], sum[2:4])
}

// Remove removes the file, if it is still as it was last read or written.
func (f *File) Remove() {
	if now, err := read(f.Path); err == nil && f.known && sha256.Sum256(now) == f.sum {
		_ = disks.Remove(f.Path)
	}
}

// Same says that two paths are one file.
func Same(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}
