package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/ui/widget"
)

// passage is one text of the report with its name and what the form asks for.
type passage struct {
	w     *Window
	ref   model.Ref
	name  *widget.Label
	asks  *widget.Label
	field *widget.Field
	count *widget.Label
}

func newPassage(w *Window, ref model.Ref, name string, asks []string, rows int) *passage {
	p := &passage{w: w, ref: ref, name: widget.NewLabel(name), asks: widget.NewLabel(""), field: widget.NewProse(rows), count: widget.NewLabel("")}
	p.name.Bold = true
	for i, ask := range asks {
		if i > 0 {
			p.asks.Text += "\n"
		}
		p.asks.Text += ask
	}
	p.asks.Color, p.asks.Scale = widget.ColorFaint, theme.SizeNameCaptionText
	p.count.Color, p.count.Scale, p.count.Align = widget.ColorFaint, theme.SizeNameCaptionText, fyne.TextAlignTrailing
	p.field.OnTyped = func(text string) { w.set(ref, text) }
	p.field.OnLeave = w.onLeave
	return p
}

// passageOf is the field of a part's text.
func passageOf(w *Window, t model.Passage, rows int) *passage {
	name, asks := t.Mark+t.Title, []string(nil)
	if t.Text != nil {
		asks = t.Text.Asks
		if t.Title == "" {
			name = t.Text.Name
		}
	}
	if name == "" {
		name = "正文"
	}
	return newPassage(w, t.ID, name, asks, rows)
}

// in adds the passage to a column that a scroller shows.
func (p *passage) in(column *fyne.Container, scroll *container.Scroll) {
	p.field.OnCaret = func(y, height float32) { widget.Sight(scroll, p.field, y, height) }
	column.Add(p.name)
	if p.asks.Text != "" {
		column.Add(p.asks)
	}
	column.Add(p.field)
	column.Add(p.count)
}

func (p *passage) update() {
	r := p.w.report()
	text, _ := r.Get(p.ref)
	p.field.Put(text)
	p.field.SetMark(p.w.mark(p.ref))
	p.count.Set(fmt.Sprintf("%d 字", model.Length(r.Prose(p.ref))))
}

// mark is how the place of an address is to be shown.
func (w *Window) mark(ref model.Ref) widget.Mark {
	mark := widget.Plain
	for _, f := range w.shown {
		if len(f.At) == 0 || f.At[0] != ref || f.Accepted != "" {
			continue
		}
		switch kind := w.kind(f); {
		case kind == "blank", kind == "balance", kind == "length":
			// A blank cell is not wrong yet; the other two speak of more than this place.
		case f.Level == model.Error:
			return widget.Wrong
		case f.Level == model.Warning:
			mark = widget.Doubt
		}
	}
	return mark
}
