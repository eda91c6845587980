package model

import (
	"fmt"
	"slices"
)

// What may stand in a single cell.

func (c *checking) number() {
	for _, cell := range c.Edition.Cells() {
		n := c.typed(cell)
		if n.Blank() {
			continue
		}
		c.looked(1, 0)
		if cell.Takes(n) {
			continue
		}
		want := "应当是 0 或正整数"
		switch cell.As() {
		case "signed":
			want = "应当是整数（减少用负号）"
		case "amount":
			want = "应当是 0 或正数"
		}
		if n.huge() {
			want = "位数太多，请核对"
		}
		c.report(fmt.Sprintf("“%s”写的是“%s”，%s；没有发生的请填 0。", cell.Name(), n.Raw(), want), cell.Ref)
	}
}

func (c *checking) blank() {
	for _, field := range []struct {
		at   Ref
		name string
	}{{RefOffice, "单位名称"}, {RefYear, "年度"}, {RefTitle, "标题"}} {
		if value, ok := c.Get(field.at); !ok || trimSpace(value) == "" {
			c.report(fmt.Sprintf("“%s”还没有填。", field.name), field.at)
		}
	}
	printed := map[*Table]bool{}
	for _, p := range c.parts {
		printed[p.Table] = true
	}
	for _, cell := range c.Edition.Cells() {
		if cell.Optional() || !printed[cell.Table] {
			continue
		}
		c.looked(1, 0)
		if !c.value(cell).Blank() {
			continue
		}
		c.report(fmt.Sprintf("“%s”还没有填；没有发生的请填 0。", cell.Name()), cell.Ref)
	}
}

// unit finds a unit typed where the form prints none or prints its own.
func (c *checking) unit() {
	for _, cell := range c.Edition.Cells() {
		n := c.typed(cell)
		if !n.Blank() {
			c.looked(1, 0)
		}
		if n.Unit() == "" || !cell.Takes(n) || cell.As() == "amount" && cell.Unit() == "" {
			continue
		}
		f := c.report(fmt.Sprintf("“%s”写的是“%s”，格内只填数字，不写单位。", cell.Name(), n.Raw()), cell.Ref)
		if cell.Unit() != "" {
			f.Text = fmt.Sprintf("“%s”写的是“%s”，表头的单位是%s，格内只填数字。", cell.Name(), n.Raw(), cell.Unit())
			if same, ok := n.In(cell.Unit()); ok {
				f.Fix = []Change{{At: cell.Ref, New: same.Digits()}}
			}
			continue
		}
		if !n.money() {
			f.Fix = []Change{{At: cell.Ref, New: n.Digits()}}
		}
	}
}

func (c *checking) noUnit() {
	for _, cell := range c.Edition.Cells() {
		n := c.typed(cell)
		if cell.As() != "amount" || cell.Unit() != "" || n.Sign() <= 0 {
			continue
		}
		c.looked(1, 0)
		if !n.money() {
			c.report(fmt.Sprintf("“%s”写的是“%s”，没有写明是元还是万元。", cell.Name(), n.Raw()), cell.Ref)
		}
	}
}

// forbidden finds numbers in a row that the body cannot have.
func (c *checking) forbidden() {
	if c.Kind == "" {
		c.lacks("没有选单位类别")
	}
	if !slices.Contains(c.rule.Kinds, c.Kind) {
		return
	}
	var at []Ref
	name := ""
	for _, cell := range c.Edition.Cells() {
		if cell.Table.ID != c.rule.Table || cell.Row.ID != c.rule.Row {
			continue
		}
		c.looked(1, 0)
		if c.typed(cell).Sign() != 0 {
			at, name = append(at, cell.Ref), cell.RowName()
		}
	}
	if at != nil {
		c.report(fmt.Sprintf("“%s”一行不是 0；%s没有制定%s的权限，请核对。", name, c.Kind.Name(), name), at...)
	}
}

// over finds a column that is larger than the one that bounds it.
func (c *checking) over() {
	for _, cell := range c.Edition.Cells() {
		if cell.Table.ID != c.rule.Table || cell.Column.ID != c.rule.Column {
			continue
		}
		bound := c.Edition.Cell(CellRef(cell.Table.ID, cell.Row.ID, c.rule.Over))
		if bound == nil {
			continue
		}
		n, ok1 := c.firm(cell)
		m, ok2 := c.firm(bound)
		if !ok1 || !ok2 {
			c.looked(0, 1)
			continue
		}
		c.looked(1, 0)
		if n.Cmp(m) > 0 {
			c.report(fmt.Sprintf("“%s”一行：%s %s，多于%s %s。",
				cell.RowName(), cell.ColumnName(), n, bound.ColumnName(), m), cell.Ref, bound.Ref)
		}
	}
}

// pair finds one of two numbers without the other.
func (c *checking) pair() {
	a, b := c.Edition.Cell(c.rule.Cells[0]), c.Edition.Cell(c.rule.Cells[1])
	n, ok1 := c.firm(a)
	m, ok2 := c.firm(b)
	if !ok1 || !ok2 {
		c.looked(0, 1)
		return
	}
	c.looked(1, 0)
	if n.Sign() == m.Sign() {
		return
	}
	c.report(fmt.Sprintf("“%s”：%s是 %s，%s是 %s，应当同时有或者同时为 0。",
		a.RowName(), a.ColumnName(), n, b.ColumnName(), c.Numbers[b.Ref]), a.Ref, b.Ref)
}

// exceeds finds sums that are larger than what they come from, this year's and
// last year's; without last year's report it cannot tell.
func (c *checking) exceeds() {
	if c.last == nil {
		c.lacks(noLast)
		return
	}
	n, ok1 := c.sum(c.rule.Cells...)
	m, ok2 := c.sum(c.rule.Of...)
	l, ok3 := c.last.sum(c.rule.Of...)
	if !ok1 || !ok2 || !ok3 {
		c.looked(0, 1)
		return
	}
	c.looked(1, 0)
	if n.Cmp(m.Add(l)) > 0 {
		c.report(fmt.Sprintf("%s共 %s 件，多于今年和去年的%s %s 件，请核对。", c.rule.Says[0], n, c.rule.Says[1], m.Add(l)), c.rule.Cells...)
	}
}
