package store

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"time"

	"nianbao/model"
)

// State is how a file stands against what was last read or written there.
type State uint8

// The states.
const (
	Unknown State = iota // nobody can tell now
	Still                // as it was
	Changed              // somebody else has written it
	Gone                 // it is not there, or out of reach
)

// State looks at the file. While it is being read or written, it is not known.
func (f *File) State() State {
	if !f.disk.TryLock() {
		return Unknown
	}
	defer f.disk.Unlock()
	f.mu.Lock()
	known, seen, sum := f.known, f.seen, f.sum
	f.mu.Unlock()
	if !known {
		return Unknown
	}
	info, err := disks.Stat(f.Path)
	switch {
	case err != nil:
		return Gone
	case seen != nil && info.Size() == seen.Size() && info.ModTime().Equal(seen.ModTime()):
		return Still
	}
	b, err := read(f.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Gone
	case err != nil && !errors.Is(err, errEmpty):
		return Unknown // the next save says what it is
	case sha256.Sum256(b) != sum:
		return Changed
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.seen = info // only touched
	return Still
}

// Theirs is what another program has put into a file.
type Theirs struct {
	Report *model.Report // nil if it cannot be read
	Fault  error         // why it cannot
	At     time.Time     // when it was written

	sum   [sha256.Size]byte
	was   []byte
	seen  fs.FileInfo
	extra extra
}

// Theirs reads what stands in the file now. It is kept as a version, as well as can be, and
// so is what stood there before, from which both changes were made.
func (f *File) Theirs(editions model.Editions) (*Theirs, error) {
	f.disk.Lock()
	defer f.disk.Unlock()
	info, err := disks.Stat(f.Path)
	if err != nil {
		return nil, fault(f.Path, err)
	}
	b, err := read(f.Path)
	if err != nil && !errors.Is(err, errEmpty) {
		return nil, err
	}
	t := &Theirs{At: info.ModTime(), Fault: err, sum: sha256.Sum256(b), seen: info}
	if info.Size() != int64(len(b)) {
		t.seen = nil // it has been written meanwhile
	}
	f.mu.Lock()
	was, at := f.was, time.Time{}
	if f.seen != nil {
		at = f.seen.ModTime()
	}
	f.mu.Unlock()
	if f.History != nil && len(was) > 0 {
		_, _ = f.History.Keep(f.Path, was, "", at)
	}
	t.was = b
	if err == nil {
		if t.Report, t.extra, err = decode(b, editions); err != nil {
			t.Report, t.Fault = nil, fault(f.Path, err)
		} else if f.History != nil {
			f.others, _ = f.History.Keep(f.Path, b, f.others, t.At)
		}
	}
	return t, nil
}

// Equal says that both are the same content.
func (t *Theirs) Equal(other *Theirs) bool {
	return t != nil && other != nil && t.sum == other.sum
}

// owed is what a save has to do with what it takes the place of, before it writes.
type owed uint8

const (
	nothing     owed = iota
	owedVersion      // it is another's: kept as a version
	owedAside        // it is another's, and damaged: kept under another name
)

// Take has the next save take the place of what another program has written. That is kept
// first, as a version or, if it is damaged, under another name; if it cannot be, nothing is
// written.
func (f *File) Take(t *Theirs) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.known, f.sum, f.was, f.seen, f.sitting, f.owed = true, t.sum, nil, t.seen, "", owedAside
	if t.Report != nil {
		f.extra, f.owed, f.was = t.extra, owedVersion, t.was
	}
}

// Anew has the next save write a file that is gone.
func (f *File) Anew() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.known, f.sitting = false, ""
}
