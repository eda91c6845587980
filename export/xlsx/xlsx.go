// Package xlsx writes a document as a workbook: a sheet for each table in its
// official shape, ready to print and to go on working in, and the sheet 数据
// with every value of the report at its address, for machines.
//
// A number stands once, in the official sheet; 数据 points at it. A total is a
// formula, except where the report states another number: that one is written
// as it is stated, and the sheet shows the difference.
package xlsx

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/export"
	"nianbao/model"
)

// Write writes the document as an XLSX workbook. The same document always gives
// the same bytes.
func Write(w io.Writer, d *export.Document) error {
	b := &book{
		File: excelize.NewFile(), report: d.Report, draft: d.Draft, title: d.Title,
		looks: map[look]int{}, homes: map[model.Ref]home{},
	}
	defer b.Close()
	return b.finish(w, b.fill(d))
}

// finish writes the workbook, if it could be filled.
func (b *book) finish(w io.Writer, err error) error {
	if err == nil {
		b.SetZipWriter(newArchive)
		err = b.File.Write(w)
	}
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return nil
}

// book is a workbook being written.
type book struct {
	*excelize.File
	report *model.Report
	draft  bool
	title  []string
	looks  map[look]int // the styles in use
	homes  map[model.Ref]home
	sums   map[model.Ref]string // formulas of numbers that are sums of many reports; nil in a report
	sheets []string
}

// home is where a number stands in the official sheets.
type home struct {
	formula string // that shows it: '表三'!D5
	value   any    // what the cell shows, nil for nothing
	format  string
}

func (b *book) fill(d *export.Document) error {
	if err := b.forms(d, ""); err != nil {
		return err
	}
	if err := b.data(); err != nil {
		return fmt.Errorf("%s: %w", dataSheet, err)
	}
	return b.properties()
}

// forms writes the official sheets; note stands behind their headings.
func (b *book) forms(d *export.Document, note string) error {
	if err := b.SetDefaultFont(song); err != nil {
		return err
	}
	heading := ""
	for _, block := range d.Blocks {
		switch block.Kind {
		case export.Heading:
			heading = block.Text
		case export.Grid:
			if err := b.form(block.Table, heading+note); err != nil {
				return fmt.Errorf("%s: %w", block.Table.Name, err)
			}
		}
	}
	return nil
}

// open adds a sheet; one whose name is taken gets a number.
func (b *book) open(name string) (string, error) {
	unique := name
	for n := 2; contains(b.sheets, unique); n++ {
		unique = fmt.Sprintf("%s (%d)", name, n)
	}
	b.sheets = append(b.sheets, unique)
	if len(b.sheets) == 1 { // a new workbook has one sheet
		return unique, b.SetSheetName(b.GetSheetName(0), unique)
	}
	_, err := b.NewSheet(unique)
	return unique, err
}

func contains(names []string, name string) bool {
	for _, n := range names {
		if strings.EqualFold(n, name) {
			return true
		}
	}
	return false
}

// properties says what the file is, and neither who wrote it nor when.
func (b *book) properties() error {
	full := true
	if err := b.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &full}); err != nil {
		return err
	}
	if err := b.SetAppProps(&excelize.AppProperties{Application: "年报"}); err != nil {
		return err
	}
	b.Pkg.Store("docProps/core.xml", core(b.report))
	return nil
}
