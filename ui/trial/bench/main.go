// Command bench measures the program beside others that do the same, in one run, and prints
// a table: figure, aim, peer, ratio. Nothing fails here: numbers of one run can be compared,
// those of two machines cannot.
//
// The PDF of a report of seven pages is set beside typst (from the same composed blocks, with
// the same faces) and LibreOffice (from the program's own DOCX); the window beside an empty
// window of the toolkit with the same faces.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"nianbao/export"
	"nianbao/model/sample"
	"nianbao/model/store"
)

var (
	program = flag.String("program", "build/nianbao", "the program")
	empty   = flag.String("empty", "build/empty", "the empty window")
	peers   = flag.String("peers", "build/peers", "where typst is installed")
	rounds  = flag.Int("rounds", 9, "how often each process is run")
	parts   = flag.String("parts", "pdf,command,keys,window", "what is measured")
)

func main() {
	flag.Parse()
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run() error {
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	b := &bench{dir: dir, table: &table{}}
	if err := b.prepare(); err != nil {
		return err
	}
	for _, part := range []struct {
		name string
		do   func() error
	}{{"pdf", b.pdf}, {"command", b.command}, {"keys", b.keys}, {"window", b.window}} {
		if !wanted(part.name) {
			continue
		}
		fmt.Fprintln(os.Stderr, "bench:", part.name)
		if err := part.do(); err != nil {
			return fmt.Errorf("%s: %w", part.name, err)
		}
	}
	return b.table.print(os.Stdout)
}

// A bench has the files that all programs are given.
type bench struct {
	dir     string
	program string // a copy, as it lies on the disk once it is installed
	report  string
	table   *table
}

func (b *bench) prepare() error {
	b.program, b.report = filepath.Join(b.dir, "nianbao"), filepath.Join(b.dir, "report.nianbao")
	binary, err := os.ReadFile(*program)
	if err != nil {
		return err
	}
	r := sample.Full()
	if err := os.WriteFile(b.program, binary, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(b.report, store.Encode(r), 0o644); err != nil {
		return err
	}
	return os.WriteFile(b.typst(), []byte(typst(export.Compose(r))), 0o644)
}

func (b *bench) typst() string { return filepath.Join(b.dir, "report.typ") }
