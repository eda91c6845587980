// Package store keeps reports in files: one JSON document a report, read
// strictly, written whole or not at all, never over somebody else's change.
package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

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
	extra extra
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
	return r, &File{Path: path, known: true, sum: sha256.Sum256(b), extra: more}, nil
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
	if err := Write(f.Path, func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	}); err != nil {
		return err
	}
	f.known, f.sum = true, sha256.Sum256(b)
	return nil
}

// Seal is a mark by which a report's content is known again: 1A2B-3C4D. A record of its
// check carries it.
func Seal(r *model.Report) string {
	sum := sha256.Sum256(Encode(r))
	return fmt.Sprintf("%X-%X", sum[:2], sum[2:4])
}

// Remove removes the file, if it is still as it was last read or written.
func (f *File) Remove() {
	if now, err := read(f.Path); err == nil && f.known && sha256.Sum256(now) == f.sum {
		_ = os.Remove(f.Path)
	}
}

func read(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fault(path, err)
	}
	if info.IsDir() {
		return nil, fault(path, errFolder)
	}
	if !info.Mode().IsRegular() {
		return nil, fault(path, errNoFile)
	}
	if info.Size() > maxSize {
		return nil, fault(path, errHuge)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fault(path, err)
	}
	if len(b) == 0 {
		return nil, fault(path, errEmpty)
	}
	return b, nil
}

// Write makes a file with what fill writes, whole or not at all: whatever goes
// wrong, what stood at path before still stands there.
func Write(path string, fill func(io.Writer) error) (err error) {
	target := path
	if real, err := filepath.EvalSymlinks(path); err == nil {
		target = real // a link stays a link
	}
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(target); err == nil {
		if info.IsDir() {
			return fault(path, errFolder)
		}
		if !info.Mode().IsRegular() {
			return fault(path, errNoFile) // a rename would put a file in its place
		}
		if info.Mode().Perm()&0o200 == 0 {
			return fault(path, fs.ErrPermission) // a write-protected file is meant to stay
		}
		mode = info.Mode().Perm()
	}
	dir := filepath.Dir(target)
	// In the same folder: a rename across file systems would be a copy.
	temp, err := os.CreateTemp(dir, ".nianbao-*")
	if err != nil {
		return fault(path, err)
	}
	done := false
	defer func() { // also when fill panics
		if !done {
			temp.Close()
			os.Remove(temp.Name())
		}
		if err != nil {
			err = fault(path, err)
		}
	}()
	if err := fill(temp); err != nil {
		var disk *fs.PathError
		if !errors.As(err, &disk) { // not the disk: what makes the content failed
			err = fmt.Errorf("%w: %w", errContent, err)
		}
		return fmt.Errorf("write: %w", err)
	}
	if err := temp.Chmod(mode); err != nil && !errors.Is(err, errors.ErrUnsupported) {
		return fmt.Errorf("chmod: %w", err)
	}
	// The content must be on the disk before the name points to it.
	if err := temp.Sync(); err != nil {
		return fmt.Errorf("sync: %w", err)
	}
	if err := temp.Close(); err != nil {
		return fmt.Errorf("close: %w", err)
	}
	if err := os.Rename(temp.Name(), target); err != nil {
		return fmt.Errorf("rename: %w", err)
	}
	done = true
	syncFolder(dir)
	return nil
}

// Same says that two paths are one file.
func Same(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}

// syncFolder makes the new name last. Not every system can; the content is safe
// either way.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}
