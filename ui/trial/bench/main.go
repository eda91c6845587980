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
	"io"
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
	if err := install(b.program, *program); err != nil {
		return err
	}
	r := sample.Full()
	if err := os.WriteFile(b.report, store.Encode(r), 0o644); err != nil {
		return err
	}
	return os.WriteFile(b.typst(), []byte(typst(export.Compose(r))), 0o644)
}

// install copies a program piece by piece, as tar and dpkg do. How it was written decides how
// it lies in memory: of a file written in one go the system keeps pieces of 2 MB, each of
// which counts whole for a process that touches a byte of it.
func install(to, from string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o755)
	if err != nil {
		return err
	}
	// Bare, the two files would be copied by the system in one go.
	if _, err := io.CopyBuffer(struct{ io.Writer }{out}, struct{ io.Reader }{in}, make([]byte, 32<<10)); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}

func (b *bench) typst() string { return filepath.Join(b.dir, "report.typ") }
