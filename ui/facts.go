package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/ui/widget"
)

// facts are the fields of the numbers that a sentence of a passage tells. They are
// read from the sentence and typed into it.
type facts struct {
	w      *Window
	ref    model.Ref
	of     *model.Facts
	fields []*widget.Field
	put    []string // what the fields were last given from the text
	tells  *widget.Label
	all    *fyne.Container
}

// newFacts makes the fields, nil if the passage has none.
func newFacts(w *Window, ref model.Ref, text *model.Text) *facts {
	if text == nil || text.Facts == nil {
		return nil
	}
	f := &facts{w: w, ref: ref, of: text.Facts, tells: faint("")}
	line := container.New(&widget.Flow{})
	word := func(text string) fyne.CanvasObject {
		l := widget.NewLabel(text)
		l.Line = true
		return container.NewCenter(l)
	}
	for i, one := range f.of.Fields {
		field := widget.NewField()
		field.OnTyped = func(string) { f.onTyped() }
		field.OnStep = w.onStep
		field.OnLeave = func() {
			w.onLeave()
			f.update()
		}
		f.fields, f.put = append(f.fields, field), append(f.put, "")
		name := one.Name
		if i == 0 {
			name = f.of.Name + "： " + name
		}
		one := container.New(layout.NewCustomPaddedHBoxLayout(4), word(name), container.New(widget.Wide{Width: 96}, field), word(one.Unit+"　"))
		line.Add(container.New(layout.NewCustomPaddedLayout(0, 4, 0, 0), one))
	}
	f.all = container.New(&widget.Column{Gap: 3}, line, f.tells)
	return f
}

// update shows what the sentence tells. What was typed and is no number stays in
// its field until it is one.
func (f *facts) update() {
	values, there := f.of.Read(f.w.report().Texts[f.ref])
	tells, color := "正文里还没有这句话，填写后会自动加上；没有发生的都填 0。", widget.ColorFaint
	if there {
		tells = "这几个数写在正文的一句话里，改哪边都行。"
	}
	for i, field := range f.fields {
		fact, value, mark := &f.of.Fields[i], "", widget.Plain
		if there {
			value = values[i]
		}
		typed, ok := fact.Takes(field.Text)
		if !ok && field.Text != f.put[i] {
			if !field.Focused() {
				field.SetMark(widget.Wrong)
				tells, color = "× “"+field.Text+"”不是"+fact.Name+"的数，没有写进正文"+still(value)+"。", theme.ColorNameError
			}
			continue
		}
		n, right := fact.Takes(value)
		if !right {
			mark = widget.Wrong
			tells, color = "× 正文里写的“"+value+"”不是"+fact.Name+"的数。", theme.ColorNameError
		}
		if !right || !ok || typed.Blank() != n.Blank() || typed.Cmp(n) != 0 {
			field.Put(value)
			f.put[i] = value
		}
		field.SetMark(mark)
	}
	f.tells.SetIn(tells, color)
}

// onTyped writes what is a number into the sentence; where something else was
// typed, the sentence keeps what it has.
func (f *facts) onTyped() {
	text := f.w.report().Texts[f.ref]
	values, there := f.of.Read(text)
	if !there {
		values = make([]string, len(f.fields))
	}
	for i, field := range f.fields {
		if n, ok := f.of.Fields[i].Takes(field.Text); ok {
			values[i] = n.Digits()
		}
	}
	f.w.set(f.ref, f.of.Write(text, values))
}

// still says what the text goes on saying.
func still(value string) string {
	if value == "" {
		return ""
	}
	return "，正文里仍是 " + value
}
