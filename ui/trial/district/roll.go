package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/model"
	"nianbao/model/sample/district"
)

var rollHead = []any{"单位名称", "单位类别", "别名", "报送期限"}

// writeRoll writes who must report, as a workbook and as a text.
func writeRoll(dir string, year int, bodies []district.Body) error {
	book := excelize.NewFile()
	defer book.Close()
	sheet := book.GetSheetName(0)
	at := func(column, row int) string {
		name, _ := excelize.CoordinatesToCellName(column, row) // only a place off the sheet fails
		return name
	}
	if err := book.SetSheetDimension(sheet, "A1:"+at(len(rollHead), len(bodies)+2)); err != nil {
		return fmt.Errorf("roll: %w", err)
	}
	rows, err := book.NewStreamWriter(sheet)
	if err != nil {
		return fmt.Errorf("roll: %w", err)
	}
	var text bytes.Buffer
	n := 0
	row := func(cells ...any) error {
		n++
		return rows.SetRow(at(1, n), cells)
	}
	line := func(cells ...any) error {
		for i, cell := range cells {
			if i > 0 {
				text.WriteByte('\t')
			}
			fmt.Fprint(&text, cell)
		}
		text.WriteByte('\n')
		return row(cells...)
	}
	if err := rows.SetColWidth(1, len(rollHead), 28); err != nil {
		return fmt.Errorf("roll: %w", err)
	}
	err = row(fmt.Sprintf("%d年政府信息公开工作年度报告报送单位名单", year))
	if err == nil {
		err = line(rollHead...)
	}
	for i := range bodies {
		b := &bodies[i]
		due := "1月20日"
		if b.Kind == model.Department {
			due = "1月15日"
		}
		if err == nil {
			err = line(b.Office, b.Kind.Name(), strings.Join(b.Aliases, "、"), due)
		}
	}
	if err == nil {
		err = rows.Flush()
	}
	if err == nil {
		err = book.SaveAs(filepath.Join(dir, rollName+".xlsx"))
	}
	if err != nil {
		return fmt.Errorf("roll: %w", err)
	}
	return os.WriteFile(filepath.Join(dir, rollName+".txt"), text.Bytes(), 0o644)
}
