package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/model"
)

// mostBars is how many bodies a chart shows, those with the most; leastRows how many rows
// a chart is high.
const (
	mostBars  = 20
	leastRows = 17
)

// charts writes the sheet with the charts, each beside the numbers that it shows.
func (b *office) charts() error {
	asked := flowOf(b.tally.Edition)
	if asked == nil {
		return nil // the form has no applications
	}
	c := &charting{register: &register{book: b.book, most: sheetRows, widths: []float64{170, 76, 76}}, office: b}
	var err error
	if c.now, err = b.open(chartsSheet); err != nil {
		return err
	}
	if err := b.paper(c.now, false, 0); err != nil {
		return err
	}
	fit := true
	if err := b.SetSheetProps(c.now, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := c.stream(); err != nil {
		return err
	}
	for _, part := range []func(*flow) error{c.title, c.asked, c.results, c.years} {
		if err := part(asked); err != nil {
			return err
		}
	}
	c.mend()
	return c.to.Flush()
}

// charting is the sheet in the making.
type charting struct {
	*register
	office *office
}

func (c *charting) title(*flow) error {
	title, err := c.cell(listTitle, c.office.heading("图表"+c.office.extent()))
	if err != nil {
		return err
	}
	return c.write([]any{title}, 28)
}

// asked shows who has received the most applications.
func (c *charting) asked(f *flow) error {
	type bar struct {
		name string
		n    model.Number
	}
	var bars []bar
	parts := map[model.Ref]bool{}
	for _, ref := range partsOf(c.office.tally.Edition, f.in[0]) {
		parts[ref] = true
	}
	for _, s := range c.office.tally.Bodies {
		for _, e := range s.Entries {
			if !e.Counted {
				continue
			}
			n := model.Int(0)
			for cell, number := range e.Numbers {
				if parts[cell.Ref] && cell.Takes(number) {
					n = n.Add(number.With(""))
				}
			}
			if n.Sign() > 0 {
				bars = append(bars, bar{s.Name, n})
			}
		}
	}
	slices.SortStableFunc(bars, func(a, b bar) int { return b.n.Cmp(a.n) })
	title := "各单位" + model.BareTitle(f.in[0].RowName())
	if len(bars) > mostBars {
		bars, title = bars[:mostBars], title+fmt.Sprintf("（最多的%d个）", mostBars)
	}
	var rows [][]any
	for _, b := range bars {
		rows = append(rows, []any{b.name, b.n})
	}
	return c.block(excelize.Bar, title, []string{"单位名称", c.year(0)}, rows)
}

// results shows what became of the applications, this year and last.
func (c *charting) results(f *flow) error {
	var rows [][]any
	for _, k := range f.kinds {
		rows = append(rows, c.row(k.name, k.cells))
	}
	return c.block(excelize.Col, "办理结果", c.heads("结果"), rows)
}

// years shows the sides of the form's balance, this year and last.
func (c *charting) years(f *flow) error {
	if c.office.last == nil {
		return nil
	}
	var rows [][]any
	for _, cell := range slices.Concat(f.in, f.out) {
		rows = append(rows, c.row(rowName(cell), []*model.Cell{cell}))
	}
	return c.block(excelize.Col, "与上年比较", c.heads("项目"), rows)
}

// year is the head of this year's numbers, or of those some years before.
func (c *charting) year(before int) string {
	return fmt.Sprintf("%d年度", c.office.tally.Year-before)
}

func (c *charting) heads(first string) []string {
	out := []string{first, c.year(0)}
	if c.office.last != nil {
		out = append(out, c.year(1))
	}
	return out
}

// row is what some cells come to: in the official sheet, and last year.
func (c *charting) row(name string, cells []*model.Cell) []any {
	var at []string
	this, last := model.Number{}, model.Number{}
	for _, cell := range cells {
		if home, ok := c.homes[cell.Ref]; ok {
			at = append(at, home.formula)
		}
		this = plus(this, c.office.sum.Report.Value(cell.Ref))
		if l := c.office.last; l != nil && l.Edition.Cell(cell.Ref) != nil {
			last = plus(last, l.Value(cell.Ref))
		}
	}
	out := []any{name, pointed{this, strings.Join(at, "+")}}
	if c.office.last != nil {
		out = append(out, last)
	}
	return out
}

// pointed is a number with the formula that comes to it.
type pointed struct {
	model.Number
	formula string
}

// plus adds numbers of which either may be blank.
func plus(a, b model.Number) model.Number {
	switch {
	case a.Blank():
		return b.With("")
	case b.Blank():
		return a
	}
	return a.Add(b.With(""))
}

// block writes numbers and puts a chart of them beside; a blank is 0 to it.
func (c *charting) block(kind excelize.ChartType, title string, heads []string, rows [][]any) error {
	if err := c.write(nil, 12); err != nil {
		return err
	}
	top := c.rows + 1
	if err := c.line(look{face: hei, size: 11, align: "left", over: true}, title); err != nil {
		return err
	}
	if len(rows) == 0 {
		return c.line(listText, "没有可以画成图的数。")
	}
	names := make([]any, len(heads))
	for i, head := range heads {
		names[i] = head
	}
	if err := c.line(listHead, names...); err != nil {
		return err
	}
	first := c.rows + 1
	for _, row := range rows {
		if err := c.line(listText, row...); err != nil {
			return err
		}
	}
	chart := c.chart(kind, title, len(heads)-1, first, c.rows)
	for c.rows < top+leastRows {
		if err := c.write(nil, chartRow); err != nil {
			return err
		}
	}
	chart.Dimension.Height = uint(c.rows-top-1) * libraryRow
	return c.AddChart(c.now, place{5, top}.String(), chart)
}

// chartRow is the height of a row, in points; for the library, which does not see what has
// been written, each has the same height, in pixels.
const (
	chartRow   = 17
	libraryRow = 20
)

// line writes texts and numbers.
func (c *charting) line(text look, values ...any) error {
	cells := make([]any, len(values))
	for i, v := range values {
		cell, err := c.number(text, v)
		if err != nil {
			return err
		}
		cells[i] = cell
	}
	return c.write(cells, chartRow)
}

func (c *charting) number(text look, v any) (excelize.Cell, error) {
	formula := ""
	if p, ok := v.(pointed); ok {
		v, formula = p.Number, p.formula
	}
	n, ok := v.(model.Number)
	if !ok {
		return c.cell(text, v)
	}
	look := cellLook
	value, format := written(n)
	look.format = format
	cell, err := c.cell(look, value)
	if counted(n) {
		cell.Formula = formula
	}
	return cell, err
}
