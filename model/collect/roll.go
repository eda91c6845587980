package collect

import (
	"errors"
	"path/filepath"
	"strings"

	"nianbao/model/district"
	"nianbao/model/intake/source"
)

// Unlisted is a file that is no roll.
type Unlisted struct {
	Name string
	Err  error
}

func (u *Unlisted) Error() string {
	return "“" + u.Name + "”不能当应报名单：" + u.Err.Error()
}

// Sentence is Error, as model.Sentence finds it.
func (u *Unlisted) Sentence() string { return u.Error() }

// Unwrap gives the cause.
func (u *Unlisted) Unwrap() error { return u.Err }

// Roll reads who must report from a text with tabs or commas, a workbook or any other file
// with a table.
func Roll(path string) (*district.Roll, error) {
	rows, err := rollRows(path)
	if err != nil {
		return nil, err
	}
	roll, err := district.ReadRoll(rows)
	var misread *district.Misread
	var ambiguous *district.Ambiguous
	if errors.As(err, &misread) || errors.As(err, &ambiguous) {
		return nil, &Unlisted{filepath.Base(path), err}
	}
	return roll, err
}

func rollRows(path string) (rows [][]string, err error) {
	ending := strings.ToLower(filepath.Ext(path))
	if ending == ".txt" || ending == ".csv" || ending == ".tsv" {
		lines, err := source.Lines(path)
		for _, line := range lines {
			sign := "\t"
			if !strings.Contains(line, sign) && ending == ".csv" {
				sign = ","
			}
			rows = append(rows, strings.Split(line, sign))
		}
		return rows, err
	}
	doc, err := source.OpenList(path)
	if err != nil {
		return nil, err
	}
	for _, b := range doc.Blocks {
		switch {
		case b.Table != nil:
			for _, cells := range b.Table.Rows {
				var row []string
				for _, c := range cells {
					for len(row) <= c.Col {
						row = append(row, "")
					}
					row[c.Col] = c.Text
				}
				rows = append(rows, row)
			}
		case b.Level < sheetLevel: // else it is the name of a sheet
			rows = append(rows, []string{b.Text})
		}
	}
	return rows, nil
}

// sheetLevel is the level of a block that is a sheet's name.
const sheetLevel = 9
