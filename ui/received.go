package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/ui/widget"
)

// received is the list of bodies with what became of their reports. It makes only the rows
// that are in sight.
type received struct {
	c     *collecting
	lines []line
	list  *kit.List
	empty *widget.Label
	all   fyne.CanvasObject
}

func newReceived(c *collecting) *received {
	v := &received{c: c, empty: faint("")}
	v.empty.Align = fyne.TextAlignCenter
	v.list = kit.NewList(func() int { return len(v.lines) }, newReceivedRow, v.fill)
	v.list.HideSeparators = true
	v.list.OnSelected = v.onSelected
	v.all = container.NewStack(container.New(layout.NewCustomPaddedLayout(6, 4, edge-6, 2), v.list), container.NewCenter(container.New(widget.Wide{Width: 380}, v.empty)))
	v.update()
	return v
}

// newReceivedRow is a row without content: a sign, a name, a state.
func newReceivedRow() fyne.CanvasObject {
	sign, name, state := widget.NewLabel(""), widget.NewLabel(""), widget.NewLabel("")
	sign.Bold, sign.Line, sign.Pad = true, true, 3
	name.Line, name.Pad = true, 3
	state.Line, state.Pad, state.Scale = true, 3, theme.SizeNameCaptionText
	return container.NewBorder(nil, nil, container.New(widget.Wide{Width: 22}, sign), container.New(layout.NewCustomPaddedLayout(0, 0, 0, bar), state), name)
}

func (v *received) fill(i int, o fyne.CanvasObject) {
	objects := o.(*fyne.Container).Objects // the middle first, then left and right
	name, state := objects[0].(*widget.Label), objects[2].(*fyne.Container).Objects[0].(*widget.Label)
	sign := objects[1].(*fyne.Container).Objects[0].(*widget.Label)
	l := v.lines[i]
	s, color := stateSign(l.state)
	sign.SetIn(s, color)
	name.Set(l.name)
	state.SetIn(stateWords(l), widget.ColorFaint)
	o.Refresh()
}

// update shows what has come in.
func (v *received) update() {
	v.lines = v.c.lines(v.c.place)
	v.empty.Set("")
	if len(v.lines) == 0 && v.c.stop == nil {
		v.empty.Set("没有。")
	}
	v.list.Refresh()
}

func (v *received) onSelected(i int) {
	if i < len(v.lines) {
		v.c.open(v.lines[i])
	}
}
