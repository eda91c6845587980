// Package store keeps reports in files: one JSON document a report, read
// strictly, written whole or not at all, never over somebody else's change.
package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"nianbao/model"
)

// Ending is the ending of the program's own files.
const Ending = ".nianbao"

// maxSize bounds what is read: a full report is about 30 KB, and what intake lets in comes
// to less than half of it.
const maxSize = 32 << 20

// File is a report's place on the disk and what was last read or written there. What it
// asks of the disk it asks one after the other; the rest can be called at any time and
// waits for no disk.
type File struct {
	Path    string
	History *History           // keeps its versions, nil for none
	Alive   func(pid int) bool // whether a process of this machine is one of the program's, nil if that is not known

	disk   sync.Mutex   // one read or write at a time
	turn   atomic.Int64 // of the newest write
	swept  bool         // what killed programs have left beside it is gone
	others string       // the version of what another program goes on writing

	mu      sync.Mutex // for what follows
	known   bool       // the file was read or written by us: sum is its content's
	sum     [sha256.Size]byte
	was     []byte
	seen    fs.FileInfo // of that content, nil if it is not known
	extra   extra
	of      *Origin // of a recovery copy
	owed    owed
	plain   bool
	spare   error
	sitting string // the version that the next save takes the place of
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
	var of Origin
	if _, ok := more[keyOrigin]; ok && more.take(keyOrigin, &of) == nil {
		f.of = &of
	}
	f.took(b, more)
	return r, f, nil
}

// Save writes the report. If the file has changed since it was read, or if one stands where
// a new one was to be, or none where one was, nothing is written and ErrChanged, ErrExists
// or ErrGone is returned in the fault.
func (f *File) Save(r *model.Report) error {
	_, err := f.SaveAt(f.Turn(), r)
	return err
}

// Turn is a write's place among the others of the file.
func (f *File) Turn() int64 { return f.turn.Add(1) }

// SaveAt saves what was to be written when a turn was taken, unless a later one has been
// taken since: what is older never comes after what is newer.
func (f *File) SaveAt(turn int64, r *model.Report) (newest bool, err error) {
	f.disk.Lock()
	defer f.disk.Unlock()
	if turn != f.turn.Load() {
		return false, nil
	}
	return true, f.save(r)
}

func (f *File) save(r *model.Report) error {
	f.mu.Lock()
	known, sum, more, owed := f.known, f.sum, f.extra, f.owed
	b := encode(r, f.of.in(more))
	f.mu.Unlock()
	release, err := lock(f.Path)
	if err != nil {
		return fault(f.Path, err)
	}
	defer release()
	now, err := read(f.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && known:
		return fault(f.Path, ErrGone)
	case errors.Is(err, fs.ErrNotExist):
	case err != nil && !errors.Is(err, errEmpty):
		return err
	case sha256.Sum256(now) == sha256.Sum256(b):
	case !known && len(now) > 0:
		return fault(f.Path, ErrExists)
	case known && sha256.Sum256(now) != sum:
		return fault(f.Path, ErrChanged)
	}
	target, mode, err := goal(f.Path)
	if err != nil {
		return fault(f.Path, err)
	}
	if owed == owedAside && f.History != nil {
		if _, err := f.History.Aside(f.Path, now); err != nil {
			return &Fault{f.Path, fmt.Errorf("%w: %w", errUnkept, err)}
		}
		now = nil
	}
	if err := f.keep(now, b); err != nil && owed == owedVersion { // first: a file that has to be written over may be torn
		return &Fault{f.Path, fmt.Errorf("%w: %w", errUnkept, err)}
	}
	plain, err := replace(target, b, mode)
	if err != nil {
		return fault(f.Path, err)
	}
	f.took(b, more)
	f.mu.Lock()
	f.plain, f.owed, f.others = plain, nothing, ""
	f.mu.Unlock()
	f.sweep(target)
	return nil
}

// keep keeps a version, and before the first of a sitting what it takes the place of.
func (f *File) keep(was, b []byte) error {
	if f.History == nil {
		return nil
	}
	f.mu.Lock()
	sitting, at := f.sitting, time.Time{}
	if f.seen != nil {
		at = f.seen.ModTime()
	}
	f.mu.Unlock()
	var err error
	if sitting == "" && len(was) > 0 {
		_, err = f.History.Keep(f.Path, was, "", at)
	}
	now := sitting
	if err == nil {
		now, err = f.History.Keep(f.Path, b, sitting, time.Time{})
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.spare = err
	if f.sitting == sitting { // not fixed meanwhile
		f.sitting = now
	}
	return err
}

// Keep keeps a report as a version of the file, without writing the file.
func (f *File) Keep(r *model.Report) error {
	if f.History == nil {
		return nil
	}
	f.mu.Lock()
	more := f.extra
	f.mu.Unlock()
	_, err := f.History.Keep(f.Path, encode(r, more), "", time.Time{})
	return err
}

// took notes what stands in the file.
func (f *File) took(b []byte, more extra) {
	info, err := disks.Stat(f.Path)
	if err != nil || info.Size() != int64(len(b)) {
		info = nil
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.known, f.sum, f.was, f.seen, f.extra = true, sha256.Sum256(b), b, info, more
}

// Fix keeps the last version as it is: the next save begins a new one.
func (f *File) Fix() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.sitting = ""
}

// Plain says that the last save had to write over the file where it stands, for its folder
// lets no file be put in the place of another.
func (f *File) Plain() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.plain
}

// Spare is why the last version could not be kept, nil if it was.
func (f *File) Spare() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.spare
}

// Seal is a mark by which a report's content is known again: 1A2B-3C4D. A record of its
// check carries it.
func Seal(r *model.Report) string {
	sum := sha256.Sum256(Encode(r))
	return fmt.Sprintf("%X-%X", sum[:2], sum[2:4])
}

// Remove removes the file, if it is still as it was last read or written. Writes that have
// taken a turn before are not made any more.
func (f *File) Remove() {
	f.Turn()
	f.disk.Lock()
	defer f.disk.Unlock()
	f.mu.Lock()
	known, sum := f.known, f.sum
	f.mu.Unlock()
	if now, err := read(f.Path); err == nil && known && sha256.Sum256(now) == sum {
		_ = disks.Remove(f.Path)
	}
}

// Same says that two paths are one file.
func Same(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}
