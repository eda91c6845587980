package store

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"time"
)

// Beat is how often a note is renewed, and stale after how long nobody is behind one that
// was not.
const (
	Beat  = 20 * time.Second
	stale = 4 * Beat
)

// Note is a file beside a report that tells who has it open, on every kind of shared drive.
// It keeps nobody out: it is there to be told.
type Note struct {
	Who   string    `json:"who"`
	Host  string    `json:"host"`
	Pid   int       `json:"pid"`
	Since time.Time `json:"since"`

	path   string
	target string // the report
}

// Claim notes that this program has a report open; running says that a process of this
// machine lives. If another program has it open, its note is returned, and one's own is not
// written before Take. A nil note of one's own is one that could not be written.
func Claim(path string, running func(pid int) bool) (own, other *Note) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	sum := sha256.Sum256([]byte(filepath.Base(path)))
	n := &Note{Pid: os.Getpid(), Since: time.Now().Truncate(time.Second), target: path, path: filepath.Join(filepath.Dir(path), fmt.Sprintf(".nianbao-open-%x", sum[:8]))}
	n.Host, _ = os.Hostname()
	if u, err := user.Current(); err == nil {
		if n.Who = u.Name; n.Who == "" {
			n.Who = u.Username
		}
	}
	for range 2 {
		switch err := n.write(disks.Create); {
		case err == nil:
			return n, nil
		case !errors.Is(err, fs.ErrExist):
			return nil, nil
		}
		if other := n.other(running); other != nil {
			return n, other
		}
		_ = disks.Remove(n.path)
	}
	return nil, nil
}

// other reads the note that stands there, nil if nobody is behind it.
func (n *Note) other(running func(pid int) bool) *Note {
	info, err := disks.Stat(n.path)
	if err != nil {
		return nil
	}
	b, err := disks.ReadFile(n.path)
	other := &Note{path: n.path}
	if err != nil || json.Unmarshal(b, other) != nil {
		other.Who = ""
	}
	if other.Host == n.Host && other.Pid != 0 && (other.Pid == n.Pid || !running(other.Pid)) {
		return nil
	}
	if n.now().Sub(info.ModTime()) > stale {
		return nil
	}
	return other
}

// now is the time by the clock of the drive, which need not be this machine's.
func (n *Note) now() time.Time {
	name := beside(n.target)
	f, err := disks.Create(name, 0o600)
	if err != nil {
		return time.Now()
	}
	_ = f.Close()
	defer disks.Remove(name)
	if info, err := disks.Stat(name); err == nil {
		return info.ModTime()
	}
	return time.Now()
}

func (n *Note) write(open func(string, fs.FileMode) (file, error)) error {
	f, err := open(n.path, 0o644)
	if err != nil {
		return fmt.Errorf("note: %w", err)
	}
	_, err = f.Write(n.text())
	return errors.Join(err, f.Close())
}

func (n *Note) text() []byte {
	b, err := json.Marshal(n)
	if err != nil {
		panic(err) // strings, a number and a time: cannot fail
	}
	return b
}

// Take puts this program's note in the place of another's, whose program is told of it by
// Renew.
func (n *Note) Take() { _, _ = replace(n.path, n.text(), 0o644) }

// Renew tells that the report is still open. If another program has put its own note in the
// place of this one, that is returned and stays, until nobody is behind it any more.
func (n *Note) Renew(running func(pid int) bool) (other *Note) {
	b, err := disks.ReadFile(n.path)
	if errors.Is(err, fs.ErrNotExist) {
		_ = n.write(disks.Create)
		return nil
	}
	there := &Note{}
	if err == nil && json.Unmarshal(b, there) == nil && (there.Pid != n.Pid || there.Host != n.Host) && n.other(running) != nil {
		return there
	}
	n.Take()
	return nil
}

// Leave takes the note away, if it is still there.
func (n *Note) Leave() {
	b, err := disks.ReadFile(n.path)
	there := &Note{}
	if err == nil && json.Unmarshal(b, there) == nil && there.Pid == n.Pid && there.Host == n.Host {
		_ = disks.Remove(n.path)
	}
}
