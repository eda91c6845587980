package model

import (
	"cmp"
	"fmt"
	"io/fs"
	"strings"
)

// lists are those of a folder, in files NAME.txt. Each is read once, whatever the number of
// rules and editions that name it.
type lists struct {
	dir   fs.FS
	lines map[string][][]string
	made  map[string]any // what was made of a list
}

func newLists(dir fs.FS) *lists {
	return &lists{dir: dir, lines: map[string][][]string{}, made: map[string]any{}}
}

// takeLists gives the rules their names and the lists of words that they name.
func (e *Edition) takeLists(all *lists) error {
	if err := e.takeNames(all); err != nil {
		return err
	}
	for i := range e.Rules {
		r := &e.Rules[i]
		if r.Kind == "slips" && (r.Typos == "" || r.Doubles == "" || r.Spelt == "" || r.Sounds == "") || r.Kind == "foreign" && r.Bodies == "" {
			return fmt.Errorf("rule %s: it names no list", r.ID)
		}
		err := cmp.Or(
			take(all, r.Typos, &r.typos, newTypos),
			take(all, r.Doubles, &r.doubles, newDoubles),
			take(all, r.Spelt, &r.spelt, func(phrases [][]string) (*spellings, error) {
				sounds, err := all.read(r.Sounds)
				if err != nil {
					return nil, err
				}
				return newSpellings(phrases, sounds)
			}),
			take(all, r.Bodies, &r.bodies, newBodyWords))
		if err != nil {
			return fmt.Errorf("rule %s: %w", r.ID, err)
		}
	}
	return nil
}

// take makes something of a list, if a name is given, or gives what was made of it before;
// it never changes afterwards.
func take[T any](all *lists, name string, to *T, with func(lines [][]string) (T, error)) error {
	if name == "" {
		return nil
	}
	if made, ok := all.made[name].(T); ok {
		*to = made
		return nil
	}
	lines, err := all.read(name)
	if err == nil {
		*to, err = with(lines)
	}
	if err != nil {
		return fmt.Errorf("list %s: %w", name, err)
	}
	all.made[name] = *to
	return nil
}

// takeNames gives every rule that has none its name and its help, from the list of rules: the
// same id means the same in every edition.
func (e *Edition) takeNames(all *lists) error {
	lines, err := all.read("rules")
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

// read gives the words of each line; a line that begins with # is a remark.
func (all *lists) read(name string) (lines [][]string, err error) {
	if lines, ok := all.lines[name]; ok {
		return lines, nil
	}
	b, err := fs.ReadFile(all.dir, name+".txt")
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(b)) {
		if words := strings.Fields(line); len(words) > 0 && !strings.HasPrefix(words[0], "#") {
			lines = append(lines, words)
		}
	}
	all.lines[name] = lines
	return lines, nil
}
