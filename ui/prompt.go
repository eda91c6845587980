package ui

import (
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/ui/widget"
)

// prompt asks for a title; a number before it is left away, for the program
// writes the numbers.
func (w *Window) prompt(title, confirm, present string, offers []string, then func(title string)) {
	field, note := widget.NewField(), faint("编号由程序写，这里只写标题。")
	column := container.New(&widget.Column{Gap: 6}, field, note)
	field.Put(present)
	if len(offers) > 0 {
		column.Add(widget.NewLabel("也可以选一个常用的："))
	}
	var b *box
	for _, offer := range offers {
		column.Add(widget.NewRow(func() {
			field.Put(offer)
			b.enter()
		}, widget.NewLabel(offer)))
	}
	b = w.ask(title, 460, 0, column, leave("取消"), reply{confirm, func() bool {
		bare := model.BareTitle(field.Text)
		switch bare {
		case "":
			note.SetIn("× 请写标题。", theme.ColorNameError)
			return false
		case present:
		default:
			then(bare)
		}
		return true
	}})
	field.OnSubmitted = func(string) { b.enter() }
	w.win.Canvas().Focus(field)
	field.SetCaret(len([]rune(present)))
}
