package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/ui/widget"
)

// prose is the view of a section of paragraphs, a field for each subsection.
type prose struct {
	w        *Window
	part     model.Part
	fields   []model.Passage
	length   *widget.Label
	fold     *widget.Tool // folds last year's texts
	passages []*passage
	scroll   *container.Scroll
	all      fyne.CanvasObject
}

func newProse(w *Window, p model.Part) view {
	v := &prose{w: w, part: p, fields: w.report().Fields(p), length: widget.NewLabel(""), fold: w.besideTool()}
	v.length.Line, v.length.Pad, v.length.Color = true, 8, widget.ColorFaint
	column := container.New(&widget.Column{Gap: 5, Pad: edge, Most: 860})
	v.scroll = container.NewVScroll(column)
	rows := 3
	if len(v.fields) == 1 {
		rows = 12
	}
	for i, t := range v.fields {
		one := passageOf(w, t, rows)
		one.tools.Add(v.outlineTool(i))
		one.in(column, v.scroll)
		v.passages = append(v.passages, one)
	}
	right := []fyne.CanvasObject{v.fold, v.length}
	if tool := v.partTool(); tool != nil {
		right = []fyne.CanvasObject{v.fold, v.length, container.NewCenter(tool)}
	}
	v.all = container.NewBorder(heading(p.Mark+p.Title, right...), nil, nil, nil, v.scroll)
	return v
}

func (v *prose) object() fyne.CanvasObject { return v.all }

func (v *prose) update() {
	v.w.tellBeside(v.fold)
	for _, p := range v.passages {
		p.update()
	}
	length, over := v.w.length(v.part)
	color := widget.ColorFaint
	if over {
		color = theme.ColorNameWarning
	}
	v.length.SetIn("全篇 "+length, color)
}

func (v *prose) reveal(ref model.Ref) {
	for i, p := range v.passages {
		if p.ref == ref || i == 0 && string(ref) == v.part.ID {
			focus(v.w, v.scroll, p.field)
			widget.Sight(v.scroll, p.name, 0, p.name.Size().Height) // which passage it is
			return
		}
	}
}

// target is a place that can have the focus.
type target interface {
	fyne.Focusable
	fyne.CanvasObject
}

// focus puts the caret into a field and the field in sight.
func focus(w *Window, scroll *container.Scroll, o target) {
	w.win.Canvas().Focus(o)
	widget.Sight(scroll, o, 0, min(o.Size().Height, 60))
}
