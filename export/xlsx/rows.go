package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// fill writes the sheet.
func (s *bodies) fill() error {
	l := &register{book: s.book, name: bodiesSheet, titles: make([]string, addressRow-1), most: sheetRows}
	l.widths = []float64{150, 96, 78, 54}
	for range s.columns {
		l.widths = append(l.widths, 58)
	}
	var err error
	if l.now, err = s.open(bodiesSheet); err != nil {
		return err
	}
	if err := s.paper(l.now, true, 0); err != nil {
		return err
	}
	if err := s.again(l.now, fmt.Sprintf("$A:$A,%s!$%d:$%d", quoted(l.now), groupRow, addressRow)); err != nil {
		return err
	}
	first := place{2, addressRow + 1}.String()
	if err := s.SetPanes(l.now, &excelize.Panes{
		Freeze: true, XSplit: 1, YSplit: addressRow, TopLeftCell: first, ActivePane: "bottomRight",
		Selection: []excelize.Selection{{Pane: "bottomRight", ActiveCell: first, SQRef: first}},
	}); err != nil {
		return err
	}
	if err := l.stream(); err != nil {
		return err
	}
	for _, part := range []func(*register) error{s.head, s.totals, s.addresses, s.rows} {
		if err := part(l); err != nil {
			return err
		}
	}
	return l.end()
}

// head writes the title and the names of the numbers.
func (s *bodies) head(l *register) error {
	title, err := s.cell(listTitle, s.heading("各单位的数"+s.extent()))
	if err != nil {
		return err
	}
	if err := l.write([]any{title}, 28); err != nil {
		return err
	}
	groups, err := s.texts(listHead, "表和行", "", "", "")
	if err != nil {
		return err
	}
	columns, err := s.texts(listHead, "栏", "", "", "")
	if err != nil {
		return err
	}
	from := 0
	for i := range s.columns {
		c := s.columns[i].cell
		name := c.ColumnName()
		if c.As() == "amount" && c.Unit() == "" && s.columns[i].unit != "" {
			name += "（" + s.columns[i].unit + "）"
		}
		pair, err := s.texts(listHead, c.Table.Name+" "+c.RowName(), name)
		if err != nil {
			return err
		}
		groups, columns = append(groups, pair[0]), append(columns, pair[1])
		if i+1 < len(s.columns) && s.columns[i+1].cell.Row == c.Row {
			continue
		}
		if i > from {
			if err := l.to.MergeCell(place{firstNumber + from, groupRow}.String(), place{firstNumber + i, groupRow}.String()); err != nil {
				return err
			}
		}
		from = i + 1
	}
	if err := l.write(groups, 56); err != nil {
		return err
	}
	return l.write(columns, 44)
}

// texts are cells of one look.
func (s *bodies) texts(l look, texts ...string) ([]any, error) {
	out := make([]any, len(texts))
	for i, text := range texts {
		cell, err := s.cell(l, text)
		if err != nil {
			return nil, err
		}
		out[i] = cell
	}
	return out, nil
}

// addresses writes the row at which the sheet is filtered.
func (s *bodies) addresses(l *register) error {
	cells, err := s.texts(listHead, "单位名称", "单位类别", "状态", "计入汇总")
	if err != nil {
		return err
	}
	for i := range s.columns {
		address, err := s.texts(refLook, string(s.columns[i].cell.Ref))
		if err != nil {
			return err
		}
		cells = append(cells, address...)
	}
	return l.write(cells, 46)
}

// rows writes the bodies.
func (s *bodies) rows(l *register) error {
	for _, line := range s.lines {
		counts := line.entry != nil && line.entry.Counted
		cells, err := s.texts(bodyLook, line.Name, line.Kind.Name(), line.State.Name(), yes(counts))
		if err != nil {
			return err
		}
		if line.entry != nil {
			i := 0
			for _, n := range line.entry.Numbers {
				look := cellLook
				var value any
				value, look.format = s.columns[i].shown(n)
				if text, ok := value.(string); ok {
					look = look.holding(text)
				}
				style, err := s.style(look)
				if err != nil {
					return err
				}
				cells = append(cells, excelize.Cell{StyleID: style, Value: value})
				i++
			}
		} else {
			none, err := s.texts(cellLook, make([]string, len(s.columns))...)
			if err != nil {
				return err
			}
			cells = append(cells, none...)
		}
		if err := l.write(cells, 16); err != nil {
			return err
		}
	}
	return nil
}
