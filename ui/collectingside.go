package ui

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/district"
	"nianbao/ui/widget"
)

// open shows a body, or a file of nobody's, at the right.
func (c *collecting) open(l line) {
	c.body, c.ref = l.body, ""
	c.tell()
	if l.entry != nil {
		c.side.Objects = nil
		c.entry(l.entry)
		c.side.Refresh()
	}
}

// tell shows at the right what is opened: a body, or a figure of the sum.
func (c *collecting) tell() {
	c.side.Objects = nil
	switch {
	case c.work == nil:
	case c.ref != "":
		c.figure()
	case c.body != nil:
		c.standing(c.body)
	case c.course != nil:
	case c.table != nil:
		c.side.Add(faint("点一个数，这里列出各单位的数。"))
	default:
		c.side.Add(faint("点一个单位，这里列出它报来的文件和要改的地方。"))
	}
	c.side.Refresh()
}

// standing shows a body and the files that came from it.
func (c *collecting) standing(s *district.Standing) {
	c.side.Add(strong(s.Name, 0))
	about := s.Kind.Name()
	if s.Due != "" {
		about += "　期限 " + s.Due.String()
	}
	if !s.Listed && c.roll != nil {
		about += "　不在应报名单里"
	}
	c.side.Add(faint(about))
	if len(s.Entries) == 0 {
		c.side.Add(widget.NewLabel("还没有报来。"))
	}
	if c.place != placeBodyCourse && c.work.CourseOf(s) != nil {
		c.side.Add(container.NewHBox(widget.NewButton("历年变化", func() { c.show(placeBodyCourse) })))
	}
	for _, e := range s.Entries {
		c.entry(e)
	}
}

// entry shows a file: what became of it, what is wrong, and what can be decided.
func (c *collecting) entry(e *district.Entry) {
	c.side.Add(separator())
	c.side.Add(strong(filepath.Base(e.File), 0))
	sign, color := stateSign(e.State)
	words := sign + " " + e.State.Name()
	switch {
	case e.Counted:
		words += "，已计入汇总"
	case e.State != district.Past:
		words += "，没有计入"
	}
	state := widget.NewLabel(words)
	state.Color = color
	c.side.Add(state)
	if e.Why != "" && e.State != district.Faulty {
		c.side.Add(widget.NewLabel(e.Why))
	}
	for _, note := range e.Notes {
		c.side.Add(faint(note))
	}
	for _, level := range []model.Level{model.Error, model.Warning} {
		for _, f := range e.Found {
			if f.Level == level {
				row := widget.NewRow(nil, widget.NewLabel(f.Text))
				row.SetSign(levelSign(level))
				c.side.Add(row)
			}
		}
	}
	buttons := container.NewHBox()
	if path := c.where(e.File); path != "" && e.Fault == "" {
		buttons.Add(widget.NewButton("打开报告", func() { c.visit(path) }))
	} else if path != "" {
		buttons.Add(widget.NewButton("打开所在文件夹", func() { c.w.reach(c.w.hands.folder, path) }))
	}
	if name, do := c.choice(e); name != "" {
		buttons.Add(widget.NewButton(name, func() {
			do()
			c.update()
		}))
	}
	c.side.Add(buttons)
}

func levelSign(level model.Level) (string, fyne.ThemeColorName) {
	if level == model.Error {
		return "×", theme.ColorNameError
	}
	return "!", theme.ColorNameWarning
}

// choice is what can be decided about a file: whether it counts.
func (c *collecting) choice(e *district.Entry) (name string, do func()) {
	switch {
	case e.Counted:
		return "不计入", func() {
			delete(c.taken, e.File)
			if e.State == district.Received || e.State == district.Faulty && c.faults {
				c.left[e.File] = true
			}
		}
	case c.left[e.File]:
		return "计入", func() { delete(c.left, e.File) }
	case e.State == district.Faulty:
		return "仍然计入", func() { c.taken[e.File] = true }
	case e.State == district.Doubled:
		return "用这一份", func() {
			for _, other := range c.body.Entries {
				delete(c.taken, other.File)
			}
			c.taken[e.File] = true
		}
	}
	return "", nil
}

// figure shows what each body adds to a figure of the sum, the largest first.
func (c *collecting) figure() {
	sum := c.work.Sum
	cell := sum.Report.Edition.Cell(c.ref)
	total := sum.Report.Value(c.ref)
	c.side.Add(strong(cell.Name(), 0))
	unit := cell.Unit()
	c.side.Add(widget.NewLabel(fmt.Sprintf("合计 %s%s", cmp.Or(total.String(), "（没有数）"), unit)))
	for _, g := range sum.Gaps {
		if g.Cell.Ref == c.ref {
			l := widget.NewLabel(fmt.Sprintf("! %s%s，没有加进去。", filepath.Base(g.Entry.File), g.Why))
			l.Color = theme.ColorNameWarning
			c.side.Add(l)
		}
	}
	parts := sum.PartsOf(c.ref)
	slices.SortStableFunc(parts, func(a, b district.Part) int {
		switch x, y := a.Number.Readable(), b.Number.Readable(); {
		case x && y:
			return b.Number.Cmp(a.Number)
		case x:
			return -1
		case y:
			return 1
		}
		return 0
	})
	noughts := 0
	for i, p := range parts {
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
