package main

import (
	"errors"
	"fmt"
	"strings"
)

// bench is the program and the entry, each on a desk of its own.
type bench struct {
	m              inputMethod
	program, entry *desk
	at             place // of the program's caret
}

func (b *bench) close() {
	for _, d := range []*desk{b.program, b.entry} {
		if d != nil {
			d.close()
		}
	}
}

// both does two things at a time.
func (b *bench) both(one, other func() error) error {
	done := make(chan error)
	go func() { done <- other() }()
	return errors.Join(one(), <-done)
}

// tries is how often a script is typed that came out differently, more slowly each time.
// GTK's entry itself puts a phrase behind the key that follows it, about once in a hundred
// scripts.
const tries = 3

// most is the share of random scripts that may need another try, in percent.
const most = 5

// compare types a plan at both and counts what is equal.
func (b *bench) compare(plan []script) error {
	type tally struct{ all, first, equal int }
	tallies, order := map[string]*tally{}, []string(nil)
	wrong, again := 0, 0
	for _, s := range plan {
		if !strings.Contains(s.kind, *only) {
			continue
		}
		t := tallies[s.kind]
		if t == nil {
			t = &tally{}
			tallies[s.kind], order = t, append(order, s.kind)
		}
		t.all++
		for try := range tries {
			got, want, err := b.typed(s, try)
			if err != nil {
				return err
			}
			if s.own {
				want = s.expect
			}
			if got == want && (s.expect == "" || got == s.expect) {
				t.equal++
				if try == 0 {
					t.first++
				}
				break
			}
			fmt.Printf("%s: the program has %q, the entry %q, after %s\n", s.kind, got, want, s.keys)
			again++
		}
	}
	for _, kind := range order {
		t := tallies[kind]
		fmt.Printf("%s: %d of %d equal, %d at the first try\n", kind, t.equal, t.all, t.first)
		wrong += t.all - t.equal
	}
	if wrong > 0 || again*100 > most*len(plan) {
		return fmt.Errorf("%d of %d scripts differ, %d other tries", wrong, len(plan), again)
	}
	return nil
}

// typed types a script at both.
func (b *bench) typed(s script, try int) (got, want string, err error) {
	err = b.both(func() (err error) {
		got, err = b.inProgram(s, try)
		return err
	}, func() (err error) {
		want, err = b.entry.typed(b.m, s, try)
		return err
	})
	return got, want, err
}

func (b *bench) inProgram(s script, try int) (string, error) {
	to := prose
	if s.cell {
		to = cell
	}
	if b.at != to {
		b.at = to
		if err := b.program.visit(to); err != nil {
			return "", err
		}
	}
	return b.program.typed(b.m, s, try)
}
