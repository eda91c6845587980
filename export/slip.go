package export

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"nianbao/model"
)

// SlipMark ends the title of a slip and the names of its files.
const SlipMark = "退回修改通知单"

// reportName is what a report is called where it has no title of its own.
const reportName = "政府信息公开工作年度报告"

// Slip is what the slip is made from with which an office returns a report.
type Slip struct {
	Report   *model.Report   // nil if it could not be read: Office and Year tell whose it is
	Findings []model.Finding // that are to be corrected
	Reason   string          // why it is returned, if not for what was found: 文件读不出来
	Office   string          // to whom; "" for the report's
	Year     int             // for which it was to be; 0 for the report's
	File     string          // that was received, "" if none is to be named
	From     string          // who returns it, "" to leave that to a stamp
	Day      time.Time       // of the slip
	Due      time.Time       // until when it is to be handed in again, zero for no day
}

// Compose makes the slip: to whom, which report, what is to be corrected, place by place,
// and until when. It stays on a page for a dozen findings and leaves none out.
func (s *Slip) Compose() *Document {
	r := s.Report
	if r == nil {
		r = new(model.Report)
	}
	d := &Document{
		Name: reportName + SlipMark, Title: []string{reportName + SlipMark},
		Office: s.From, Year: cmp.Or(s.Year, r.Year, s.Day.Year()-1),
	}
	say := func(kind Kind, text string) { d.add(Block{Kind: kind, Ref: recordRef, Text: text}) }
	say(Addressee, cmp.Or(strings.TrimSpace(s.Office), strings.TrimSpace(r.Office), "有关单位")+"：")
	opening, closing := s.opening(), s.closing()
	say(Paragraph, opening)
	if len(s.Findings) > 0 {
		s.table(d, lines(opening, lineChars, 2)+lines(closing, lineChars, 2))
	}
	say(Paragraph, closing)
	if s.From != "" {
		say(Signature, s.From)
	}
	say(Signature, chineseDay(s.Day))
	return d
}

// opening names the report and says why it comes back.
func (s *Slip) opening() string {
	name, year := reportName, s.Year
	if s.Report != nil {
		year = cmp.Or(year, s.Report.Year)
	}
	if year > 0 {
		name = fmt.Sprintf("%d年度%s", year, reportName)
	}
	if s.Report != nil && strings.TrimSpace(s.Report.Title) != "" {
		name = "《" + strings.TrimSpace(s.Report.Title) + "》"
	}
	if file := s.File[strings.LastIndexAny(s.File, `/\`)+1:]; file != "" {
		name += "（文件：" + file + "）"
	}
	why := strings.TrimRight(strings.TrimSpace(s.Reason), "。")
	if len(s.Findings) > 0 {
		if why != "" {
			why += "；"
		}
		why += "经核对，" + s.count()
	}
	return fmt.Sprintf("你单位报送的%s收悉。%s，现予退回。", name, why)
}

// count says how much there is to be corrected.
func (s *Slip) count() string {
	all, wrong := len(s.Findings), 0
	for _, f := range s.Findings {
		if f.Level == model.Error {
			wrong++
		}
	}
	switch wrong {
	case all:
		return fmt.Sprintf("有错误%d处（见下表）", all)
	case 0:
		return fmt.Sprintf("有%d处需要核实（见下表）", all)
	}
	return fmt.Sprintf("有%d处需要修改，其中错误%d处（见下表）", all, wrong)
}

// closing says what is to be done, and until when.
func (s *Slip) closing() string {
	do := "重新报送"
	if len(s.Findings) > 0 {
		do = "修改后重新报送"
	}
	if s.Due.IsZero() {
		return fmt.Sprintf("请%s。", do)
	}
	return fmt.Sprintf("请于%s前%s。", chineseDay(s.Due), do)
}

func chineseDay(t time.Time) string {
	return fmt.Sprintf("%d年%d月%d日", t.Year(), t.Month(), t.Day())
}

// The page, in characters of its prose and of a table, and in points.
const (
	lineChars = 28.0
	linePitch = 29.0
	pageLines = 22
	wordLine  = 14.0 // a line of a table of words
	wordGap   = 3.0  // and what a row has besides
)

// slipWidths are the columns of a slip's table, slipChars how many characters fit the
// last two.
var (
	slipWidths = []float64{2.8, 12.5, 13.3}
	slipChars  = [2]float64{17.5, 19}
)

// table lists what is to be corrected. It is set small where it would not fit the page
// with the prose, of so many lines, and what else stands there.
func (s *Slip) table(d *Document, prose int) {
	t := d.words("需要修改的地方", slipWidths, "序号", "位置", "问题和要求")
	high := wordLine + wordGap
	for _, c := range s.corrections() {
		t.row(c.number(), c.place, c.text)
		high += float64(max(lines(c.place, slipChars[0], 0), lines(c.text, slipChars[1], 0)))*wordLine + wordGap
	}
	besides := 6 + prose // title, addressee, signature and the lines free between them
	t.Dense = high > float64(pageLines-besides)*linePitch
}

// lines is how many lines of so many characters a text takes, the first one begun later.
func lines(text string, chars, indent float64) int {
	return int((float64(width(text))+indent-1)/chars) + 1
}
