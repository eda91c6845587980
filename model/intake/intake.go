// Package intake makes a draft of a report from a file in any office format. It
// places every value by its label and every text by its heading, and keeps what
// it cannot place.
package intake

import (
	"fmt"
	"regexp"

	"nianbao/model"
	"nianbao/model/intake/source"
)

// Draft is a report as it was read. What found no place is in Report.Unplaced,
// line by line; Notes says in Chinese what the clerk should look at.
type Draft struct {
	Report *model.Report
	Notes  []string
}

// Open reads a report file.
func Open(path string, editions model.Editions) (*Draft, error) {
	doc, err := source.Open(path)
	if err != nil {
		return nil, err
	}
	return Place(doc, editions)
}

// Place finds the parts of a report in a document.
func Place(doc *source.Document, editions model.Editions) (*Draft, error) {
	if sheet, rest := dataSheet(doc); sheet != nil {
		return fromSheet(doc, sheet, rest, editions)
	}
	items := flatten(doc)
	draft := len(items) > 0 && draftMark.MatchString(items[0].text)
	if draft {
		items = items[1:]
	}
	p := &placing{doc: doc, editions: editions}
	p.edition = p.chooseEdition(items)
	p.begin()
	for i := range items {
		p.item(&items[i])
	}
	p.finish()
	if draft {
		p.note("文件开头标着“草稿”，这两个字没有读进报告；导出它的时候报告还没有定稿。")
	}
	if !p.recognised() {
		return nil, &source.Error{Name: doc.Name, Text: "里没有认出年度报告的标题、章节和表格。请确认选对了文件；如果是图片或扫描件，请先转成文字。"}
	}
	return &Draft{Report: p.report, Notes: p.notes}, nil
}

// draftMark is what an unfinished report has above its title.
var draftMark = regexp.MustCompile(`^[【〔（(\[]?\s*草\s*稿\s*[】〕）)\]]?$`)

// item is a paragraph or a row of a table.
type item struct {
	text  string // as it stands, white space at the ends removed
	level int
	id    model.Ref // that the program itself wrote
	row   []string  // cells of a row, nil for a paragraph
	table int       // number of the table, to tell where one ends
}

func flatten(doc *source.Document) []item {
	var out []item
	for n, b := range doc.Blocks {
		if b.Table != nil {
			for _, row := range b.Table.Rows {
				cells := make([]string, len(row))
				for i, c := range row {
					cells[i] = trim(c.Text)
				}
				out = append(out, item{row: cells, table: n + 1})
			}
			continue
		}
		for _, line := range splitLines(b.Text) {
			if row, ok := drawn(line); ok {
				if row != nil {
					out = append(out, item{row: row, table: -1})
				}
				continue
			}
			if t := trim(line); t != "" {
				out = append(out, item{text: t, level: b.Level, id: model.Ref(b.ID)})
			}
		}
	}
	return out
}

func (p *placing) note(format string, args ...any) {
	p.notes = append(p.notes, fmt.Sprintf(format, args...))
}
