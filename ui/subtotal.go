package ui

import (
	"nianbao/model"
	"nianbao/ui/widget"
)

// group is a title beside several rows that the form prints no total of: what they
// come to is shown on the screen.
type group struct {
	name    string
	slot    int                    // of the grid
	rows    map[*model.Line]bool   // that it stands beside
	columns map[string][]model.Ref // by column
	total   string                 // the column that sums the others, or ""
	shown   *widget.Label
}

// groupsOf finds the groups of rows without a total.
func groupsOf(r *model.Report, g *model.Grid) (out []group) {
	for i, s := range g.Slots {
		if s.Kind != model.SlotGroup {
			continue
		}
		one := group{name: r.Printed(s.Text), slot: i, rows: map[*model.Line]bool{}, columns: map[string][]model.Ref{}}
		printed := false
		for _, value := range g.Slots {
			if value.Kind != model.SlotValue || value.Row < s.Row || value.Row >= s.Row+s.Rows {
				continue
			}
			cell := r.Edition.Cell(value.Ref)
			printed = printed || cell.ColSum != nil
			one.rows[cell.Row] = true
			one.columns[cell.Column.ID] = append(one.columns[cell.Column.ID], cell.Ref)
			if cell.RowSum != nil {
				one.total = cell.Column.ID
			}
		}
		if !printed && len(one.rows) > 1 {
			out = append(out, one)
		}
	}
	return out
}

func (g *group) has(row *model.Line) bool { return g.rows[row] }

// update shows the subtotal of the whole group.
func (g *group) update(r *model.Report) {
	if g.total == "" {
		return
	}
	sum, _ := r.Sum(g.columns[g.total]...)
	g.shown.SetNote("小计 " + orDash(sum.String()))
}
