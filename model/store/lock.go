package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"
)

// How long a save waits for another one of the same file, and after how long a
// lock was left behind by a program that was killed: a save takes milliseconds.
const (
	lockWait  = 5 * time.Second
	lockStale = 10 * time.Second
)

// ErrBusy is a file that another program keeps saving.
var ErrBusy = errors.New("being saved")

// lock keeps other saves of a file away while it is compared and replaced. The
// lock is a file beside it, which works on shared drives of every kind.
func lock(path string) (release func(), err error) {
	// A sum instead of the name itself: a name of full length has no room for more.
	sum := sha256.Sum256([]byte(filepath.Base(path)))
	name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".nianbao-saving-%x", sum[:8]))
	for wait := time.Duration(0); ; wait += 10 * time.Millisecond {
		f, err := disks.Create(name, 0o644)
		if err == nil {
			_ = f.Close()
			return func() { _ = disks.Remove(name) }, nil
		}
		if refused(err) {
			return func() {}, nil // a folder in which nothing can be made: the comparison has to do
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, fmt.Errorf("lock: %w", err)
		}
		if info, err := disks.Stat(name); err == nil && time.Since(info.ModTime()) > lockStale {
			_ = disks.Remove(name)
			continue
		}
		if wait > lockWait {
			return nil, ErrBusy
		}
		time.Sleep(10 * time.Millisecond)
	}
}
