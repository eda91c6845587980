package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/model"
)

// Filling empty cells with 0: a row, a column, what is selected, or all.

// zeros lists what would fill the empty ones of the cells that are wanted. What is
// not empty is never touched, and totals fill themselves.
func (v *table) zeros(want func(*model.Cell) bool) (out []model.Change) {
	r := v.w.report()
	for _, cell := range r.Edition.Cells() {
		if v.inputs[cell.Ref] != nil && r.Value(cell.Ref).Blank() && want(cell) {
			out = append(out, model.Change{At: cell.Ref, New: "0"})
		}
	}
	return out
}

// zeroMenu offers what there is to fill.
func (v *table) zeroMenu() *fyne.Menu {
	chosen := map[*model.Cell]bool{}
	for _, row := range v.sheet.Selected() {
		for _, o := range row {
			chosen[v.cells[o]] = true
		}
	}
	at := v.w.report().Edition.Cell(v.at)
	item := func(name string, want func(*model.Cell) bool) *fyne.MenuItem {
		zeros := v.zeros(want)
		m := fyne.NewMenuItem(fmt.Sprintf("%s（%d 格）", name, len(zeros)), func() {
			v.w.change("填 0", zeros...)
			v.sheet.Refocus()
			v.say(fmt.Sprintf("%s：填了 %d 个 0。", name, len(zeros)), zeros)
		})
		m.Disabled = len(zeros) == 0
		return m
	}
	return fyne.NewMenu("",
		item("本行空格", func(c *model.Cell) bool {
			return at != nil && c.Block == at.Block && (c.Row == at.Row || at.Block.Across)
		}),
		item("本列空格", func(c *model.Cell) bool {
			return at != nil && c.Block == at.Block && c.Column == at.Column && (c.Row == at.Row || !at.Block.Across)
		}),
		item("选中的空格", func(c *model.Cell) bool { return chosen[c] }),
		item("全部空格", func(*model.Cell) bool { return true }))
}

// onZero opens the menu under its button.
func (v *table) onZero() {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(v.zero).AddXY(0, v.zero.Size().Height)
	menu := kit.NewPopUpMenu(v.zeroMenu(), v.w.win.Canvas())
	menu.OnDismiss = func() {
		menu.Hide()
		v.sheet.Refocus()
	}
	menu.ShowAtPosition(at)
}

// onClear empties what is selected, as one step.
func (v *table) onClear(objects []fyne.CanvasObject) {
	var out []model.Change
	for _, o := range objects {
		cell := v.cells[o]
		if n := v.w.report().Value(cell.Ref); !cell.Total() && !n.Blank() {
			out = append(out, model.Change{At: cell.Ref})
		}
	}
	if out != nil {
		v.w.change("清空", out...)
		v.say(fmt.Sprintf("清空了 %d 格。", len(out)), out)
	}
}
