package model

import "fmt"

// The identities that the form itself prints or implies.

func (c *checking) rowSum() {
	c.totals(func(cell *Cell) []Ref { return cell.RowSum }, func(cell *Cell, sum, stated Number) string {
		return fmt.Sprintf("“%s”一行：%s相加为 %s，%s写的是 %s，", cell.RowName(), c.rule.Says[0], sum, cell.ColumnName(), stated)
	})
}

func (c *checking) columnSum() {
	c.totals(func(cell *Cell) []Ref { return cell.ColSum }, func(cell *Cell, sum, stated Number) string {
		return fmt.Sprintf("“%s”一列：%s相加为 %s，“%s”写的是 %s，", cell.ColumnName(), c.rule.Says[0], sum, cell.RowName(), stated)
	})
}

// totals compares each stated total with its parts in one direction.
func (c *checking) totals(partsOf func(*Cell) []Ref, say func(cell *Cell, sum, stated Number) string) {
	for _, cell := range c.Edition.Cells() {
		parts := partsOf(cell)
		if cell.Table.ID != c.rule.Table || parts == nil {
			continue
		}
		stated := c.typed(cell)
		if !cell.Takes(stated) {
			c.follows(cell)
			continue
		}
		// What is printed must add up. A part that is itself a wrong total has its
		// own finding; the total is wrong only if the right parts do not give it either.
		sum, whole := c.printed(parts...)
		right, known := c.sum(parts...)
		if !whole {
			c.looked(0, 1)
			continue
		}
		c.looked(1, 0)
		if sum.Cmp(stated) == 0 || known && right.Cmp(stated) == 0 {
			continue
		}
		f := c.report(say(cell, sum, stated)+differ(sum, stated), append([]Ref{cell.Ref}, parts...)...)
		if computed, firm := c.computed(cell); firm {
			f.Fix = []Change{{At: cell.Ref, New: computed.String(), Drop: true}}
		}
	}
}

// follows notes a total that is not stated: it is what its parts come to, if they are
// all there.
func (c *checking) follows(cell *Cell) {
	if _, whole := c.computed(cell); whole && c.typed(cell).Blank() {
		c.looked(1, 0)
	} else {
		c.looked(0, 1)
	}
}

func differ(a, b Number) string { return fmt.Sprintf("相差 %s。", a.Sub(b).Abs()) }

// balance holds 第一项加第二项之和 against 第三项加第四项之和 in each column. The
// total column follows from the others; it is asked only where they are silent.
func (c *checking) balance() {
	t := c.Edition.Table(c.rule.Table)
	for b := range t.Blocks {
		silent := false
		columns := t.Blocks[b].Columns
		for _, totals := range []bool{false, true} {
			if totals && !silent {
				break
			}
			for i := range columns {
				if (columns[i].Sum != nil) == totals && !c.balanced(t, &columns[i]) {
					silent = true
					c.looked(0, 1)
				}
			}
		}
	}
}

// balanced assesses one column; it is false if numbers are missing.
func (c *checking) balanced(t *Table, column *Line) bool {
	refs := func(rows []string) (out []Ref) {
		for _, row := range rows {
			out = append(out, CellRef(t.ID, row, column.ID))
		}
		return out
	}
	left, right := refs(c.rule.Left), refs(c.rule.Right)
	in, ok1 := c.printed(left...)
	out, ok2 := c.printed(right...)
	if !ok1 || !ok2 {
		return false
	}
	c.looked(1, 0)
	// As above: a wrong total among them has its own finding.
	rightIn, known1 := c.sum(left...)
	rightOut, known2 := c.sum(right...)
	if in.Cmp(out) != 0 && !(known1 && known2 && rightIn.Cmp(rightOut) == 0) {
		c.report(fmt.Sprintf("%s一列：%s为 %s，%s为 %s，相差 %s。",
			column.Label(), c.rule.Says[0], in, c.rule.Says[1], out, in.Sub(out).Abs()), append(left, right...)...)
	}
	return true
}
