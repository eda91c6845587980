package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// A figure is what was measured, with its unit.
type figure struct {
	value float64
	unit  string
}

func (f figure) String() string {
	switch {
	case f.unit == "":
		return ""
	case f.value < 10:
		return fmt.Sprintf("%.2f %s", f.value, f.unit)
	}
	return fmt.Sprintf("%.0f %s", f.value, f.unit)
}

// A line of the table: what was measured, what is aimed at, and a peer with how many times
// its figure ours may be. An aim of 0 is none.
type line struct {
	title  string
	figure figure
	aim    float64
	peer   string
	beside figure
	atMost float64
}

type table struct{ lines []line }

func (t *table) head(title string) { t.lines = append(t.lines, line{title: title}) }

func (t *table) add(l line) { t.lines = append(t.lines, l) }

// print writes the table; what misses its aim is marked.
func (t *table) print(w io.Writer) error {
	rows := [][]string{{"", "figure", "aim", "beside", "", "ratio", "aim", ""}}
	missed := 0
	for _, l := range t.lines {
		if l.figure.unit == "" { // a head
			rows = append(rows, nil, []string{l.title})
			continue
		}
		row := []string{"  " + l.title, l.figure.String(), "", l.peer, l.beside.String(), "", "", ""}
		bad := false
		if l.aim > 0 {
			row[2] = "< " + figure{l.aim, l.figure.unit}.String()
			bad = l.figure.value >= l.aim
		}
		if l.peer != "" {
			ratio := l.figure.value / l.beside.value
			row[5] = fmt.Sprintf("%.2f", ratio)
			if l.atMost > 0 {
				row[6] = fmt.Sprintf("≤ %.2f", l.atMost)
				bad = bad || ratio > l.atMost
			}
		}
		if bad {
			row[7] = "missed"
			missed++
		}
		rows = append(rows, row)
	}
	var widths [8]int
	for _, row := range rows {
		for i, cell := range row {
			if len(row) > 1 {
				widths[i] = max(widths[i], len([]rune(cell)))
			}
		}
	}
	for _, row := range rows {
		var out strings.Builder
		for i, cell := range row {
			pad := strings.Repeat(" ", max(widths[i]-len([]rune(cell)), 0))
			if i == 1 || i == 2 || i >= 4 {
				out.WriteString(pad + cell + "  ")
			} else {
				out.WriteString(cell + pad + "  ")
			}
		}
		if _, err := fmt.Fprintln(w, strings.TrimRight(out.String(), " ")); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w, "\n%d aims missed\n", missed)
	return err
}

// median of some figures, which are put in order.
func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[len(values)/2]
}
