package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/ui/widget"
)

// prompt asks for a title; a number before it is left away, for the program
// writes the numbers.
func (w *Window) prompt(title, confirm, present string, offers []string, then func(title string)) {
	field, note := widget.NewSearch(), widget.NewLabel("编号由程序写，这里只写标题。")
	note.Color, note.Scale = widget.ColorFaint, theme.SizeNameCaptionText
	column := container.New(&widget.Column{Gap: 6}, field, note)
	field.Put(present)
	var d *dialog.CustomDialog
	do := func() {
		bare := model.BareTitle(field.Text)
		if bare == "" {
			note.SetIn("✕ 请写标题。", theme.ColorNameError)
			w.win.Canvas().Focus(field)
			return
		}
		d.Hide()
		if bare != present {
			then(bare)
		}
	}
	if len(offers) > 0 {
		column.Add(widget.NewLabel("也可以选一个常用的："))
	}
	for _, offer := range offers {
		column.Add(widget.NewRow(func() {
			field.Put(offer)
			do()
		}, widget.NewLabel(offer)))
	}
	field.OnSubmitted = func(string) { do() }
	ok := kit.NewButton(confirm, do)
	ok.Importance = kit.HighImportance
	d = dialog.NewCustomWithoutButtons(title, column, w.win)
	d.SetButtons([]fyne.CanvasObject{kit.NewButton("取消", func() { d.Hide() }), ok})
	field.OnEscape = d.Hide
	d.Resize(fyne.NewSize(440, 200))
	d.Show()
	w.win.Canvas().Focus(field)
	field.SetCaret(len([]rune(present)))
}

// option is one answer to a question.
type option struct {
	name string
	do   func()
}

// which asks a question with more answers than yes and no.
func (w *Window) which(title, question string, options ...option) {
	var d *dialog.CustomDialog
	d = dialog.NewCustomWithoutButtons(title, container.New(&widget.Column{Pad: 4}, widget.NewLabel(question)), w.win)
	buttons := []fyne.CanvasObject{kit.NewButton("取消", func() { d.Hide() })}
	for i, o := range options {
		b := kit.NewButton(o.name, func() {
			d.Hide()
			o.do()
		})
		if i == 0 {
			b.Importance = kit.HighImportance
		}
		buttons = append(buttons, b)
	}
	d.SetButtons(buttons)
	d.Resize(fyne.NewSize(460, 160))
	d.Show()
}
