package screen

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"time"
)

// Program is the program, running on a screen with a home of its own.
type Program struct {
	Home   string
	screen *Screen
	cmd    *exec.Cmd
	done   chan struct{}
}

// Run starts a program. What it says goes into a file log in its home.
func (s *Screen) Run(home string, args ...string) (*Program, error) {
	if err := os.MkdirAll(filepath.Join(home, ".cache"), 0o700); err != nil {
		return nil, err
	}
	log, err := os.OpenFile(filepath.Join(home, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	defer log.Close()
	p := &Program{Home: home, screen: s, cmd: exec.Command(args[0], args[1:]...), done: make(chan struct{})}
	p.cmd.Stdout, p.cmd.Stderr = log, log
	p.cmd.Env = []string{
		"PATH=" + os.Getenv("PATH"), "LANG=C", "HOME=" + home, "TMPDIR=" + home, "DISPLAY=" + s.Display, "DBUS_SESSION_BUS_ADDRESS=disabled:",
		"XDG_CONFIG_HOME=" + filepath.Join(home, ".config"), "XDG_CACHE_HOME=" + filepath.Join(home, ".cache"), "LIBGL_ALWAYS_SOFTWARE=1",
	}
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		_ = p.cmd.Wait()
		close(p.done)
	}()
	return p, nil
}

// Pid is the number of the process.
func (p *Program) Pid() int { return p.cmd.Process.Pid }

// Kill ends the program as kill -9 does, waits until its window is gone and says when it was.
func (p *Program) Kill() (time.Time, error) {
	at := time.Now()
	_ = p.cmd.Process.Kill()
	<-p.done
	return at, Until("the window is gone", func() bool { return p.screen.Title() == "" })
}

// End ends the program as a desktop does and says when it was. It is an error when the program
// takes more than some seconds, or does not end as it should.
func (p *Program) End() (time.Time, error) {
	at := time.Now()
	_ = p.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-p.done:
	case <-time.After(5 * time.Second):
		_, err := p.Kill()
		return at, errors.Join(errors.New("the program does not end when it is told to"), err)
	}
	if code := p.cmd.ProcessState.ExitCode(); code > 0 { // it may not have begun to listen
		return at, fmt.Errorf("the program ends with %d", code)
	}
	return at, Until("the window is gone", func() bool { return p.screen.Title() == "" })
}

// Ended says that the program runs no more.
func (p *Program) Ended() bool {
	select {
	case <-p.done:
		return true
	default:
		return false
	}
}

// still is how long nothing happens when a window rests.
const still = 150 * time.Millisecond

// Rest waits until the program's window has the focus, shows print and rests: nothing is
// drawn, and nothing runs or would like to.
func (p *Program) Rest() error {
	s := p.screen
	last, since := s.Look(), time.Now()
	return Until("the window rests", func() bool {
		if now := s.Look(); now != last || p.busy() {
			last, since = now, time.Now()
		}
		return p.Ended() || time.Since(since) >= still && s.printed() && s.Title() != ""
	})
}

// busy says that something has to do: a thread of the program, of what it has started or of
// what draws for it runs, waits for a processor or for a disk.
func (p *Program) busy() bool {
	all := p.Family()
	for _, c := range p.screen.runs {
		all = append(all, c.Process.Pid)
	}
	return slices.ContainsFunc(all, func(pid int) bool {
		threads, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/stat", pid))
		return slices.ContainsFunc(threads, func(name string) bool {
			b, err := os.ReadFile(name)
			at := bytes.LastIndexByte(b, ')')
			return err == nil && at > 0 && at+2 < len(b) && b[at+2] != 'S'
		})
	})
}

// Family are the processes of the program: its own and what it has started, which runs yet.
func (p *Program) Family() []int {
	all := []int{p.Pid()}
	for i := 0; i < len(all); i++ {
		lists, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", all[i]))
		for _, list := range lists {
			b, _ := os.ReadFile(list)
			for _, field := range bytes.Fields(b) {
				if pid, err := strconv.Atoi(string(field)); err == nil {
					all = append(all, pid)
				}
			}
		}
	}
	return all
}

// Go presses a key that leads somewhere else, and waits until the window rests there.
func (p *Program) Go(key string) error {
	before := p.screen.Look()
	if err := p.screen.Press(key); err != nil {
		return err
	}
	if err := Until(key+" does something", func() bool { return p.Ended() || p.screen.Look() != before }); err != nil {
		return err
	}
	return p.Rest()
}
