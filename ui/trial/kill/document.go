package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"nianbao/model"
	"nianbao/model/store"
)

// kind is where a document is kept, and how many of a hundred kills are about it.
type kind struct {
	name  string
	share int
}

var kinds = []kind{
	{titled, 55},
	{untitled, 30},
	{unwritable, 15},
}

const (
	titled     = "with a file"
	untitled   = "without a file"
	unwritable = "file read-only"
)

// document is a report that is typed into, in a home of its own.
type document struct {
	name   string
	home   string
	file   string        // "" for none
	first  *model.Report // with which it begins, nil for a new one
	kept   *model.Report // what the disk has, nil for nothing
	states []state       // of the report, from the start of the program on
}

// state is a report as it was after a key.
type state struct {
	report  *model.Report
	content []byte
	at      time.Time // when the X server had taken the key
}

func (l *lane) newDocument(k kind, home string) (*document, error) {
	d := &document{name: k.name, home: home}
	if err := os.MkdirAll(home, 0o700); err != nil || k.name == untitled {
		return d, err
	}
	b, err := os.ReadFile(*report)
	if err != nil {
		return nil, err
	}
	if d.first, err = store.Decode(b, l.editions); err != nil {
		return nil, err
	}
	d.kept = d.first
	d.file = filepath.Join(home, "2026.nianbao")
	mode := os.FileMode(0o644)
	if k.name == unwritable {
		mode = 0o444
	}
	return d, os.WriteFile(d.file, b, mode)
}

// begin forgets what was typed before.
func (d *document) begin() {
	d.states = nil
	if d.kept != nil {
		d.states = []state{{d.kept, store.Encode(d.kept), time.Time{}}}
	}
}

// now is the report as it has been typed.
func (d *document) now() *model.Report {
	if len(d.states) == 0 {
		return nil
	}
	return d.states[len(d.states)-1].report
}

// becomes notes what the report is after a key that has just been taken.
func (d *document) becomes(r *model.Report) {
	d.states = append(d.states, state{r, store.Encode(r), time.Now()})
}

// set notes a value that has just been typed.
func (d *document) set(ref model.Ref, value string) {
	r := d.now().Clone()
	r.Apply(model.Change{At: ref, New: value})
	d.becomes(r)
}

// copies are the reports in the program's own folder.
func (d *document) copies() []string {
	paths, _ := filepath.Glob(filepath.Join(d.home, ".config", "fyne", "*", "unsaved", "*.nianbao"))
	return paths
}

// left looks for what a program that was told to end must not leave behind: a mark that it
// has the file open, and a log of a failure.
func (d *document) left(pid int) error {
	marks, _ := filepath.Glob(filepath.Join(d.home, ".nianbao-open-*"))
	for _, mark := range marks {
		if b, err := os.ReadFile(mark); err == nil && bytes.Contains(b, fmt.Appendf(nil, `"pid":%d,`, pid)) {
			return fmt.Errorf("its mark stays: %s", b)
		}
	}
	logs, _ := filepath.Glob(filepath.Join(d.home, ".config", "fyne", "*", "crashes", "*.txt"))
	for _, log := range logs {
		if b, err := os.ReadFile(log); err == nil && len(b) > 0 {
			return fmt.Errorf("it has failed: %s", b)
		}
	}
	return nil
}

var errDamaged = errors.New("damaged")

// look finds how much of what was typed is on the disk after the program was killed, and
// how long ago what is missing was typed.
func (l *lane) look(d *document, killed time.Time) (missing time.Duration, err error) {
	path := d.file
	if d.name != titled {
		copies := d.copies()
		switch {
		case len(copies) > 1:
			return 0, fmt.Errorf("there are %d copies: %v", len(copies), copies)
		case len(copies) == 1:
			path = copies[0]
		case d.name == unwritable:
		case len(d.states) == 0:
			return 0, nil
		default: // not yet a copy
			d.kept = nil
			if !d.states[0].at.IsZero() {
				return killed.Sub(d.states[0].at), nil
			}
			return 0, fmt.Errorf("%w: the copy is gone", errDamaged)
		}
	}
	if d.name == unwritable {
		if b, err := os.ReadFile(d.file); err != nil || !bytes.Equal(b, store.Encode(d.first)) {
			return 0, fmt.Errorf("%w: the read-only file is another one", errDamaged)
		}
	}
	if out, err := l.said("show", path); err != nil {
		return 0, fmt.Errorf("%w: %w: %s", errDamaged, err, out)
	}
	r, _, err := store.Open(path, l.editions)
	if err != nil {
		return 0, fmt.Errorf("%w: %w", errDamaged, err)
	}
	b := store.Encode(r) // a copy knows its file, too
	for i := len(d.states) - 1; i >= 0; i-- {
		if !bytes.Equal(b, d.states[i].content) {
			continue
		}
		d.kept = d.states[i].report
		if i+1 < len(d.states) {
			missing = killed.Sub(d.states[i+1].at)
		}
		return missing, nil
	}
	return 0, fmt.Errorf("%w: the report was never like this: %s", errDamaged, difference(b, d.states))
}

// difference tells in which lines a report differs from what was typed last.
func difference(b []byte, states []state) string {
	if len(states) == 0 {
		return "nothing was typed"
	}
	want := map[string]bool{}
	for line := range strings.Lines(string(states[len(states)-1].content)) {
		want[line] = true
	}
	var out strings.Builder
	for line := range strings.Lines(string(b)) {
		if !want[line] {
			out.WriteString(line)
		}
		delete(want, line)
	}
	for line := range want {
		out.WriteString("not " + line)
	}
	return out.String()
}
