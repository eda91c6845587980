package main

import (
	"bufio"
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"nianbao/export"
	"nianbao/export/font"
	"nianbao/export/layout"
	"nianbao/export/pdf"
	"nianbao/model/sample"
)

//go:embed typst.mjs
var script []byte

// pdf measures a PDF in a program that runs already, and from a cold start.
func (b *bench) pdf() error {
	if err := os.WriteFile(b.at("typst.mjs"), script, 0o644); err != nil {
		return err
	}
	node := func(more ...string) []string {
		return append([]string{"node", b.at("typst.mjs"), *peers, b.typst(), "assets/fonts", b.at("typst.pdf")}, more...)
	}
	ours := &process{args: []string{b.program, "export", b.report, "--to", "pdf", "-o", b.dir}}
	typst := &process{args: node()}
	office := &process{rarely: true, args: []string{"soffice", "--headless", "--convert-to", "pdf", "--outdir", b.at("office"), b.at("report.docx")}}
	if out, err := exec.Command(b.program, "export", b.report, "--to", "docx", "-o", b.dir).CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	var err error
	var here, kept, anew []float64
	for range 3 { // in turn, as processes are
		d := export.Compose(sample.Full())
		r := testing.Benchmark(func(t *testing.B) {
			for t.Loop() {
				if err = pdf.Draw(io.Discard, layout.Layout(d, font.Embedded())); err != nil {
					return
				}
			}
		})
		if err != nil {
			return err
		}
		here = append(here, float64(r.NsPerOp())/1e6)
		for age, to := range map[string]*[]float64{"10": &kept, "0": &anew} {
			times, err := warm(node("12", age))
			if err != nil {
				return err
			}
			*to = append(*to, times...)
		}
	}
	if err := b.inTurn(*rounds, ours, typst, office); err != nil {
		return err
	}
	mine, err := size(b.at("report.pdf"))
	if err != nil {
		return err
	}
	theirs, err := size(b.at("typst.pdf"))
	if err != nil {
		return err
	}
	ms := func(v []float64) figure { return figure{median(v), "ms"} }
	b.table.head("PDF of a report of 7 pages")
	b.table.add(line{"composed before, set and written", ms(here), 12, "typst, set anew", ms(anew), 1. / 3})
	b.table.add(line{"the same", ms(here), 0, "typst, one character changed", ms(kept), 0})
	b.table.add(line{"whole process", ours.time(), 90, "typst in node", typst.time(), 0.5})
	b.table.add(line{"the same", ours.time(), 0, "LibreOffice from DOCX", office.time(), 0})
	b.table.add(line{"most memory", ours.memory(), 60, "typst in node", typst.memory(), 0})
	b.table.add(line{"the same", ours.memory(), 0, "LibreOffice", office.memory(), 0})
	b.table.add(line{"size of the file", mine, 0, "typst", theirs, 1})
	return nil
}

// warm gives the milliseconds of each setting after the first, in one process.
func warm(args []string) (ms []float64, err error) {
	var told bytes.Buffer
	c := exec.Command(args[0], args[1:]...)
	c.Stdout = &told
	if err := c.Run(); err != nil {
		return nil, fmt.Errorf("typst: %w", err)
	}
	for s := bufio.NewScanner(&told); s.Scan(); {
		v, err := strconv.ParseFloat(s.Text(), 64)
		if err != nil {
			return nil, fmt.Errorf("typst: %w", err)
		}
		ms = append(ms, v)
	}
	return ms, nil
}

// command measures the command line.
func (b *bench) command() error {
	check := &process{args: []string{b.program, "check", b.report}}
	help := &process{args: []string{b.program, "help"}}
	node := &process{args: []string{"node", "-e", "0"}}
	if err := b.inTurn(2**rounds, check, help, node); err != nil {
		return err
	}
	b.table.head("Command line, whole process")
	b.table.add(line{"check of one file", check.time(), 30, "node that does nothing", node.time(), 0})
	b.table.add(line{"help: the start alone", help.time(), 0, "", figure{}, 0})
	return nil
}
