package export

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/export/chart"
	"nianbao/model"
)

// Course is what becomes of a body's figures over the years.
type Course struct {
	Reports []*model.Report // a year each, in any order
	Notes   []string        // what else is to be known of them, sentences
}

// courseRef is where all of a course comes from: it is no part of a report.
const courseRef = model.Ref("course")

// Compose makes the document of a course: a chart and a table of each trend that the form
// of the last year has. A figure that a year does not have is a gap, and the text says why.
func (c *Course) Compose() *Document {
	y := yearsOf(c.Reports)
	if len(y.reports) == 0 {
		d := &Document{Name: "公开情况变化", Title: []string{"公开情况变化"}}
		d.add(Block{Kind: Paragraph, Ref: courseRef, Text: "没有可以对照的报告。"})
		return d
	}
	last := y.reports[len(y.reports)-1]
	span := fmt.Sprintf("%d年", last.Year)
	if y.first < last.Year {
		span = fmt.Sprintf("%d年至%d年", y.first, last.Year)
	}
	name := last.Office + span + "政府信息公开情况变化"
	y.Document = &Document{Name: name, Office: last.Office, Year: last.Year, Title: titleLines(name, last.Office)}
	y.say("根据%s%s的政府信息公开工作年度报告编制。", last.Office, span)
	y.opening()
	for _, note := range c.Notes {
		y.say("%s", note)
	}
	for i := range last.Edition.Trends {
		y.trend(i+1, &last.Edition.Trends[i])
	}
	if len(last.Edition.Trends) == 0 {
		y.say("%d年的报告没有可以对照的数。", last.Year)
	}
	return y.Document
}

// course is a document of years in the making.
type course struct {
	*Document
	reports []*model.Report // oldest first
	first   int             // the first year
	double  []int           // years of which there is more than one report
	far     []int           // years too long ago
}

// yearsOf puts the reports in order. Of two of one year the later one in the list is taken.
func yearsOf(reports []*model.Report) *course {
	c := &course{reports: slices.Clone(reports)}
	slices.SortStableFunc(c.reports, func(a, b *model.Report) int { return a.Year - b.Year })
	kept := c.reports[:0]
	for _, r := range c.reports {
		if n := len(kept); n > 0 && kept[n-1].Year == r.Year {
			if kept[n-1] = r; !slices.Contains(c.double, r.Year) {
				c.double = append(c.double, r.Year)
			}
			continue
		}
		kept = append(kept, r)
	}
	if c.reports = kept; len(kept) > 0 {
		// A year that was typed wrong must not make a thousand empty ones.
		c.first = max(kept[0].Year, kept[len(kept)-1].Year-mostYears+1)
		for c.reports[0].Year < c.first {
			c.far, c.reports = append(c.far, c.reports[0].Year), c.reports[1:]
		}
	}
	return c
}

// mostYears is how many years a course shows: the form is younger.
const mostYears = 30

func (c *course) say(text string, args ...any) {
	c.add(Block{Kind: Paragraph, Ref: courseRef, Text: fmt.Sprintf(text, args...)})
}

// opening tells what is odd about the reports themselves.
func (c *course) opening() {
	last := c.reports[len(c.reports)-1]
	var missing []int
	for year := c.first; year < last.Year; year++ {
		if c.report(year) == nil {
			missing = append(missing, year)
		}
	}
	if missing != nil {
		c.say("没有%s的报告，图表中空着。", inYears(missing))
	}
	if c.far != nil {
		c.say("%s的报告离得太远，没有列入。", inYears(c.far))
	}
	if c.double != nil {
		c.say("%s的报告不止一份，用的是后一份。", inYears(c.double))
	}
	for _, r := range c.reports {
		if strings.TrimSpace(r.Office) != strings.TrimSpace(last.Office) {
			c.say("%d年报告的单位名称是“%s”。", r.Year, r.Office)
		}
	}
}

// report finds a year's report, nil if there is none.
func (c *course) report(year int) *model.Report {
	for _, r := range c.reports {
		if r.Year == year {
			return r
		}
	}
	return nil
}

var chartKinds = map[string]chart.Kind{"bars": chart.Bars, "stacked": chart.Stacked, "lines": chart.Lines}

// trend adds a trend with its chart and its table.
func (c *course) trend(number int, t *model.Trend) {
	c.add(Block{Kind: Heading, Ref: courseRef, Text: model.SectionMark(number) + t.Title})
	drawn := &chart.Chart{Title: t.Title, Unit: t.Unit, Across: "年度", Kind: chartKinds[t.As]}
	var told reservations
	for year := c.first; year <= c.reports[len(c.reports)-1].Year; year++ {
		drawn.Labels = append(drawn.Labels, fmt.Sprintf("%d年", year))
	}
	for _, s := range t.Series {
		series := chart.Series{Name: s.Name}
		for year := c.first; year <= c.reports[len(c.reports)-1].Year; year++ {
			series.Numbers = append(series.Numbers, told.number(c.report(year), t, s.ID, s.Name))
		}
		drawn.Series = append(drawn.Series, series)
	}
	for _, text := range told.texts() {
		c.say("%s", text)
	}
	block := Block{Kind: Chart, Ref: courseRef, Text: fmt.Sprintf("图%d　%s", number, t.Title), Chart: drawn, Told: true}
	c.add(block)
	c.add(Block{Kind: Grid, Ref: courseRef, Table: block.Values()})
}

// reservations are what must be said of the numbers of a trend.
type reservations struct {
	lacking, unfilled, stated []reserved
	differing                 []string
}

// reserved is a figure and the years of which something must be said.
type reserved struct {
	name  string
	years []int
}

// number is a year's figure, blank where there is none; why not is noted.
func (v *reservations) number(r *model.Report, t *model.Trend, id, name string) model.Number {
	if r == nil {
		return model.Number{} // told once, at the opening
	}
	s := r.Edition.Trend(t.ID).Of(id)
	if s == nil {
		v.lacking = note(v.lacking, name, r.Year)
		return model.Number{}
	}
	f := r.Figure(s.Cells...)
	switch {
	case f.Number.Blank():
		v.unfilled = note(v.unfilled, name, r.Year)
	case f.Stated:
		v.stated = note(v.stated, name, r.Year)
	case !f.Off.Blank():
		v.differing = append(v.differing, fmt.Sprintf("%d年报告写的“%s”是%s，分项相加是%s，图表中用分项相加的数。", r.Year, name, f.Off, f.Number))
	}
	return f.Number
}

func note(list []reserved, name string, year int) []reserved {
	for i := range list {
		if list[i].name == name {
			list[i].years = append(list[i].years, year)
			return list
		}
	}
	return append(list, reserved{name, []int{year}})
}

// texts are the sentences, one for all figures of which the same is to be said.
func (v *reservations) texts() (out []string) {
	for _, of := range []struct {
		list []reserved
		text string
	}{
		{v.lacking, "%s的报告格式没有%s，图表中空着。"},
		{v.unfilled, "%s的报告没有填全%s，图表中空着。"},
		{v.stated, "%s的报告没有填全%s的分项，图表中用的是报告写的总计。"},
	} {
		for i := 0; i < len(of.list); {
			names, j := "", i
			for ; j < len(of.list) && slices.Equal(of.list[j].years, of.list[i].years); j++ {
				names += "“" + of.list[j].name + "”"
			}
			out = append(out, fmt.Sprintf(of.text, inYears(of.list[i].years), names))
			i = j
		}
	}
	return append(out, v.differing...)
}

// inYears lists years: 2019年、2021年至2023年.
func inYears(years []int) string {
	var out []string
	for i := 0; i < len(years); {
		j := i
		for j+1 < len(years) && years[j+1] == years[j]+1 {
			j++
		}
		if j > i+1 {
			out = append(out, fmt.Sprintf("%d年至%d年", years[i], years[j]))
		} else {
			for k := i; k <= j; k++ {
				out = append(out, fmt.Sprintf("%d年", years[k]))
			}
		}
		i = j + 1
	}
	return strings.Join(out, "、")
}
