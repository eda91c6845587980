package ui

import (
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/district"
	"nianbao/ui/widget"
)

// placeAll is the list of every body.
const placeAll = "all"

// list lists at the left what can be shown: the bodies by their states, and the tables.
func (c *collecting) list() {
	c.places.Objects = nil
	row := func(place, name, sign string, color fyne.ThemeColorName) {
		r := widget.NewRow(func() { c.show(place) }, widget.NewLabel(name))
		r.SetSign(sign, color)
		r.SetOpen(place == c.place)
		c.places.Add(r)
	}
	c.places.Add(strong("报送情况", 6))
	counts := map[district.State]int{}
	n := 0
	if c.work != nil {
		for _, l := range c.lines(placeAll) {
			counts[l.state]++
			n++
		}
	}
	row(placeAll, fmt.Sprintf("全部　%d", n), "", "")
	for _, known := range district.States {
		if k := counts[known.State]; k > 0 {
			sign, color := stateSign(known.State)
			row(string(known.State), fmt.Sprintf("%s　%d", known.Name, k), sign, color)
		}
	}
	if c.work != nil && len(c.work.Sum.Parts) > 0 {
		c.places.Add(strong("汇总表", 6))
		for _, p := range c.work.Sum.Report.Parts() {
			if p.Table != nil {
				sign, color := "✓", theme.ColorNameSuccess
				for _, f := range c.work.Of {
					if f.At[0].Section() == p.ID && f.Level == model.Error {
						sign, color = "×", theme.ColorNameError
					}
				}
				row(p.ID, p.Mark+p.Title, sign, color)
			}
		}
	}
	if c.work != nil {
		c.places.Add(strong("历年变化", 6))
		row(placeCourse, "各单位合计", "", "")
		if c.place == placeBodyCourse && c.body != nil {
			row(placeBodyCourse, c.body.Name, "", "")
		}
	}
	c.places.Refresh()
}

// stateSign is how a state is marked.
func stateSign(s district.State) (sign string, color fyne.ThemeColorName) {
	switch s {
	case district.Received:
		return "✓", theme.ColorNameSuccess
	case district.Past:
		return "·", widget.ColorFaint
	case district.Repeated, district.Stranger:
		return "!", theme.ColorNameWarning
	}
	return "×", theme.ColorNameError
}

// show shows the bodies of a state, a table of the sum, or figures over the years.
func (c *collecting) show(place string) {
	if place != placeBodyCourse {
		c.body = nil
	}
	c.place, c.loose, c.ref = place, "", ""
	c.bodies, c.table, c.course = nil, nil, nil
	switch part := c.part(place); {
	case part != nil:
		c.table = newAdded(c, *part)
		c.middle.Objects = []fyne.CanvasObject{c.table.all}
	case place == placeCourse || place == placeBodyCourse:
		c.course = newCoursed(c, place == placeBodyCourse)
		c.middle.Objects = []fyne.CanvasObject{c.course.all}
	default:
		c.bodies = newReceived(c)
		c.middle.Objects = []fyne.CanvasObject{c.bodies.all}
	}
	c.middle.Refresh()
	c.list()
	c.tell()
}

// part is the part of the sum that a place shows, nil for a list of bodies.
func (c *collecting) part(place string) *model.Part {
	if c.work == nil {
		return nil
	}
	for _, p := range c.work.Sum.Report.Parts() {
		if p.ID == place && p.Table != nil {
			return &p
		}
	}
	return nil
}

// line is a body, or a file of which it is not known whose it is.
type line struct {
	name  string
	state district.State
	body  *district.Standing // nil for a file alone
	entry *district.Entry
}

// lines are those of a place.
func (c *collecting) lines(place string) (out []line) {
	if c.work == nil {
		return nil
	}
	add := func(l line) {
		if place == placeAll || place == string(l.state) {
			out = append(out, l)
		}
	}
	for _, s := range c.work.Bodies {
		add(line{s.Name, s.State, s, nil})
	}
	for _, e := range c.work.Loose {
		add(line{filepath.Base(e.File), e.State, nil, e})
	}
	return out
}
