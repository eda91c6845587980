package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/ui/widget"
)

// notice is a strip above the report that tells of something to be decided. It takes no key
// from whoever is typing: nothing has to be answered at once.
type notice struct {
	w    *Window
	text *widget.Label
	side *fyne.Container
	all  *fyne.Container
}

func newNotice(w *Window) *notice {
	n := &notice{w: w, text: widget.NewLabel(""), side: container.NewHBox()}
	n.text.Pad = 4
	ground, sign := widget.NewLabel(""), widget.NewLabel("!")
	ground.Ground = widget.ColorOpen
	sign.Bold, sign.Line, sign.Color, sign.Pad = true, true, theme.ColorNameWarning, 4
	n.all = container.New(&widget.Strip{Pad: 6, Least: 380}, ground, sign, n.text, n.side)
	n.hide()
	return n
}

// shown says that there is something to tell.
func (n *notice) shown() bool { return n.text.Visible() }

// show tells something. The first reply is the one that is proposed.
func (n *notice) show(text string, replies ...reply) {
	if n.text.Text == text && n.shown() {
		return // nobody's button goes away under the mouse
	}
	n.side.Objects = nil
	for i, r := range replies {
		button := widget.NewButton(r.name, func() {
			if !n.w.asking() {
				r.do()
			}
		})
		if i == 0 {
			button.Importance = kit.HighImportance
		}
		n.side.Add(button)
	}
	n.text.Text = text
	n.visible(true)
}

func (n *notice) hide() {
	n.side.Objects = nil
	n.visible(false)
}

func (n *notice) visible(is bool) {
	for _, o := range n.all.Objects {
		o.Refresh()
		if is {
			o.Show()
		} else {
			o.Hide()
		}
	}
	if content := n.w.win.Content(); content != nil {
		content.Refresh()
	}
}
