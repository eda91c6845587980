// Command print prints from the real window, with real keys, on a printing service of its own
// whose printers are files: what they got is what an export holds, in the copies and pages
// that were asked for. A printer that takes nothing, one that is stopped and a service that is
// gone are told, and nothing else of the trial would go on if they were not.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/ui/trial/screen"
)

var (
	program = flag.String("program", "build/nianbao", "the program")
	report  = flag.String("report", "assets/example.nianbao", "the report that is printed")
	out     = flag.String("pictures", "out/print", "where pictures go")
)

func main() {
	flag.Parse()
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "print:", err)
		os.Exit(1)
	}
}

// The printers: the default, and in the order in which they are offered one that takes nothing,
// one that is stopped, another one, and one that is not switched on.
const (
	first   = "二楼"
	off     = "d_off"
	busy    = "a_rejecting"
	stopped = "b-stopped"
	second  = "c_2@x"
)

func run() error {
	dir, err := os.MkdirTemp("", "print")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	s, err := serve(dir)
	if err != nil {
		return err
	}
	defer func() { s.close() }()
	for printer, file := range map[string]string{first: "first", busy: "busy", stopped: "stopped", second: "second"} {
		if err := s.add(printer, file); err != nil {
			return err
		}
	}
	for _, c := range [][]string{{"lpadmin", "-p", off, "-E", "-v", "socket://127.0.0.1:9", "-m", model}, {"lpadmin", "-d", first}, {"cupsreject", busy}, {"cupsdisable", "-r", "正在换墨盒", stopped}} {
		if _, err := s.do(c[0], c[1:]...); err != nil {
			return err
		}
	}
	t, err := begin(dir, s)
	if err != nil {
		return err
	}
	defer t.close()
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"all", t.all}, {"some", t.some}, {"rejecting", t.rejecting}, {"stopped", t.stopped}, {"off", t.off}, {"gone", t.gone},
	} {
		if err := step.do(); err != nil {
			_ = t.screen.Shot().Write(filepath.Join(*out, step.name+"-failed.png"))
			return fmt.Errorf("%s: %w", step.name, err)
		}
	}
	return t.traced()
}

// trial is the window and what it prints.
type trial struct {
	*service
	home    string
	export  string // the report as PDF
	handed  string // what the system would have opened
	trace   string // of the program's calls, "" if none can be had
	screen  *screen.Screen
	program *screen.Program
}

// begin opens a report.
func begin(dir string, s *service) (*trial, error) {
	t := &trial{service: s, home: filepath.Join(dir, "home"), handed: filepath.Join(dir, "handed")}
	content, err := os.ReadFile(*report)
	if err != nil {
		return nil, err
	}
	bin, file := filepath.Join(dir, "bin"), filepath.Join(t.home, "2026.nianbao")
	if err := errors.Join(os.MkdirAll(bin, 0o755), os.MkdirAll(t.home, 0o700), os.WriteFile(file, content, 0o600),
		os.WriteFile(filepath.Join(bin, "xdg-open"), []byte("#!/bin/sh\nprintf %s \"$1\" >"+t.handed+"\n"), 0o755)); err != nil {
		return nil, err
	}
	whole, err := filepath.Abs(*program)
	if err != nil {
		return nil, err
	}
	if out, err := exec.Command(whole, "export", file, "--to", "pdf", "-o", dir).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("export: %w: %s", err, out)
	}
	t.export = filepath.Join(dir, "2026.pdf")
	args := []string{"env", "PATH=" + bin + ":" + os.Getenv("PATH"), "CUPS_SERVER=" + filepath.Join(dir, socket)}
	if exec.Command("strace", "-f", "-qq", "-o", "/dev/null", "true").Run() == nil {
		t.trace = filepath.Join(dir, "trace")
		args = append(args, "strace", "-f", "--seccomp-bpf", "-qq", "-s", "200", "-e", "trace=network,execve", "-e", "signal=none", "-o", t.trace)
	}
	if t.screen, err = screen.Open(); err != nil {
		return nil, err
	}
	if t.program, err = t.screen.Run(t.home, append(args, whole, file)...); err != nil {
		t.close()
		return nil, err
	}
	return t, t.rest()
}

func (t *trial) close() {
	if t.program != nil {
		_, _ = t.program.Kill()
	}
	t.screen.Close()
}

// rest waits until the window rests and no command of the printing system runs for it.
func (t *trial) rest() error {
	return screen.Until("the window and its commands rest", func() bool {
		return t.program.Rest() == nil && !slices.ContainsFunc(t.program.Family(), func(pid int) bool {
			name, _ := os.ReadFile(fmt.Sprintf("/proc/%d/comm", pid))
			return slices.Contains([]string{"lp", "lpstat", "cancel"}, strings.TrimSpace(string(name)))
		})
	})
}

// keys presses keys one after the other, and waits until the window rests.
func (t *trial) keys(keys ...string) error {
	for _, key := range keys {
		if err := t.screen.Press(key); err != nil {
			return err
		}
		if err := t.rest(); err != nil {
			return err
		}
	}
	return nil
}

// shot takes a picture.
func (t *trial) shot(name string) error {
	return t.screen.Shot().Write(filepath.Join(*out, name+".png"))
}

// ask opens the question how to print, and waits for the printers.
func (t *trial) ask() error { return errors.Join(t.program.Go("ctrl+p"), t.rest()) }

// all prints everything on the default printer: Return is enough.
func (t *trial) all() error {
	if err := errors.Join(t.ask(), t.shot("1-question"), t.keys("Return")); err != nil {
		return err
	}
	return errors.Join(t.prints("first", 1, ""), t.asked(first, "1", "one-sided"), t.shot("2-sent"), t.tidy(), t.keys("Escape"))
}

// some prints some pages twice, on both sides.
func (t *trial) some() error {
	if err := errors.Join(t.ask(), t.keys("ctrl+a", "2", "Tab", "4", ",", "1", "-", "2", "Tab", "Right"), t.shot("3-some")); err != nil {
		return err
	}
	if err := t.keys("shift+Tab", "Return"); err != nil {
		return err
	}
	return errors.Join(t.prints("first", 2, "1-2,4"), t.asked(first, "2", "two-sided-long-edge"), t.shot("4-sent"), t.tidy(), t.keys("Escape"))
}

// rejecting chooses a printer that takes nothing, and then another.
func (t *trial) rejecting() error {
	if err := errors.Join(t.ask(), t.keys("shift+Tab", "Right", "Tab", "Return"), t.shot("5-rejecting")); err != nil {
		return err
	}
	if n := t.queued(); n != 0 {
		return fmt.Errorf("%d jobs wait", n)
	}
	if err := t.keys("shift+Tab", "Right", "Right", "Tab", "Return"); err != nil {
		return err
	}
	return errors.Join(t.prints("second", 1, ""), t.asked(second, "1", "two-sided-long-edge"), t.tidy(), t.keys("Escape"))
}

// stopped sends to a printer that is stopped, takes the job back, sends it again and leaves it
// there until the printer goes on.
func (t *trial) stopped() error {
	if err := errors.Join(t.ask(), t.keys("shift+Tab", "Left", "Tab", "Return"),
		screen.Until("a job waits", func() bool { return t.queued() == 1 }), t.rest(), t.shot("6-stopped"), t.keys("Return"),
		screen.Until("the job is taken back", func() bool { return t.queued() == 0 }), t.rest(), t.shot("7-taken-back"), t.keys("Return"),
		screen.Until("a job waits again", func() bool { return t.queued() == 1 }), t.rest(), t.keys("Escape")); err != nil {
		return err
	}
	if _, err := os.Stat(t.paper("stopped")); err == nil {
		return errors.New("a stopped printer prints")
	}
	_, err := t.do("cupsenable", stopped)
	return errors.Join(err, t.prints("stopped", 1, ""), t.tidy())
}

// off sends to a printer that does not answer; then somebody else takes the job away.
func (t *trial) off() error {
	if err := errors.Join(t.ask(), t.keys("shift+Tab", "Right", "Right", "Tab", "Return")); err != nil {
		return err
	}
	if err := errors.Join(t.changes("that the printer does not answer", func() error {
		return screen.Until("the printing service cannot reach the printer", func() bool {
			out, _ := t.do("lpstat", "-p", off)
			return strings.Contains(out, "unavailable")
		})
	}), t.shot("8-off")); err != nil {
		return err
	}
	return errors.Join(t.changes("that the job was cancelled", func() error {
		_, err := t.do("cancel", "-a", off)
		return err
	}), t.shot("9-cancelled"), t.tidy(), t.keys("Escape"))
}

// changes waits until the window tells something else than before something happened.
func (t *trial) changes(what string, happens func() error) error {
	before := t.screen.Look()
	return errors.Join(happens(), screen.Until("the window tells "+what, func() bool { return t.screen.Look() != before }), t.rest())
}

// gone prints while the service is gone: the system's program gets the PDF.
func (t *trial) gone() error {
	t.service.close()
	if err := errors.Join(os.Remove(filepath.Join(t.dir, socket)), t.ask(),
		screen.Until("the system gets the file", func() bool { _, err := os.Stat(t.handed); return err == nil }), t.rest(), t.shot("10-no-service")); err != nil {
		return err
	}
	handed, err := os.ReadFile(t.handed)
	if err != nil {
		return err
	}
	return errors.Join(t.same(string(handed), 1, ""), t.keys("Escape", "ctrl+q"), screen.Until("the program ends", t.program.Ended))
}

// asked holds what a job asked for against the service's log.
func (t *trial) asked(printer, copies, sides string) error {
	want := strings.Join([]string{printer, copies, "A4", sides, ""}, " ")
	if got := t.logged(); !strings.HasPrefix(got, want) || !strings.HasSuffix(got, "政府信息公开工作年度报告") {
		return fmt.Errorf("asked for %q, not %q", got, want)
	}
	return nil
}

// tidy says that no file is left behind.
func (t *trial) tidy() error {
	left, err := os.ReadDir(filepath.Join(t.home, ".cache", "nianbao", "print"))
	if err != nil || len(left) > 0 {
		return fmt.Errorf("left behind: %v, %w", left, err)
	}
	return nil
}

// prints waits until a printer has printed copies of some pages.
func (t *trial) prints(file string, copies int, pages string) error {
	var last error
	if err := screen.Until(file+" prints", func() bool {
		last = t.same(t.paper(file), copies, pages)
		return last == nil
	}); err != nil {
		return errors.Join(err, last)
	}
	return t.rest()
}

// same holds a PDF against the exported one: the words of the pages, as often as wanted.
func (t *trial) same(path string, copies int, pages string) error {
	from := [][]string{nil}
	if pages != "" {
		from = nil
		for part := range strings.SplitSeq(pages, ",") {
			a, b, two := strings.Cut(part, "-")
			if !two {
				b = a
			}
			from = append(from, []string{"-f", a, "-l", b})
		}
	}
	var once []byte
	for _, f := range from {
		text, err := words(t.export, f...)
		if err != nil {
			return err
		}
		once = append(once, text...)
	}
	got, err := words(path)
	switch want := bytes.Repeat(once, copies); {
	case err != nil:
		return err
	case len(want) < 1000:
		return fmt.Errorf("the export has only %d bytes of text", len(want))
	case !bytes.Equal(got, want):
		return fmt.Errorf("%s has %d bytes of text, not the %d that were wanted", filepath.Base(path), len(got), len(want))
	}
	return nil
}

// words are those of a PDF, without what is between them.
func words(path string, options ...string) ([]byte, error) {
	text, err := exec.Command("pdftotext", append(options, path, "-")...).Output()
	return bytes.Join(bytes.Fields(text), nil), err
}
