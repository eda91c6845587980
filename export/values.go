package export

import "nianbao/model"

// Gap stands in a table of values where there is no number.
const Gap = "—"

// Values is a chart as a table: a row for each label, a column for each series.
func (b *Block) Values() *Table {
	c := b.Chart
	heads, widths := []string{c.Across}, []float64{1.3}
	for _, s := range c.Series {
		heads, widths = append(heads, s.Name), append(widths, 1)
	}
	t := &Table{Title: c.Title, Grid: &model.Grid{Cols: len(widths), Widths: widths, Head: 1}}
	t.line(model.SlotHead, heads)
	for i, label := range c.Labels {
		row := make([]string, 0, len(c.Series))
		for s := range c.Series {
			n := c.Series[s].At(i)
			if text := n.String(); n.Readable() {
				row = append(row, text)
			} else {
				row = append(row, Gap)
			}
		}
		t.figures(label, row...)
	}
	return t
}

// figures adds a row of a label and what stands for its numbers.
func (t *Table) figures(label string, texts ...string) {
	t.line(model.SlotValue, append([]string{label}, texts...))
}
