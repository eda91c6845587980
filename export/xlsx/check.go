package xlsx

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"

	"nianbao/model"
)

// The sheet goes on checking while somebody works in it: cells that do not agree
// turn red, and below the table, off the printed page, it says by how much.

// checks writes what the edition's rules say of the table's numbers.
func (s *sheet) checks() error {
	c := &checks{sheet: s}
	rules := s.report.Edition.Rules
	sums := false
	for i := range rules {
		rule := &rules[i]
		if rule.Table != s.table.ID {
			continue
		}
		switch rule.Kind {
		case "balance":
			if err := c.balance(rule); err != nil {
				return err
			}
		case "row-sum", "column-sum":
			sums = true
		}
	}
	if !sums {
		return nil
	}
	for _, cell := range s.table.Cells {
		if cell == nil || !cell.Total() {
			continue
		}
		if _, differs := s.report.Stated(cell); differs {
			if err := c.stated(cell); err != nil {
				return err
			}
		}
	}
	return nil
}

// checks are the lines below a table.
type checks struct {
	*sheet
	red    *int // the style of cells that do not agree
	begun  bool
	labels int // columns of the labels
}

// line adds a line with its label.
func (c *checks) line(label string) (row int, err error) {
	l := look{face: fangsong, size: 10, align: "left", grey: true}
	g := c.table.Grid
	if !c.begun {
		c.begun = true
		first := slices.IndexFunc(g.Slots, func(s model.Slot) bool { return s.Kind == model.SlotValue })
		if c.labels = g.Slots[first].Col; c.labels == 0 { // no labels stand beside the numbers
			c.labels = g.Cols / 2
		}
		c.add(12)
		if err := c.set(place{1, c.add(18)}, g.Cols, 1, l, "以下用来核对，不打印；数字填齐后自动计算。", ""); err != nil {
			return 0, err
		}
	}
	width := 0.0
	for _, w := range c.widths[:c.labels] {
		width += w
	}
	row = c.add(max(18, lines(label, l.size, width)*13+4))
	return row, c.set(place{1, row}, c.labels, 1, l, label, "")
}

// compare writes the difference of two sums and turns cells red where there is
// one. It is silent until all parts are numbers.
func (c *checks) compare(at place, cols int, marked, left, right, parts []model.Ref) error {
	fixed := func(refs []model.Ref) string { return list(c.areas(refs), ",", place.fixed) }
	ready := fmt.Sprintf("COUNT(%s)=%d", fixed(parts), len(parts))
	a, b := "SUM("+fixed(left)+")", "SUM("+fixed(right)+")"
	formula := fmt.Sprintf(`IF(%s,IF(%s=%s,"平","差 "&ABS(%s-%s)),"")`, ready, a, b, a, b)
	l := look{face: fangsong, size: 10, align: "center", grey: true}
	if err := c.set(at, cols, 1, l, c.outcome(left, right, parts), formula); err != nil {
		return err
	}
	if c.red == nil {
		red, err := c.NewConditionalStyle(&excelize.Style{
			Fill: excelize.Fill{Type: "pattern", Color: []string{"FFC7CE"}, Pattern: 1},
		})
		if err != nil {
			return err
		}
		c.red = &red
	}
	return c.SetConditionalFormat(c.name, list(c.areas(marked), " ", place.String), []excelize.ConditionalFormatOptions{{
		Type: "formula", Criteria: fmt.Sprintf("AND(%s,%s<>%s)", ready, a, b), Format: c.red,
	}})
}

// outcome is what the formula of compare comes to.
func (c *checks) outcome(left, right, parts []model.Ref) string {
	for _, ref := range parts {
		if !counted(c.report.Value(ref)) {
			return ""
		}
	}
	sum := func(refs []model.Ref) model.Number {
		total := model.Int(0)
		for _, ref := range refs {
			total = total.Add(c.report.Value(ref).With(""))
		}
		return total
	}
	difference := sum(left).Sub(sum(right)).Abs()
	if difference.Sign() == 0 {
		return "平"
	}
	return "差 " + difference.String()
}

// balance holds the rows at the left of a rule against those at its right.
func (c *checks) balance(rule *model.Rule) error {
	row := 0
	for i, cell := range c.table.Cells {
		if cell == nil || cell.Row.ID != rule.Left[0] {
			continue
		}
		if row == 0 {
			var err error
			if row, err = c.line(c.equation(cell.Column.ID, rule)); err != nil {
				return err
			}
		}
		left, right := c.column(rule.Left, cell), c.column(rule.Right, cell)
		both := append(append([]model.Ref{}, left...), right...)
		var parts []model.Ref
		for _, ref := range both {
			if _, ok := c.at[ref]; !ok {
				return fmt.Errorf("rule %s: %s is not printed", rule.ID, ref)
			}
			if total := c.report.Edition.Cell(ref); c.follows(total) {
				parts = append(parts, c.parts(total)...)
			} else {
				parts = append(parts, ref)
			}
		}
		slot := c.table.Grid.Slots[i]
		if err := c.compare(place{slot.Col + 1, row}, slot.Cols, both, left, right, parts); err != nil {
			return err
		}
	}
	return nil
}

// column lists cells of one column.
func (c *checks) column(rows []string, of *model.Cell) []model.Ref {
	out := make([]model.Ref, len(rows))
	for i, row := range rows {
		out[i] = model.CellRef(of.Table.ID, row, of.Column.ID)
	}
	return out
}

// equation is a balance in words.
func (c *checks) equation(column string, rule *model.Rule) string {
	text := ""
	for i, row := range append(append([]string{}, rule.Left...), rule.Right...) {
		switch {
		case i == len(rule.Left):
			text += " ＝ "
		case i > 0:
			text += " ＋ "
		}
		text += c.report.Edition.Cell(model.CellRef(rule.Table, row, column)).RowName()
	}
	return text
}

// stated holds a total that the report states against its parts.
func (c *checks) stated(cell *model.Cell) error {
	parts := c.parts(cell)
	for _, ref := range parts {
		if _, ok := c.at[ref]; !ok {
			return nil
		}
	}
	row, err := c.line(cell.Name() + "：写的数 ＝ 各项之和")
	if err != nil {
		return err
	}
	self := []model.Ref{cell.Ref}
	return c.compare(place{c.labels + 1, row}, 1, self, self, parts, append(self, parts...))
}
