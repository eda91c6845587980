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
	p.form.blocks = slices.DeleteFunc(p.form.blocks, func(b *block) bool { return b.table != t })
	known := func(cell string) bool {
		return cell != "" && !isValue(cell) && slices.ContainsFunc(p.form.blocks, func(b *block) bool {
			line, _, _ := b.isRow(cell)
			return line != nil && !b.block.Across || b.block.Across && b.heads[fold(cell)]
		})
	}
	if !slices.ContainsFunc(rows, func(row []string) bool { return slices.ContainsFunc(row, known) }) {
		return nil, nil, nil, false
	}
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = trim(cell)
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
