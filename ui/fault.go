package ui

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"nianbao/model/intake/source"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

// sentence is an error as a clerk reads it.
func sentence(err error) string {
	var f *store.Fault
	var s *source.Error
	switch {
	case errors.As(err, &f):
		return f.Error()
	case errors.As(err, &s):
		return s.Error()
	}
	return "程序内部出错，没有完成：" + err.Error()
}

// fail says what went wrong.
func (w *Window) fail(err error) { w.say("没有完成", sentence(err)) }

// say shows a sentence.
func (w *Window) say(title, text string) {
	d := dialog.NewCustom(title, "知道了", container.New(&widget.Column{Pad: 4}, widget.NewLabel(text)), w.win)
	d.Resize(fyne.NewSize(460, 180))
	d.Show()
}
