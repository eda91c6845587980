package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nianbao/ui/widget"
)

// choice is a line of a list to choose from.
type choice struct {
	text, note string
	head       bool // a title of those that follow
	do         func()
}

// choose lets the clerk choose one of many: typing narrows the list, arrows and
// Enter or two clicks choose.
func (w *Window) choose(title, hint, confirm string, all []choice) {
	c := &chooser{search: widget.NewSearch(), all: all, at: -1}
	list := container.New(&widget.Column{Gap: 1, Pad: 8})
	c.scroll = container.NewVScroll(list)
	c.scroll.SetMinSize(fyne.NewSize(580, 320))
	for i := range all {
		if all[i].head {
			label := strong(all[i].text, 4)
			c.rows = append(c.rows, nil)
			c.objects = append(c.objects, label)
			list.Add(label)
			continue
		}
		label := widget.NewLabel(all[i].text)
		line := fyne.CanvasObject(label)
		if all[i].note != "" {
			note := widget.NewLabel(all[i].note)
			note.Line = true
			line = container.NewBorder(nil, nil, nil, note, label)
		}
		row := widget.NewRow(func() { c.onRow(i) }, line)
		c.rows = append(c.rows, row)
		c.objects = append(c.objects, row)
		list.Add(row)
	}
	about := widget.NewLabel(hint)
	about.Color = widget.ColorFaint
	c.search.OnTyped = func(text string) { c.narrow(text) }
	c.search.OnSubmitted = func(string) { c.take() }
	c.search.SetPlaceHolder("输入几个字查找")
	c.search.OnStep = c.step
	b := w.ask(title, 620, 0,
		container.New(&widget.Column{Gap: 6}, about, c.search, c.scroll),
		leave("取消"), reply{confirm, func() bool {
			if c.at >= 0 {
				c.all[c.at].do()
			}
			return c.at >= 0
		}})
	c.take = b.enter
	c.narrow("")
	w.win.Canvas().Focus(c.search)
}

type chooser struct {
	search  *widget.Search
	scroll  *container.Scroll
	all     []choice
	rows    []*widget.Row
	objects []fyne.CanvasObject
	at      int // the chosen one, -1 for none
	take    func()
}

// narrow lists what contains the words, and chooses the first.
func (c *chooser) narrow(words string) {
	c.mark(-1)
	head, left := -1, -1
	for i, one := range c.all {
		show := true
		for _, word := range strings.Fields(words) {
			show = show && strings.Contains(one.text, word)
		}
		if one.head {
			head, show = i, false
		} else if show && head >= 0 {
			c.objects[head].Show()
			head = -1
		}
		if show && left < 0 {
			left = i
		}
		if show {
			c.objects[i].Show()
		} else {
			c.objects[i].Hide()
		}
	}
	c.scroll.Content.Refresh()
	c.scroll.ScrollToTop()
	c.mark(left)
}

func (c *chooser) mark(i int) {
	if c.at >= 0 {
		c.rows[c.at].SetOpen(false)
	}
	if c.at = i; i >= 0 {
		c.rows[i].SetOpen(true)
	}
}

// step chooses the next or the one before.
func (c *chooser) step(by int) {
	for i := c.at + by; i >= 0 && i < len(c.all); i += by {
		if c.rows[i] != nil && c.rows[i].Visible() {
			c.mark(i)
			widget.Sight(c.scroll, c.rows[i], 0, c.rows[i].Size().Height)
			return
		}
	}
}

func (c *chooser) onRow(i int) {
	if c.at == i {
		c.take()
		return
	}
	c.mark(i)
}
