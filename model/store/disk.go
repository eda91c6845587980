package store

import (
	"io"
	"io/fs"
	"os"
	"time"
)

// disk is what the store asks of the system. Tests put one in its place that fails, or
// stops for good, at each of its steps.
type disk interface {
	Stat(name string) (fs.FileInfo, error)
	ReadFile(name string) ([]byte, error)
	ReadDir(name string) ([]fs.DirEntry, error)
	Mkdir(name string) error // with those above it; only for the user
	Create(name string, perm fs.FileMode) (file, error)
	Truncate(name string) (file, error) // an old file, to be written anew
	Rename(from, to string) error
	Remove(name string) error
	Date(name string, at time.Time) error // when it was last changed
	SyncFolder(name string) error
}

// file is a file that is being written.
type file interface {
	io.Writer
	Chmod(fs.FileMode) error
	Sync() error
	Close() error
}

// system is the real disk.
type system struct{}

// disks is the disk that all of the store works on.
var disks disk = system{}

func (system) Stat(name string) (fs.FileInfo, error)      { return os.Stat(name) }
func (system) ReadFile(name string) ([]byte, error)       { return os.ReadFile(name) }
func (system) ReadDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(name) }
func (system) Mkdir(name string) error                    { return os.MkdirAll(name, 0o700) }
func (system) Rename(from, to string) error               { return os.Rename(from, to) }
func (system) Remove(name string) error                   { return os.Remove(name) }
func (system) Date(name string, at time.Time) error       { return os.Chtimes(name, at, at) }

// Create makes a new file; it is an error if there is one.
func (system) Create(name string, perm fs.FileMode) (file, error) {
	return os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, perm)
}

func (system) Truncate(name string) (file, error) {
	return os.OpenFile(name, os.O_TRUNC|os.O_WRONLY, 0)
}

// SyncFolder makes new names last.
func (system) SyncFolder(name string) error {
	d, err := os.Open(name)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}
