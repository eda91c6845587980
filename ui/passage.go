package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"nianbao/model"
	"nianbao/ui/widget"
)

// passage is one text of the report with its name, what the form asks for and
// what was found in it.
type passage struct {
	w      *Window
	ref    model.Ref
	text   *model.Text // of the form, nil for a text of the report's own
	name   *widget.Label
	tools  *fyne.Container
	asks   *widget.Label
	facts  *facts // nil if none
	field  *widget.Field
	shown  string // what stands in the field: the next key is told from it
	met    bool   // the caret has been here
	notes  *notes
	beside *beside // last year's text, once the passage stands in a column
	count  *widget.Label
}

func newPassage(w *Window, ref model.Ref, name string, text *model.Text, rows int) *passage {
	p := &passage{w: w, ref: ref, text: text, name: strong(name, 0), asks: faint(""), field: widget.NewProse(rows), count: faint("")}
	if text != nil {
		for i, ask := range text.Asks {
			if i > 0 {
				p.asks.Text += "\n"
			}
			p.asks.Text += ask
		}
	}
	p.count.Line = true
	p.tools = container.New(layout.NewCustomPaddedHBoxLayout(0))
	hint := "在这里直接写"
	if text != nil && len(text.Patterns) > 0 {
		p.tools.Add(widget.NewTool("句式…", p.onPatterns))
		hint += "，或者点“句式…”挑一句开头"
	}
	p.field.SetPlaceHolder(hint + "。")
	if len(w.report().Edition.Cells()) > 0 {
		p.tools.Add(widget.NewTool("插入表中的数…", p.onInsert))
	}
	p.facts = newFacts(w, ref, text)
	p.notes = newNotes(w, ref)
	p.field.OnTyped = p.onTyped
	p.field.OnEnter = func() { p.met, w.here = true, ref }
	p.field.OnLeave = w.onLeave
	p.field.OnStep = w.onStep
	return p
}

// passageOf is the field of a part's text.
func passageOf(w *Window, t model.Passage, rows int) *passage {
	name := t.Mark + t.Title
	if t.Text != nil && t.Title == "" {
		name = t.Text.Name
	}
	if name == "" {
		name = "正文"
	}
	return newPassage(w, t.ID, name, t.Text, rows)
}

// in adds the passage to a column that a scroller shows.
func (p *passage) in(column *fyne.Container, scroll *container.Scroll) {
	p.field.OnCaret = func(y, height float32) { widget.Sight(scroll, p.field, y, height) }
	column.Add(container.New(layout.NewCustomPaddedLayout(8, 0, 0, 0), container.NewBorder(nil, nil, nil, p.tools, p.name)))
	if p.asks.Text != "" {
		column.Add(p.asks)
	}
	if p.facts != nil {
		column.Add(p.facts.all)
	}
	p.beside = newBeside(p, column.Layout, container.NewBorder(nil, nil, nil, container.NewVBox(p.count), p.notes.list))
	column.Add(p.beside.all)
}

func (p *passage) update() {
	r := p.w.report()
	p.put(r.Shown(r.Texts[p.ref]))
	p.field.SetMark(p.w.mark(p.ref))
	p.count.Set(fmt.Sprintf("%d 字", model.Length(r.Prose(p.ref))))
	p.notes.update()
	if p.facts != nil {
		p.facts.update()
	}
	if p.beside != nil {
		p.beside.update()
	}
}

func (p *passage) put(shown string) {
	p.field.Put(shown)
	p.shown = shown
}

// onTyped stores what the field says. A live number goes as a whole.
func (p *passage) onTyped(text string) {
	r := p.w.report()
	p.put(r.Edition.Retype(p.shown, text, p.field.Caret()))
	p.w.set(p.ref, r.Typed(p.shown))
	p.put(r.Shown(r.Texts[p.ref])) // an address that was typed out has become its number
}

// selectWords marks printed words in the field.
func (p *passage) selectWords(words string) {
	if from, to, ok := p.w.report().Find(p.w.report().Texts[p.ref], words); ok {
		p.field.Select(from, to)
	}
}

// passages lists the texts of the view that is open.
func (w *Window) passages() []*passage {
	switch v := w.view.(type) {
	case *prose:
		return v.passages
	case *table:
		return v.notes
	case *cover:
		if v.preface != nil {
			return []*passage{v.preface}
		}
	}
	return nil
}

// passageAt is the passage of an address in the view that is open, nil if it is
// not there.
func (w *Window) passageAt(ref model.Ref) *passage {
	for _, p := range w.passages() {
		if p.ref == ref {
			return p
		}
	}
	return nil
}

// atCaret does something with the passage where the caret is or was last, else
// with the first.
func (w *Window) atCaret(do func(*passage)) func() {
	return func() {
		p := w.passageAt(w.here)
		if all := w.passages(); p == nil && len(all) > 0 {
			p = all[0]
		}
		if p != nil {
			do(p)
		}
	}
}
