package sums

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"nianbao/export"
	"nianbao/model/collect"
	"nianbao/model/store"
)

// shelf is a folder of slips that is written anew. A slip that was there and is another one
// now, or none, is laid aside: somebody may have worked on it, and nobody must send it off
// for one of today's.
type shelf struct {
	path  string
	old   []string // names of slips that have not been met yet
	names map[string]int
	files int
}

// aside is the folder below for slips that no longer hold.
const aside = "以前的"

// ending is that of a slip's file.
const ending = ".docx"

// shelve looks at a folder, which need not be there.
func shelve(path string) (*shelf, error) {
	s := &shelf{path: path, names: map[string]int{}}
	there, err := os.ReadDir(path)
	if err != nil && !os.IsNotExist(err) {
		return nil, &store.Fault{Path: path, Cause: err}
	}
	for _, e := range there {
		if e.Type().IsRegular() && strings.Contains(e.Name(), collect.MadeSlip) && filepath.Ext(e.Name()) == ending {
			s.old = append(s.old, e.Name())
		}
	}
	return s, nil
}

// put writes the slip of a body. A second one of the same name gets a number.
func (s *shelf) put(body string, fill func(io.Writer) error) error {
	base := export.FileName(body) + collect.MadeSlip
	if s.names[base]++; s.names[base] > 1 {
		base += strconv.Itoa(s.names[base])
	}
	name := base + ending
	var b bytes.Buffer
	if err := fill(&b); err != nil {
		return err
	}
	s.files++
	if i := slices.Index(s.old, name); i >= 0 {
		s.old = slices.Delete(s.old, i, i+1)
		if was, err := os.ReadFile(filepath.Join(s.path, name)); err == nil && bytes.Equal(was, b.Bytes()) {
			return nil
		}
		if err := s.lay(name); err != nil {
			return err
		}
	}
	if err := folder(s.path); err != nil {
		return err
	}
	return store.Write(filepath.Join(s.path, name), func(to io.Writer) error {
		_, err := to.Write(b.Bytes())
		return err
	})
}

// end lays aside what no body has any more.
func (s *shelf) end() error {
	for _, name := range s.old {
		if err := s.lay(name); err != nil {
			return err
		}
	}
	return nil
}

// lay moves a slip to those that no longer hold, under a name that is free there.
func (s *shelf) lay(name string) error {
	to := filepath.Join(s.path, aside)
	if err := folder(to); err != nil {
		return err
	}
	base := strings.TrimSuffix(name, ending)
	for n := 1; ; n++ {
		target := filepath.Join(to, base+ending)
		if n > 1 {
			target = filepath.Join(to, base+"（"+strconv.Itoa(n)+"）"+ending)
		}
		if _, err := os.Lstat(target); err == nil {
			continue
		}
		if err := os.Rename(filepath.Join(s.path, name), target); err != nil {
			return &store.Fault{Path: filepath.Join(s.path, name), Cause: err}
		}
		return nil
	}
}
