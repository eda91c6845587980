package district

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/model/store"
)

func form(t testing.TB) *model.Edition {
	t.Helper()
	all, err := model.ReadEditions(assets.Editions())
	if err != nil {
		t.Fatal(err)
	}
	return all.ByID("2021")
}

func bodies(t testing.TB, seed uint64, n int) []Body {
	t.Helper()
	out, err := New(seed, n)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A report has nothing that the checks find, alone or beside last year's.
func TestReportsAreRight(t *testing.T) {
	e := form(t)
	for _, set := range []struct {
		seed uint64
		n    int
	}{{2026, 40}, {7, 40}, {2026, 400}} {
		for _, b := range bodies(t, set.seed, set.n) {
			last := b.Report(e, 2024)
			for year := 2025; year <= 2026; year++ {
				r := b.Report(e, year)
				for _, f := range model.Check(r, last) {
					t.Errorf("%s %d: %s %s at %v: %s", b.Office, year, f.Level, f.Rule, f.At, f.Text)
				}
				last = r
			}
		}
	}
}

// The first year that the form is of has no year before it that anybody counted.
func TestFirstYear(t *testing.T) {
	e := form(t)
	for _, b := range bodies(t, 1, 80) {
		for _, f := range model.Check(b.Report(e, 2021), nil) {
			t.Errorf("%s: %s: %s", b.Office, f.Rule, f.Text)
		}
	}
}

func TestNames(t *testing.T) {
	for _, n := range []int{1, 3, 40, 41, 400, Most} {
		all := bodies(t, 2026, n)
		if len(all) != n {
			t.Errorf("%d bodies, not %d", len(all), n)
		}
		seen := map[string]bool{}
		for _, b := range all {
			for _, name := range append([]string{b.Office}, b.Aliases...) {
				if seen[name] {
					t.Errorf("%s is there twice", name)
				}
				seen[name] = true
			}
			if b.Kind != model.KindOf(b.Office) {
				t.Errorf("%s is a %s by its name, and said to be a %s", b.Office, model.KindOf(b.Office), b.Kind)
			}
		}
	}
	for _, n := range []int{-1, 0, Most + 1} {
		if _, err := New(1, n); err == nil {
			t.Errorf("%d bodies were made", n)
		}
	}
}

// The same seed gives the same reports, another one others.
func TestSeed(t *testing.T) {
	e := form(t)
	same, other := bodies(t, 5, 60), bodies(t, 6, 60)
	equal := 0
	for i, b := range bodies(t, 5, 60) {
		one := store.Encode(b.Report(e, 2026))
		if !bytes.Equal(one, store.Encode(same[i].Report(e, 2026))) {
			t.Errorf("%s has two reports", b.Office)
		}
		if bytes.Equal(one, store.Encode(other[i].Report(e, 2026))) {
			equal++
		}
	}
	if equal > 0 {
		t.Errorf("%d reports of another seed are the same", equal)
	}
}

// There is something of everything: quiet and busy bodies, cases of every kind, exact amounts.
func TestVariety(t *testing.T) {
	e := form(t)
	total := map[model.Ref]bool{}
	quiet, busy, exact, long := 0, 0, 0, 0
	for _, b := range bodies(t, 2026, 800) {
		r := b.Report(e, 2026)
		for _, c := range e.Cells() {
			if r.Value(c.Ref).Sign() > 0 {
				total[c.Ref] = true
			}
		}
		switch n := r.Value("requests/new/total"); {
		case n.Sign() == 0:
			quiet++
		case len(n.String()) > 2:
			busy++
		}
		if !r.Value("disclosure/fees/amount").Whole() {
			exact++
		}
		size := 0
		for id := range r.Texts {
			size += utf8.RuneCountInString(r.Prose(id))
		}
		if size > 800 {
			long++
		}
	}
	t.Logf("of 800: %d quiet, %d busy, %d exact amounts, %d long", quiet, busy, exact, long)
	if quiet < 20 || busy < 10 || exact < 50 || long < 400 {
		t.Error("too few of a kind")
	}
	for _, c := range e.Cells() {
		if _, row, column, _ := c.Ref.Cell(); row != "rules" && (column == "total" || column == "person") && !total[c.Ref] {
			t.Errorf("%s is 0 everywhere", c.Ref)
		}
	}
}

func BenchmarkReport(b *testing.B) {
	e := form(b)
	all := bodies(b, 2026, 40)
	for i := 0; b.Loop(); i++ {
		all[i%len(all)].Report(e, 2026)
	}
}
