package ui

import (
	"slices"
	"strings"

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
	find  *widget.Search // narrows the lines to names
	at    int            // the line that is chosen, -1 for none
	list  *kit.List
	empty *widget.Label
	all   fyne.CanvasObject
}

func newReceived(c *collecting) *received {
	v := &received{c: c, empty: faint(""), at: -1}
	v.empty.Align = fyne.TextAlignCenter
	v.list = kit.NewList(func() int { return len(v.lines) }, newReceivedRow, v.fill)
	v.list.HideSeparators = true
	v.list.OnSelected = v.onSelected
	v.find = widget.NewSearch()
	v.find.SetPlaceHolder("找单位")
	v.find.OnTyped = func(string) { v.narrow() }
	v.find.OnStep = func(by int) { v.list.Select(max(0, min(v.at+by, len(v.lines)-1))) }
	v.all = container.NewBorder(container.New(layout.NewCustomPaddedLayout(8, 0, edge, edge), v.find), nil, nil, nil,
		container.New(layout.NewCustomPaddedLayout(6, 4, edge-6, 2), v.list), container.NewCenter(container.New(widget.Wide{Width: 380}, v.empty)))
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
	sought := strings.TrimSpace(v.find.Text)
	if sought != "" {
		v.lines = slices.DeleteFunc(v.lines, func(l line) bool { return !strings.Contains(l.name, sought) })
	}
	v.empty.Set("")
	switch {
	case len(v.lines) > 0 || v.c.stop != nil:
	case sought != "":
		v.empty.Set("没有名称里有“" + sought + "”的。")
	default:
		v.empty.Set("没有。")
	}
	v.list.Refresh()
}

// narrow shows the lines with another name sought.
func (v *received) narrow() {
	v.at = -1
	v.list.UnselectAll()
	v.update()
	v.list.ScrollToTop()
}

func (v *received) onSelected(i int) {
	if v.at = i; i < len(v.lines) {
		v.c.open(v.lines[i])
	}
}
