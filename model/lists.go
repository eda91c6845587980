package model

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"strings"
)

// readLists reads the rules' names and the lists of words that they name, from NAME.txt
// each.
func (e *Edition) readLists(dir fs.FS) error {
	if err := e.readNames(dir); err != nil {
		return err
	}
	var err error
	for i := range e.Rules {
		r := &e.Rules[i]
		if r.Kind == "slips" && (r.Typos == "" || r.Doubles == "" || r.Spelt == "" || r.Sounds == "") || r.Kind == "foreign" && r.Bodies == "" {
			return fmt.Errorf("rule %s: it names no list", r.ID)
		}
		read := func(name string, take func([][]string) error) {
			if name == "" || err != nil {
				return
			}
			lines, failed := readList(dir, name)
			if failed == nil {
				failed = take(lines)
			}
			if failed != nil {
				err = fmt.Errorf("rule %s: list %s: %w", r.ID, name, failed)
			}
		}
		read(r.Typos, func(lines [][]string) (err error) { r.typos, err = newTypos(lines); return err })
		read(r.Doubles, func(lines [][]string) (err error) { r.doubles, err = newDoubles(lines); return err })
		var sounds [][]string
		read(r.Sounds, func(lines [][]string) error { sounds = lines; return nil })
		read(r.Spelt, func(lines [][]string) (err error) { r.spelt, err = newSpellings(lines, sounds); return err })
		read(r.Bodies, func(lines [][]string) (err error) { r.bodies, err = newBodyWords(lines); return err })
	}
	return err
}

// readNames gives every rule that has none its name and its help, from the list of rules: the
// same id means the same in every edition.
func (e *Edition) readNames(dir fs.FS) error {
	lines, err := readList(dir, "rules")
	if err != nil {
		return fmt.Errorf("names of rules: %w", err)
	}
	for _, line := range lines {
		if r := e.rules[line[0]]; r != nil && r.Name == "" && len(line) > 2 {
			r.Name, r.Help = line[1], line[2:]
		}
	}
	for i := range e.Rules {
		if e.Rules[i].Name == "" || len(e.Rules[i].Help) == 0 {
			return fmt.Errorf("rule %s has no name and help in the list of rules", e.Rules[i].ID)
		}
	}
	return nil
}

// readList gives the words of each line; a line that begins with # is a remark.
func readList(dir fs.FS, name string) (lines [][]string, err error) {
	b, err := fs.ReadFile(dir, name+".txt")
	if err != nil {
		return nil, err
	}
	for s := bufio.NewScanner(bytes.NewReader(b)); s.Scan(); {
		if words := strings.Fields(s.Text()); len(words) > 0 && !strings.HasPrefix(words[0], "#") {
			lines = append(lines, words)
		}
	}
	return lines, nil
}
