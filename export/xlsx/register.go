package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"nianbao/export"
)

// register is a sheet of rows under a head, as many as there are: it can be filtered, and its
// rows are written as they come. A list that is longer than a sheet goes on in another.
type register struct {
	*book
	name   string
	titles []string // lines above the head
	heads  []string
	widths []float64
	most   int // rows of a sheet

	to   *excelize.StreamWriter
	now  string // the sheet that is being written
	rows int
}

// sheetRows is how many rows a sheet can have.
const sheetRows = 1 << 20

var (
	listTitle = look{face: hei, size: 16, align: "left", over: true}
	listNote  = look{face: song, size: 10, align: "left"}
	listHead  = look{face: hei, size: 10, align: "center", framed: true}
	listText  = look{face: song, size: 10, align: "left", framed: true}
	listCount = look{face: song, size: 10, align: "center", framed: true, shrink: true}
)

// register begins one.
func (b *book) register(name string, titles, heads []string, widths []float64) (*register, error) {
	l := &register{book: b, name: name, titles: titles, heads: heads, widths: widths, most: sheetRows}
	return l, l.begin()
}

// begin opens a sheet and writes the titles and the head.
func (l *register) begin() error {
	name, err := l.open(l.name)
	if err != nil {
		return err
	}
	l.now, l.rows = name, 0
	head := len(l.titles) + 1
	fit := true
	if err := l.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := l.paper(name, true, 0); err != nil {
		return err
	}
	if err := l.again(name, fmt.Sprintf("$%d:$%d", head, head)); err != nil {
		return err
	}
	if err := l.freeze(name, head); err != nil {
		return err
	}
	if err := l.stream(); err != nil {
		return err
	}
	for i, title := range l.titles {
		look := listNote
		if i == 0 {
			look = listTitle
		}
		if err := l.across(look, title); err != nil {
			return err
		}
	}
	heads := make([]any, len(l.heads))
	for i, text := range l.heads {
		heads[i] = text
	}
	return l.row(listHead, heads...)
}

// stream begins the rows of the sheet.
func (l *register) stream() (err error) {
	if l.to, err = l.NewStreamWriter(l.now); err != nil {
		return err
	}
	return setWidths(l.to, l.widths)
}

// again repeats rows, or columns and rows, on each printed page.
func (b *book) again(sheet, rows string) error {
	return b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: quoted(sheet) + "!" + rows, Scope: sheet})
}

// across writes a text over all columns.
func (l *register) across(look look, text string) error {
	width := 0.0
	for _, w := range l.widths {
		width += w
	}
	cell, err := l.cell(look, text)
	if err != nil {
		return err
	}
	if err := l.write([]any{cell}, tall(lines(text, look.size, width)*look.size, 1.4, 6)); err != nil {
		return err
	}
	return l.to.MergeCell(place{1, l.rows}.String(), place{len(l.widths), l.rows}.String())
}

// row writes texts and counts, in a row as high as the longest text takes; a list that
// fills its sheet goes on in the next.
func (l *register) row(text look, values ...any) error {
	if l.rows == l.most {
		if err := l.end(); err != nil {
			return err
		}
		if err := l.begin(); err != nil {
			return err
		}
	}
	cells := make([]any, len(values))
	high := 1.0
	for i, v := range values {
		look := text
		if s, ok := v.(string); ok {
			high = max(high, lines(s, text.size, l.widths[i]))
		} else {
			look = listCount
		}
		cell, err := l.cell(look, v)
		if err != nil {
			return err
		}
		cells[i] = cell
	}
	return l.write(cells, tall(high*text.size, 1.35, 4))
}

// cell is a text, a number, or blank for nil.
func (b *book) cell(l look, value any) (excelize.Cell, error) {
	if s, ok := value.(string); ok {
		s, _ = cut(export.Line(s))
		l = l.holding(s)
		if value = any(s); s == "" {
			value = nil
		}
	}
	style, err := b.style(l)
	return excelize.Cell{StyleID: style, Value: value}, err
}

func (l *register) write(cells []any, height float64) error {
	l.rows++
	return l.to.SetRow(place{1, l.rows}.String(), cells, excelize.RowOpts{Height: min(highest, height)})
}

// end closes the sheet, and lets its rows be filtered.
func (l *register) end() error {
	head := len(l.titles) + 1
	area := place{1, head}.String() + ":" + place{len(l.widths), max(head, l.rows)}.String()
	if err := l.AutoFilter(l.now, area, nil); err != nil {
		return err
	}
	return l.to.Flush()
}
