package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"nianbao/model"
)

// The sums above the bodies: of what counts, which are those of the official sheets, and of
// what a filter leaves.

// total is the column's sum as the report has it, without its unit.
func (s *bodies) total(c *column) model.Number { return s.sum.Report.Value(c.cell.Ref).With("") }

// summed says that a formula comes to the sum of the column.
func (s *bodies) summed(c *column) bool { return c.exact && counted(s.total(c)) }

// totals writes both rows.
func (s *bodies) totals(l *register) error {
	last := addressRow + max(1, len(s.lines))
	area := func(col int) string {
		return fmt.Sprintf("%[1]s$%[2]d:%[1]s$%[3]d", letters(col), addressRow+1, last)
	}
	err := s.sumRow(l, "汇总（计入的）", func(i int, c *column) (model.Number, string) {
		if c.cell.Total() {
			return s.total(c), s.parts(c.cell, sumRow, s.summed)
		}
		if !s.summed(c) {
			return s.total(c), ""
		}
		return s.total(c), c.rounded(fmt.Sprintf(`SUMIF($%s,"是",%s)`, area(firstNumber-1), area(firstNumber+i)))
	})
	if err != nil {
		return err
	}
	return s.sumRow(l, "筛选出的合计", func(i int, c *column) (model.Number, string) {
		seen := func(c *column) bool { return counted(c.all) }
		if c.cell.Total() {
			return s.seen(c.cell), s.parts(c.cell, filteredRow, seen)
		}
		if !seen(c) {
			return c.all, ""
		}
		return c.all, c.rounded(fmt.Sprintf("SUBTOTAL(109,%s)", area(firstNumber+i)))
	})
}

// sumRow writes a row: of gives a number and the formula that comes to it, "" for none.
func (s *bodies) sumRow(l *register, label string, of func(i int, c *column) (model.Number, string)) error {
	cells, err := s.texts(listHead, label, "", "", "")
	if err != nil {
		return err
	}
	for i := range s.columns {
		n, formula := of(i, &s.columns[i])
		look := sumLook
		var value any
		value, look.format = written(n)
		style, err := s.style(look)
		if err != nil {
			return err
		}
		cells = append(cells, excelize.Cell{StyleID: style, Value: value, Formula: formula})
	}
	return l.write(cells, 20)
}

// parts is the formula of a total, from the sums of its parts in the same row: a total that
// a report states otherwise has no part in it. It is "" if formulas do not see all of them.
func (s *bodies) parts(total *model.Cell, row int, seen func(*column) bool) string {
	var at []place
	for _, ref := range partsOf(s.tally.Edition, total) {
		i := s.index[ref]
		if !seen(&s.columns[i]) {
			return ""
		}
		at = append(at, place{firstNumber + i, row})
	}
	return "SUM(" + list(areas(at), ",", place.String) + ")"
}

// seen is what the parts of a total come to in all reports that are shown.
func (s *bodies) seen(total *model.Cell) model.Number {
	sum := model.Number{}
	for _, ref := range partsOf(s.tally.Edition, total) {
		n := s.columns[s.index[ref]].all
		switch {
		case sum.Blank():
			sum = n
		case !n.Blank():
			sum = sum.Add(n)
		}
	}
	return sum
}
