// Command print prints from the real window, with real keys, on a printing service of its own
// whose printers are files: what they got is what an export holds, in the copies and pages
// that were asked for. A printer that takes nothing, one that is stopped and a service that is
// gone are told, and nothing else of the trial would go on if they were not.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

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
