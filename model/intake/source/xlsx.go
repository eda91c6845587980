package source

import (
	"path"
	"slices"
	"strings"
)

// sheetLevel is the heading level that marks a sheet's name.
const sheetLevel = 9

// readXlsx reads a workbook: for each sheet its name, then its used range as
// a table. Numbers come with every digit they have, not as rounded on screen; formulas
// are passed over for the values that they had.
func (d *Document) readXlsx(p *parts) error {
	if err := d.properties(p); err != nil {
		return err
	}
	b := &book{parts: p}
	sheets, err := b.open()
	if err != nil {
		return err
	}
	read := map[string]*sheet{}
	for _, s := range sheets {
		if read[s.part] != nil {
			return errTwice
		}
		if err := b.read(s); err != nil {
			return err
		}
		read[s.part] = s
	}
	shown, err := b.shown(sheets)
	if err != nil {
		return err
	}
	for _, s := range sheets {
		table, err := s.table(shown, b.allPieces)
		if err != nil {
			return err
		}
		if table == nil {
			continue
		}
		if err := d.add(Block{Text: s.name, Level: sheetLevel}); err != nil {
			return err
		}
		if err := d.add(Block{Table: table}); err != nil {
			return err
		}
	}
	return nil
}

// book is a workbook being read.
type book struct {
	*parts
	dir     string   // where its parts lie
	strings []string // that cells share
	formats []string // number format of each style
	since   bool     // days count from 1904
	cells   int      // with a value, so far
}

// sheet is a worksheet.
type sheet struct {
	name, part string
	cells      []sheetCell
	merges     [][4]int // left, top, right, bottom, from 0
}

// sheetCell is a cell with a value.
type sheetCell struct {
	row, col int // from 0
	kind     string
	value    string
	format   string // of a number
}

// text says that a cell holds text, whose digits are all meant.
func (c *sheetCell) text() bool { return c.kind == "s" || c.kind == "inlineStr" || c.kind == "str" }

// open reads what the sheets have in common and lists them.
func (b *book) open() ([]*sheet, error) {
	main, err := b.main("xl/workbook.xml")
	if err != nil {
		return nil, err
	}
	b.dir = path.Dir(main)
	data, err := b.parts.read(main)
	if err != nil {
		return nil, err
	}
	var sheets []*sheet
	if err = walk(data, func(e token, _ *tokens) error {
		switch e.name {
		case "workbookPr":
			since := e.attr("date1904")
			b.since = since == "1" || since == "true"
		case "sheet":
			if len(sheets) > sheetLimit {
				return refuse(tooMuch, nil)
			}
			sheets = append(sheets, &sheet{name: e.attr("name"), part: e.attr("id")})
		}
		return nil
	}); err != nil {
		return nil, err
	}
	if data, err = b.parts.read(path.Join(b.dir, "_rels", path.Base(main)+".rels")); err != nil {
		return nil, err
	}
	targets := map[string]string{} // of worksheets, by their id
	texts, styles := path.Join(b.dir, "sharedStrings.xml"), path.Join(b.dir, "styles.xml")
	if err = walk(data, func(e token, _ *tokens) error {
		kind, target := path.Base(e.attr("Type")), e.attr("Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(b.dir, target)
		}
		switch kind {
		case "worksheet":
			targets[e.attr("Id")] = target
		case "sharedStrings":
			texts = target
		case "styles":
			styles = target
		}
		return nil
	}); err != nil {
		return nil, err
	}
	for _, s := range sheets {
		s.part = partName(targets[s.part])
	}
	sheets = slices.DeleteFunc(sheets, func(s *sheet) bool { return b.files[s.part] == nil }) // charts, or not there
	if err := b.readStrings(texts); err != nil {
		return nil, err
	}
	return sheets, b.readFormats(styles)
}

// readStrings reads the texts that cells share.
func (b *book) readStrings(name string) error {
	data, err := b.parts.read(name)
	if err != nil {
		return err
	}
	return walk(data, func(e token, r *tokens) error {
		if e.name != "si" {
			return nil
		}
		text, err := r.runs()
		b.strings = append(b.strings, text)
		return err
	})
}

// runs is the text of the runs of a cell, without what tells how to say it.
func (r *tokens) runs() (string, error) {
	var text strings.Builder
	for floor := r.depth; r.depth >= floor; {
		e, err := r.next()
		if err != nil {
			return "", err
		}
		if e.kind != starts {
			continue
		}
		switch e.name {
		case "rPh", "rPr":
			err = r.skip()
		case "t":
			var run string
			run, err = r.text()
			text.WriteString(unescape(run))
		}
		if err != nil {
			return "", err
		}
	}
	return text.String(), nil
}

// table is the sheet's table, nil if it has no text.
func (s *sheet) table(shown map[sheetCell]string, pieces int) (*Table, error) {
	height, width, filled, last := 0, 0, 0, -1
	for i := range s.cells {
		c := &s.cells[i]
		if c.value = c.shown(shown); c.value == "" {
			continue
		}
		height, width = max(height, c.row+1), max(width, c.col+1)
		if c.row != last {
			filled, last = filled+1, c.row
		}
	}
	if height == 0 {
		return nil, nil
	}
	if filled*width > pieces {
		return nil, refuse(tooMuch, nil)
	}
	rows := make([][]string, height)
	for _, c := range s.cells {
		if c.value == "" {
			continue
		}
		if rows[c.row] == nil {
			rows[c.row] = make([]string, width)
		}
		if rows[c.row][c.col] != "" {
			return nil, errTwice
		}
		rows[c.row][c.col] = c.value
	}
	spans, err := s.spans(rows, width)
	if err != nil {
		return nil, err
	}
	merged := map[int]bool{}
	for at := range spans {
		merged[at[0]] = true
	}
	t := &Table{Rows: make([][]Cell, len(rows))}
	for i, row := range rows {
		if row == nil && !merged[i] {
			continue // between far-off cells there may be thousands
		}
		t.Rows[i] = make([]Cell, 0, width)
		for j := range width {
			span, ok := spans[[2]int{i, j}]
			if ok && span.ColSpan == 0 {
				continue
			}
			c := Cell{Col: j, ColSpan: 1, RowSpan: 1}
			if ok {
				c = span
			}
			if j < len(row) {
				c.Text = row[j]
			}
			t.Rows[i] = append(t.Rows[i], c)
		}
	}
	return t, nil
}
