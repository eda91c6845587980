package export

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"nianbao/model"
	"nianbao/model/compare"
)

// RecordMark ends the title of a record and the names of its files.
const RecordMark = "核对记录"

// Record is what the record of a check is made from.
type Record struct {
	Report *model.Report
	Last   *model.Report // last year's, nil if it was not at hand
	Check  *model.Record
	Day    time.Time // of the check
	Seal   string    // by which the report's content is known again
}

// Compose makes the document that a clerk hands over with the report: every rule with what
// became of it, what was found and with which reason it was accepted, and the words of the
// prose that were held against numbers.
func (rec *Record) Compose() *Document {
	r := rec.Report
	if rec.Last != nil && rec.Last.Year != r.Year-1 {
		rec.Last = nil // the check has not looked at it either
	}
	d := &Document{Name: r.Title + RecordMark, Office: r.Office, Year: r.Year, Title: append(titleLines(r.Title, r.Office), RecordMark)}
	c := &recording{Document: d, rec: rec, places: Places(r)}
	c.opening()
	c.heading("核对结果")
	c.outcome()
	c.say("填报人：　　　　　　审核人：　　　　　　日期：")
	c.heading("逐项核对")
	c.rules()
	c.heading("发现的问题和说明")
	c.findings()
	c.heading("正文和数字的对照")
	c.compared()
	if rec.Last != nil {
		c.heading("与去年报告的对照")
		c.years(compare.Reports(r, rec.Last))
	}
	return d
}

// recording is a record in the making.
type recording struct {
	*Document
	rec    *Record
	places Names
	parts  int
}

// recordRef is where all of a record or a slip comes from: it is no part of the report.
const recordRef = model.Ref("record")

func (c *recording) say(text string, args ...any) {
	c.add(Block{Kind: Paragraph, Ref: recordRef, Text: fmt.Sprintf(text, args...)})
}

func (c *recording) heading(title string) {
	c.parts++
	c.add(Block{Kind: Heading, Ref: recordRef, Text: model.SectionMark(c.parts) + title})
}

func (c *recording) opening() {
	r := c.rec.Report
	c.say("报送《%s》前，用“年报”程序按照%s的要求逐项核对，核对日期为%d年%d月%d日。报告内容的校验码为%s，报告改动后校验码随之改变。",
		cmp.Or(strings.TrimSpace(r.Title), "没有标题的报告"), r.Edition.Basis, c.rec.Day.Year(), c.rec.Day.Month(), c.rec.Day.Day(), c.rec.Seal)
	if c.rec.Last == nil {
		c.say("核对时没有载入去年的报告，与去年有关的项目没有核对。")
	} else {
		c.say("与去年有关的项目，对照的是《%s》。", c.rec.Last.Title)
	}
}

func (c *recording) outcome() {
	n := func(o model.Outcome) int { return c.rec.Check.Count(o) }
	said := []string{fmt.Sprintf("共%d个项目", len(c.rec.Check.Verdicts))}
	for _, o := range []model.Outcome{model.Kept, model.Excused, model.Faulty, model.Unasked, model.Idle} {
		if n(o) > 0 {
			said = append(said, fmt.Sprintf("%s%d个", o.Name(), n(o)))
		}
	}
	c.say("%s。", strings.Join(said, "，"))
	errors := 0
	for _, v := range c.rec.Check.Verdicts {
		errors += model.Count(v.Found, model.Error)
	}
	if errors > 0 {
		c.say("还有%d处错误没有改正，报告不能定稿。", errors)
	}
	if n(model.Unasked) > 0 {
		c.say("“%s”的项目，请人工核对。", model.Unasked.Name())
	}
}

func (c *recording) rules() {
	t := c.words("逐项核对", []float64{2, 11, 4, 4, 9}, "序号", "核对项目", "范围", "结果", "说明")
	for i, v := range c.rec.Check.Verdicts {
		t.row(fmt.Sprint(i+1), v.Rule.Name, v.Extent(), v.Outcome().Name(), v.Note())
	}
}

func (c *recording) findings() {
	t := c.words("发现的问题", []float64{2, 7.4, 2.6, 11, 7}, "序号", "位置", "级别", "问题", "处理")
	for _, v := range c.rec.Check.Verdicts {
		found, empty := c.blanks(v)
		for _, table := range empty {
			t.row(fmt.Sprint(t.Grid.Rows), table.name, v.Rule.Level.Name(), fmt.Sprintf("有%d格没有填；没有发生的请填0。", table.cells), "没有处理")
		}
		for _, f := range found {
			done := "没有处理"
			if f.Accepted != "" {
				done = "已说明：" + f.Accepted
			}
			t.row(fmt.Sprint(t.Grid.Rows), c.where(f), f.Level.Name(), f.Text, done)
		}
	}
	c.orSay(t, "没有发现问题。")
}

func (c *recording) compared() {
	t := c.words("正文和数字的对照", []float64{2, 7.4, 9.2, 8.4, 3}, "序号", "位置", "正文", "对照的数字", "结果")
	for _, s := range c.rec.Check.Compared {
		result := map[bool]string{true: "一致", false: "不一致"}[s.Holds]
		t.row(fmt.Sprint(t.Grid.Rows), c.places[s.At], s.Words, s.With, result)
	}
	c.orSay(t, "正文里没有读出可以和数字对照的话。")
}

// empty counts the cells of a table that are empty.
type empty struct {
	name  string
	cells int
}

// blanks parts the findings about empty cells, counted by their tables, from the others.
func (c *recording) blanks(v model.Verdict) (others []model.Finding, tables []empty) {
	if v.Rule.Kind != "blank" {
		return v.Found, nil
	}
	for _, f := range v.Found {
		cell := c.rec.Report.Edition.Cell(f.At[0])
		switch n := len(tables); {
		case cell == nil:
			others = append(others, f)
		case n > 0 && tables[n-1].name == cell.Table.Name:
			tables[n-1].cells++
		default:
			tables = append(tables, empty{cell.Table.Name, 1})
		}
	}
	return others, tables
}

// orSay takes back a table without rows and says why it is not there.
func (c *recording) orSay(t *Table, text string) {
	if t.Grid.Rows == 1 {
		c.Blocks = c.Blocks[:len(c.Blocks)-1]
		c.say("%s", text)
	}
}

// where names the place of a finding: the cell, the text, or the section.
func (c *recording) where(f model.Finding) string {
	if len(f.At) == 0 {
		return ""
	}
	return c.places.Of(f.At[0])
}

// Names are what the places of a report are called.
type Names map[model.Ref]string

// Of is the name of a place: a text that has none goes by its section's.
func (n Names) Of(ref model.Ref) string {
	return cmp.Or(n[ref], n[model.Ref(ref.Section())], "正文")
}

// Places names the cells, texts and sections of a report.
func Places(r *model.Report) Names {
	out := Names{
		model.RefOffice: "单位名称", model.RefKind: "单位类别", model.RefYear: "年度",
		model.RefTitle: "标题", model.RefUnplaced: "没有放进报告的文字", model.RefOutline: "各部分",
	}
	for _, cell := range r.Edition.Cells() {
		out[cell.Ref] = cell.Table.Name + "“" + cell.Name() + "”"
	}
	if p := r.Edition.Preface; p != nil {
		out[p.ID] = p.Name
	}
	for _, p := range r.Parts() {
		out[model.Ref(p.ID)] = p.Mark + p.Title
		for _, t := range p.Texts {
			switch {
			case t.Title != "":
				out[t.ID] = p.Mark + p.Title + t.Mark + t.Title
			default:
				out[t.ID] = p.Mark + p.Title
			}
		}
	}
	return out
}

// words adds a table of words with its head; rows are added to it one by one.
func (d *Document) words(title string, widths []float64, heads ...string) *Table {
	t := &Table{Title: title, Words: true, Grid: &model.Grid{Cols: len(widths), Widths: widths, Head: 1}}
	t.line(model.SlotHead, heads)
	d.add(Block{Kind: Grid, Ref: recordRef, Table: t})
	return t
}

// row adds a row; the first column numbers it.
func (t *Table) row(texts ...string) { t.line(model.SlotText, texts) }

func (t *Table) line(kind model.SlotKind, texts []string) {
	for i, text := range texts {
		k := kind
		if kind != model.SlotHead && i == 0 {
			k = model.SlotGroup // numbers stand in the middle
		}
		t.Grid.Slots = append(t.Grid.Slots, model.Slot{Row: t.Grid.Rows, Col: i, Rows: 1, Cols: 1, Kind: k, Text: text})
		t.Texts, t.Cells = append(t.Texts, Line(text)), append(t.Cells, nil)
	}
	t.Grid.Rows++
}
