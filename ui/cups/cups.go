// Package cups hands files to printers by the commands of the printing system: lpstat, lp
// and cancel. They are started as programs with arguments, never through a shell, and it is
// they that speak to the printing system, where its own settings tell them to.
package cups

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// Commands is the printing system as its commands show it.
type Commands struct{}

// patience is how long a command may take. To find printers in the office's network takes
// some seconds, and a big file on its way to a print server too.
const patience = 30 * time.Second

// run gives what a command prints. Its language is English, its characters are all: names
// of printers may be Chinese.
func run(name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "LANGUAGE=")
	cmd.WaitDelay = time.Second // what it has started may hold its output
	out, err := cmd.Output()
	var failed *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return "", &fault{"打印系统没有回答。请过一会儿再试，或者用 PDF 程序打开来打印。", ctx.Err()}
	case errors.Is(err, exec.ErrNotFound):
		return "", &fault{"这台电脑没有装打印系统（CUPS）的命令，程序自己送不到打印机。", err}
	case errors.As(err, &failed):
		return string(out), &refusal{said(string(failed.Stderr)), err}
	case err != nil:
		return "", &fault{"打印系统的命令“" + name + "”不能运行。", err}
	}
	return string(out), nil
}

// fault is what went wrong, as a clerk is told.
type fault struct {
	sentence string
	cause    error
}

func (f *fault) Error() string { return fmt.Sprintf("%s (%v)", f.sentence, f.cause) }

func (f *fault) Unwrap() error { return f.cause }

// Sentence is what a clerk is told.
func (f *fault) Sentence() string { return f.sentence }

// refusal is what a command said when it failed.
type refusal struct {
	said  string
	cause error
}

func (r *refusal) Error() string { return fmt.Sprintf("%s: %v", r.said, r.cause) }

func (r *refusal) Unwrap() error { return r.cause }

// said is the last line of what a command complains of, without the command's name.
func said(complaint string) string {
	line := strings.TrimSpace(complaint)
	line = line[strings.LastIndexByte(line, '\n')+1:]
	if name, rest, ok := strings.Cut(line, ": "); ok && !strings.Contains(name, " ") {
		line = rest
	}
	return strings.TrimPrefix(line, "Error - ")
}
