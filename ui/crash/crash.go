// Package crash writes down where the program has failed, for those who mend it: where in
// the program, never what stood in a report.
package crash

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"
)

// most is how many logs are kept.
const most = 10

// Book is where the logs of a user lie.
type Book struct {
	Dir     string
	Version string // of the program
}

// raw is where the system of the language writes what ends a program at once.
const raw = "running.txt"

// Open begins to write down what ends the program at once, after what the last run has
// left has been made a log.
func (b *Book) Open() error {
	if err := os.MkdirAll(b.Dir, 0o700); err != nil {
		return fmt.Errorf("crash logs: %w", err)
	}
	name := filepath.Join(b.Dir, raw)
	if left, err := os.ReadFile(name); err == nil && len(left) > 0 {
		info, err := os.Stat(name)
		if err == nil {
			_, _ = b.write(scrub(string(left)), info.ModTime())
		}
	}
	f, err := os.Create(name)
	if err != nil {
		return fmt.Errorf("crash logs: %w", err)
	}
	return errors.Join(debug.SetCrashOutput(f, debug.CrashOptions{}), f.Close())
}

// Note writes down a panic, from where it was recovered.
func (b *Book) Note(bad any) (log string, err error) {
	return b.write(what(bad)+"\n\n"+scrub(string(debug.Stack())), time.Now())
}

// what is a panic without what a report may have in it: of the program's own words only
// the type is told.
func what(bad any) string {
	if err, ok := bad.(runtime.Error); ok {
		return err.Error()
	}
	return fmt.Sprintf("panic of type %T", bad)
}

var (
	frame  = regexp.MustCompile(`^([\w./\-*()\[\]]+(?:\.[\w.*()\[\]·\-]+)+)\((.*)\)$`)
	place  = regexp.MustCompile(`^\t(?:.*/)?([\w.\-@]+/[\w.\-]+\.(?:go|s|c|h)):(\d+)`)
	thread = regexp.MustCompile(`^goroutine \d+ .*\[[\w ,()]+\]:$`)
	fatal  = regexp.MustCompile(`^(?:fatal error: [\w :\-]+|SIG[A-Z]+: [\w :=\-]+|runtime error: .*|panic: runtime error: [\w :\[\]\-,]+)$`)
)

// scrub keeps of a trace where it was: functions, files and lines.
func scrub(trace string) string {
	var out []string
	for line := range strings.Lines(trace) {
		line = strings.TrimRight(line, "\r\n")
		switch m := frame.FindStringSubmatch(line); {
		case m != nil:
			out = append(out, m[1])
		case place.MatchString(line):
			m := place.FindStringSubmatch(line)
			out = append(out, "\t"+m[1]+":"+m[2])
		case thread.MatchString(line), fatal.MatchString(line):
			out = append(out, line)
		case strings.HasPrefix(line, "created by "):
			out = append(out, strings.Fields(line)[2])
		case line == "" && len(out) > 0 && out[len(out)-1] != "":
			out = append(out, "")
		}
	}
	return strings.Join(out, "\n")
}

func (b *Book) write(text string, at time.Time) (log string, err error) {
	if err := os.MkdirAll(b.Dir, 0o700); err != nil {
		return "", fmt.Errorf("crash logs: %w", err)
	}
	log = filepath.Join(b.Dir, "出错记录-"+at.Format("20060102-150405.000")+".txt")
	text = fmt.Sprintf("年报 %s，%s/%s，%s\n%s\n本记录只写程序在哪里出的错，没有报告的内容，可以发给维护人员。\n\n%s\n",
		b.Version, runtime.GOOS, runtime.GOARCH, runtime.Version(), at.Format("2006-01-02 15:04:05"), text)
	if err := os.WriteFile(log, []byte(text), 0o600); err != nil {
		return "", fmt.Errorf("crash logs: %w", err)
	}
	for _, old := range b.Logs()[min(most, len(b.Logs())):] {
		_ = os.Remove(old)
	}
	return log, nil
}

// Logs are the files of the logs, newest first.
func (b *Book) Logs() []string {
	logs, err := filepath.Glob(filepath.Join(b.Dir, "出错记录-*.txt"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	slices.Sort(logs)
	slices.Reverse(logs)
	return logs
}
