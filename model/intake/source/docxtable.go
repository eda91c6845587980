package source

import (
	"strconv"
)

// table reads a w:tbl. A table with one cell a row that holds another table
// is only a frame, as pasted from a web page: its content is the flow.
func (w *word) table() ([]Block, error) {
	var g grid
	var content []Block
	frame, nested := true, false
	for floor := w.depth; w.depth >= floor; {
		start, err := w.next()
		if err != nil {
			return nil, err
		}
		if start.kind != starts {
			continue
		}
		switch start.name {
		case "tr":
			var cells []wordCell
			if cells, err = w.row(); err != nil {
				return nil, err
			}
			if cells == nil {
				continue
			}
			if err = g.row(); err != nil {
				return nil, err
			}
			frame = frame && len(cells) == 1
			for _, c := range cells {
				if err = g.cell(flat(c.content), c.col, c.span, c.down); err != nil {
					return nil, err
				}
				if frame {
					content = append(content, c.content...)
				}
				for _, b := range c.content {
					nested = nested || b.Table != nil
				}
			}
		case "tblPr", "tblGrid", "sdtPr", "del", "moveFrom":
			err = w.skip()
		}
		if err != nil {
			return nil, err
		}
	}
	switch {
	case frame && nested:
		return content, nil
	case len(g.table.Rows) == 0:
		return nil, nil
	}
	return []Block{{Table: &g.table}}, nil
}

// wordCell is a w:tc.
type wordCell struct {
	content   []Block
	col, span int
	down      join
}

// row reads a w:tr; a row struck out by a tracked change is nil.
func (w *word) row() ([]wordCell, error) {
	cells := []wordCell{}
	col, struck := 0, false
	for floor := w.depth; w.depth >= floor; {
		start, err := w.next()
		if err != nil {
			return nil, err
		}
		if start.kind != starts {
			continue
		}
		switch start.name {
		case "gridBefore":
			col += count(start.attr("val"), 0)
		case "del":
			struck = true
			err = w.skip()
		case "tc":
			c := wordCell{col: col, span: 1}
			if err = w.cell(&c); err != nil {
				return nil, err
			}
			col += c.span
			cells = append(cells, c)
		case "sdtPr", "tblPrEx", "trPrChange":
			err = w.skip()
		}
		if err != nil {
			return nil, err
		}
		if col > columnLimit {
			return nil, refuse(bigGrid, nil)
		}
	}
	if struck {
		return nil, nil
	}
	return cells, nil
}

// cell reads a w:tc: its properties come first, its content after.
func (w *word) cell(c *wordCell) error {
	for floor := w.depth; w.depth >= floor; {
		start, err := w.next()
		if err != nil {
			return err
		}
		if start.kind != starts {
			continue
		}
		var blocks []Block
		switch start.name {
		case "gridSpan":
			c.span = count(start.attr("val"), 1)
		case "vMerge":
			c.down = more
			if start.attr("val") == "restart" {
				c.down = first
			}
		case "p":
			blocks, err = w.paragraph()
		case "tbl":
			blocks, err = w.table()
		case "AlternateContent":
			blocks, err = alternate(w, w.flow)
		case "tcPrChange", "sdtPr", "del", "moveFrom":
			err = w.skip()
		}
		if err != nil {
			return err
		}
		c.content = append(c.content, blocks...)
	}
	return nil
}

// count is a small number in an attribute, at least least.
func count(s string, least int) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < least {
		return least
	}
	return min(n, columnLimit+1)
}
