package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/ui/widget"
)

// difference is two reports of one edition to be shown against each other, value by value.
// What is chosen of the second goes into the first.
type difference struct {
	title, about string
	names        [2]string // what the two are called: 这里的, 文件里的
	of           [2]*model.Report
	base         *model.Report                // that both were made from, nil if it is not known
	second       bool                         // what is not told by base is taken from the second at first
	confirm      string                       // the button that takes what is chosen, "" to look only
	back         func()                       // where Escape leads, nil for nowhere
	then         func(changes []model.Change) // the second's values that were chosen
}

// sides is the box that shows a difference: a line for each address, both values beside each
// other, one of them chosen.
type sides struct {
	difference
	w      *Window
	lines  []*weighed
	at     int // the line with the keys, -1 for none
	counts *widget.Label
	keyed  *widget.Keyed
	scroll *container.Scroll
	box    *box
}

// weighed is one line.
type weighed struct {
	ref    model.Ref
	sides  [2]*widget.Row
	name   *widget.Label
	all    fyne.CanvasObject
	chosen int
}

// weigh opens the box.
func (w *Window) weigh(of difference) *sides {
	d := &sides{difference: of, w: w, at: -1, counts: faint("")}
	column := container.New(&widget.Column{Gap: 2, Pad: 4})
	var fork model.Fork
	if d.base != nil {
		fork = model.NewFork(d.base, d.of[0], d.of[1])
	}
	names := namesOf(d.of[1])
	for ref, name := range namesOf(d.of[0]) {
		names[ref] = name
	}
	part := ""
	for _, ref := range model.Apart(d.of[0], d.of[1]) {
		name := named(names, ref, d.of)
		if name.part != part {
			part = name.part
			column.Add(rubric(part))
		}
		l := &weighed{ref: ref}
		says := ""
		switch {
		case d.base == nil:
			l.chosen = b2i(d.second)
		case slices.Contains(fork.Theirs, ref):
			says, l.chosen = "　只有"+d.names[1]+"改过", 1
		case slices.Contains(fork.Mine, ref):
			says = "　只有" + d.names[0] + "改过"
		default:
			says, l.chosen = "　两边都改过", b2i(d.second)
		}
		l.name = widget.NewLabel(name.name + says)
		l.name.Color = widget.ColorFaint
		first, second := bothValues(ref, d.of)
		for side, value := range []fyne.CanvasObject{first, second} {
			var tapped func()
			if d.then != nil {
				tapped = func() { d.onSide(l, side) }
			}
			l.sides[side] = widget.NewRow(tapped, value)
		}
		l.all = container.New(&widget.Column{Gap: 0}, l.name, container.New(widget.Shares{Of: []float32{1, 1}, Gap: between}, l.sides[0], l.sides[1]))
		d.lines = append(d.lines, l)
		column.Add(l.all)
	}
	d.scroll = container.NewVScroll(column)
	d.keyed = widget.NewKeyed(d.scroll, d.onKey)
	d.keyed.OnFocus = func(bool) { d.update() }
	heads := container.New(widget.Shares{Of: []float32{1, 1}, Gap: between}, strong("　"+d.names[0], 4), strong("　"+d.names[1], 4))
	top := container.New(&widget.Column{Gap: 4}, widget.NewLabel(strings.TrimSpace(d.about+tally(d.of[0], d.of[1]).says())))
	replies := []reply{leave("关闭")}
	if d.then != nil {
		top.Add(container.NewBorder(nil, nil, nil, container.NewHBox(
			widget.NewButton("全部用"+d.names[0], func() { d.onAll(0) }),
			widget.NewButton("全部用"+d.names[1], func() { d.onAll(1) })), d.counts))
		replies = []reply{leave("取消"), pick(d.confirm, d.take)}
		if d.back != nil {
			replies[0] = pick("返回", d.back)
		}
	}
	top.Add(heads)
	top.Add(kit.NewSeparator())
	size := w.win.Canvas().Size()
	body := container.New(widget.Tall{Height: max(200, size.Height-190)}, container.NewBorder(top, nil, nil, nil, d.keyed))
	d.box = w.ask(d.title, max(400, min(1180, size.Width-60)), 0, body, replies...)
	d.update()
	w.win.Canvas().Focus(d.keyed)
	return d
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// update shows what is chosen, and the line with the keys.
func (d *sides) update() {
	n := [2]int{}
	for i, l := range d.lines {
		n[l.chosen]++
		here := i == d.at && d.w.win.Canvas().Focused() == d.keyed
		color := widget.ColorFaint
		if here {
			color = theme.ColorNamePrimary
		}
		l.name.SetIn(l.name.Text, color)
		if d.then == nil {
			continue
		}
		for side, row := range l.sides {
			row.SetOpen(side == l.chosen)
			if side == l.chosen {
				row.SetSign("●", theme.ColorNamePrimary)
			} else {
				row.SetSign("○", widget.ColorFaint)
			}
		}
	}
	d.counts.Set(fmt.Sprintf("点一边就用那一边。现在选定：%s %d 处，%s %d 处。键盘：↑↓ 换行，← → 选。", d.names[0], n[0], d.names[1], n[1]))
}

func (d *sides) onSide(l *weighed, side int) {
	d.choose(l, side)
	d.at = slices.Index(d.lines, l)
	d.w.win.Canvas().Focus(d.keyed)
	d.update()
}

// choose takes one side of a line. Texts of a report's own go with the outline that has a
// place for them.
func (d *sides) choose(l *weighed, side int) {
	l.chosen = side
	own := func(ref model.Ref) bool { return ref == model.RefOutline || model.OwnText(ref) }
	for _, other := range d.lines {
		if own(l.ref) && own(other.ref) {
			other.chosen = side
		}
	}
}

func (d *sides) onAll(side int) {
	for _, l := range d.lines {
		l.chosen = side
	}
	d.w.win.Canvas().Focus(d.keyed)
	d.update()
}

// onKey goes through the lines and chooses.
func (d *sides) onKey(key fyne.KeyName) bool {
	to := d.at
	switch key {
	case fyne.KeyDown:
		to++
	case fyne.KeyUp:
		to--
	case fyne.KeyPageDown:
		to += 5
	case fyne.KeyPageUp:
		to -= 5
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(d.lines) - 1
	case fyne.KeyLeft, fyne.KeyRight:
		if d.at >= 0 && d.then != nil {
			d.choose(d.lines[d.at], b2i(key == fyne.KeyRight))
		}
	default:
		return false
	}
	if to = max(0, min(to, len(d.lines)-1)); len(d.lines) > 0 && to != d.at {
		d.at = to
		widget.Sight(d.scroll, d.lines[to].all, 0, d.lines[to].all.Size().Height)
	}
	d.update()
	return true
}

// take goes on with the second's values that were chosen.
func (d *sides) take() {
	var refs []model.Ref
	for _, l := range d.lines {
		if l.chosen == 1 {
			refs = append(refs, l.ref)
		}
	}
	d.then(model.Taking(d.of[1], refs))
}
