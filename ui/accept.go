package ui

import (
	"strings"

	"fyne.io/fyne/v2/container"

	"nianbao/model"
	"nianbao/ui/widget"
)

// onAccept asks why a warning is right as it stands; the reason stays in the file.
func (w *Window) onAccept(it item) {
	reason := widget.NewProse(3)
	about := widget.NewLabel(it.Text)
	w.ask("说明情况属实的理由", 460, 260, container.New(&widget.Column{Gap: 8}, about, reason),
		leave("取消"), reply{"记下理由", func() bool {
			text := strings.TrimSpace(reason.Text)
			if text != "" {
				w.change("说明", model.Change{At: model.AcceptRef(it.Key()), New: text})
			}
			return text != ""
		}})
	w.win.Canvas().Focus(reason)
}

// onWithdraw lists an accepted warning again.
func (w *Window) onWithdraw(it item) {
	w.change("撤回说明", model.Change{At: model.AcceptRef(it.Key()), Drop: true})
}
