package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nianbao/model"
	"nianbao/ui/widget"
)

// beside is what last year's report says in a passage's place, at the right of
// its field, and under the field what is to be read again once it is taken over.
type beside struct {
	w      *Window
	p      *passage
	page   *widget.Column // in which the passage stands
	texts  *fyne.Container
	reread *reread
	all    *fyne.Container
	last   *model.Report // whose texts are shown
	of     []model.Passage
}

// Widest useful columns: of one field, and of two beside each other.
const (
	oneWide = 860
	twoWide = 1500
)

// newBeside puts a field, with what stands under it, and last year's text beside
// each other.
func newBeside(p *passage, page fyne.Layout, under fyne.CanvasObject) *beside {
	b := &beside{w: p.w, p: p, texts: container.New(&widget.Column{Gap: 6}), reread: newReread(p)}
	b.page, _ = page.(*widget.Column)
	b.all = container.New(widget.Pair{Gap: 10}, container.New(&widget.Column{Gap: 3}, p.field, b.reread.all, under), b.texts)
	b.texts.Hide()
	return b
}

// lastTexts are last year's texts at the places of this year's.
func (w *Window) lastTexts() map[model.Ref][]model.Passage {
	if w.last.texts == nil && w.last.report != nil {
		w.last.texts = w.report().LastYear(w.last.report)
	}
	return w.last.texts
}

const keyBeside = "without-last" // the clerk has folded last year's texts away

func (w *Window) besideFolded() bool { return w.app.Preferences().Bool(keyBeside) }

// onBeside shows last year's texts, or folds them away; if there are none it asks
// for last year's report.
func (w *Window) onBeside() {
	if w.last.report == nil {
		w.onLast()
		return
	}
	w.app.Preferences().SetBool(keyBeside, !w.besideFolded())
	w.view.update()
}

// besideTool is the word in a heading that folds last year's texts.
func (w *Window) besideTool() *widget.Tool { return widget.NewTool("去年", w.onBeside) }

// tellBeside says on the word what a click does.
func (w *Window) tellBeside(t *widget.Tool) {
	text := "收起去年的文字"
	switch {
	case w.last.report == nil:
		text = "载入去年的报告…"
	case w.besideFolded():
		text = "对照去年的文字"
	}
	if t.Text != text {
		t.Text = text
		t.Refresh()
	}
}

func (b *beside) update() {
	open := b.w.lastFits() && !b.w.besideFolded()
	show := open
	if show {
		b.fill()
		show = len(b.texts.Objects) > 0
	}
	if b.page != nil && b.page.Most > 0 {
		b.page.Most = oneWide
		if open {
			b.page.Most = twoWide
		}
	}
	if b.texts.Visible() != show {
		b.texts.Hidden = !show
		b.all.Refresh()
	}
	b.reread.update()
}

// fill puts last year's texts.
func (b *beside) fill() {
	of := b.w.lastTexts()[b.p.ref]
	if b.last == b.w.last.report && len(of) == len(b.of) {
		return
	}
	b.last, b.of = b.w.last.report, of
	b.texts.Objects = nil
	for _, t := range of {
		b.texts.Add(b.block(t))
	}
	if len(of) == 0 && b.page != nil && b.page.Most > 0 {
		none := faint("去年的报告没有这一段。")
		none.Pad = 6
		b.texts.Add(none)
	}
	b.texts.Refresh()
}

// block is one text of last year's.
func (b *beside) block(t model.Passage) fyne.CanvasObject {
	name := strconv.Itoa(b.last.Year) + "年"
	if t.Title != "" && t.Title != b.title() {
		name += "“" + t.Title + "”"
	}
	text := widget.NewStill()
	text.Put(b.last.Prose(t.ID))
	take := widget.NewTool("沿用", func() { b.onTake(t) })
	return container.New(&widget.Column{Gap: 1},
		container.NewBorder(nil, nil, nil, take, faint(name)),
		text)
}

// title is the passage's own subheading.
func (b *beside) title() string {
	for _, part := range b.w.report().Parts() {
		for _, t := range part.Texts {
			if t.ID == b.p.ref {
				return t.Title
			}
		}
	}
	return ""
}

// onTake takes a text of last year's over: at once where nothing is written yet.
func (b *beside) onTake(t model.Passage) {
	if had := b.w.report().Texts[b.p.ref]; len(model.Paragraphs(had)) == 0 {
		b.take(t, "")
		return
	}
	w := b.w
	w.ask("这一段已经有文字", 460, 180,
		widget.NewLabel("“"+b.p.name.Text+"”已经写了字。去年的文字要替换它，还是加在后面？都可以撤销。"),
		leave("取消"),
		pick("替换", func() { b.take(t, "") }),
		pick("加在后面", func() { b.take(t, w.report().Texts[b.p.ref]+"\n") }))
}

// take puts a text of last year's behind another, its years moved on, as one step.
func (b *beside) take(t model.Passage, had string) {
	r := b.w.report()
	renewal := r.Renew(b.last, t.ID)
	changes := []model.Change{{At: b.p.ref, New: had + renewal.Text}}
	if n := b.last.Before[t.ID]; n > 0 && had == "" {
		changes = append(changes, model.Change{At: model.BeforeRef(b.p.ref), New: strconv.Itoa(n)})
	}
	b.w.change("沿用去年的文字", changes...)
	b.w.reread[b.p.ref] = newReading(renewal, had)
	b.p.update()
	b.w.win.Canvas().Focus(b.p.field)
	b.p.field.SetCaret(len([]rune(r.Shown(had))))
}
