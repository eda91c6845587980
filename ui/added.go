package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/ui/widget"
)

// added is a table of the sum. Each figure can be opened: what each body adds to it.
type added struct {
	c    *collecting
	sums map[model.Ref]*widget.Sum
	all  fyne.CanvasObject
}

func newAdded(c *collecting, p model.Part) *added {
	v := &added{c: c, sums: map[model.Ref]*widget.Sum{}}
	r := c.work.Sum.Report
	g := r.Grid(p.Table)
	var spans []widget.Span
	for _, s := range g.Slots {
		spans = append(spans, widget.Span{Row: s.Row, Col: s.Col, Rows: s.Rows, Cols: s.Cols, Object: v.slot(r, s, g.Cols)})
	}
	least := float32(smallTable)
	if g.Cols > 5 {
		least = wideTable
	}
	sheet := widget.NewSheet(g.Widths, least, rowHeight, spans)
	scroll := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, edge, 0, bar), sheet))
	sheet.Scroller = scroll
	v.all = container.NewBorder(heading(p.Mark+p.Title), nil, nil, nil,
		container.New(layout.NewCustomPaddedLayout(0, 0, edge, 2), scroll))
	v.update()
	return v
}

// slot makes the object of a place of the grid.
func (v *added) slot(r *model.Report, s model.Slot, cols int) fyne.CanvasObject {
	if s.Kind != model.SlotValue {
		return slotLabel(r, s, cols)
	}
	o := widget.NewSum()
	o.OnEnter = func() {
		v.c.ref, v.c.body, v.c.loose = s.Ref, nil, ""
		v.c.tell()
	}
	v.sums[s.Ref] = o
	return o
}

// slotLabel is a title, a label or a corner of a table.
func slotLabel(r *model.Report, s model.Slot, cols int) *widget.Label {
	l := widget.NewLabel(r.Printed(s.Text))
	l.Ground, l.Pad = widget.ColorHead, 4
	l.Align = fyne.TextAlignCenter
	switch s.Kind {
	case model.SlotLabel:
		l.Ground, l.Align = widget.ColorPaper, fyne.TextAlignLeading
	case model.SlotGroup:
		l.Ground = widget.ColorPaper
	case model.SlotCorner:
		l.Scale = theme.SizeNameCaptionText
	case model.SlotHead:
		if cols > 7 { // narrow columns
			l.Scale, l.Pad = theme.SizeNameCaptionText, 2
		}
	case model.SlotTitle:
		l.Bold = true
	}
	return l
}

// update shows the sum as it is now.
func (v *added) update() {
	if v.c.work == nil {
		return
	}
	sum := v.c.work.Sum
	lacking := map[model.Ref]bool{}
	for _, g := range sum.Gaps {
		lacking[g.Cell.Ref] = true
	}
	wrong := map[model.Ref]bool{}
	for _, f := range v.c.work.Of {
		for _, ref := range f.At {
			wrong[ref] = wrong[ref] || f.Level == model.Error
		}
	}
	for ref, o := range v.sums {
		o.Put(sum.Report.Value(ref).String())
		o.SetPartial(lacking[ref])
		o.SetMark(widget.Plain)
		if wrong[ref] {
			o.SetMark(widget.Wrong)
		}
	}
}
