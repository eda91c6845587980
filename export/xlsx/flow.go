package xlsx

import (
	"cmp"
	"strings"

	"nianbao/model"
)

// flow is what the form's balance is about: what comes in, what becomes of it, and what is
// left, each in the column of all.
type flow struct {
	in, out []*model.Cell // by the balance
	kinds   []kind        // of what became of it
}

// kind is a group of result rows: （三）不予公开.
type kind struct {
	name  string
	cells []*model.Cell
}

// flowOf finds it in the form's rules, nil if there is none.
func flowOf(e *model.Edition) *flow {
	for i := range e.Rules {
		rule := &e.Rules[i]
		if rule.Kind != "balance" {
			continue
		}
		t := e.Table(rule.Table)
		for b := range t.Blocks {
			for k := range t.Blocks[b].Columns {
				if column := &t.Blocks[b].Columns[k]; column.Sum != nil {
					return newFlow(e, rule, column.ID)
				}
			}
		}
	}
	return nil
}

func newFlow(e *model.Edition, rule *model.Rule, column string) *flow {
	cell := func(row string) *model.Cell { return e.Cell(model.CellRef(rule.Table, row, column)) }
	f := new(flow)
	for _, row := range rule.Left {
		f.in = append(f.in, cell(row))
	}
	for _, row := range rule.Right {
		c := cell(row)
		f.out = append(f.out, c)
		for _, part := range c.Row.Sum {
			p := cell(part)
			name, _, _ := strings.Cut(model.BareTitle(p.Row.Path[min(1, len(p.Row.Path)-1)]), "（")
			if n := len(f.kinds) - 1; n >= 0 && f.kinds[n].name == name {
				f.kinds[n].cells = append(f.kinds[n].cells, p)
				continue
			}
			f.kinds = append(f.kinds, kind{name, []*model.Cell{p}})
		}
	}
	return f
}

// rowName is what a row is called beside a chart.
func rowName(c *model.Cell) string { return cmp.Or(c.Row.Name, model.BareTitle(c.RowName())) }
