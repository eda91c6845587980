package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"nianbao/model"
	"nianbao/ui/widget"
)

// fail says what went wrong.
func (w *Window) fail(err error) { w.say("没有完成", model.Sentence(err)) }

// say shows a sentence.
func (w *Window) say(title, text string) {
	d := dialog.NewCustom(title, "知道了", container.New(&widget.Column{Pad: 4}, widget.NewLabel(text)), w.win)
	d.Resize(fyne.NewSize(460, 180))
	d.Show()
}
