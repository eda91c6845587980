package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"

	"nianbao/export"
	"nianbao/export/docx"
	"nianbao/export/xlsx"
	"nianbao/model"
	collected "nianbao/model/district"
	"nianbao/model/sample/district"
	"nianbao/model/store"
)

// sums are what the cells of the reports that count come to.
type sums map[model.Ref]model.Number

// write writes the files, on all cores, and adds up the reports that count.
func write(dir string, form *model.Edition, papers []*paper) (sums, error) {
	folders := map[string]bool{}
	for _, p := range papers {
		if at := filepath.Join(dir, filepath.Dir(p.path)); !folders[at] {
			folders[at] = true
			if err := os.MkdirAll(at, 0o755); err != nil {
				return nil, err
			}
		}
	}
	var (
		next  atomic.Int64
		group sync.WaitGroup
		mu    sync.Mutex
		first error
		all   = sums{}
	)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			own := sums{}
			var b bytes.Buffer
			for {
				i := int(next.Add(1)) - 1
				if i >= len(papers) {
					break
				}
				p := papers[i]
				b.Reset()
				r, err := p.write(&b, form)
				if err == nil {
					err = os.WriteFile(filepath.Join(dir, p.path), b.Bytes(), 0o644)
				}
				if err != nil {
					next.Store(int64(len(papers)))
					mu.Lock()
					first = fmt.Errorf("%s: %w", p.path, err)
					mu.Unlock()
					return
				}
				if p.state == collected.Received {
					for _, c := range form.Cells() {
						own.add(c.Ref, r.Value(c.Ref))
					}
				}
			}
			mu.Lock()
			defer mu.Unlock()
			for ref, n := range own {
				all.add(ref, n)
			}
		})
	}
	group.Wait()
	return all, first
}

func (s sums) add(at model.Ref, n model.Number) {
	if was, ok := s[at]; ok {
		n = was.Add(n)
	}
	s[at] = n
}

// write writes the file's content.
func (p *paper) write(b *bytes.Buffer, form *model.Edition) (r *model.Report, err error) {
	r = p.body.Report(form, p.year)
	if p.alter != nil {
		p.alter(r)
	}
	switch {
	case p.style > 0:
		err = writeForeign(b, export.Compose(r), p.style)
	case p.format == "xlsx":
		err = xlsx.Write(b, export.Compose(r))
	case p.format == "docx":
		err = docx.Write(b, export.Compose(r))
	default:
		b.Write(store.Encode(r))
	}
	if p.torn {
		b.Truncate(b.Len() * 3 / 5)
	}
	return r, err
}

// truth is what is so.
type truth struct {
	Seed    uint64            `json:"seed"`
	Year    int               `json:"year"`
	Edition string            `json:"edition"`
	Bodies  int               `json:"bodies"`
	Missing []string          `json:"missing"`
	Sums    map[string]string `json:"sums"` // of the files in state received
	Files   []file            `json:"files"`
}

// file is what is so of a file.
type file struct {
	Path   string          `json:"path"`
	Office string          `json:"office"`
	Year   int             `json:"year"`
	State  collected.State `json:"state"`
	What   string          `json:"what,omitempty"`
	Rules  []string        `json:"rules,omitempty"` // with errors
}

func writeTruth(o order, form *model.Edition, bodies []district.Body, papers []*paper, all sums) error {
	t := truth{Seed: o.seed, Year: o.year, Edition: form.ID, Bodies: len(bodies), Missing: []string{}, Sums: map[string]string{}}
	came := map[*district.Body]bool{}
	for _, p := range papers {
		came[p.body] = true
		t.Files = append(t.Files, file{p.path, p.body.Office, p.year, p.state, p.what, p.rules})
	}
	for i := range bodies {
		if !came[&bodies[i]] {
			t.Missing = append(t.Missing, bodies[i].Office)
		}
	}
	for ref, n := range all {
		t.Sums[string(ref)] = n.Digits()
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(t); err != nil {
		return fmt.Errorf("truth: %w", err)
	}
	return os.WriteFile(filepath.Join(o.dir, truthName), b.Bytes(), 0o644)
}
