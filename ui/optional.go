package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nianbao/model"
	"nianbao/ui/widget"
)

// optional offers the rows that not every report has, nil if the form has none.
func (v *table) optional() fyne.CanvasObject {
	var tools []fyne.CanvasObject
	for i := range v.part.Table.Blocks {
		b := &v.part.Table.Blocks[i]
		for k := range b.Rows {
			if row := &b.Rows[k]; row.Optional {
				tools = append(tools, v.optionalRow(b, row))
			}
		}
	}
	if tools == nil {
		return nil
	}
	return container.NewVBox(tools...)
}

// optionalRow is the tool that adds a row, or takes it away with its figures: one
// step that can be taken back.
func (v *table) optionalRow(b *model.Block, row *model.Line) fyne.CanvasObject {
	var changes []model.Change
	there := false
	for i := range b.Columns {
		ref := model.CellRef(v.part.Table.ID, row.ID, b.Columns[i].ID)
		there = there || v.inputs[ref] != nil
		changes = append(changes, model.Change{At: ref})
	}
	name := v.w.report().Printed(row.Label())
	if len(row.Alias) > 0 && len(row.Alias[0]) < len(name) {
		name = row.Alias[0]
	}
	tool := widget.NewTool("加一行："+name, func() {
		v.w.change("加一行", changes...)
		v.w.reveal(changes[0].At)
	})
	if there {
		for i := range changes {
			changes[i].Drop = true
		}
		tool = widget.NewTool("去掉这一行："+name, func() {
			v.w.change("去掉一行", changes...)
		})
	}
	return container.NewHBox(tool)
}
