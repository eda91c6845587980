package source

// loom builds blocks from a stream of paragraphs, cell ends and row ends that
// each say how deep in tables they stand: the way doc and RTF files are kept.
type loom struct {
	levels       []*bench // levels[0] is the text outside tables
	pieces, said int      // paragraphs and rows so far, and bytes of text
}

// bench is one table in the making; on level 0 only its open cell is used.
type bench struct {
	open  []Block   // content of the open cell
	cells [][]Block // the finished cells of the open row
	rows  []woven
}

// woven is a finished row: its cells and the form its file gives it.
type woven struct {
	cells [][]Block
	form  strip
}

// at is the bench at the depth; deeper tables are finished into their cells.
func (l *loom) at(depth int) (*bench, error) {
	if depth > depthLimit {
		return nil, refuse(deep, nil)
	}
	for len(l.levels) > depth+1 {
		last := len(l.levels) - 1
		blocks, err := l.levels[last].close()
		if err != nil {
			return nil, err
		}
		l.levels = l.levels[:last]
		up := l.levels[last-1]
		up.open = append(up.open, blocks...)
	}
	for len(l.levels) <= depth {
		l.levels = append(l.levels, &bench{})
	}
	return l.levels[depth], nil
}

// add puts a paragraph into the open cell at the depth.
func (l *loom) add(depth int, b Block) error {
	t, err := l.at(depth)
	if err != nil {
		return err
	}
	l.pieces++
	l.said += len(b.Text)
	if l.pieces > pieceLimit || l.said > saidLimit {
		return refuse(tooMuch, nil)
	}
	t.open = append(t.open, b)
	return nil
}

// endCell finishes the open cell.
func (l *loom) endCell(depth int) error {
	t, err := l.at(depth)
	if err != nil {
		return err
	}
	t.cells = append(t.cells, t.open)
	t.open = nil
	if len(t.cells) > columnLimit {
		return refuse(bigGrid, nil)
	}
	return nil
}

// endRow finishes the row; form has the edges and merges of its cells.
func (l *loom) endRow(depth int, form strip) error {
	t, err := l.at(depth)
	if err != nil {
		return err
	}
	if flat(t.open) != "" { // a cell without its end mark
		t.cells, t.open = append(t.cells, t.open), nil
	}
	if len(t.rows) >= rowLimit {
		return refuse(bigGrid, nil)
	}
	if len(t.cells) > 0 {
		t.rows = append(t.rows, woven{t.cells, form})
		t.cells = nil
	}
	return nil
}

// finish is all blocks.
func (l *loom) finish() ([]Block, error) {
	t, err := l.at(0)
	if err != nil {
		return nil, err
	}
	return t.open, nil
}

// close is the table as a block. One cell a row around another table is only
// a frame, as in docx: its content is the flow.
func (t *bench) close() ([]Block, error) {
	if len(t.cells) > 0 { // a row without its end mark
		t.rows = append(t.rows, woven{cells: t.cells})
	}
	frame, nested := true, false
	strips := make([]strip, len(t.rows))
	var content []Block
	for i, row := range t.rows {
		s := strip{left: row.form.left}
		frame = frame && len(row.cells) == 1
		for j, cell := range row.cells {
			var e edged
			if j < len(row.form.cells) {
				e = row.form.cells[j]
			}
			e.text = flat(cell)
			s.cells = append(s.cells, e)
			if frame {
				content = append(content, cell...)
			}
			for _, b := range cell {
				nested = nested || b.Table != nil
			}
		}
		strips[i] = s
	}
	if frame && nested {
		return append(content, t.open...), nil
	}
	var blocks []Block
	if len(strips) > 0 {
		table, err := weave(strips)
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, Block{Table: table})
	}
	// What stands after the last row's end belongs to no cell: keep it as text.
	return append(blocks, t.open...), nil
}
