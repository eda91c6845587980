package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/ui/widget"
)

// table is the view of a section with a table: its head stays in sight, then the
// rows and the notes, then the balance, then two lines about the cell in focus.
type table struct {
	w       *Window
	part    model.Part
	slots   int // of the grid as it is drawn
	inputs  map[model.Ref]*widget.Cell
	sums    map[model.Ref]*widget.Sum
	cells   map[fyne.CanvasObject]*model.Cell
	groups  []group
	sheet   *widget.Sheet
	balance *balance // nil if the form balances nothing here
	notes   []*passage
	about   *widget.Label
	act     *widget.Button // mends what is wrong with the cell, or takes a paste back
	zero    *widget.Button
	at      model.Ref // in focus
	said    said
	scroll  *container.Scroll
	all     *fyne.Container
}

func newTable(w *Window, p model.Part) view {
	v := &table{w: w, part: p, about: widget.NewLabel(""), act: widget.NewButton("", nil)}
	v.about.Color, v.about.Pad, v.about.Rows = widget.ColorFaint, 8, 2
	v.zero = widget.NewIconButton("填零", theme.MenuDropDownIcon(), v.onZero)
	v.zero.IconPlacement = kit.ButtonIconTrailingText
	v.all = container.NewStack()
	v.draw()
	return v
}

// Sizes of a table on the screen.
const (
	rowHeight  = 28
	wideTable  = 37 // characters: least width of a table of many columns
	smallTable = 30
	bar        = 14 // room for the scroller's bar, beside the table
)

// draw lays the table out as the report has it now.
func (v *table) draw() {
	g := v.w.report().Grid(v.part.Table)
	v.slots = len(g.Slots)
	v.inputs, v.sums, v.cells = map[model.Ref]*widget.Cell{}, map[model.Ref]*widget.Sum{}, map[fyne.CanvasObject]*model.Cell{}
	v.groups = groupsOf(v.w.report(), g)
	var head, body []widget.Span
	for i, s := range g.Slots {
		span := widget.Span{Row: s.Row, Col: s.Col, Rows: s.Rows, Cols: s.Cols, Object: v.slot(s, g.Cols)}
		for k := range v.groups {
			if v.groups[k].slot == i {
				v.groups[k].shown = span.Object.(*widget.Label)
			}
		}
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
	v.sheet.OnPaste, v.sheet.OnClear, v.sheet.OnChoose = v.onPaste, v.onClear, v.tell
	column := container.New(&widget.Column{Gap: 5})
	column.Add(v.sheet)
	v.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, bar), column))
	v.sheet.Scroller = v.scroll
	if rows := v.optional(); rows != nil {
		column.Add(rows)
	}
	v.notes = nil
	for _, t := range v.part.Texts {
		note := passageOf(v.w, t, 3)
		note.in(column, v.scroll)
		v.notes = append(v.notes, note)
	}
	frame := widget.Frame{Bar: bar}
	pieces := []fyne.CanvasObject{v.scroll}
	if head != nil {
		top := widget.NewSheet(g.Widths, least, rowHeight, head)
		frame.Top = top
		pieces = append(pieces, top)
		v.sheet.Beside = append(v.sheet.Beside, top)
	}
	if v.balance = newBalance(v.w, v.part.Table, g, least); v.balance != nil {
		frame.Bottom = v.balance.sheet
		pieces = append(pieces, frame.Bottom)
		v.sheet.Beside = append(v.sheet.Beside, v.balance.sheet)
	}
	v.all.Objects = []fyne.CanvasObject{container.NewBorder(
		heading(v.part.Mark+v.part.Title, v.zero, widget.NewButton("粘贴", v.onPasteButton), widget.NewButton("复制", v.onCopy)),
		container.NewBorder(nil, nil, nil, container.NewCenter(v.act), container.New(layout.NewCustomPaddedLayout(0, 0, edge-8, 0), v.about)), nil, nil,
		container.New(layout.NewCustomPaddedLayout(0, 0, edge, 2), container.New(frame, pieces...)))}
	v.act.Hide()
	v.all.Refresh()
}

// slot makes the object of a place of the grid.
func (v *table) slot(s model.Slot, cols int) fyne.CanvasObject {
	if s.Kind != model.SlotValue {
		return slotLabel(v.w.report(), s, cols)
	}
	cell := v.w.report().Edition.Cell(s.Ref)
	if cell.Total() {
		o := widget.NewSum()
		o.OnEnter = func() { v.onEnter(cell) }
		o.OnLeave = v.w.onLeave
		v.sums[s.Ref], v.cells[o] = o, cell
		return o
	}
	o := widget.NewCell()
	o.OnTyped = func(text string) { v.w.set(cell.Ref, text) }
	o.OnEnter = func() { v.onEnter(cell) }
	o.OnLeave = v.w.onLeave
	o.OnStep = v.w.onStep
	v.inputs[s.Ref], v.cells[o] = o, cell
	return o
}

func (v *table) object() fyne.CanvasObject { return v.all }

func (v *table) update() {
	r := v.w.report()
	if g := r.Grid(v.part.Table); len(g.Slots) != v.slots {
		offset := v.scroll.Offset
		v.draw() // an optional row has come or gone
		v.scroll.Offset = offset
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
	for _, group := range v.groups {
		group.update(r)
	}
	v.tell()
}

func (v *table) onEnter(cell *model.Cell) {
	if v.at != cell.Ref {
		v.said = said{}
	}
	v.at = cell.Ref
	v.tell()
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
