package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// How long a save waits for another one of the same file, and after how long a lock was
// left behind: a save takes milliseconds. One in which nobody has written who he is was
// left behind sooner, and one of a program of this machine as soon as that has ended.
const (
	lockWait   = 5 * time.Second
	lockStale  = 10 * time.Second
	lockUnsaid = 2 * time.Second
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
			host, _ := os.Hostname()
			_, _ = fmt.Fprintf(f, "%d %s\n", os.Getpid(), host) // on a full disk it stays empty
			_ = f.Close()
			return func() { _ = disks.Remove(name) }, nil
		}
		if refused(err) {
			return func() {}, nil // a folder in which nothing can be made: the comparison has to do
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, fmt.Errorf("lock: %w", err)
		}
		if leftBehind(name) {
			_ = disks.Remove(name)
			continue
		}
		if wait > lockWait {
			return nil, ErrBusy
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// leftBehind says that a lock is of a program that was killed.
func leftBehind(name string) bool {
	info, err := disks.Stat(name)
	if err != nil {
		return false
	}
	age, pid, host := time.Since(info.ModTime()), 0, ""
	if b, err := disks.ReadFile(name); err == nil {
		_, _ = fmt.Sscan(string(b), &pid, &host)
	}
	own, _ := os.Hostname()
	return age > lockStale || pid == 0 && age > lockUnsaid || pid != 0 && host == own && gone(pid)
}

// gone says that no process of this machine has a number.
func gone(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil { // Windows tells here
		return !errors.Is(err, fs.ErrPermission)
	}
	defer p.Release()
	return errors.Is(p.Signal(syscall.Signal(0)), os.ErrProcessDone)
}
