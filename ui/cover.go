package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/ui/widget"
)

// cover is the view of what stands before the sections.
type cover struct {
	w                   *Window
	office, year, title *widget.Field
	kind                *kit.Select
	yearNote            *widget.Label
	preface             *passage // nil if the form has none
	follows             bool     // the title is the one that office and year give
	scroll              *container.Scroll
	all                 fyne.CanvasObject
}

func newCover(w *Window) view {
	v := &cover{w: w, office: widget.NewField(), year: widget.NewField(), title: widget.NewField(), yearNote: faint("")}
	v.office.OnTyped = func(text string) { w.set(model.RefOffice, text) }
	v.title.OnTyped = func(text string) { w.set(model.RefTitle, text) }
	v.year.OnTyped = v.onYear
	for _, f := range []*widget.Field{v.office, v.year} {
		f.OnEnter, f.OnLeave = v.onEnter, v.onLeave
	}
	v.title.OnLeave = w.onLeave
	v.office.OnStep, v.title.OnStep, v.year.OnStep = w.onStep, w.onStep, w.onStep
	v.yearNote.Color = theme.ColorNameError
	var kinds []string
	for _, k := range model.Kinds {
		kinds = append(kinds, k.Name)
	}
	v.kind = kit.NewSelect(kinds, v.onKind)
	v.kind.PlaceHolder = "（请选择）"

	column := container.New(&widget.Column{Gap: 5, Pad: edge, Most: 860})
	v.scroll = container.NewVScroll(column)
	add := func(name string, o fyne.CanvasObject) {
		column.Add(rubric(name))
		column.Add(o)
	}
	add("单位名称", v.office)
	add("单位类别", framed(v.kind))
	add("报告年度", v.year)
	column.Add(v.yearNote)
	add("标题", v.title)
	if p := w.report().Edition.Preface; p != nil {
		v.preface = newPassage(w, p.ID, p.Name, p, 4)
		v.preface.in(column, v.scroll)
	}
	form := widget.NewLabel("格式依据：" + w.report().Edition.Basis)
	form.Color, form.Pad, form.Line = widget.ColorFaint, 8, true
	v.all = container.NewBorder(heading("封面信息", form), nil, nil, nil, v.scroll)
	return v
}

// framed puts the frame of a field around a list to choose from.
func framed(o fyne.CanvasObject) fyne.CanvasObject {
	frame := widget.NewLabel("")
	frame.Ground = theme.ColorNameInputBorder
	return container.NewStack(frame, container.New(layout.NewCustomPaddedLayout(1, 1, 1, 1), o))
}

func (v *cover) object() fyne.CanvasObject { return v.all }

func (v *cover) update() {
	r := v.w.report()
	v.office.Put(r.Office)
	v.title.Put(r.Title)
	v.office.SetMark(v.w.mark(model.RefOffice))
	v.title.SetMark(v.w.mark(model.RefTitle))
	if !v.year.Focused() || yearOf(v.year.Text) != 0 {
		year, _ := r.Get(model.RefYear)
		if r.Year == 0 {
			year = ""
		}
		v.year.Put(year)
	}
	v.markYear()
	if name := r.Kind.Name(); v.kind.Selected != name {
		v.kind.Selected = name // not SetSelected: nobody has chosen anything
		v.kind.Refresh()
	}
	if v.preface != nil {
		v.preface.update()
	}
}

func (v *cover) markYear() {
	note := ""
	if yearOf(v.year.Text) == 0 && v.year.Text != "" {
		note = "× 请写四位年份，例如 2026；写全以前仍按原来的年度。"
	}
	v.yearNote.Set(note)
	v.yearNote.Hidden = note == ""
	mark := v.w.mark(model.RefYear)
	if note != "" {
		mark = widget.Wrong
	}
	v.year.SetMark(mark)
}

// yearOf reads a report year, 0 if it is none.
func yearOf(text string) int {
	year, err := strconv.Atoi(model.ParseNumber(text).Digits())
	if err != nil || year < 2008 || year > 2100 {
		return 0
	}
	return year
}

func (v *cover) onYear(text string) {
	if year := yearOf(text); year != 0 {
		v.w.set(model.RefYear, strconv.Itoa(year))
	}
	v.markYear()
}

func (v *cover) onKind(name string) {
	for _, k := range model.Kinds {
		if k.Name == name && k.Kind != v.w.report().Kind {
			v.w.change("单位类别", model.Change{At: model.RefKind, New: string(k.Kind)})
		}
	}
}

// onEnter remembers whether the title is the one that office and year give: then
// it follows them.
func (v *cover) onEnter() {
	r := v.w.report()
	v.follows = r.Title == "" || r.Title == r.Printed(r.Edition.Title)
}

func (v *cover) onLeave() {
	v.w.onLeave()
	v.finish()
	v.follows = false
}

// finish has the title follow office and year.
func (v *cover) finish() {
	r := v.w.report()
	if title := r.Printed(r.Edition.Title); v.follows && r.Office != "" && r.Year != 0 && title != r.Title {
		v.w.change("标题", model.Change{At: model.RefTitle, New: title})
	}
}

func (v *cover) reveal(ref model.Ref) {
	field := map[model.Ref]*widget.Field{model.RefOffice: v.office, model.RefYear: v.year, model.RefTitle: v.title}[ref]
	switch {
	case field != nil:
		focus(v.w, v.scroll, field)
	case ref == model.RefKind:
		v.w.win.Canvas().Focus(v.kind)
	case v.preface != nil && ref == v.preface.ref:
		focus(v.w, v.scroll, v.preface.field)
	}
}
