package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Grid is a table as it is printed: slots that together cover Rows × Cols
// exactly once. It is computed here only, for the screen and every format.
type Grid struct {
	Rows, Cols int
	Head       int       // rows at the top that repeat on a new page
	Widths     []float64 // of the columns, relative
	Slots      []Slot    // by row, then column
}

// Slot is one printed cell, merged over its rows and columns.
type Slot struct {
	Row, Col   int
	Rows, Cols int // spans, at least 1
	Kind       SlotKind
	Text       string // printed text of a title, head, label or corner
	Ref        Ref    // of a value
}

// SlotKind says what a slot holds.
type SlotKind uint8

// The kinds of slot.
const (
	SlotValue  SlotKind = iota // a number, at Ref
	SlotTitle                  // the title row of a block
	SlotHead                   // a column's title or a group's
	SlotCorner                 // where head and labels meet
	SlotLabel                  // a row's title
	SlotGroup                  // a title beside several rows
	SlotText                   // words, in a table that is not of the form
)

// Grid lays the table out. has says which optional rows a report has (nil: none).
func (t *Table) Grid(has func(row *Line) bool) *Grid {
	g := &Grid{Cols: len(t.Widths), Widths: t.Widths}
	for i := range t.Blocks {
		b := &t.Blocks[i]
		rows := make([]*Line, 0, len(b.Rows))
		for r := range b.Rows {
			if row := &b.Rows[r]; !row.Optional || has != nil && has(row) {
				rows = append(rows, row)
			}
		}
		if len(rows) > 0 {
			g.block(t, b, rows)
		}
	}
	if len(t.Blocks) > 1 {
		g.Head = 0 // several heads: none of them stands for the whole table
	}
	slices.SortStableFunc(g.Slots, func(a, b Slot) int {
		if a.Row != b.Row {
			return a.Row - b.Row
		}
		return a.Col - b.Col
	})
	return g
}

func (b *Block) labels() int {
	n := b.Labels
	if b.Across {
		return n
	}
	for _, r := range b.Rows {
		n = max(n, len(r.Path))
	}
	return n
}

func (b *Block) width() int {
	n := len(b.Columns)
	if b.Across {
		n *= len(b.Rows)
	}
	return b.labels() + n
}

// block adds one block below what is there.
func (g *Grid) block(t *Table, b *Block, rows []*Line) {
	labels := b.labels()
	if b.Title != "" {
		g.add(Slot{Row: g.Rows, Rows: 1, Cols: g.Cols, Kind: SlotTitle, Text: b.Title})
		g.Rows++
	}
	var heads [][]string // of the value columns
	var lines [][]Ref    // of the value rows
	if b.Across {
		var line []Ref
		for _, r := range rows {
			for c := range b.Columns {
				heads = append(heads, append(slices.Clone(r.Path), b.Columns[c].Path...))
				line = append(line, CellRef(t.ID, r.ID, b.Columns[c].ID))
			}
		}
		lines = append(lines, line)
	} else {
		for c := range b.Columns {
			heads = append(heads, b.Columns[c].Path)
		}
		for _, r := range rows {
			var line []Ref
			for c := range b.Columns {
				line = append(line, CellRef(t.ID, r.ID, b.Columns[c].ID))
			}
			lines = append(lines, line)
		}
	}
	depth := 0
	for _, h := range heads {
		depth = max(depth, len(h))
	}
	if depth > 0 && labels > 0 {
		g.add(Slot{Row: g.Rows, Rows: depth, Cols: labels, Kind: SlotCorner, Text: b.Corner})
	}
	if depth > 0 {
		g.heads(heads, 0, len(heads), 0, depth, labels)
	}
	g.Rows += depth
	g.Head = g.Rows
	if labels > 0 && !b.Across {
		g.labels(rows, 0, len(rows), 0, labels)
	}
	for r, line := range lines {
		for c, ref := range line {
			span := 1
			if c == len(line)-1 {
				span = g.Cols - labels - c
			}
			g.add(Slot{Row: g.Rows + r, Col: labels + c, Rows: 1, Cols: span, Kind: SlotValue, Ref: ref})
		}
	}
	g.Rows += len(lines)
}

// heads merges the column titles from..to at one level; the last column of a
// narrow block runs on to the table's edge.
func (g *Grid) heads(heads [][]string, from, to, level, depth, left int) {
	for i := from; i < to; {
		h := heads[i]
		if len(h) <= level { // a column without a title at this level
			i++
			continue
		}
		leaf := len(h) == level+1
		j := i + 1
		for !leaf && j < to && len(heads[j]) > level+1 && heads[j][level] == h[level] {
			j++
		}
		slot := Slot{Row: g.Rows + level, Col: left + i, Rows: 1, Cols: j - i, Kind: SlotHead, Text: h[level]}
		if leaf {
			slot.Rows = depth - level
		}
		if j == len(heads) {
			slot.Cols = g.Cols - left - i
		}
		g.add(slot)
		if !leaf {
			g.heads(heads, i, j, level+1, depth, left)
		}
		i = j
	}
}

// labels merges the row titles from..to at one level.
func (g *Grid) labels(rows []*Line, from, to, level, depth int) {
	for i := from; i < to; {
		p := rows[i].Path
		leaf := len(p) == level+1
		j := i + 1
		for !leaf && j < to && len(rows[j].Path) > level+1 && rows[j].Path[level] == p[level] {
			j++
		}
		slot := Slot{Row: g.Rows + i, Col: level, Rows: j - i, Cols: 1, Kind: SlotGroup, Text: p[level]}
		if leaf {
			slot.Kind, slot.Cols = SlotLabel, depth-level
		}
		g.add(slot)
		if !leaf {
			g.labels(rows, i, j, level+1, depth)
		}
		i = j
	}
}

func (g *Grid) add(s Slot) { g.Slots = append(g.Slots, s) }

// Proof is nil if the slots cover each place of the grid exactly once.
func (g *Grid) Proof() error {
	covered := make([]int, g.Rows*g.Cols)
	for _, s := range g.Slots {
		if s.Row < 0 || s.Col < 0 || s.Rows < 1 || s.Cols < 1 || s.Row+s.Rows > g.Rows || s.Col+s.Cols > g.Cols {
			return fmt.Errorf("slot %q at row %d column %d lies outside the grid", s.Text+string(s.Ref), s.Row+1, s.Col+1)
		}
		for r := s.Row; r < s.Row+s.Rows; r++ {
			for c := s.Col; c < s.Col+s.Cols; c++ {
				covered[r*g.Cols+c]++
			}
		}
	}
	for i, n := range covered {
		if n != 1 {
			return fmt.Errorf("row %d column %d is covered %d times", i/g.Cols+1, i%g.Cols+1, n)
		}
	}
	return nil
}

// Printed fills the pattern {year} of a printed text with the report's year.
func (r *Report) Printed(text string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	return strings.NewReplacer("{year}", strconv.Itoa(r.Year), "{office}", r.Office).Replace(text)
}
