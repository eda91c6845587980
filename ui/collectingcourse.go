package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/district"
	"nianbao/ui/sums"
	"nianbao/ui/widget"
)

// The places of the page that show figures over the years: of the sum, and of the body that
// is opened.
const (
	placeCourse     = "course"
	placeBodyCourse = "course/body"
)

// coursed shows what becomes of figures over the years: the charts and tables that the
// exports print.
type coursed struct {
	c      *collecting
	body   bool // of the opened body, not of the sum
	write  *widget.Button
	name   *widget.Label
	column *fyne.Container
	asked  int // how often a course was asked for
	all    fyne.CanvasObject
}

func newCoursed(c *collecting, body bool) *coursed {
	v := &coursed{c: c, body: body, column: container.New(&widget.Column{Gap: 6, Pad: edge})}
	v.write = widget.NewIconButton("写出…", theme.DownloadIcon(), v.onWrite)
	v.name = strong("", edge)
	v.name.Scale = theme.SizeNameSubHeadingText
	v.all = container.NewBorder(container.NewBorder(nil, nil, nil, container.NewPadded(v.write), v.name), nil, nil, nil,
		container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, bar), v.column)))
	v.update()
	return v
}

// standing is the body whose course it is, nil for the sum's.
func (v *coursed) standing() *district.Standing {
	if v.body {
		return v.c.body
	}
	return nil
}

// update shows the course of what has come in. It is worked out beside the window: each year
// of many bodies is a sum of its own.
func (v *coursed) update() {
	c, s := v.c, v.standing()
	v.name.Set("历年变化")
	v.asked++
	switch {
	case c.stop != nil:
		v.say("正在读，读完就画出来。")
		return
	case c.work == nil || v.body && s == nil:
		v.say("还没有可以对照的报告。")
		return
	case s != nil:
		v.name.Set(s.Name + "　历年变化")
	}
	asked, work := v.asked, c.work
	var course *export.Course
	c.w.aside(func() error {
		if s != nil {
			course = work.CourseOf(s)
		} else {
			course = work.Course()
		}
		return nil
	}, func(err error) {
		switch {
		case asked != v.asked:
		case err != nil:
			c.w.fail(err)
		case course != nil:
			v.draw(course)
		case s != nil:
			v.say("只有一个年度的报告。把往年的也放进这个文件夹再重读，这里就画出历年的变化。")
		default:
			v.say("只有一个年度的报告。把往年的报告也放进这个文件夹再重读，或者加上去年的汇总，这里就画出历年的变化。")
		}
	})
}

// say shows a sentence where there are no charts.
func (v *coursed) say(text string) {
	v.write.Hide()
	v.column.Objects = []fyne.CanvasObject{faint(text)}
	v.column.Refresh()
}

// draw shows a course.
func (v *coursed) draw(course *export.Course) {
	v.write.Show()
	v.column.Objects = nil
	last := course.Reports[len(course.Reports)-1]
	for _, b := range course.Compose().Blocks {
		switch {
		case b.Kind == export.Heading:
			v.column.Add(rubric(b.Text))
		case b.Chart != nil:
			v.column.Add(newFigure(b.Chart))
		case b.Table != nil:
			v.column.Add(valueTable(last, b.Table))
		default:
			v.column.Add(widget.NewLabel(b.Text))
		}
	}
	v.column.Refresh()
}

// valueTable is the table of a chart's numbers.
func valueTable(r *model.Report, t *export.Table) fyne.CanvasObject {
	var spans []widget.Span
	for _, s := range t.Grid.Slots {
		l := slotLabel(r, s, t.Grid.Cols)
		if s.Kind == model.SlotValue {
			l.Ground, l.Line = widget.ColorPaper, true
		}
		spans = append(spans, widget.Span{Row: s.Row, Col: s.Col, Rows: s.Rows, Cols: s.Cols, Object: l})
	}
	return widget.NewSheet(t.Grid.Widths, smallTable, rowHeight, spans)
}

func (v *coursed) onWrite() {
	if s := v.standing(); s != nil {
		v.c.askWhat(sums.Courses(s))
		return
	}
	v.c.askWhat(sums.All()[len(sums.Outputs):])
}
