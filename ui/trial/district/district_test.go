package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/assets"
	"nianbao/model"
	collected "nianbao/model/district"
	"nianbao/model/intake"
	"nianbao/model/intake/source"
	"nianbao/model/sample/district"
	"nianbao/model/store"
)

// made is a folder that was written, and what is said of it.
type made struct {
	dir      string
	editions model.Editions
	bodies   map[string]*district.Body
	truth
}

func write40(t *testing.T, o order) *made {
	t.Helper()
	o.dir = filepath.Join(t.TempDir(), "district")
	if err := run(o); err != nil {
		t.Fatal(err)
	}
	m := &made{dir: o.dir, bodies: map[string]*district.Body{}}
	b, err := os.ReadFile(filepath.Join(o.dir, truthName))
	if err == nil {
		err = json.Unmarshal(b, &m.truth)
	}
	if err != nil {
		t.Fatal(err)
	}
	if m.editions, err = model.ReadEditions(assets.Editions()); err != nil {
		t.Fatal(err)
	}
	bodies, err := district.New(o.seed, o.bodies)
	if err != nil {
		t.Fatal(err)
	}
	for i := range bodies {
		m.bodies[bodies[i].Office] = &bodies[i]
	}
	return m
}

func (m *made) read(path string) (*model.Report, error) {
	path = filepath.Join(m.dir, path)
	if strings.HasSuffix(path, store.Ending) {
		r, _, err := store.Open(path, m.editions)
		return r, err
	}
	draft, err := intake.Open(path, m.editions)
	if err != nil {
		return nil, err
	}
	return draft.Report, nil
}

func (m *made) states() map[collected.State]int {
	out := map[collected.State]int{}
	for _, f := range m.Files {
		out[f.State]++
	}
	return out
}

// Forty bodies come in with exactly the faults that are asked for, in every format.
func TestFaults(t *testing.T) {
	for _, format := range []string{"mixed", "nianbao", "xlsx", "docx"} {
		t.Run(format, func(t *testing.T) {
			m := write40(t, order{bodies: 40, seed: 2026, year: 2026, format: format, again: true})
			want := map[collected.State]int{
				collected.Received: 32, collected.Faulty: 3, collected.Doubled: 2, collected.OtherYear: 1, collected.Unreadable: 1, collected.Repeated: 1,
			}
			got := m.states()
			for state, n := range want {
				if got[state] != n {
					t.Errorf("%d files are %s, not %d", got[state], state, n)
				}
			}
			if len(m.Missing) != missing || len(m.Files) != 40 {
				t.Errorf("%d are missing and %d files have come in", len(m.Missing), len(m.Files))
			}
			for _, f := range m.Files {
				m.holds(t, f)
			}
		})
	}
}

// holds reads a file as the program does and looks whether it is what it is said to be.
func (m *made) holds(t *testing.T, f file) {
	t.Helper()
	r, err := m.read(f.Path)
	if f.State == collected.Unreadable {
		if err == nil {
			t.Errorf("%s can be read", f.Path)
		}
		return
	}
	if err != nil {
		t.Errorf("%s: %v", f.Path, err)
		return
	}
	body := m.bodies[f.Office]
	if r.Office != f.Office || r.Year != f.Year || r.Kind != body.Kind {
		t.Errorf("%s is read as of %s (%s), %d", f.Path, r.Office, r.Kind, r.Year)
	}
	var broken []string
	for _, found := range model.Check(r, body.Report(r.Edition, f.Year-1)) {
		switch {
		case found.Level == model.Error && !slices.Contains(broken, found.Rule):
			broken = append(broken, found.Rule)
		case found.Level == model.Warning && f.State == collected.Received:
			t.Errorf("%s: %s: %s", f.Path, found.Rule, found.Text)
		}
	}
	slices.Sort(broken)
	slices.Sort(f.Rules)
	if !slices.Equal(broken, f.Rules) {
		t.Errorf("%s breaks %v, and is said to break %v", f.Path, broken, f.Rules)
	}
	right := body.Report(r.Edition, f.Year)
	changed := 0
	for _, c := range r.Edition.Cells() {
		if !r.Value(c.Ref).Equal(right.Value(c.Ref)) {
			changed++
		}
	}
	altered := f.State == collected.Faulty || f.What == "revised"
	if (changed > 0) != altered {
		t.Errorf("%s (%s): %d numbers are not as they were counted", f.Path, f.What, changed)
	}
}

// A foreign document bears nothing of the program's, and is read whole.
func TestForeign(t *testing.T) {
	m := write40(t, order{bodies: 40, seed: 3, year: 2025, format: "mixed"})
	n := 0
	for _, f := range m.Files {
		if f.What != "foreign" {
			continue
		}
		n++
		r, err := m.read(f.Path)
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Unplaced) > 0 {
			t.Errorf("%s: found no place: %q", f.Path, r.Unplaced)
		}
		right := m.bodies[f.Office].Report(r.Edition, f.Year)
		for id := range right.Texts {
			if r.Prose(id) != right.Prose(id) {
				t.Errorf("%s: %s is %q, not %q", f.Path, id, r.Prose(id), right.Prose(id))
			}
		}
	}
	if n != foreign {
		t.Errorf("%d foreign documents", n)
	}
}

// A district of many counties, all right: the sums of the truth are those of the files, and
// the roll lists the same bodies both ways.
func TestClean(t *testing.T) {
	m := write40(t, order{bodies: 130, seed: 9, year: 2026, format: "nianbao", clean: true, last: true})
	if got := m.states(); len(m.Missing) > 0 || got[collected.Received] != 130 || len(got) != 1 {
		t.Errorf("missing %v, states %v", m.Missing, got)
	}
	total := sums{}
	for _, f := range m.Files {
		m.holds(t, f)
		r, err := m.read(f.Path)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range r.Edition.Cells() {
			total.add(c.Ref, r.Value(c.Ref))
		}
		if _, err := m.read(strings.NewReplacer(reportsDir+"/", lastDir+"/", "2026", "2025").Replace(f.Path)); err != nil {
			t.Error(err)
		}
	}
	if len(total) < 100 || len(m.Sums) != len(total) {
		t.Errorf("%d sums, not %d", len(m.Sums), len(total))
	}
	for ref, n := range total {
		if m.Sums[string(ref)] != n.Digits() {
			t.Errorf("%s comes to %s, and is said to come to %s", ref, n.Digits(), m.Sums[string(ref)])
		}
	}
	text, err := os.ReadFile(filepath.Join(m.dir, rollName+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for line := range strings.Lines(string(text)) {
		rows = append(rows, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
	}
	m.lists(t, rows)
	book, err := source.Open(filepath.Join(m.dir, rollName+".xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	rows = nil
	for _, block := range book.Blocks {
		if block.Table == nil {
			continue
		}
		for _, row := range block.Table.Rows {
			var cells []string
			for _, c := range row {
				cells = append(cells, c.Text)
			}
			rows = append(rows, cells)
		}
	}
	m.lists(t, rows)
}

// lists holds a roll against the bodies.
func (m *made) lists(t *testing.T, rows [][]string) {
	t.Helper()
	roll, err := collected.ReadRoll(rows)
	if err != nil {
		t.Fatal(err)
	}
	for _, member := range roll.Members {
		if b := m.bodies[member.Name]; b == nil || b.Kind != member.Kind || !slices.Equal(b.Aliases, member.Aliases) || member.Due == "" {
			t.Errorf("%+v is none of the bodies", member)
		}
	}
	if len(roll.Members) != len(m.bodies) {
		t.Errorf("%d bodies on the roll", len(roll.Members))
	}
}

func TestSeed(t *testing.T) {
	o := order{bodies: 40, seed: 4, year: 2026, format: "mixed"}
	a, b := write40(t, o), write40(t, o)
	for i, f := range a.Files {
		one, err1 := os.ReadFile(filepath.Join(a.dir, f.Path))
		two, err2 := os.ReadFile(filepath.Join(b.dir, b.Files[i].Path))
		if err1 != nil || err2 != nil || string(one) != string(two) {
			t.Errorf("%s is not the same twice: %v %v", f.Path, err1, err2)
		}
	}
}

func TestRefused(t *testing.T) {
	dir := t.TempDir()
	for name, o := range map[string]order{
		"no folder":           {bodies: 40, year: 2026, format: "mixed"},
		"a folder with files": {dir: dir, bodies: 40, year: 2026, format: "mixed"},
		"another form":        {dir: dir + "/a", bodies: 40, year: 2019, format: "mixed"},
		"an unknown format":   {dir: dir + "/b", bodies: 40, year: 2026, format: "pdf"},
		"too few bodies":      {dir: dir + "/c", bodies: 5, year: 2026, format: "mixed"},
		"no bodies":           {dir: dir + "/d", bodies: 0, year: 2026, format: "mixed"},
	} {
		if err := run(o); err == nil {
			t.Errorf("%s: written", name)
		}
	}
}
