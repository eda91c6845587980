package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"nianbao/model"
)

// Damaged says of the fault with which a file was not opened that its content is no whole
// report any more.
func Damaged(err error) bool {
	var newer newer
	var u unreadable
	switch {
	case errors.As(err, &newer):
		return false
	case errors.As(err, &u):
		return true
	}
	for _, e := range []error{errEmpty, errHuge, syscall.EIO, io.ErrUnexpectedEOF} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// newer is content that a later program has written: it is whole.
type newer struct{ unreadable }

func (n newer) Unwrap() error { return n.unreadable }

// Mended is what a damaged file was opened with.
type Mended struct {
	At   time.Time // when the content was written
	Kept string    // where the damaged file lies now, "" if it is only where it was
}

// Mend opens a damaged file with the newest content of it that is whole. The damaged file is
// kept under another name first: only then can the next save take its place. If it cannot be
// kept, the report comes without a file. ok is false if there is no whole content.
func (h *History) Mend(path string, editions model.Editions) (r *model.Report, f *File, m Mended, ok bool) {
	if r, m.At, ok = h.Rescue(path, editions); !ok {
		return nil, nil, m, false
	}
	b, err := read(path)
	if err == nil || errors.Is(err, errEmpty) {
		if m.Kept, err = h.Aside(path, b); err == nil {
			return r, &File{Path: path, known: true, sum: sha256.Sum256(b)}, m, true
		}
		return r, nil, m, true
	}
	if m.Kept, err = h.away(path); err == nil { // a disk that does not give it back
		return r, New(path), m, true
	}
	return r, nil, m, true
}

// broken is the name that a damaged file goes by.
func (h *History) broken(path string, n int) string {
	name := fmt.Sprintf("%s（已损坏 %s", strings.TrimSuffix(filepath.Base(path), Ending), h.Now().Format("2006-01-02 150405"))
	if n > 0 {
		name += fmt.Sprintf("-%d", n)
	}
	return name + "）.bak"
}

// Aside keeps the content of a damaged file under another name: beside it or, if that cannot
// be, among its versions.
func (h *History) Aside(path string, b []byte) (kept string, err error) {
	_ = disks.Mkdir(h.folder(path))
	for _, dir := range []string{filepath.Dir(path), h.folder(path)} {
		for n := range 100 {
			kept = filepath.Join(dir, h.broken(path, n))
			var f file
			if f, err = disks.Create(kept, 0o600); errors.Is(err, fs.ErrExist) {
				continue
			}
			if err != nil {
				break
			}
			if err = fill(f, b, 0o600); err == nil {
				err = same(kept, b)
			}
			if err == nil {
				return kept, nil
			}
			_ = disks.Remove(kept)
			break
		}
	}
	return "", fault(path, err)
}

// away moves a damaged file under another name, unread.
func (h *History) away(path string) (kept string, err error) {
	for n := range 100 {
		kept = filepath.Join(filepath.Dir(path), h.broken(path, n))
		if _, err := disks.Stat(kept); errors.Is(err, fs.ErrNotExist) {
			break
		}
	}
	if err := disks.Rename(path, kept); err != nil {
		return "", fault(path, err)
	}
	return kept, nil
}
