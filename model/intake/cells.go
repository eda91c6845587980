package intake

import (
	"slices"
	"strings"

	"nianbao/model"
)

// Cells places rows that were copied out of a spreadsheet in a table of the form,
// by the labels of their rows; their head may be missing. rest are the lines that
// found no place, notes what the clerk should look at. It is false if no row has a
// label: then only the rows' order says where they belong.
func Cells(e *model.Edition, t *model.Table, rows [][]string) (values []model.Change, rest, notes []string, ok bool) {
	p := &placing{edition: e, bare: true}
	p.begin()
	own := *p.form
	own.blocks = slices.DeleteFunc(slices.Clone(own.blocks), func(b *block) bool { return b.table != t })
	p.form = &own
	if !slices.ContainsFunc(rows, func(row []string) bool { return slices.ContainsFunc(row, p.form.knows) }) {
		return nil, nil, nil, false
	}
	merged := p.form.merged(rows)
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = trim(cell)
		}
		if at, n := p.form.behind(cells); merged && n > 0 {
			cells = slices.Delete(cells, at+1, at+1+n)
		}
		if !p.cells(cells, false) {
			p.unplaced(strings.Join(trimBlank(cells), "\t"))
		}
	}
	p.endRow()
	for _, it := range p.front { // labels with nothing behind them
		p.unplaced(it.text)
	}
	for _, c := range e.Cells() {
		if p.placed[c.Ref] {
			values = append(values, model.Change{At: c.Ref, New: p.report.Numbers[c.Ref].Raw()})
		}
	}
	return values, p.report.Unplaced, p.notes, true
}

// knows says that a cell is a label of one of the form's tables.
func (f *form) knows(cell string) bool {
	cell = trim(cell)
	return cell != "" && !isValue(cell) && slices.ContainsFunc(f.blocks, func(b *block) bool {
		line, _, _ := b.isRow(cell)
		return line != nil && !b.block.Across || b.block.Across && b.heads[fold(cell)]
	})
}

// behind finds a row's label and how many empty cells it leaves behind it where it
// is merged over all the columns that the form has for it.
func (f *form) behind(row []string) (at, n int) {
	for at := len(row) - 1; at >= 0; at-- {
		for _, b := range f.blocks {
			if line, _, _ := b.isRow(row[at]); line != nil && !b.block.Across && !isValue(row[at]) && !b.heads[fold(row[at])] {
				depth := 0
				for i := range b.block.Rows {
					depth = max(depth, len(b.block.Rows[i].Path))
				}
				return at, depth - len(line.Path)
			}
		}
	}
	return -1, 0
}

// merged says that the labels are merged as in the form: behind each stand as many
// empty cells as that leaves, before the values.
func (f *form) merged(rows [][]string) bool {
	for _, row := range rows {
		at, n := f.behind(row)
		if n > 0 && (len(row) <= at+1+n || len(trimBlank(row[at+1:at+1+n])) > 0) {
			return false
		}
	}
	return true
}
