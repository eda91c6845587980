package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"nianbao/model"
	"nianbao/ui/widget"
)

// onAccept asks why a warning is right as it stands; the reason stays in the file.
func (w *Window) onAccept(it item) {
	reason := widget.NewProse(3)
	about := widget.NewLabel(it.Text)
	d := dialog.NewCustomConfirm("说明情况属实的理由", "记下理由", "取消",
		container.New(&widget.Column{Gap: 8}, about, reason), func(ok bool) {
			if text := strings.TrimSpace(reason.Text); ok && text != "" {
				w.session.Group("说明", time.Now(), model.Change{At: model.AcceptRef(it.Key()), New: text})
			}
		}, w.win)
	d.Resize(fyne.NewSize(460, 260))
	d.Show()
	w.win.Canvas().Focus(reason)
}

// onWithdraw lists an accepted warning again.
func (w *Window) onWithdraw(it item) {
	w.session.Group("撤回说明", time.Now(), model.Change{At: model.AcceptRef(it.Key()), Drop: true})
}
