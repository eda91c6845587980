package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// desk is a screen of its own with a window manager, a bus and an input method.
type desk struct {
	home string
	env  []string
	runs []*exec.Cmd
}

// newDesk sets a desk up. It must be closed also after an error.
func newDesk(m inputMethod) (*desk, error) {
	d := &desk{}
	home, err := os.MkdirTemp("", "typing")
	if err != nil {
		return d, err
	}
	d.home = home
	for name, text := range m.files {
		if err := d.write(name, text); err != nil {
			return d, err
		}
	}
	for _, dir := range []string{"run", ".cache", ".local/share"} {
		if err := os.MkdirAll(filepath.Join(home, dir), 0o700); err != nil {
			return d, err
		}
	}
	d.env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + home, "LANG=C.UTF-8",
		"XDG_CONFIG_HOME=" + home + "/.config", "XDG_CACHE_HOME=" + home + "/.cache",
		"XDG_DATA_HOME=" + home + "/.local/share", "XDG_RUNTIME_DIR=" + home + "/run",
		"GTK_IM_MODULE=" + m.name, "NO_AT_BRIDGE=1",
		"LIBGL_ALWAYS_SOFTWARE=1",
		"XMODIFIERS=@im=" + m.name,
	}
	display, err := d.answer("Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset")
	if err != nil {
		return d, err
	}
	d.env = append(d.env, "DISPLAY=:"+display)
	bus, err := d.answer("dbus-daemon", "--session", "--nofork", "--print-address=3")
	if err != nil {
		return d, err
	}
	d.env = append(d.env, "DBUS_SESSION_BUS_ADDRESS="+bus)
	if err := d.start("openbox"); err != nil {
		return d, err
	}
	return d, m.start(d)
}

func (d *desk) write(name, text string) error {
	path := filepath.Join(d.home, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, []byte(text), 0o644)
}

func (d *desk) command(name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Env = d.env
	return c
}

// start runs a program until the desk is closed. What it says is kept in its home.
func (d *desk) start(name string, args ...string) error {
	return d.keep(d.command(name, args...))
}

func (d *desk) keep(c *exec.Cmd) error {
	log, err := os.OpenFile(filepath.Join(d.home, filepath.Base(c.Path)+".log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer log.Close()
	c.Stdout, c.Stderr = log, log
	if err := c.Start(); err != nil {
		return err
	}
	d.runs = append(d.runs, c)
	return nil
}

// answer starts a program and reads the one line that it writes to its file 3.
func (d *desk) answer(name string, args ...string) (string, error) {
	from, to, err := os.Pipe()
	if err != nil {
		return "", err
	}
	defer from.Close()
	c := d.command(name, args...)
	c.ExtraFiles = []*os.File{to}
	err = d.keep(c)
	to.Close()
	if err != nil {
		return "", err
	}
	line, err := bufio.NewReader(from).ReadString('\n')
	if err != nil {
		return "", fmt.Errorf("%s says nothing: %w", name, err)
	}
	return strings.TrimSpace(line), nil
}

// close ends all that runs, the last started first.
func (d *desk) close() {
	for i := len(d.runs) - 1; i >= 0; i-- {
		_ = d.runs[i].Process.Kill()
		_ = d.runs[i].Wait()
	}
	if d.home != "" {
		_ = os.RemoveAll(d.home)
	}
}

// said is what a command prints; its failure is an error.
func (d *desk) said(name string, args ...string) (string, error) {
	out, err := d.command(name, args...).Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w", name, strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out)), nil
}

// do is a command whose output nobody needs.
func (d *desk) do(name string, args ...string) error {
	_, err := d.said(name, args...)
	return err
}

// until tries for 20 seconds.
func until(what string, true func() bool) error {
	for range 1000 {
		if true() {
			return nil
		}
		time.Sleep(20 * time.Millisecond)
	}
	return fmt.Errorf("waited in vain: %s", what)
}

// picture keeps the screen as it is.
func (d *desk) picture(name string) error {
	return d.do("import", "-window", "root", filepath.Join(*pictures, name+".png"))
}
