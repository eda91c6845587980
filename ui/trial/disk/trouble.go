package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"nianbao/ui/trial/screen"
)

// trouble is what happens to a disk.
type trouble struct {
	name             string
	says             string // in the sentence about it
	make, begin, end func(disk string) error
}

var troubles = []trouble{
	{
		name: "full", says: "磁盘已满",
		make:  func(disk string) error { return mount("-t", "tmpfs", "-o", "size=256k", "none", disk) },
		begin: fill,
		end:   func(disk string) error { return os.Remove(filepath.Join(disk, "filler")) },
	},
	{
		name: "read-only", says: "只读",
		make:  func(disk string) error { return mount("-t", "tmpfs", "none", disk) },
		begin: func(disk string) error { return mount("-o", "remount,ro", disk) },
		end:   func(disk string) error { return mount("-o", "remount,rw", disk) },
	},
	{
		name: "pulled out", says: "找不到",
		make:  plug,
		begin: func(disk string) error { return do("umount", "--lazy", disk) },
		end:   plug,
	},
}

func do(name string, args ...string) error {
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w: %s", name, strings.Join(args, " "), err, out)
	}
	return nil
}

func mount(args ...string) error { return do("mount", args...) }

// plug puts the stick in that lies beside its place.
func plug(disk string) error {
	stick := disk + "-stick"
	return errors.Join(os.MkdirAll(stick, 0o755), mount("--bind", stick, disk))
}

// fill leaves no room.
func fill(disk string) error {
	f, err := os.Create(filepath.Join(disk, "filler"))
	if err != nil {
		return err
	}
	defer f.Close()
	for range 1024 {
		if _, err := f.Write(make([]byte, 1024)); err != nil {
			return nil
		}
	}
	return errors.New("the disk is not small")
}

// try opens a report on a disk, makes trouble, types, and ends it.
func (t trouble) try() (r result, err error) {
	dir, err := os.MkdirTemp("", "disk")
	if err != nil {
		return r, err
	}
	disk, home := filepath.Join(dir, "disk"), filepath.Join(dir, "home")
	defer func() {
		_ = do("umount", "--lazy", disk)
		_ = os.RemoveAll(dir)
	}()
	content, err := os.ReadFile(*report)
	if err != nil {
		return r, err
	}
	file := filepath.Join(disk, "2026.nianbao")
	if err := errors.Join(os.Mkdir(disk, 0o755), t.make(disk), os.WriteFile(file, content, 0o644)); err != nil {
		return r, err
	}
	whole, err := filepath.Abs(*program)
	if err != nil {
		return r, err
	}
	s, err := screen.Open()
	if err != nil {
		return r, err
	}
	defer s.Close()
	p, err := s.Run(home, whole, file)
	if err != nil {
		return r, err
	}
	defer p.Kill()
	if err := errors.Join(p.Rest(), p.Go("ctrl+Next"), p.Go("Tab")); err != nil {
		return r, err
	}
	if err := t.begin(disk); err != nil {
		return r, err
	}
	const text = "甲0001乙0002丙0003"
	if err := s.Write(text, 60*time.Millisecond); err != nil {
		return r, err
	}
	defer func() {
		if err != nil {
			_ = s.Shot().Write(filepath.Join(*out, t.name+"-failed.png"))
		}
	}()
	has := func(path string) bool {
		b, err := os.ReadFile(path)
		return err == nil && bytes.Contains(b, []byte(text))
	}
	typed := time.Now()
	if err := screen.Until("the text is in the program's own copy", func() bool {
		copies, _ := filepath.Glob(filepath.Join(home, ".config", "fyne", "*", "unsaved", "*.nianbao"))
		return len(copies) == 1 && has(copies[0]) && exec.Command(whole, "show", copies[0]).Run() == nil
	}); err != nil {
		return r, err
	}
	r.copied = time.Since(typed)
	says, err := exec.Command(whole, "set", file, "other=改").CombinedOutput()
	if r.says = strings.TrimSpace(string(says)); err == nil || !strings.Contains(r.says, t.says) {
		return r, fmt.Errorf("nianbao set says %q", r.says)
	}
	if b, err := os.ReadFile(file); err == nil && !bytes.Equal(b, content) {
		return r, errors.New("the file is another one")
	}
	if err := errors.Join(p.Rest(), s.Shot().Write(filepath.Join(*out, t.name+".png")), t.end(disk)); err != nil {
		return r, err
	}
	if b, err := os.ReadFile(file); err != nil || !has(file) && !bytes.Equal(b, content) {
		return r, fmt.Errorf("the file is another one: %w", err)
	}
	ended := time.Now()
	err = screen.Until("the window saves by itself", func() bool {
		return has(file) && exec.Command(whole, "show", file).Run() == nil
	})
	r.saved = time.Since(ended)
	return r, err
}
