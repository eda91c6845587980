package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
)

// trial is a way of saving that is killed.
type trial struct {
	name    string
	program string
	old     []byte // the file before
	times   int    // how often it is saved
	args    func(file string) []string

	states            [][]byte // of the file, before and after each save
	kills, olds, torn int
}

// most is more calls of a kind than a save makes.
const most = 2000

func (t *trial) run() error {
	if err := t.learn(); err != nil {
		return err
	}
	for _, call := range calls {
		for n := 1; ; n++ {
			if n > most {
				return fmt.Errorf("%s: no end of %s", t.name, call)
			}
			killed, err := t.kill(call, n)
			if err != nil {
				return fmt.Errorf("%s, killed at its %s number %d: %w", t.name, call, n, err)
			}
			if !killed { // it makes no more of them
				break
			}
		}
	}
	if t.kills < 20*t.times || t.olds == 0 || t.olds == t.kills {
		return fmt.Errorf("%s: %d kills, %d before the save: the calls are others than were thought", t.name, t.kills, t.olds)
	}
	return nil
}

// learn saves without being killed, and keeps what the file is like after each save. The
// last state is what the program writes; those before differ in one text.
func (t *trial) learn() error {
	file, done, err := t.fresh()
	if err != nil {
		return err
	}
	defer done()
	args := t.args(file)
	if out, err := exec.Command(args[0], args[1:]...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %s", t.name, err, out)
	}
	last, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	t.states = [][]byte{t.old}
	for n := range t.times {
		t.states = append(t.states, bytes.Replace(last, []byte(said(t.times)), []byte(said(n+1)), 1))
	}
	return nil
}

// fresh is a folder of its own with the old file.
func (t *trial) fresh() (file string, done func(), err error) {
	dir, err := os.MkdirTemp("", "calls")
	if err != nil {
		return "", nil, err
	}
	file = filepath.Join(dir, "报告.nianbao")
	return file, func() { _ = os.RemoveAll(dir) }, os.WriteFile(file, t.old, 0o644)
}

// kill saves and is killed at the nth call of a kind. What it leaves is looked at.
func (t *trial) kill(call string, n int) (killed bool, err error) {
	file, done, err := t.fresh()
	if err != nil {
		return false, err
	}
	defer done()
	strace := exec.Command("strace", append([]string{
		"-f", "-qq", "-o", os.DevNull, "-e", "trace=" + call, "-e", fmt.Sprintf("inject=%s:signal=KILL:when=%d", call, n),
	}, t.args(file)...)...)
	var out, errs bytes.Buffer
	strace.Stdout, strace.Stderr = &out, &errs
	if err := strace.Run(); err == nil {
		return false, nil
	} else if !byKill(err) {
		return false, fmt.Errorf("%w: %s", err, &errs)
	}
	t.kills++
	told := 0 // saves that the program has told to be done
	if t.times > 1 {
		told = strings.Count(out.String(), "\n")
	}
	now, err := os.ReadFile(file)
	if err != nil {
		return true, err
	}
	at := -1
	for i, state := range t.states {
		if bytes.Equal(now, state) {
			at = i
		}
	}
	switch {
	case at < 0:
		t.torn++
		return true, fmt.Errorf("the file is neither old nor new: %d bytes", len(now))
	case at < told:
		return true, fmt.Errorf("%d saves were done, the file has %d", told, at)
	case at == 0:
		t.olds++
	}
	return true, t.after(file)
}

// after sees that all versions are whole, and that the report can be gone on with.
func (t *trial) after(file string) error {
	kept, err := filepath.Glob(filepath.Join(versions(file), "*", "*.nianbao"))
	if err != nil {
		return err
	}
	for _, version := range kept {
		b, err := os.ReadFile(version)
		if err != nil {
			return err
		}
		whole := false
		for _, state := range t.states {
			whole = whole || bytes.Equal(b, state)
		}
		if !whole {
			t.torn++
			return fmt.Errorf("the version %s is torn", filepath.Base(version))
		}
	}
	if out, err := exec.Command(t.program, "set", file, "other=接着写。").CombinedOutput(); err != nil {
		return fmt.Errorf("the next save: %w: %s", err, out)
	}
	b, err := os.ReadFile(file)
	if err == nil && !bytes.Contains(b, []byte("接着写。")) {
		err = errors.New("the next save is not in the file")
	}
	return err
}

// byKill says that a program ended by SIGKILL; strace ends as what it traces.
func byKill(err error) bool {
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return false
	}
	status, ok := exit.Sys().(syscall.WaitStatus)
	return ok && status.Signaled() && status.Signal() == syscall.SIGKILL
}
