package model

import (
	"fmt"
	"slices"
	"strings"
)

// Since tells in a sentence what is to be filled in otherwise than in an earlier
// edition, "" if nothing.
func (e *Edition) Since(old *Edition) string {
	var news []string
	for i := range e.Sections {
		t := e.Sections[i].Table
		if t == nil {
			continue
		}
		was := old.Table(t.ID)
		if was == nil {
			news = append(news, "新增"+t.Name+"“"+e.Sections[i].Title+"”")
			continue
		}
		if said := t.since(was); len(said) > 0 {
			news = append(news, t.Name+strings.Join(said, "，"))
		}
	}
	if e.ID == old.ID || news == nil {
		return ""
	}
	from := ""
	if e.From > 0 {
		from = fmt.Sprintf("%d年度起", e.From)
	}
	return fmt.Sprintf("%s用新的格式（%s）：%s。", from, e.Basis, strings.Join(news, "；"))
}

// cells lists a table's rows in order, each with its columns.
func (t *Table) cells() (rows []*Line, columns map[string][]*Line) {
	columns = map[string][]*Line{}
	for b := range t.Blocks {
		block := &t.Blocks[b]
		for i := range block.Rows {
			row := &block.Rows[i]
			if row.Optional {
				continue
			}
			rows = append(rows, row)
			for k := range block.Columns {
				if c := &block.Columns[k]; !c.Optional {
					columns[row.ID] = append(columns[row.ID], c)
				}
			}
		}
	}
	return rows, columns
}

// since tells the rows that are new or gone, and those with other columns.
func (t *Table) since(old *Table) []string {
	rows, columns := t.cells()
	oldRows, oldColumns := old.cells()
	var said, fresh, gone, split []string
	var grown []*Line
	for _, row := range rows {
		if oldColumns[row.ID] == nil {
			grown = append(grown, row)
		}
	}
	for _, row := range oldRows {
		if columns[row.ID] != nil {
			continue
		}
		n := len(grown)
		grown = slices.DeleteFunc(grown, func(l *Line) bool { return len(l.Path) > 1 && l.Path[len(l.Path)-2] == row.Label() })
		if n > len(grown) {
			split = append(split, fmt.Sprintf("“%s”分为 %d 行", row.Label(), n-len(grown)))
		} else {
			gone = append(gone, row.Label())
		}
	}
	for _, row := range grown {
		fresh = append(fresh, row.Label())
	}
	if gone != nil {
		said = append(said, "不再填"+quoted(gone))
	}
	if fresh != nil {
		said = append(said, "新增"+quoted(fresh))
	}
	said = append(said, split...)
	var names []string // of the rows that change alike
	for i, row := range rows {
		change := columnsSince(columns[row.ID], oldColumns[row.ID])
		if change == "" || oldColumns[row.ID] == nil {
			continue
		}
		names = append(names, row.Label())
		if i+1 < len(rows) && oldColumns[rows[i+1].ID] != nil && columnsSince(columns[rows[i+1].ID], oldColumns[rows[i+1].ID]) == change {
			continue
		}
		said = append(said, quoted(names)+change)
		names = nil
	}
	return said
}

// columnsSince tells the columns that are new or gone.
func columnsSince(columns, old []*Line) string {
	less := func(a, b []*Line) string {
		var out []string
		for _, l := range a {
			if !slices.ContainsFunc(b, func(k *Line) bool { return k.ID == l.ID }) {
				out = append(out, l.Label())
			}
		}
		return strings.Join(out, "、")
	}
	fresh, gone := less(columns, old), less(old, columns)
	switch {
	case fresh != "" && gone != "":
		return "改填" + fresh
	case fresh != "":
		return "新填" + fresh
	case gone != "":
		return "不再填" + gone
	}
	return ""
}

func quoted(words []string) string { return "“" + strings.Join(words, "”“") + "”" }
