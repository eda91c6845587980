package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/district"
	"nianbao/ui/widget"
)

// open shows a body, or a file of nobody's, at the right.
func (c *collecting) open(l line) {
	c.body, c.loose, c.ref = l.body, "", ""
	if l.entry != nil {
		c.loose = l.entry.File
	}
	c.tell()
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
	case c.loose != "":
		for _, e := range c.work.Loose {
			if e.File == c.loose {
				c.entry(e)
			}
		}
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
		buttons.Add(widget.NewButton("打开报告", func() { c.visit(e.File) }))
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
