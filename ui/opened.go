package ui

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/district"
	"nianbao/ui/sums"
	"nianbao/ui/widget"
)

// opened is a figure of a sum with what each body adds to it, the largest first.
type opened struct {
	work  *sums.Work
	ref   model.Ref
	parts []district.Part
}

// figure shows what each body adds to the figure that is opened.
func (c *collecting) figure() {
	if c.opened == nil || c.opened.ref != c.ref {
		c.opened = &opened{ref: c.ref} // nothing is known of it yet
	}
	if c.opened.work != c.work {
		if c.unfold(c.opened); c.opened.work == c.work {
			return // it has been shown already
		}
	}
	o := c.opened
	if o.work == nil {
		c.side.Add(faint("正在列出各单位的数…"))
		return
	}
	sum := o.work.Sum
	cell := sum.Report.Edition.Cell(o.ref)
	c.side.Add(strong(cell.Name(), 0))
	c.side.Add(widget.NewLabel(fmt.Sprintf("合计 %s%s", cmp.Or(sum.Report.Value(o.ref).String(), "（没有数）"), cell.Unit())))
	for _, g := range sum.Gaps {
		if g.Cell.Ref == o.ref {
			l := widget.NewLabel(fmt.Sprintf("! %s%s，没有加进去。", filepath.Base(g.Entry.File), g.Why))
			l.Color = theme.ColorNameWarning
			c.side.Add(l)
		}
	}
	noughts := 0
	for i, p := range o.parts {
		if p.Number.Readable() && p.Number.Sign() == 0 {
			noughts++
			continue
		}
		if i-noughts >= mostParts {
			c.side.Add(faint(fmt.Sprintf("只列最大的 %d 个；全部在写出的工作簿里。", mostParts)))
			break
		}
		number := widget.NewLabel(cmp.Or(p.Number.String(), "没有数"))
		number.Line = true
		row := widget.NewRow(func() { c.follow(p.Entry) }, container.NewBorder(nil, nil, nil, number, widget.NewLabel(p.Entry.Office)))
		if !p.Stated.Blank() {
			row.SetSign("!", theme.ColorNameWarning)
		}
		c.side.Add(row)
	}
	if noughts > 0 {
		c.side.Add(faint(fmt.Sprintf("另有 %d 个单位是 0。", noughts)))
	}
}

// unfold finds the parts of a figure in the sum of now, beside the window. Until they are
// there, those of the sum before stand.
func (c *collecting) unfold(old *opened) {
	if c.unfolding {
		return
	}
	c.unfolding = true
	o := &opened{work: c.work, ref: old.ref}
	c.w.aside(func() error {
		o.parts = o.work.Sum.PartsOf(o.ref)
		slices.SortStableFunc(o.parts, larger)
		return nil
	}, func(err error) {
		c.unfolding = false
		if err != nil {
			c.w.fail(err)
			return
		}
		if c.opened == old {
			c.opened = o
		}
		c.tell()
	})
}

// larger puts larger numbers first, and what is none last.
func larger(a, b district.Part) int {
	switch x, y := a.Number.Readable(), b.Number.Readable(); {
	case x && y:
		return b.Number.Cmp(a.Number)
	case x:
		return -1
	case y:
		return 1
	}
	return 0
}

// mostParts is how many bodies are listed under a figure.
const mostParts = 60

// follow shows the body that a file is from.
func (c *collecting) follow(e *district.Entry) {
	for _, s := range c.work.Bodies {
		if slices.Contains(s.Entries, e) {
			c.show(placeAll)
			c.open(line{s.Name, s.State, s, nil})
		}
	}
}
