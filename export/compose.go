// Package export turns a report into a finished document: Compose makes its
// blocks, package layout sets them in pages, and the packages beside it write
// one format each.
package export

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/export/chart"
	"nianbao/model"
)

// Document is what is printed, in order: a report, the record of its check, or the slip
// with which it is returned.
type Document struct {
	Report *model.Report // that it is; nil for a record or a slip. Writers must not change it
	Name   string        // the title in one line
	Office string        // the body whose report it is, or that returns it
	Year   int           // of the report
	Title  []string      // the title's lines, broken at sense boundaries
	Blocks []Block       // what follows the title
	Draft  bool          // it is not finished, and says DraftMark on each page
}

// Marks are by what the program recognises a report that it wrote, when it is read again; records
// and slips have none.
func (d *Document) Marks() [][2]string {
	if d.Report == nil {
		return nil
	}
	return [][2]string{
		{"edition", d.Report.Edition.ID},
		{"office", d.Office},
		{"kind", string(d.Report.Kind)},
		{"year", strconv.Itoa(d.Year)},
	}
}

// DraftMark is what a draft says of itself. It stands beside the report, in headers and
// margins, and is never read back as part of it.
const DraftMark = "草稿"

// Block is a heading, a paragraph, a table or a chart.
type Block struct {
	Kind  Kind
	Ref   model.Ref // where it comes from: a section's id, a text's id, a table's id
	Text  string    // one line without line breaks; a heading has its number, a chart's is its caption
	Lead  int       // bytes at the start of a paragraph that are a run-in subheading
	Table *Table
	Chart *chart.Chart
	Told  bool // the chart's numbers stand in a table below it
}

// Kind says what a block is.
type Kind uint8

// The kinds of block.
const (
	Heading    Kind = iota // 一、总体情况
	Subheading             // （一）主动公开
	Paragraph              // first line indented by two characters
	Grid                   // a table
	Addressee              // 白杨镇人民政府： at the margin
	Signature              // the office, and the day, at the right
	Chart                  // bars or lines, with a caption below: 图1
)

// Table is a table with its texts.
type Table struct {
	ID    string
	Name  string // 表二
	Title string // of the section that it stands in
	Grid  *model.Grid
	Texts []string      // printed text of each slot of the grid, in the same order
	Cells []*model.Cell // of the slots that hold a number, else nil
	Words bool          // it is of words rather than numbers, set small, and goes on over pages
	Dense bool          // of words, and set smaller still to stay on one
}

// Compose makes the document of a report. The report is copied: it may go on
// changing while the document is being written.
func Compose(r *model.Report) *Document {
	r = r.Clone()
	d := &Document{Report: r, Name: r.Title, Office: r.Office, Year: r.Year, Title: titleLines(r.Title, r.Office)}
	if r.Edition.Preface != nil {
		d.paragraphs(r.Edition.Preface.ID, model.Paragraphs(r.Prose(r.Edition.Preface.ID)))
	}
	for _, p := range r.Parts() {
		d.add(Block{Kind: Heading, Ref: model.Ref(p.ID), Text: p.Mark + p.Title})
		for _, t := range p.Texts {
			paragraphs := model.Paragraphs(r.Prose(t.ID))
			if p.Table != nil && t.Text != nil {
				before := min(r.Before[t.ID], len(paragraphs))
				d.paragraphs(t.ID, paragraphs[:before])
				d.table(p)
				d.paragraphs(t.ID, paragraphs[before:])
				continue
			}
			if t.Title != "" {
				d.add(Block{Kind: Subheading, Ref: t.ID, Text: t.Mark + t.Title})
			}
			d.paragraphs(t.ID, paragraphs)
		}
	}
	return d
}

func (d *Document) add(b Block) { d.Blocks = append(d.Blocks, b) }

func (d *Document) paragraphs(id model.Ref, texts []string) {
	for _, text := range texts {
		d.add(Block{Kind: Paragraph, Ref: id, Text: text, Lead: runIn(text)})
	}
}

func (d *Document) table(p model.Part) {
	r := d.Report
	t := &Table{ID: p.Table.ID, Name: p.Table.Name, Title: p.Title, Grid: r.Grid(p.Table)}
	for _, s := range t.Grid.Slots {
		text, cell := r.Printed(s.Text), (*model.Cell)(nil)
		if s.Kind == model.SlotValue {
			cell = r.Edition.Cell(s.Ref)
			text = r.Value(s.Ref).String()
		}
		t.Texts, t.Cells = append(t.Texts, text), append(t.Cells, cell)
	}
	d.add(Block{Kind: Grid, Ref: model.Ref(p.Table.ID), Table: t})
}

// runIn finds a subheading that opens a paragraph: “（一）提高认识。我街道…”. It
// gives the length of the number and its first sentence, 0 if there is none.
func runIn(text string) int {
	rest, ok := "", false
	for _, pair := range [][2]string{{"（", "）"}, {"(", ")"}, {"（", ")"}, {"(", "）"}} {
		if after, is := strings.CutPrefix(text, pair[0]); is {
			if number, tail, found := strings.Cut(after, pair[1]); found && number != "" && strings.Trim(number, "一二三四五六七八九十") == "" {
				rest, ok = tail, true
				break
			}
		}
	}
	if !ok {
		return 0
	}
	end := strings.IndexAny(rest, "。：:；;")
	if end < 0 || utf8.RuneCountInString(rest[:end]) > 30 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(rest[end:])
	lead := len(text) - len(rest) + end + size
	if lead == len(text) { // nothing follows: it is a paragraph like any other
		return 0
	}
	return lead
}
