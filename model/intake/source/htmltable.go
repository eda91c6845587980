package source

import (
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// frame is a table of a page in the making.
type frame struct {
	id    string
	rows  [][]box
	lists int // lists open outside it
}

// box is a cell of a frame.
type box struct {
	content       []Block
	across, downs int
}

// put adds a block to the open cell, or to the page. Text of a table outside
// its cells, such as its caption, stands before it.
func (p *page) put(b Block) {
	for i := len(p.frames) - 1; i >= 0; i-- {
		if c := p.frames[i].last(); c != nil {
			c.content = append(c.content, b)
			return
		}
	}
	p.flow = append(p.flow, b)
}

// last is the open cell: the last of the last row, nil before the first.
func (f *frame) last() *box {
	if len(f.rows) == 0 {
		return nil
	}
	row := f.rows[len(f.rows)-1]
	if len(row) == 0 {
		return nil
	}
	return &row[len(row)-1]
}

func (p *page) tableTag(t html.Token) error {
	if t.DataAtom == atom.Table {
		if len(p.frames) >= depthLimit {
			return refuse(deep, nil)
		}
		p.frames = append(p.frames, &frame{id: p.ref(), lists: len(p.lists)})
		return nil
	}
	if len(p.frames) == 0 {
		return nil // a cell outside a table is a paragraph
	}
	f := p.frames[len(p.frames)-1]
	p.lists = p.lists[:min(len(p.lists), f.lists)]
	if t.DataAtom == atom.Tr || len(f.rows) == 0 {
		f.rows = append(f.rows, nil)
	}
	if t.DataAtom == atom.Tr {
		if len(f.rows) > rowLimit {
			return refuse(bigGrid, nil)
		}
		return nil
	}
	row := &f.rows[len(f.rows)-1]
	if len(*row) >= columnLimit {
		return refuse(bigGrid, nil)
	}
	down := 1
	if n, err := strconv.Atoi(attribute(t, "rowspan")); err == nil && n >= 0 {
		down = n
	}
	if down == 0 || down > rowLimit { // 0 is: to the table's end
		down = rowLimit
	}
	*row = append(*row, box{across: min(count(attribute(t, "colspan"), 1), columnLimit), downs: down})
	return nil
}

// endTable finishes the innermost table. One with other tables in its cells
// lays out the page and is no table: its cells' content is the flow.
func (p *page) endTable() error {
	if len(p.frames) == 0 {
		return nil
	}
	f := p.frames[len(p.frames)-1]
	p.frames = p.frames[:len(p.frames)-1]
	layout := false
	cells := 0
	for _, row := range f.rows {
		for _, c := range row {
			cells++
			for _, b := range c.content {
				layout = layout || b.Table != nil
			}
		}
	}
	if layout || cells == 1 {
		for _, row := range f.rows {
			for _, c := range row {
				for _, b := range c.content {
					p.put(b)
				}
			}
		}
		return nil
	}
	table, err := f.grid()
	if err != nil {
		return err
	}
	if table != nil {
		p.put(Block{ID: f.id, Table: table})
	}
	return nil
}

// grid places the cells around those that reach down from rows above.
func (f *frame) grid() (*Table, error) {
	t := &Table{}
	var taken [columnLimit + 1]int // rows each column is still covered for
	for _, row := range f.rows {
		cells := []Cell{}
		col := 0
		for _, c := range row {
			for col < columnLimit && taken[col] > 0 {
				col++
			}
			if col == columnLimit {
				return nil, refuse(bigGrid, nil)
			}
			across := min(c.across, columnLimit-col)
			for i := range across {
				if taken[col+i] > 0 {
					across = i // a cell never covers another
					break
				}
			}
			for i := range across {
				taken[col+i] = c.downs
			}
			cells = append(cells, Cell{Text: flat(c.content), Col: col, ColSpan: across, RowSpan: c.downs})
			col += across
		}
		for i := range taken {
			taken[i] = max(taken[i]-1, 0)
		}
		if len(cells) > 0 || len(t.Rows) > 0 {
			t.Rows = append(t.Rows, cells)
		}
	}
	for len(t.Rows) > 0 && len(t.Rows[len(t.Rows)-1]) == 0 {
		t.Rows = t.Rows[:len(t.Rows)-1]
	}
	for i, row := range t.Rows {
		for j := range row {
			row[j].RowSpan = min(row[j].RowSpan, len(t.Rows)-i)
		}
	}
	if len(t.Rows) == 0 {
		return nil, nil
	}
	return t, nil
}
