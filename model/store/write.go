package store

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"syscall"
)

func read(path string) ([]byte, error) {
	info, err := disks.Stat(path)
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
	b, err := disks.ReadFile(path)
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
func Write(path string, fill func(io.Writer) error) error {
	target, mode, err := goal(path)
	if err != nil {
		return fault(path, err)
	}
	var b bytes.Buffer
	if err := fill(&b); err != nil {
		var disk *fs.PathError
		if !errors.As(err, &disk) { // not the disk: what makes the content failed
			err = fmt.Errorf("%w: %w", errContent, err)
		}
		return fault(path, err)
	}
	if _, err := replace(target, b.Bytes(), mode); err != nil {
		return fault(path, err)
	}
	return nil
}

// goal is where a path leads, and the mode of the file there.
func goal(path string) (target string, mode fs.FileMode, err error) {
	target, mode = path, 0o644
	if real, err := filepath.EvalSymlinks(path); err == nil {
		target = real // a link stays a link
	}
	info, err := disks.Stat(target)
	switch {
	case err != nil:
		return target, mode, nil
	case info.IsDir():
		return "", 0, errFolder
	case !info.Mode().IsRegular():
		return "", 0, errNoFile // a rename would put a file in its place
	case info.Mode().Perm()&0o200 == 0:
		return "", 0, fs.ErrPermission // a write-protected file is meant to stay
	}
	return target, info.Mode().Perm(), nil
}

// replace puts content in a file's place: beside it, onto the disk, read back and only
// then under its name. plain says that the folder does not let that be done, and that the
// file was written over instead.
func replace(target string, b []byte, mode fs.FileMode) (plain bool, err error) {
	temp, err := put(target, b, mode)
	if err == nil {
		if err = disks.Rename(temp, target); err == nil {
			_ = disks.SyncFolder(filepath.Dir(target)) // not every system can; the content is safe either way
			return false, nil
		}
		err = fmt.Errorf("rename: %w", err)
	}
	if refused(err) {
		switch again := overwrite(target, b); {
		case again == nil:
			plain, err = true, nil
		case errors.Is(again, errTorn):
			return false, again // what was put beside it is the only whole content there
		}
	}
	if temp != "" {
		_ = disks.Remove(temp)
	}
	return plain, err
}

// refused says that an error tells what a folder does not allow or a drive does not know,
// and not that the disk fails.
func refused(err error) bool {
	for _, e := range []error{fs.ErrPermission, errors.ErrUnsupported, syscall.EXDEV, syscall.EINVAL, syscall.ENOSYS} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// temps counts the files that this program has made beside others.
var temps atomic.Int64

// beside names a file that stands beside another while that is written.
func beside(target string) string {
	return filepath.Join(filepath.Dir(target), fmt.Sprintf("%s%s-%d-%d", besides(target), host(), os.Getpid(), temps.Add(1)))
}

// besides is how those names begin. A sum stands for the name: one of full length has no
// room for more.
func besides(target string) string {
	sum := sha256.Sum256([]byte(filepath.Base(target)))
	return fmt.Sprintf(".nianbao-%x-", sum[:4])
}

// put writes content beside a file, whole and on the disk, and reads it back.
func put(target string, b []byte, mode fs.FileMode) (temp string, err error) {
	temp, f, err := create(target)
	if err != nil {
		return "", err
	}
	if err = fill(f, b, mode); err == nil {
		err = same(temp, b)
	}
	if err != nil {
		_ = disks.Remove(temp)
		return "", err
	}
	return temp, nil
}

// create makes a file of no content beside another.
func create(target string) (temp string, f file, err error) {
	temp = beside(target)
	f, err = disks.Create(temp, 0o600)
	for n := 0; errors.Is(err, fs.ErrExist) && n < 100; n++ { // of a process that had our number
		temp = beside(target)
		f, err = disks.Create(temp, 0o600)
	}
	if err != nil {
		return "", nil, fmt.Errorf("create: %w", err)
	}
	return temp, f, nil
}

// fill writes a file to its end.
func fill(f file, b []byte, mode fs.FileMode) error {
	if _, err := f.Write(b); err != nil {
		_ = f.Close()
		return fmt.Errorf("write: %w", err)
	}
	return finish(f, mode)
}

// finish ends a file that is written. The content must be on the disk before a name points
// to it.
func finish(f file, mode fs.FileMode) error {
	if err := f.Chmod(mode); err != nil && !refused(err) {
		_ = f.Close()
		return fmt.Errorf("chmod: %w", err)
	}
	if err := f.Sync(); err != nil {
		_ = f.Close()
		return fmt.Errorf("sync: %w", err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("close: %w", err)
	}
	return nil
}

// same says that a file holds some content, as the disk gives it back.
func same(path string, b []byte) error {
	now, err := disks.ReadFile(path)
	if err != nil {
		return fmt.Errorf("read back: %w", err)
	}
	if len(now) != len(b) || sha256.Sum256(now) != sha256.Sum256(b) {
		return errReadBack
	}
	return nil
}

// overwrite writes over a file where it stands. If that fails, what stood there is put
// back.
func overwrite(target string, b []byte) error {
	was, err := disks.ReadFile(target)
	if err != nil {
		return fmt.Errorf("read: %w", err) // a file that is not there cannot be written over
	}
	write := func(b []byte) error {
		f, err := disks.Truncate(target)
		if err != nil {
			return fmt.Errorf("truncate: %w", err)
		}
		if _, err := f.Write(b); err != nil {
			_ = f.Close()
			return fmt.Errorf("write: %w", err)
		}
		if err := f.Sync(); err != nil && !refused(err) {
			_ = f.Close()
			return fmt.Errorf("sync: %w", err)
		}
		if err := f.Close(); err != nil {
			return fmt.Errorf("close: %w", err)
		}
		return same(target, b)
	}
	if err := write(b); err != nil {
		if back := write(was); back != nil && same(target, was) != nil {
			return fmt.Errorf("%w: %w", errTorn, errors.Join(err, back))
		}
		return err
	}
	return nil
}
