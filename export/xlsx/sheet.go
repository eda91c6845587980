package xlsx

import (
	"math"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/export"
	"nianbao/model"
)

// top is the first row of the table: the title and the section stand above.
const top = 3

// sheet is the official shape of one table.
type sheet struct {
	*book
	name  string
	table *export.Table
	size
	at     map[model.Ref]place // where the numbers stand
	rows   [][]any             // cells by row and column, from 0
	high   []float64           // of the rows
	merges []area
}

// form writes a table's sheet; heading is that of its section.
func (b *book) form(t *export.Table, heading string) error {
	name, err := b.open(t.Name)
	if err != nil {
		return err
	}
	s := &sheet{book: b, name: name, table: t, size: fit(t), at: map[model.Ref]place{}}
	for _, slot := range t.Grid.Slots {
		if slot.Kind == model.SlotValue {
			s.at[slot.Ref] = s.place(slot)
		}
	}
	steps := []func() error{
		func() error { return s.titles(heading) }, s.slots, s.checks, s.validate, s.page, s.protect, s.write,
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// place is the first cell of a slot.
func (s *sheet) place(slot model.Slot) place { return place{slot.Col + 1, slot.Row + top} }

// add appends a row of blank cells.
func (s *sheet) add(height float64) (row int) {
	s.rows, s.high = append(s.rows, make([]any, s.table.Grid.Cols)), append(s.high, height)
	return len(s.rows)
}

// set fills a cell and, with the same look, the cells that it is merged over.
func (s *sheet) set(at place, cols, rows int, l look, value any, formula string) error {
	style, err := s.style(l)
	if err != nil {
		return err
	}
	for row := at.row; row < at.row+rows; row++ {
		for col := at.col; col < at.col+cols; col++ {
			s.rows[row-1][col-1] = excelize.Cell{StyleID: style}
		}
	}
	s.rows[at.row-1][at.col-1] = excelize.Cell{StyleID: style, Value: value, Formula: formula}
	if cols > 1 || rows > 1 {
		s.merges = append(s.merges, area{at, place{at.col + cols - 1, at.row + rows - 1}})
	}
	return nil
}

func (s *sheet) titles(heading string) error {
	cols := s.table.Grid.Cols
	row := s.add(26*float64(max(1, len(s.title))) + 6)
	if err := s.set(place{1, row}, cols, 1, look{face: hei, size: 18, align: "center"}, export.Legible(strings.Join(s.title, "\n")), ""); err != nil {
		return err
	}
	row = s.add(30)
	if s.draft { // the last column is its mark's
		cols--
		if err := s.set(place{cols + 1, row}, 1, 1, look{face: hei, size: 14, align: "center", framed: true, shrink: true}, export.DraftMark, ""); err != nil {
			return err
		}
	}
	return s.set(place{1, row}, cols, 1, look{face: hei, size: 14, align: "left"}, export.Line(heading), "")
}

func (s *sheet) slots() error {
	for row := range s.table.Grid.Rows {
		s.add(s.heights[row])
	}
	for i, slot := range s.table.Grid.Slots {
		if slot.Kind == model.SlotValue {
			if err := s.number(slot, s.table.Cells[i]); err != nil {
				return err
			}
			continue
		}
		l := look{face: song, size: s.label, align: "center", framed: true}
		if slot.Kind == model.SlotLabel && (slot.Col > 0 || slot.Cols > 1) { // long ones
			l.align = "left"
		}
		if err := s.set(s.place(slot), slot.Cols, slot.Rows, l, export.Legible(s.table.Texts[i]), ""); err != nil {
			return err
		}
	}
	return nil
}

// number fills the cell of a number and remembers where it is.
func (s *sheet) number(slot model.Slot, c *model.Cell) error {
	value, format := written(s.report.Value(c.Ref))
	_, differs := s.report.Stated(c)
	formula := ""
	if s.follows(c) {
		formula = s.sum(c)
		if value == nil {
			value = "" // what such a formula gives; without it a reader sees 0
		}
	}
	if _, ok := s.homes[c.Ref]; !ok {
		s.homes[c.Ref] = home{quoted(s.name) + "!" + s.place(slot).String(), value, format}
	}
	l := look{
		face: song, size: s.size.number, align: "center", framed: true, shrink: true,
		format: format, open: s.sums == nil && (!c.Total() || differs),
	}
	if from, ok := s.sums[c.Ref]; ok && formula == "" {
		formula = from
	}
	return s.set(s.place(slot), slot.Cols, slot.Rows, l, value, formula)
}

// quoted is a sheet's name as formulas write it.
func quoted(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// write streams the sheet: only so a formula keeps a number as its last value;
// the other way of the library makes it text.
func (s *sheet) write() error {
	w, err := s.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	if err := setWidths(w, s.widths); err != nil {
		return err
	}
	for i, row := range s.rows {
		if err := w.SetRow(place{1, i + 1}.String(), row, excelize.RowOpts{Height: min(highest, s.high[i])}); err != nil {
			return err
		}
	}
	for _, m := range s.merges {
		if err := w.MergeCell(m.from.String(), m.to.String()); err != nil {
			return err
		}
	}
	return w.Flush()
}

// setWidths sets column widths, in points. The library puts each before those
// that it has, and they must stand in order.
func setWidths(w *excelize.StreamWriter, widths []float64) error {
	for i, width := range slices.Backward(widths) {
		if err := w.SetColWidth(i+1, i+1, math.Round(width/charWidth*100)/100); err != nil {
			return err
		}
	}
	return nil
}
