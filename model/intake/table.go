package intake

import (
	"slices"
	"strings"

	"nianbao/model"
)

// reading is a table that is being read, cell by cell or row by row.
type reading struct {
	block  *block
	titles []string // of its head so far
	raw    []string // the same as they stand
	body   bool     // a row of values has begun
	label  string   // of the row whose values are being gathered, as it stands
	row    *model.Line
	values []string
	broken string // the first part of a column title that goes on in the next line
}

// cells feeds one row of cells, or a paragraph of a report that has one cell a
// line, to the tables. It is false if the row is not part of a table.
func (p *placing) cells(row []string, alone bool) bool {
	if alone {
		return p.single(row[0])
	}
	p.endRow()
	p.enter(row)
	if p.reading.block == nil {
		return false
	}
	b := p.reading.block
	for i, cell := range row {
		if cell == "" {
			continue
		}
		line, exact, like := b.isRow(cell)
		if line == nil || b.block.Across {
			continue
		}
		values := row[i+1:]
		if line.Optional {
			p.optional(line, cell, values)
			return true
		}
		valued := len(values) > 0 && !slices.ContainsFunc(values, func(v string) bool { return v != "" && !isValue(v) && b.meansHead(fold(v)) })
		if !valued || !exact && (b.groups[fold(cell)] || b.heads[fold(cell)] && len(trimBlank(values)) < b.width && len(values) != b.width) {
			continue
		}
		p.aside(row[:i])
		p.taken(cell, line.Label(), like)
		p.reading.label, p.reading.row, p.reading.values = strings.Join(trimBlank(row[:i+1]), " "), line, values
		p.endRow()
		return true
	}
	if b.block.Across && !slices.ContainsFunc(row, func(v string) bool { return v != "" && !isValue(v) }) && len(p.reading.titles) > 0 {
		p.reading.body, p.reading.values = true, row
		p.endRow()
		return true
	}
	known := false
	var strange []string
	for _, cell := range row {
		if p.title(cell) {
			known = true
		} else if cell != "" {
			strange = append(strange, cell)
		}
	}
	if known && strange != nil {
		p.unplaced(strings.Join(strange, "\t"))
	}
	return known || strings.Join(row, "") == ""
}

// aside keeps what stands before a row's label and is no title of its group.
func (p *placing) aside(cells []string) {
	var strange []string
	for _, cell := range cells {
		if cell != "" && !p.reading.block.known(fold(cell)) {
			strange = append(strange, cell)
		}
	}
	if strange != nil {
		p.unplaced(strings.Join(strange, "\t"))
	}
}

// taken tells the clerk of a label that is only like one of the form's.
func (p *placing) taken(cell, label string, like float64) {
	if like < clear {
		p.note("表格里的“%s”不是规定的写法，当作“%s”读入，请核对。", cell, label)
	}
}

// title takes a cell of the head, or a group's title beside the rows.
func (p *placing) title(cell string) bool {
	key, b := fold(cell), p.reading.block
	switch {
	case key == "":
		return false
	case key == b.title, key == b.corner, b.groups[key]:
		return true
	case p.reading.body:
		return b.heads[key] // a head that is repeated on the next page
	}
	if title, like := b.isHead(key); title != "" {
		p.taken(cell, title, like)
		p.reading.titles = append(p.reading.titles, title)
		p.reading.raw = append(p.reading.raw, cell)
		return true
	}
	return false
}

// single takes the next cell of a table that has one cell a line.
func (p *placing) single(cell string) bool {
	r := &p.reading
	if part := r.broken; part != "" {
		r.broken = ""
		if r.block.heads[fold(part+cell)] {
			return p.title(part + cell)
		}
		if !p.title(part) { // it was cut short, not broken
			p.unplaced(part)
		}
	}
	if r.block != nil && isValue(cell) {
		switch {
		case r.row != nil:
		case r.block.block.Across && len(r.titles) > 0:
			r.body = true
		default:
			return false
		}
		// The row goes on as long as values come: one too many, and no one can tell
		// which of them is right.
		r.values = append(r.values, cell)
		return true
	}
	before := p.reading
	p.enter([]string{cell})
	if r.block == nil {
		return false
	}
	if line, exact, like := r.block.isRow(cell); line != nil && !r.block.block.Across && (exact || r.body || line.Optional) {
		p.endRow()
		p.taken(cell, line.Label(), like)
		if line.Optional && strings.ContainsAny(cell, "：:") {
			p.optional(line, cell, nil)
			return true
		}
		r.label, r.row, r.body = cell, line, true
		return true
	}
	if !r.body && r.block.begins(fold(cell)) {
		r.broken = cell
		return true
	}
	if p.title(cell) {
		return true
	}
	p.reading = before
	return false
}

// enter finds the block that a row belongs to: the one being read, or the next
// one whose title or labels the row shows.
func (p *placing) enter(row []string) {
	keys := make([]string, len(row))
	for i, cell := range row {
		keys[i] = fold(cell)
	}
	score := func(b *block) int {
		n := 0
		for _, key := range keys {
			switch {
			case key == "":
			case key == b.title:
				n += 4
			case b.known(key):
				n += 2
			case b.mentions(key):
				n += 3
			case b.bare[key] != nil:
				n++
			}
		}
		return n
	}
	best := 0
	var found *block
	if p.reading.block != nil {
		best, found = score(p.reading.block), p.reading.block
		if best > 0 && !p.reading.done(p) {
			// Labels such as 总计 stand in several tables: stay as long as they fit.
			best++
		}
	}
	for _, b := range p.form.blocks {
		if n := score(b); n > best {
			best, found = n, b
		}
	}
	if found != nil && found != p.reading.block {
		p.endRow()
		p.reading = reading{block: found}
	}
}

// done says that the last row of the block has its values.
func (r *reading) done(p *placing) bool {
	last := &r.block.block.Rows[len(r.block.block.Rows)-1]
	ref := model.CellRef(r.block.table.ID, last.ID, r.block.block.Columns[0].ID)
	return p.placed[ref]
}

// endRow places the values that have been gathered.
func (p *placing) endRow() {
	r := &p.reading
	defer func() { r.label, r.row, r.values = "", nil, nil }()
	if r.block == nil || r.row == nil && (!r.block.block.Across || len(r.values) == 0) {
		return
	}
	r.body = true
	if r.row != nil && r.row.Optional && len(r.values) == 0 {
		p.optional(r.row, r.label, nil) // printed and left blank
		return
	}
	columns := r.block.order(r.titles)
	if p.bare && len(r.titles) == 0 {
		columns = r.block.columns.leaves()
	}
	values := r.values
	for len(values) > r.block.width && values[len(values)-1] == "" {
		values = values[:len(values)-1]
	}
	if len(r.block.block.Columns) == 1 && !r.block.block.Across {
		columns = []*node{{column: &r.block.block.Columns[0]}}
	}
	if len(columns) != r.block.width || len(values) != r.block.width {
		if len(trimBlank(values)) > 0 {
			p.unplaced(strings.Join(append([]string{r.label}, r.values...), "\t"))
			p.note("表格里“%s”一行有 %d 个数，与表头对不上，没有填入，请手工填写。", r.label, len(trimBlank(r.values)))
		} else if r.label != "" && len(r.values) == 0 {
			p.keep(r.label)
		}
		return
	}
	for i, n := range columns {
		row := n.row
		if row == nil {
			row = r.row
		}
		p.number(model.CellRef(r.block.table.ID, row.ID, n.column.ID), r.unit(n, values[i]))
	}
}

// unit adds the unit that the printed head gives, where it is not the form's.
func (r *reading) unit(n *node, value string) string {
	if n.column.Unit == "" {
		return value
	}
	for i, title := range r.titles {
		if title != n.title {
			continue
		}
		if head := fold(r.raw[i]); strings.HasSuffix(head, "单位元") && n.column.Unit != "元" && model.ParseNumber(value).Unit() == "" && isValue(value) && value != "" {
			return value + "元"
		}
	}
	return value
}

// optional takes a row that not every report has; its value may stand behind the
// label's colon.
func (p *placing) optional(line *model.Line, cell string, values []string) {
	value := strings.Join(trimBlank(values), "")
	for _, colon := range []string{"：", ":"} {
		if _, after, ok := strings.Cut(cell, colon); ok && value == "" {
			value = trim(after)
		}
	}
	b := p.reading.block
	p.number(model.CellRef(b.table.ID, line.ID, b.block.Columns[0].ID), value)
	p.reading.body = true
}

// isValue says that a cell can be a value: a number, blank, or one of the ways
// in which clerks write that there is nothing.
func isValue(cell string) bool {
	if cell == "" || model.ParseNumber(cell).Readable() {
		return true
	}
	switch fold(cell) {
	case "无", "":
		return len([]rune(cell)) <= 4
	}
	return false
}

func trimBlank(values []string) (out []string) {
	for _, v := range values {
		if v != "" {
			out = append(out, v)
		}
	}
	return out
}
