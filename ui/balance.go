package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/ui/widget"
)

// balance is the strip under a table that shows of each column whether the rows
// that come in equal the rows that go out, as the form's rule has it.
type balance struct {
	w       *Window
	rule    *model.Rule
	columns []column
	sheet   *widget.Sheet
}

type column struct {
	left, right []model.Ref
	shown       *widget.Label
}

// balanceOf is the rule that balances a table, nil if none does.
func (w *Window) balanceOf(t *model.Table) *model.Rule {
	rules := w.report().Edition.Rules
	for i := range rules {
		if rules[i].Kind == "balance" && rules[i].Table == t.ID {
			return &rules[i]
		}
	}
	return nil
}

// newBalance makes the strip, nil if no rule balances the table.
func newBalance(w *Window, t *model.Table, g *model.Grid, least float32) *balance {
	b := &balance{w: w, rule: w.balanceOf(t)}
	if b.rule == nil {
		return nil
	}
	first := g.Cols
	var spans []widget.Span
	for _, s := range g.Slots {
		_, row, id, ok := s.Ref.Cell()
		if !ok || row != b.rule.Left[0] {
			continue
		}
		c := column{shown: widget.NewLabel("")}
		for _, row := range b.rule.Left {
			c.left = append(c.left, model.CellRef(t.ID, row, id))
		}
		for _, row := range b.rule.Right {
			c.right = append(c.right, model.CellRef(t.ID, row, id))
		}
		c.shown.Ground, c.shown.Align, c.shown.Bold, c.shown.Pad = widget.ColorHead, fyne.TextAlignTrailing, true, 4
		c.shown.Scale, c.shown.Rows = theme.SizeNameCaptionText, 1 // the strip never grows
		first = min(first, s.Col)
		spans = append(spans, widget.Span{Col: s.Col, Rows: 1, Cols: s.Cols, Object: c.shown})
		b.columns = append(b.columns, c)
	}
	name := widget.NewLabel(b.name())
	name.Ground, name.Bold, name.Pad, name.Align = widget.ColorHead, true, 4, fyne.TextAlignCenter
	spans = append([]widget.Span{{Rows: 1, Cols: first, Object: name}}, spans...)
	b.sheet = widget.NewSheet(g.Widths, least, rowHeight, spans)
	return b
}

// name writes the rule with the rows' printed numbers: 一＋二－三－四.
func (b *balance) name() string {
	var out strings.Builder
	number := func(ref model.Ref) string {
		path := b.w.report().Edition.Cell(ref).Row.Path
		n, _, _ := strings.Cut(path[0], "、")
		return n
	}
	for i, ref := range b.columns[0].left {
		if i > 0 {
			out.WriteString("＋")
		}
		out.WriteString(number(ref))
	}
	for _, ref := range b.columns[0].right {
		out.WriteString("－" + number(ref))
	}
	return out.String()
}

func (b *balance) update() {
	for _, c := range b.columns {
		in, ok1 := b.sum(c.left)
		out, ok2 := b.sum(c.right)
		switch d := in.Sub(out); {
		case !ok1 || !ok2:
			c.shown.SetIn("○", widget.ColorFaint)
		case d.Sign() == 0:
			c.shown.SetIn("✓ 平", theme.ColorNameSuccess)
		case b.w.held(): // it may come right with the next figure
			c.shown.SetIn("差"+d.Abs().String(), widget.ColorFaint)
		default:
			c.shown.SetIn("× 差"+d.Abs().String(), theme.ColorNameError)
		}
	}
}

// sum adds up what the rule rests on: counts that were typed, totals that follow
// from them. It is false as long as a figure is missing.
func (b *balance) sum(refs []model.Ref) (model.Number, bool) {
	r, sum := b.w.report(), model.Int(0)
	for _, ref := range refs {
		cell := r.Edition.Cell(ref)
		n := r.Value(ref)
		if computed, whole := r.Computed(cell); cell.Total() && whole {
			n = computed
		} else if _, stated := r.Numbers[ref]; !stated {
			return sum, false
		}
		if !cell.Takes(n) {
			return sum, false
		}
		sum = sum.Add(n)
	}
	return sum, true
}
