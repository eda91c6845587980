package ui

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/ui/widget"
)

// table is the view of a section with a table: its head stays in sight, then the
// rows and the notes, then the balance, then a line about the cell in focus.
type table struct {
	w       *Window
	part    model.Part
	slots   int // of the grid as it is drawn
	inputs  map[model.Ref]*widget.Cell
	sums    map[model.Ref]*widget.Sum
	sheet   *widget.Sheet
	balance *balance // nil if the form balances nothing here
	notes   []*passage
	about   *widget.Label
	fix     *kit.Button
	zero    *kit.Button
	at      model.Ref // in focus
	scroll  *container.Scroll
	all     *fyne.Container
}

func newTable(w *Window, p model.Part) view {
	v := &table{w: w, part: p, about: widget.NewLabel(""), fix: kit.NewButton("", nil), zero: kit.NewButton("空格都填 0", nil)}
	v.about.Color, v.about.Pad = widget.ColorFaint, 8
	v.zero.OnTapped = v.onZero
	v.all = container.NewStack()
	v.draw()
	return v
}

// Sizes of a table on the screen.
const (
	rowHeight  = 28
	wideTable  = 760 // least width of a table of many columns
	smallTable = 420
	bar        = 14 // room for the scroller's bar, beside the table
)

// draw lays the table out as the report has it now.
func (v *table) draw() {
	g := v.w.report().Grid(v.part.Table)
	v.slots = len(g.Slots)
	v.inputs, v.sums = map[model.Ref]*widget.Cell{}, map[model.Ref]*widget.Sum{}
	var head, body []widget.Span
	for _, s := range g.Slots {
		span := widget.Span{Row: s.Row, Col: s.Col, Rows: s.Rows, Cols: s.Cols, Object: v.slot(s, g.Cols)}
		if s.Row < g.Head {
			head = append(head, span)
			continue
		}
		span.Row -= g.Head
		body = append(body, span)
	}
	least := float32(smallTable)
	if g.Cols > 5 {
		least = wideTable
	}
	v.sheet = widget.NewSheet(g.Widths, least, rowHeight, body)
	column := container.New(&widget.Column{Gap: 5})
	column.Add(v.sheet)
	v.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, bar), column))
	v.notes = nil
	for _, t := range v.part.Texts {
		note := passageOf(v.w, t, 3)
		note.in(column, v.scroll)
		v.notes = append(v.notes, note)
	}
	frame := widget.Frame{Bar: bar}
	pieces := []fyne.CanvasObject{v.scroll}
	if head != nil {
		frame.Top = widget.NewSheet(g.Widths, least, rowHeight, head)
		pieces = append(pieces, frame.Top)
	}
	if v.balance = newBalance(v.w, v.part.Table, g, least); v.balance != nil {
		frame.Bottom = v.balance.sheet
		pieces = append(pieces, frame.Bottom)
	}
	v.all.Objects = []fyne.CanvasObject{container.NewBorder(
		heading(v.part.Mark+v.part.Title, v.zero),
		container.NewBorder(nil, nil, nil, container.NewCenter(v.fix), v.about), nil, nil,
		container.NewHScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 12, 2), container.New(frame, pieces...))))}
	v.fix.Hide()
	v.all.Refresh()
}

// slot makes the object of a place of the grid.
func (v *table) slot(s model.Slot, cols int) fyne.CanvasObject {
	if s.Kind != model.SlotValue {
		l := widget.NewLabel(v.w.report().Printed(s.Text))
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
			if cols > 10 { // narrow columns
				l.Scale, l.Pad = theme.SizeNameCaptionText, 2
			}
		case model.SlotTitle:
			l.Bold = true
		}
		return l
	}
	cell := v.w.report().Edition.Cell(s.Ref)
	if cell.Total() {
		o := widget.NewSum()
		o.OnEnter = func() { v.onEnter(cell, o) }
		o.OnMove = func(m widget.Move) bool { return v.move(o, m) }
		v.sums[s.Ref] = o
		return o
	}
	o := widget.NewCell()
	o.OnTyped = func(text string) { v.w.set(cell.Ref, text) }
	o.OnEnter = func() { v.onEnter(cell, o) }
	o.OnLeave = v.w.onLeave
	o.OnMove = func(m widget.Move) bool { return v.move(o, m) }
	v.inputs[s.Ref] = o
	return o
}

func (v *table) object() fyne.CanvasObject { return v.all }

func (v *table) update() {
	r := v.w.report()
	if g := r.Grid(v.part.Table); len(g.Slots) != v.slots {
		v.draw() // an optional row has come or gone
	}
	for ref, o := range v.inputs {
		text, _ := r.Get(ref)
		if strings.TrimSpace(o.Text) != text { // a blank being typed is no other value
			o.Put(text)
		}
		o.SetMark(v.w.mark(ref))
	}
	for ref, o := range v.sums {
		_, whole := r.Computed(r.Edition.Cell(ref))
		o.Put(r.Value(ref).String())
		o.SetPartial(!whole)
		o.SetMark(v.w.mark(ref))
	}
	if v.balance != nil {
		v.balance.update()
	}
	for _, n := range v.notes {
		n.update()
	}
	if _, open := v.blanks(); v.zero.Visible() != open {
		v.zero.Hidden = !open
		v.all.Refresh()
	}
	v.tell()
}

func (v *table) move(from fyne.CanvasObject, m widget.Move) bool {
	to := v.sheet.From(from, m)
	if to == nil {
		return m != widget.Next && m != widget.Prev
	}
	v.w.win.Canvas().Focus(to)
	return true
}

func (v *table) onEnter(cell *model.Cell, o fyne.CanvasObject) {
	v.at = cell.Ref
	widget.Sight(v.scroll, o, 0, o.Size().Height)
	v.tell()
}

// tell says which cell has the focus, last year's value and what is wrong.
func (v *table) tell() {
	r := v.w.report()
	cell := r.Edition.Cell(v.at)
	v.fix.Hide()
	if cell == nil {
		v.about.SetIn("点一格开始填写；回车到下一行，Tab 到下一格，方向键移动。没有发生的填 0。", widget.ColorFaint)
		return
	}
	text := strings.Join(append(append([]string{}, cell.Row.Path...), cell.Column.Path...), " · ")
	if v.w.last != nil {
		text += fmt.Sprintf("　去年：%s", orDash(v.w.last.Value(v.at).String()))
	}
	if cell.Total() {
		text += "　" + v.sum(cell)
	}
	color := widget.ColorFaint
	for _, f := range v.w.shown {
		if len(f.At) == 0 || f.At[0] != v.at || v.w.kind(f) == "blank" {
			continue
		}
		s, c := sign(f.Level)
		text += "\n" + s + " " + f.Text
		color = c
		if a := act(f.Fix); a != "" {
			v.fix.SetText(a)
			v.fix.OnTapped = func() { v.w.onFix(item{Finding: f}) }
			v.fix.Show()
		}
	}
	v.about.SetIn(text, color)
}

// sum tells how a total came about: ＝3＋1＋0.
func (v *table) sum(cell *model.Cell) string {
	parts := cell.RowSum
	if parts == nil {
		parts = cell.ColSum
	}
	var figures []string
	for _, ref := range parts {
		figures = append(figures, orDash(v.w.report().Value(ref).String()))
	}
	computed, _ := v.w.report().Computed(cell)
	return "合计 " + orDash(computed.String()) + " ＝ " + strings.Join(figures, "＋")
}

func orDash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}

// blanks lists what would fill the empty cells of the table.
func (v *table) blanks() (zeros []model.Change, open bool) {
	for _, f := range v.w.found {
		if cell := v.w.blank(f); v.w.todo(f) && cell.Table == v.part.Table {
			zeros = append(zeros, model.Change{At: cell.Ref, New: "0"})
		}
	}
	return zeros, len(zeros) > 0
}

// onZero fills the empty cells with 0, as one step.
func (v *table) onZero() {
	zeros, _ := v.blanks()
	v.w.session.Group("空格填 0", time.Now(), zeros...)
}

func (v *table) reveal(ref model.Ref) {
	for _, n := range v.notes {
		if n.ref == ref {
			focus(v.w, v.scroll, n.field)
			return
		}
	}
	if o, ok := v.sums[ref]; ok {
		focus(v.w, v.scroll, o)
	}
	if o, ok := v.inputs[ref]; ok {
		focus(v.w, v.scroll, o)
	}
}
