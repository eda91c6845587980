// Command typing types through a real input method, on screens of their own: the same
// keys into the program and into a plain text entry of GTK. What arrives must be the
// same. It also sees that the candidates stand at the caret.
package main

import (
	"flag"
	"fmt"
	"os"
)

var (
	program  = flag.String("program", "build/nianbao", "the program")
	report   = flag.String("report", "assets/example.nianbao", "the report that is typed into")
	method   = flag.String("method", "fcitx", "the input method: fcitx or ibus")
	count    = flag.Int("count", 200, "random scripts in prose; a quarter as many in a cell")
	seed     = flag.Uint64("seed", 2026, "of the random scripts")
	only     = flag.String("only", "", "part of the names of the scripts to type, else all")
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
	b := &bench{m: m}
	defer b.close()
	if err := b.both(func() (err error) {
		b.program, err = openProgram(m)
		return err
	}, func() (err error) {
		b.entry, err = openEntry(m)
		return err
	}); err != nil {
		return err
	}
	if err := b.compare(plan(m, *seed, *count)); err != nil {
		return err
	}
	if err := b.program.moves(m); err != nil {
		return err
	}
	return b.program.spots(m)
}
