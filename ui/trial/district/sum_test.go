package main

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	collected "nianbao/model/district"
	"nianbao/ui/command"
)

// said is what `nianbao sum --json` says of a folder.
type said struct {
	files   map[string]collected.State // by their paths in the folder
	missing []string
	sum     struct {
		Counted, Members int
		Numbers          map[string]string
		Findings         []any
		Gaps             []any
	}
}

// sum has the program sum a folder.
func (m *made) sum(t *testing.T, options ...string) (s said, out string, status int) {
	t.Helper()
	out = filepath.Join(t.TempDir(), "汇总") + "/"
	args := append([]string{"sum", filepath.Join(m.dir, reportsDir), "--roll", filepath.Join(m.dir, rollName+".xlsx"), "-o", out, "--json"}, options...)
	var b, errs bytes.Buffer
	status = command.Run(args, &b, &errs)
	s.files = map[string]collected.State{}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	for i, line := range lines {
		var one struct {
			File, Member string
			State        collected.State
		}
		err := json.Unmarshal([]byte(line), &one)
		switch {
		case i == len(lines)-1:
			err = json.Unmarshal([]byte(line), &s.sum)
		case one.State == collected.Missing:
			s.missing = append(s.missing, one.Member)
		default:
			s.files[reportsDir+"/"+one.File] = one.State
		}
		if err != nil {
			t.Fatalf("%v: %s %s", err, line, errs.String())
		}
	}
	return s, out, status
}

// The program says of every file what it is, and the sum is what a script makes of the rows
// that it writes, what the generator has added up, and what its own report holds.
func TestSumIsTheTruth(t *testing.T) {
	for _, o := range []order{
		{bodies: 40, seed: 2026, year: 2026, format: "mixed"},
		{bodies: 40, seed: 5, year: 2026, format: "nianbao", again: true},
		{bodies: 120, seed: 6, year: 2025, format: "nianbao"},
		{bodies: 80, seed: 7, year: 2026, format: "nianbao", clean: true},
	} {
		m := write40(t, o)
		s, out, status := m.sum(t)
		for _, f := range m.Files {
			if s.files[f.Path] != f.State {
				t.Errorf("%s is said to be %q, and is %q", f.Path, s.files[f.Path], f.State)
			}
			delete(s.files, f.Path)
		}
		if len(s.files) > 0 {
			t.Errorf("files that are not there: %v", s.files)
		}
		slices.Sort(s.missing)
		slices.Sort(m.Missing)
		if !slices.Equal(s.missing, m.Missing) {
			t.Errorf("missing are said to be %v, and are %v", s.missing, m.Missing)
		}
		if want := map[bool]int{true: command.Fine, false: command.Wrong}[o.clean]; status != want {
			t.Errorf("the status is %d, not %d", status, want)
		}
		if s.sum.Members != o.bodies || len(s.sum.Findings)+len(s.sum.Gaps) > 0 {
			t.Errorf("of the sum is said %+v", s.sum)
		}
		script, err := exec.Command("python3", "sum.py", filepath.Join(out, "数据.csv")).Output()
		if err != nil {
			t.Fatal(err)
		}
		byScript := map[string]string{}
		for line := range strings.Lines(string(script)) {
			at, n, _ := strings.Cut(strings.TrimSpace(line), "\t")
			byScript[at] = n
		}
		for at, want := range m.Sums {
			if s.sum.Numbers[at] != want || byScript[at] != want {
				t.Errorf("%s is %s, by the script %s, and was added up to %s", at, s.sum.Numbers[at], byScript[at], want)
			}
		}
		if len(m.Sums) != len(s.sum.Numbers) || len(m.Sums) != len(byScript) {
			t.Errorf("%d numbers, by the script %d, in truth %d", len(s.sum.Numbers), len(byScript), len(m.Sums))
		}
	}
}

// What was written for a database is summed again to the same, as CSV and as Parquet.
func TestSumOfSums(t *testing.T) {
	m := write40(t, order{bodies: 40, seed: 8, year: 2026, format: "nianbao", clean: true})
	_, out, _ := m.sum(t)
	for _, name := range []string{"数据.csv", "数据.parquet"} {
		var b, errs bytes.Buffer
		again := filepath.Join(t.TempDir(), "省.nianbao")
		if status := command.Run([]string{"sum", filepath.Join(out, name), "-o", again, "--json"}, &b, &errs); status != command.Fine {
			t.Fatalf("%s: status %d: %s", name, status, errs.String())
		}
		lines := strings.Split(strings.TrimSpace(b.String()), "\n")
		var last struct {
			Counted int
			Numbers map[string]string
		}
		if err := json.Unmarshal([]byte(lines[len(lines)-1]), &last); err != nil {
			t.Fatal(err)
		}
		if last.Counted != 40 {
			t.Errorf("%s: %d are counted", name, last.Counted)
		}
		for at, want := range m.Sums {
			if last.Numbers[at] != want {
				t.Errorf("%s: %s is %s, not %s", name, at, last.Numbers[at], want)
			}
		}
	}
}

// What is wrong can be counted in by choice; the sum says so and shows it.
func TestSumByChoice(t *testing.T) {
	m := write40(t, order{bodies: 40, seed: 2026, year: 2026, format: "nianbao"})
	plain, _, _ := m.sum(t)
	faulty, _, _ := m.sum(t, "--with-errors")
	if faulty.sum.Counted != plain.sum.Counted+3 || len(faulty.sum.Findings) == 0 || len(faulty.sum.Gaps) != 1 {
		t.Errorf("with errors %+v, without %d", faulty.sum, plain.sum.Counted)
	}
	for _, f := range m.Files {
		if f.State != collected.Doubled {
			continue
		}
		name := strings.TrimPrefix(f.Path, reportsDir+"/")
		if taken, _, _ := m.sum(t, "--take", name); taken.sum.Counted != plain.sum.Counted+1 {
			t.Errorf("with %s %d are counted", name, taken.sum.Counted)
		}
	}
	for _, f := range m.Files {
		if f.State == collected.Received {
			name := strings.TrimPrefix(f.Path, reportsDir+"/")
			if left, _, _ := m.sum(t, "--leave", name); left.sum.Counted != plain.sum.Counted-1 {
				t.Errorf("without %s %d are counted", name, left.sum.Counted)
			}
			break
		}
	}
}
