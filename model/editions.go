package model

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// Editions is the set of forms that the program knows, oldest first.
type Editions []*Edition

// ReadEditions reads every *.json at the top of a folder of data, with the lists of
// words that lie beside them.
func ReadEditions(dir fs.FS) (Editions, error) {
	names, err := fs.Glob(dir, "*.json")
	if err != nil {
		return nil, fmt.Errorf("editions: %w", err)
	}
	var all Editions
	words := newLists(dir)
	for _, name := range names {
		b, err := fs.ReadFile(dir, name)
		if err != nil {
			return nil, fmt.Errorf("edition %s: %w", name, err)
		}
		e, err := readEdition(b, words)
		if err != nil {
			return nil, fmt.Errorf("edition %s: %w", name, err)
		}
		if want := strings.TrimSuffix(name, ".json"); e.ID != want {
			return nil, fmt.Errorf("edition %s: its id is %q", name, e.ID)
		}
		all = append(all, e)
	}
	slices.SortFunc(all, func(a, b *Edition) int { return a.From - b.From })
	if len(all) == 0 {
		return nil, fmt.Errorf("editions: none found")
	}
	return all, nil
}

// ReadEdition decodes and checks one edition; the lists of words that its rules name
// are in a folder. A key that is not known, or an id that nothing defines, is an error:
// data is read as strictly as code.
func ReadEdition(b []byte, lists fs.FS) (*Edition, error) { return readEdition(b, newLists(lists)) }

func readEdition(b []byte, words *lists) (*Edition, error) {
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	e := new(Edition)
	if err := d.Decode(e); err != nil {
		return nil, err
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, fmt.Errorf("something follows the edition")
	}
	e.index()
	if err := cmp.Or(e.lint(), e.takeLists(words)); err != nil {
		return nil, err
	}
	return e, nil
}

// ByID finds an edition, nil if the program has none of that id.
func (all Editions) ByID(id string) *Edition {
	for _, e := range all {
		if e.ID == id {
			return e
		}
	}
	return nil
}

// ForYear is the form that is in force for a report year.
func (all Editions) ForYear(year int) *Edition {
	for _, e := range slices.Backward(all) {
		if e.Covers(year) {
			return e
		}
	}
	return all[len(all)-1]
}
