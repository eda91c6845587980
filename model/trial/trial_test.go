package trial

import (
	"flag"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/sample"
	"nianbao/model/store"
)

var missed = flag.Bool("missed", false, "tell which faults were not found")

const mutants = 1000 // of each set

// tally is what became of the mutants of one kind.
type tally struct{ put, found, also int }

// Every fault of the tables and the form is found, and nearly every one in the prose. Kinds whose
// rule no edition has yet are listed and not counted.
func TestFaults(t *testing.T) {
	for _, set := range sets {
		t.Run(set.dir, func(t *testing.T) { faulty(t, subjects(t, set.dir), set) })
	}
}

// faulty puts the mutants into the reports of a set.
func faulty(t *testing.T, all []*subject, of set) {
	random := rand.New(rand.NewPCG(49, 50)) // the articles that ask for the report
	kinds, rules := faults(), known(t)
	if len(kinds) < 40 {
		t.Fatalf("only %d kinds of fault", len(kinds))
	}
	counts, tried := make([]tally, len(kinds)), map[uint64]bool{}
	total, also := 0, 0
	for round := 0; total < mutants && round < mutants; round++ {
		for k, kind := range kinds {
			if total == mutants {
				break
			}
			a := mutant(random, all, kind, tried)
			if a == nil {
				continue // no new one of the kind is to be had
			}
			total++
			counts[k].put++
			hit, extra := false, false
			before := a.before()
			for _, f := range model.Check(a.this, a.last) {
				if before[f.Key()] { // a false alarm over the clean report is no find
					continue
				}
				if a.found(kind.rules, f) {
					hit = true
				} else if ofProse(f.Rule) && !slices.Contains(kind.rules, f.Rule) {
					extra = true
				}
			}
			if extra {
				counts[k].also++
				also++
			}
			switch {
			case hit:
				counts[k].found++
			case *missed && rules.any(kind.rules):
				t.Logf("missed: %s in %s at %v: %q", kind.name, a.name, a.at, a.words())
			}
		}
	}
	if total != mutants {
		t.Fatalf("only %d mutants", total)
	}
	report(t, kinds, counts, rules, also, of)
}

// mutant is a new faulty report of a kind, nil if none was found.
func mutant(random *rand.Rand, all []*subject, kind fault, tried map[uint64]bool) *attempt {
	for range 200 {
		a := try(random, all[random.IntN(len(all))])
		if !kind.put(a) {
			continue
		}
		h := fnv.New64()
		fmt.Fprint(h, kind.name)
		_, _ = h.Write(store.Encode(a.this))
		if key := h.Sum64(); !tried[key] {
			tried[key] = true
			return a
		}
	}
	return nil
}

// before are the findings of the clean report; there should be none.
func (a *attempt) before() map[string]bool {
	if a.clean == nil {
		a.clean = map[string]bool{}
		for _, f := range model.Check(a.subject.this, a.subject.last) {
			a.clean[f.Key()] = true
		}
	}
	return a.clean
}

func (a *attempt) words() string {
	if a.text == "" {
		return ""
	}
	return a.within.in(a.prose(a.text))
}

type ruleSet map[string]bool

func (s ruleSet) any(ids []string) bool {
	return slices.ContainsFunc(ids, func(id string) bool { return s[id] })
}

// known are the rules that an edition has.
func known(t *testing.T) ruleSet {
	out := ruleSet{}
	for _, e := range sample.Editions(t) {
		for _, rule := range e.Rules {
			out[rule.ID] = true
		}
	}
	return out
}

func ofProse(rule string) bool {
	return strings.HasPrefix(rule, "text-") || slices.Contains(strings.Fields(
		"wrong-year same-as-last-year foreign-body private-data typo fee-not-told bare-none template-text"), rule)
}

// report prints what was found by kind and holds it against what is asked.
func report(t *testing.T, kinds []fault, counts []tally, rules ruleSet, also int, of set) {
	var table strings.Builder
	fmt.Fprintf(&table, "\n%-46s %-28s %5s %5s %5s %5s\n", "fault", "rule", "put", "found", "%", "also")
	var tables, written, waiting, further tally
	for k, kind := range kinds {
		n, note := counts[k], ""
		sum := &tables
		switch {
		case !rules.any(kind.rules):
			sum, note = &waiting, "no rule yet"
		case kind.beyond:
			sum, note = &further, "not counted"
		case kind.prose:
			sum = &written
		}
		sum.put, sum.found = sum.put+n.put, sum.found+n.found
		fmt.Fprintf(&table, "%-46s %-28s %5d %5d %5.0f %5d  %s\n", kind.name, strings.Join(kind.rules, "/"), n.put, n.found, n.share(), n.also, note)
		if n.put == 0 && of.dir == sets[0].dir {
			t.Errorf("there was no way to put %q into any report", kind.name)
		}
		if !kind.prose && note == "" && n.found < n.put {
			t.Errorf("%s: %d of %d found", kind.name, n.found, n.put)
		}
	}
	fmt.Fprintf(&table, "tables and form %d of %d; prose %d of %d (%.1f %%); further kinds %d of %d; %d wait for their rule\n",
		tables.found, tables.put, written.found, written.put, written.share(), further.found, further.put, waiting.put)
	fmt.Fprintf(&table, "%d kinds; %d mutants have other findings in the prose as well (column also)\n", len(kinds), also)
	t.Log(table.String())
	if written.found*100 < written.put*of.share {
		t.Errorf("%d of %d faults in the prose are found, fewer than %d %%", written.found, written.put, of.share)
	}
}

func (n tally) share() float64 {
	if n.put == 0 {
		return 0
	}
	return 100 * float64(n.found) / float64(n.put)
}
