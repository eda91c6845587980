package source

import (
	"slices"
	"strings"
)

// join says how a cell hangs together with the one above or before it.
type join int

const (
	alone join = iota // not merged
	first             // the first of a merged run
	more              // continues the run
)

// grid builds a table from rows whose cells know their column and whether
// they continue the cell above (Word's way of merging downwards).
type grid struct {
	table Table
	open  [columnLimit]growing // what may still grow downwards, by start column
}

// growing is a cell that the next row may continue: Rows[row][at-1]; at 0 is none.
type growing struct{ row, at int }

// row begins a row.
func (g *grid) row() error {
	if len(g.table.Rows) >= rowLimit {
		return refuse(bigGrid, nil)
	}
	g.table.Rows = append(g.table.Rows, nil)
	return nil
}

// cell adds a cell to the row begun last.
func (g *grid) cell(text string, col, span int, down join) error {
	if col < 0 || span < 1 || col+span > columnLimit {
		return refuse(bigGrid, nil)
	}
	last := len(g.table.Rows) - 1
	if o := g.open[col]; down == more && o.at > 0 {
		up := &g.table.Rows[o.row][o.at-1]
		if o.row+up.RowSpan == last {
			if len(up.Text) > cellLimit {
				return refuse(tooMuch, nil)
			}
			up.RowSpan++
			up.Text = appendLine(up.Text, text)
			return nil
		}
	}
	row := append(g.table.Rows[last], Cell{Text: text, Col: col, ColSpan: span, RowSpan: 1})
	g.table.Rows[last] = row
	g.open[col] = growing{}
	if down != alone {
		g.open[col] = growing{last, len(row)}
	}
	return nil
}

// appendLine adds a line to a text; a blank one adds nothing.
func appendLine(text, line string) string {
	switch {
	case blank(line):
		return text
	case blank(text):
		return line
	}
	return text + "\n" + line
}

// strip is a table row known by its cells' edges in twips (doc and RTF).
type strip struct {
	left  int
	cells []edged
}

// edged is a cell of a strip with its right edge.
type edged struct {
	right        int
	text         string
	across, down join
}

// slack is how far apart two edges may lie, in twips, and still be one.
const slack = 20

// weave finds the grid columns of strips from all their edges.
func weave(strips []strip) (*Table, error) {
	sound := true
	for _, s := range strips {
		left := s.left
		for _, c := range s.cells {
			sound = sound && c.right > left
			left = c.right
		}
	}
	var edges []int
	for i := range strips {
		s := &strips[i]
		if !sound { // no usable edges: the n-th cell stands in the n-th column
			s.left = 0
			for j := range s.cells {
				s.cells[j].right = (j + 1) * 1000
			}
		}
		edges = append(edges, s.left)
		for _, c := range s.cells {
			edges = append(edges, c.right)
		}
		if len(edges) > 4*columnLimit {
			edges = cluster(edges)
		}
	}
	edges = cluster(edges)
	column := func(edge int) int {
		i, found := slices.BinarySearch(edges, edge)
		if !found {
			i--
		}
		return i
	}
	var g grid
	for _, s := range strips {
		if err := g.row(); err != nil {
			return nil, err
		}
		left := s.left
		for j := 0; j < len(s.cells); j++ {
			c := s.cells[j]
			for c.across == first && j+1 < len(s.cells) && s.cells[j+1].across == more {
				j++
				c.right = s.cells[j].right
				c.text = appendLine(c.text, s.cells[j].text)
			}
			from, to := column(left), column(c.right)
			if err := g.cell(c.text, from, max(to-from, 1), c.down); err != nil {
				return nil, err
			}
			left = c.right
		}
	}
	return &g.table, nil
}

// cluster sorts edges and keeps the first of those that lie within slack.
func cluster(edges []int) []int {
	slices.Sort(edges)
	kept := edges[:0]
	for _, e := range edges {
		if len(kept) == 0 || e-kept[len(kept)-1] > slack {
			kept = append(kept, e)
		}
	}
	return kept
}

// flat is the text of blocks within a cell: paragraphs one a line, the cells
// of a nested table separated by tabs.
func flat(blocks []Block) string {
	var lines []string
	for _, b := range blocks {
		if b.Table == nil {
			lines = append(lines, b.Text)
			continue
		}
		for _, row := range b.Table.Rows {
			cells := make([]string, len(row))
			for i, c := range row {
				cells[i] = c.Text
			}
			lines = append(lines, strings.Join(cells, "\t"))
		}
	}
	return strings.Join(lines, "\n")
}
