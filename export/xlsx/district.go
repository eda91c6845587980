package xlsx

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/district"
)

// Sheets of a district's workbook, besides the official ones.
const (
	bodiesSheet   = "各单位"
	receiptsSheet = "报送情况"
	foundSheet    = "问题"
	chartsSheet   = "图表"
)

// District writes what a district has received as an XLSX workbook: the sum in the official
// sheets, every number of every body, what became of each file, what was found, and charts.
// last is last year's sum, nil if it is not at hand. The same district gives the same bytes.
func District(w io.Writer, t *district.Tally, s *district.Sum, last *model.Report) error {
	d := export.Compose(s.Report)
	b := &office{
		book: &book{
			File: excelize.NewFile(), report: d.Report, title: d.Title,
			looks: map[look]int{}, homes: map[model.Ref]home{}, sums: map[model.Ref]string{},
		},
		tally: t, sum: s, last: last, names: map[*model.Edition]export.Names{},
	}
	defer b.Close()
	return b.finish(w, b.fill(d))
}

// office is the workbook of a district being written.
type office struct {
	*book
	tally *district.Tally
	sum   *district.Sum
	last  *model.Report
	names map[*model.Edition]export.Names
}

func (b *office) fill(d *export.Document) error {
	bodies := newBodies(b)
	bodies.place() // the official sheets point at its sums
	if err := b.forms(d, b.extent()); err != nil {
		return err
	}
	for _, sheet := range []struct {
		name string
		fill func() error
	}{
		{bodiesSheet, bodies.fill}, {receiptsSheet, b.receipts}, {foundSheet, b.found}, {chartsSheet, b.charts},
	} {
		if err := sheet.fill(); err != nil {
			return fmt.Errorf("%s: %w", sheet.name, err)
		}
	}
	return b.properties()
}

// extent says of how many bodies the sum is: one that lacks some must not pass for whole.
func (b *office) extent() string {
	listed, counted := 0, 0
	for _, s := range b.tally.Bodies {
		if s.Listed {
			listed++
		}
		for _, e := range s.Entries {
			if e.Counted {
				counted++
				break
			}
		}
	}
	if listed == 0 {
		return fmt.Sprintf("（汇总了%d个单位）", counted)
	}
	return fmt.Sprintf("（应报%d个单位，汇总了%d个）", listed, counted)
}

// heading opens a sheet: whose reports of which year, and what about them.
func (b *office) heading(what string) string {
	return strings.TrimSpace(b.tally.Name) + fmt.Sprintf("%d年度政府信息公开工作年度报告", b.tally.Year) + what
}

// placeName names a place of a report of an edition.
func (b *office) placeName(e *model.Edition, ref model.Ref) string {
	if b.names[e] == nil {
		b.names[e] = export.Places(model.NewReport(e, "", "", b.tally.Year))
	}
	return b.names[e].Of(ref)
}

// yes is 是 or 否.
func yes(is bool) string {
	if is {
		return "是"
	}
	return "否"
}
