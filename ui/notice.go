package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/ui/widget"
)

// notice is a strip above the report that tells of something to be decided. It takes no key from
// whoever is typing: nothing has to be answered at once.
type notice struct {
	text *widget.Label
	side *fyne.Container
	all  *fyne.Container
}

func newNotice() *notice {
	b := &notice{text: widget.NewLabel(""), side: container.NewHBox()}
	b.text.Pad = 6
	ground := widget.NewLabel("")
	ground.Ground = widget.ColorOpen
	sign := widget.NewLabel("!")
	sign.Bold, sign.Color, sign.Pad = true, theme.ColorNameWarning, 6
	b.all = container.NewBorder(nil, kit.NewSeparator(), nil, nil, container.NewStack(ground,
		container.New(layout.NewCustomPaddedLayout(2, 2, 8, 8), container.New(&widget.Column{},
			container.NewBorder(nil, nil, sign, container.NewCenter(b.side), b.text)))))
	b.all.Hide()
	return b
}

// show tells something. The first reply is the one that is proposed.
func (b *notice) show(text string, replies ...reply) {
	if b.text.Text == text && b.all.Visible() {
		return // nobody's button goes away under the mouse
	}
	b.side.Objects = nil
	for i, r := range replies {
		button := widget.NewButton(r.name, func() { r.do() })
		if i == 0 {
			button.Importance = kit.HighImportance
		}
		b.side.Add(button)
	}
	b.text.Set(text)
	b.all.Show()
	b.all.Refresh()
}

func (b *notice) hide() {
	b.all.Hide()
	b.text.Text, b.side.Objects = "", nil
}
