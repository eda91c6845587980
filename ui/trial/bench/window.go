package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
)

// keys measures what a key costs, without the painting, which is the toolkit's.
func (b *bench) keys() error {
	c := exec.Command("go", "test", "-run", "^$", "-benchtime", "300x", "-bench", "^Benchmark(TableKey|ProseKey|Preview)$", "./ui")
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	ms := map[string]float64{}
	for text := range strings.Lines(string(out)) {
		if f := strings.Fields(text); len(f) > 3 && f[3] == "ns/op" {
			name, _, _ := strings.Cut(strings.TrimPrefix(f[0], "Benchmark"), "-")
			v, err := strconv.ParseFloat(f[2], 64)
			if err != nil {
				return err
			}
			ms[name] = v / 1e6
		}
	}
	b.table.head("A key, until what it changes is ready to be painted")
	for _, k := range []struct {
		title, name string
		aim         float64
	}{
		{"in table three", "TableKey/finished/key", 2},
		{"in table three, last year's report beside it", "TableKey/with_last_year/key", 2},
		{"in table three, at the pause behind it", "TableKey/finished/shown", 0},
		{"in 1,500 characters of prose", "ProseKey", 5},
		{"the preview, laid out and drawn anew", "Preview", 30},
	} {
		v, ok := ms[k.name]
		if !ok {
			return fmt.Errorf("%s was not measured:\n%s", k.name, out)
		}
		b.table.add(line{k.title, figure{v, "ms"}, k.aim, "", figure{}, 0})
	}
	return nil
}

// window opens windows in turn on a screen of their own.
func (b *bench) window() error {
	var told bytes.Buffer
	c := exec.Command(".ci/measure", b.program, *empty)
	c.Stdout, c.Stderr = &told, os.Stderr
	if err := c.Run(); err != nil {
		return err
	}
	got := map[string]float64{}
	for text := range strings.Lines(told.String()) {
		if f := strings.Fields(text); len(f) == 2 {
			v, err := strconv.ParseFloat(f[1], 64)
			if err != nil {
				return fmt.Errorf("%s: %w", f[0], err)
			}
			got[f[0]] = v
		}
	}
	b.table.head("The window, software GL")
	for _, k := range []struct {
		title, name, unit string
		by, aim, atMost   float64
	}{
		{"start page: shown after", "start.shown", "ms", 1, 350, 1.3},
		{"a report: shown after", "report.shown", "ms", 1, 350, 1.3},
		{"start page: resident", "start.rss", "MB", 1024, 150, 0},
		{"a report: resident", "report.rss", "MB", 1024, 150, 0},
		{"a report: of its own", "report.own", "MB", 1024, 0, 0},
		{"caret in table three: resident", "table.rss", "MB", 1024, 150, 0},
		{"preview, paged through: resident", "preview.rss", "MB", 1024, 0, 0},
		{"a report: at rest, of a processor", "report.idle", "%", 10, 1, 0},
		{"caret in table three: at rest, of a processor", "table.idle", "%", 10, 1, 0},
	} {
		_, kind, _ := strings.Cut(k.name, ".")
		beside := figure{got["empty."+kind] / k.by, k.unit}
		if got[k.name] == 0 && kind != "idle" {
			return fmt.Errorf("%s was not measured:\n%s", k.name, told.String())
		}
		b.table.add(line{k.title, figure{got[k.name] / k.by, k.unit}, k.aim, "an empty window", beside, k.atMost})
	}
	return nil
}
