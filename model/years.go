package model

import (
	"fmt"
	"strings"
)

// This year against last.

// carry holds one row against another of last year's report, column by column.
// As with the balance, the total column is asked only where the others are silent.
func (c *checking) carry() {
	if c.last == nil {
		c.lacks(noLast)
		return
	}
	t := c.Edition.Table(c.rule.Table)
	for b := range t.Blocks {
		silent := false
		for _, totals := range []bool{false, true} {
			if totals && !silent {
				break
			}
			for i := range t.Blocks[b].Columns {
				if column := &t.Blocks[b].Columns[i]; (column.Sum != nil) == totals && !c.carried(t, column) {
					silent = true
					c.looked(0, 1)
				}
			}
		}
	}
}

func (c *checking) carried(t *Table, column *Line) bool {
	at := CellRef(t.ID, c.rule.Row, column.ID)
	n, ok1 := c.firm(c.Edition.Cell(at))
	m, ok2 := c.last.firm(c.last.edition.Cell(CellRef(t.ID, c.rule.From, column.ID)))
	if !ok1 || !ok2 {
		return false
	}
	c.looked(1, 0)
	if n.Cmp(m) != 0 {
		f := c.report(fmt.Sprintf("%s（%s）写的是 %s，去年报告的“%s”是 %s，相差 %s。",
			c.rule.Says[0], column.Label(), n, c.rule.Says[1], m, n.Sub(m).Abs()), at)
		if column.Sum == nil {
			f.Fix = []Change{{At: at, New: m.String()}}
		}
	}
	return true
}

// roll holds a stock against last year's stock and what came and went.
func (c *checking) roll() {
	if c.last == nil {
		c.lacks(noLast)
		return
	}
	for _, cell := range c.Edition.Cells() {
		if cell.Table.ID != c.rule.Table || cell.Column.ID != c.rule.Column {
			continue
		}
		n, ok := c.firm(cell)
		last, plus, minus, known := c.rolled(cell)
		if !ok || !known {
			c.looked(0, 1)
			continue
		}
		c.looked(1, 0)
		want := last.Add(plus).Sub(minus)
		if want.Cmp(n) == 0 {
			continue
		}
		f := c.report(fmt.Sprintf("“%s”的%s写的是 %s，按去年报告%s应当是 %s，相差 %s。",
			cell.RowName(), cell.ColumnName(), n, c.rollText(cell, last, plus, minus), want, n.Sub(want).Abs()),
			append(append([]Ref{cell.Ref}, beside(cell, c.rule.Plus)...), beside(cell, c.rule.Minus)...)...)
		if cell.Takes(want) {
			f.Fix = []Change{{At: cell.Ref, New: want.String()}}
		}
	}
}

// rolled is what a stock comes from: last year's, what came and what went.
func (c *checking) rolled(cell *Cell) (last, plus, minus Number, ok bool) {
	last, ok1 := c.last.sum(beside(cell, c.rule.Last)...)
	plus, ok2 := c.sum(beside(cell, c.rule.Plus)...)
	minus, ok3 := c.sum(beside(cell, c.rule.Minus)...)
	return last, plus, minus, ok1 && ok2 && ok3
}

// beside are the addresses of other columns in a cell's row.
func beside(cell *Cell, columns []string) (out []Ref) {
	for _, column := range columns {
		out = append(out, CellRef(cell.Table.ID, cell.Row.ID, column))
	}
	return out
}

// rollText tells the sum: （去年 12＋本年制发 3－本年废止 1）.
func (c *checking) rollText(cell *Cell, last, plus, minus Number) string {
	var b strings.Builder
	b.WriteString("（去年 " + last.Digits())
	name := func(columns []string) string {
		var out []string
		for _, id := range columns {
			out = append(out, c.Edition.Cell(CellRef(cell.Table.ID, cell.Row.ID, id)).ColumnName())
		}
		return strings.Join(out, "、")
	}
	if len(c.rule.Plus) > 0 {
		b.WriteString("＋" + name(c.rule.Plus) + " " + plus.Digits())
	}
	if len(c.rule.Minus) > 0 {
		b.WriteString("－" + name(c.rule.Minus) + " " + minus.Digits())
	}
	b.WriteString("）")
	return b.String()
}

// jump finds numbers that grew or fell by a factor of Limit, and by at least
// Least (件, or 万元 for an amount).
func (c *checking) jump() {
	if c.last == nil {
		c.lacks(noLast)
		return
	}
	factor, least := int64(c.rule.Limit), Int(int64(c.rule.Least))
	for _, cell := range c.Edition.Cells() {
		was := c.last.edition.Cell(cell.Ref)
		if cell.Total() || cell.As() == "signed" || was == nil {
			continue
		}
		n, ok1 := c.comparable(cell)
		m, ok2 := c.last.comparable(was)
		if !ok1 || !ok2 {
			c.looked(0, 1)
			continue
		}
		c.looked(1, 0)
		if n.coef == m.coef && n.scale == m.scale || n.Sub(m).Abs().Cmp(least) < 0 {
			continue
		}
		small, large := n, m
		if n.Cmp(m) > 0 {
			small, large = m, n
		}
		if limit := small.times(factor); !limit.Readable() || large.Cmp(limit) < 0 {
			continue
		}
		c.report(fmt.Sprintf("“%s”今年是 %s，去年是 %s，相差悬殊，请核对。",
			cell.Name(), c.typed(cell), c.last.typed(was)), cell.Ref)
	}
}

// comparable is a count as it is, an amount in 万元.
func (f *figures) comparable(cell *Cell) (Number, bool) {
	n, ok := cell.Measure(f.typed(cell))
	return n.With(""), ok
}

// Measure is a number of the cell as another year's can be held against it: a count
// without a unit, an amount in 万元. It is false for what is no number of the cell's
// kind, and for an amount of which nobody says in what it is.
func (c *Cell) Measure(n Number) (Number, bool) {
	if !c.Takes(n) {
		return Number{}, false
	}
	if c.As() != "amount" || n.Sign() == 0 {
		return n.With(""), true
	}
	if n.Unit() == "" {
		n = n.With(c.Unit())
	}
	return n.In("万元")
}
