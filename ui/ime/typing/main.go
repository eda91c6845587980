// Command typing types through a real input method, on screens of their own: the same
// keys into the program and into a plain text entry of GTK. What arrives must be the
// same. It also sees that the candidates stand at the caret.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

var (
	program  = flag.String("program", "build/nianbao", "the program")
	report   = flag.String("report", "assets/example.nianbao", "the report that is typed into")
	method   = flag.String("method", "fcitx", "the input method: fcitx or ibus")
	count    = flag.Int("count", 200, "random scripts in prose; a quarter as many in a cell")
	seed     = flag.Uint64("seed", 2026, "of the random scripts")
	verbose  = flag.Bool("v", false, "print each script before it is typed")
	pictures = flag.String("pictures", "out/typing", "where pictures go")
)

func main() {
	flag.Parse()
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "typing:", err)
		os.Exit(1)
	}
}

// run types everything at both, side by side: the input method learns from what it is
// given, so both get all of it in one order.
func run() error {
	m, ok := methods[*method]
	if !ok {
		return fmt.Errorf("no input method %q", *method)
	}
	if err := os.MkdirAll(*pictures, 0o755); err != nil {
		return err
	}
	plan := plan(m, *seed, *count)
	var got, want result
	failed := make(chan error, 2)
	go func() { failed <- inProgram(m, plan, &got) }()
	go func() { failed <- inEntry(m, plan, &want) }()
	if err := errors.Join(<-failed, <-failed); err != nil {
		return err
	}
	return compare(plan, got, want)
}

// result is what arrived, script by script.
type result struct {
	texts []string
	spots error // the candidates stood elsewhere
}

func compare(plan []script, got, want result) error {
	type tally struct{ equal, all int }
	tallies, order := map[string]*tally{}, []string(nil)
	for i, s := range plan {
		t := tallies[s.kind]
		if t == nil {
			t = &tally{}
			tallies[s.kind], order = t, append(order, s.kind)
		}
		t.all++
		should := want.texts[i]
		if s.expect != "" {
			should = s.expect
			if !s.own && want.texts[i] != s.expect {
				fmt.Printf("the entry itself got %q, not %q, from %s\n", want.texts[i], s.expect, s.keys)
				should = "\x00"
			}
		}
		if got.texts[i] == should {
			t.equal++
			continue
		}
		fmt.Printf("%s: %q came, not %q, from %s\n", s.kind, got.texts[i], should, s.keys)
	}
	wrong := 0
	for _, kind := range order {
		t := tallies[kind]
		fmt.Printf("%s: %d of %d equal\n", kind, t.equal, t.all)
		wrong += t.all - t.equal
	}
	if wrong > 0 {
		return fmt.Errorf("%d of %d scripts differ; see %s", wrong, len(plan), filepath.Clean(*pictures))
	}
	return got.spots
}
