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

// update shows the course of what has come in.
func (v *coursed) update() {
	v.column.Objects = nil
	v.write.Hide()
	course, empty := v.course()
	if course == nil {
		v.column.Add(faint(empty))
		v.column.Refresh()
		return
	}
	v.write.Show()
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

// course is what is shown, or the sentence that stands there instead.
func (v *coursed) course() (course *export.Course, empty string) {
	c, s := v.c, v.standing()
	v.name.Set("历年变化")
	switch {
	case c.stop != nil:
		return nil, "正在读，读完就画出来。"
	case c.work == nil || v.body && s == nil:
		return nil, "还没有可以对照的报告。"
	case s != nil:
		v.name.Set(s.Name + "　历年变化")
		return c.work.CourseOf(s), "只有一个年度的报告。把往年的也放进这个文件夹再重读，这里就画出历年的变化。"
	}
	return c.work.Course(), "只有一个年度的报告。把往年的报告也放进这个文件夹再重读，或者加上去年的汇总，这里就画出历年的变化。"
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
