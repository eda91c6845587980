package xlsx

import (
	"maps"
	"slices"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"nianbao/export"
	"nianbao/model"
)

// dataSheet is the sheet for machines: a row an address. Its columns are the
// address, the name in Chinese and the value. A text that a cell has no room
// for goes on in the next row, under the same address.
const dataSheet = "数据"

// cellRoom is how many UTF-16 units a cell holds.
const cellRoom = 32767

// Widths of columns in points, and the most that a row can be high.
const (
	nameWidth  = 330
	valueWidth = 420
	highest    = 409
)

// data writes the sheet 数据.
func (b *book) data() error {
	name, err := b.open(dataSheet)
	if err != nil {
		return err
	}
	if err := b.paper(name, false, 0); err != nil {
		return err
	}
	fit := true
	if err := b.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := b.freeze(name, 1); err != nil {
		return err
	}
	if err := b.protect(name); err != nil {
		return err
	}
	// How many rows there will be is not known yet, and what is said of it is believed.
	if err := b.SetSheetDimension(name, ""); err != nil {
		return err
	}
	w, err := b.NewStreamWriter(name)
	if err != nil {
		return err
	}
	if err := setWidths(w, []float64{220, nameWidth, valueWidth}); err != nil {
		return err
	}
	l := &ledger{book: b, to: w}
	if err := l.row(look{face: hei, size: 11, align: "left", top: true, framed: true}, "地址", "名称", excelize.Cell{Value: "值"}); err != nil {
		return err
	}
	for _, part := range []func() error{l.cover, l.numbers, l.texts} {
		if err := part(); err != nil {
			return err
		}
	}
	return w.Flush()
}

// ledger writes the rows of the sheet 数据.
type ledger struct {
	*book
	to   *excelize.StreamWriter
	rows int
}

// row writes one row; the look is that of the value.
func (l *ledger) row(look look, address, name string, value excelize.Cell) error {
	style, err := l.style(look)
	if err != nil {
		return err
	}
	value.StyleID = style
	look.open, look.format = false, ""
	if style, err = l.style(look); err != nil {
		return err
	}
	l.rows++
	long, _ := value.Value.(string)
	high := max(lines(long, look.size, valueWidth), lines(name, look.size, nameWidth))
	return l.to.SetRow(place{1, l.rows}.String(), []any{
		excelize.Cell{StyleID: style, Value: address}, excelize.Cell{StyleID: style, Value: name}, value,
	}, excelize.RowOpts{Height: min(highest, tall(high*look.size, 1.35, 2))})
}

var plain = look{face: song, size: 11, align: "left", top: true, framed: true}

// text writes a text, in as many rows as it takes.
func (l *ledger) text(address model.Ref, name, text string) error {
	text = export.Legible(text)
	for {
		head, rest := cut(text)
		look, value := plain, excelize.Cell{}
		look.open = true
		if head != "" {
			value.Value = head
		}
		if err := l.row(look.holding(head), string(address), name, value); err != nil || rest == "" {
			return err
		}
		text = rest
	}
}

// cut takes as much of a text as a cell holds.
func cut(text string) (head, rest string) {
	units := 0
	for i, r := range text {
		if units += max(1, utf16.RuneLen(r)); units > cellRoom {
			return text[:i], text[i:]
		}
	}
	return text, ""
}

func (l *ledger) number(address model.Ref, name string, n int) error {
	look := plain
	look.open = true
	return l.row(look, string(address), name, excelize.Cell{Value: n})
}

// cover writes what stands on the report's cover and how it is built.
func (l *ledger) cover() error {
	r := l.report
	for _, line := range []struct {
		ref         model.Ref
		name, value string
	}{
		{"@edition", "报告格式", r.Edition.ID},
		{model.RefOffice, "单位名称", r.Office},
		{model.RefKind, "单位类型", string(r.Kind)},
	} {
		if err := l.text(line.ref, line.name, line.value); err != nil {
			return err
		}
	}
	if err := l.number(model.RefYear, "年度", r.Year); err != nil {
		return err
	}
	if err := l.text(model.RefTitle, "标题", r.Title); err != nil {
		return err
	}
	if len(r.Outline) > 0 {
		if err := l.text(model.RefOutline, "目录", model.OutlineText(r.Outline)); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(r.Before)) {
		if err := l.number(model.BeforeRef(id), "表前段数", r.Before[id]); err != nil {
			return err
		}
	}
	return nil
}

// numbers writes every cell of the form. A number that an official sheet shows
// is taken from there, so that both stay the same when it is corrected.
func (l *ledger) numbers() error {
	for _, c := range l.report.Edition.Cells() {
		if _, has := l.report.Numbers[c.Ref]; c.Optional() && !has {
			continue // the row itself says that the report has the cell
		}
		look, value := plain, excelize.Cell{}
		at, shown := l.homes[c.Ref]
		if shown {
			value.Formula = `IF(` + at.formula + `="","",` + at.formula + `)`
			if value.Value = at.value; at.value == nil {
				value.Value = ""
			}
			look.format = at.format
		} else {
			value.Value, look.format = written(l.report.Value(c.Ref))
			look.open = true
		}
		if err := l.row(look, string(c.Ref), c.Name(), value); err != nil {
			return err
		}
	}
	return nil
}

// texts writes every text with its live numbers as they are kept: those of the
// report in printed order, then what the form has besides and what is left.
func (l *ledger) texts() error {
	done := map[model.Ref]bool{}
	write := func(id model.Ref, name string) error {
		if done[id] {
			return nil
		}
		done[id] = true
		return l.text(id, name, l.report.Texts[id])
	}
	e := l.report.Edition
	if e.Preface != nil {
		if err := write(e.Preface.ID, e.Preface.Name); err != nil {
			return err
		}
	}
	for _, p := range l.report.Parts() {
		for _, t := range p.Texts {
			name := t.Title
			if name == "" && t.Text != nil {
				name = t.Text.Name
			}
			if name == "" {
				name = p.Title
			}
			if err := write(t.ID, name); err != nil {
				return err
			}
		}
	}
	for i := range e.Sections {
		for _, t := range e.Sections[i].Texts {
			if err := write(t.ID, t.Name); err != nil {
				return err
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(l.report.Texts)) {
		if err := write(id, ""); err != nil {
			return err
		}
	}
	return nil
}
