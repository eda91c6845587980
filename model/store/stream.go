package store

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"path/filepath"
)

// Stream is Write for what has no room in memory: it goes to the disk as it comes, beside the
// file whose place it takes once it is whole. It is not read back.
func Stream(path string, fill func(io.Writer) error) error {
	target, mode, err := goal(path)
	if err != nil {
		return fault(path, err)
	}
	temp, f, err := create(target)
	if err != nil {
		return fault(path, err)
	}
	disk := &told{to: f}
	w := bufio.NewWriterSize(disk, 1<<18)
	if err = fill(w); err == nil {
		err = w.Flush()
	}
	switch {
	case disk.err != nil:
		err = disk.err
	case err != nil: // not the disk: what makes the content failed
		err = fmt.Errorf("%w: %w", errContent, err)
	}
	if ended := finish(f, mode); err == nil {
		err = ended
	}
	if err == nil {
		err = disks.Rename(temp, target)
	}
	if err != nil {
		_ = disks.Remove(temp)
		return fault(path, err)
	}
	_ = disks.SyncFolder(filepath.Dir(target))
	return nil
}

// told keeps what went wrong in writing.
type told struct {
	to  io.Writer
	err error
}

func (t *told) Write(b []byte) (int, error) {
	n, err := t.to.Write(b)
	t.err = errors.Join(t.err, err)
	return n, err
}
