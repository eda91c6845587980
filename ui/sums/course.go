package sums

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"nianbao/export"
	"nianbao/export/docx"
	"nianbao/export/pdf"
	"nianbao/model"
	"nianbao/model/collect"
	"nianbao/model/district"
	"nianbao/model/store"
)

// courses are the files about the district's figures over the years.
var courses = coursesOf("", (*Work).Course)

// Courses lists the files about a body's figures over the years.
func Courses(s *district.Standing) []Output {
	return coursesOf(export.FileName(s.Name)+"-", func(w *Work) *export.Course { return w.CourseOf(s) })
}

func coursesOf(prefix string, of func(*Work) *export.Course) []Output {
	output := func(ending, about string, write func(io.Writer, *export.Document) error) Output {
		return Output{prefix + collect.MadeCourse + ending, about, func(w *Work, path string) (int, error) {
			c := of(w)
			if c == nil {
				return 0, nil
			}
			d := c.Compose()
			return 1, store.Write(path, func(to io.Writer) error { return write(to, d) })
		}}
	}
	return []Output{
		output(".docx", "历年的数，图和表，Word 文档", docx.Write),
		output(".pdf", "同上，PDF", pdf.Write),
	}
}

// Course is what becomes of the district's figures: this sum, the sums of the other years
// that are collected, and last year's sum. Nil if that is one year only.
func (w *Work) Course() *export.Course {
	c := &export.Course{}
	years := w.Collected()
	years[w.Year] = true
	if w.Last != nil {
		years[w.Last.Year] = true
	}
	var told []string
	counts := map[int]bool{}
	note := ""
	for _, year := range slices.Sorted(maps.Keys(years)) {
		if w.Last != nil && w.Last.Year == year && year != w.Year {
			c.Reports = append(c.Reports, w.Last)
			note = fmt.Sprintf("%d年的数取自去年的汇总。", year)
			continue
		}
		t, s := w.of(year)
		if len(s.Parts) == 0 {
			continue
		}
		c.Reports = append(c.Reports, s.Report)
		text := fmt.Sprintf("%d年%d份", year, len(s.Parts))
		if n := left(t); n > 0 {
			text += fmt.Sprintf("（另有%d份没有计入）", n)
		}
		told, counts[len(s.Parts)] = append(told, text), true
	}
	if len(c.Reports) < 2 {
		return nil
	}
	text := "各年的数是收到的报告的合计：" + strings.Join(told, "，") + "。"
	if len(counts) > 1 {
		text += "各年份数不同，数的变化有一部分由此而来。"
	}
	c.Notes = append(c.Notes, text)
	if note != "" {
		c.Notes = append(c.Notes, note)
	}
	return c
}

// of sums up what came in of a year.
func (w *Work) of(year int) (*district.Tally, *district.Sum) {
	if year == w.Year {
		return w.Tally, w.Sum
	}
	d := *w.District
	d.Year, d.Edition = year, w.editions.ForYear(year)
	t := d.Tally()
	return t, t.Sum()
}

// left is how many reports of a tally's year are not in its sum, those aside that came twice.
func left(t *district.Tally) (n int) {
	for _, e := range t.Entries {
		if e.Fault == "" && e.Year == t.Year && !e.Counted && e.State != district.Repeated {
			n++
		}
	}
	return n
}

// CourseOf is what becomes of a body's figures over the years of which its reports came in.
// Nil if that is one year only.
func (w *Work) CourseOf(s *district.Standing) *export.Course {
	best := map[int]*district.Entry{}
	several := map[int]bool{}
	for _, e := range s.Entries {
		if e.Fault != "" || e.Year == 0 {
			continue
		}
		b := best[e.Year]
		several[e.Year] = several[e.Year] || b != nil && !b.Same(e.Return)
		if b == nil || !b.Counted {
			best[e.Year] = e
		}
	}
	if len(best) < 2 {
		return nil
	}
	c := &export.Course{}
	for _, year := range slices.Sorted(maps.Keys(best)) {
		e := best[year]
		c.Reports = append(c.Reports, e.Report())
		if several[year] {
			c.Notes = append(c.Notes, fmt.Sprintf("%d年的报告有内容不同的几份，用的是“%s”。", year, e.File))
		}
		if n := e.Count(model.Error); n > 0 {
			c.Notes = append(c.Notes, fmt.Sprintf("%d年的报告有%d个错误没有改正。", year, n))
		}
	}
	return c
}
