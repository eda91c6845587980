package sums_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/district"
	"nianbao/model/sample"
	"nianbao/ui/sums"
)

// report is the example as another body's of another year.
func report(t *testing.T, office string, year int, changes ...model.Change) *model.Report {
	r := sample.Example(t)
	r.Title = strings.ReplaceAll(r.Title, r.Office, office)
	r.Office, r.Year = office, year
	r.Apply(changes...)
	return r
}

// work sums what came in for 2026.
func work(t *testing.T, last *model.Report, files map[string]*model.Report) *sums.Work {
	t.Helper()
	editions := sample.Editions(t)
	d := &district.District{Name: "青原县人民政府", Year: 2026, Edition: editions.ForYear(2026)}
	for file, r := range files {
		found := slices.DeleteFunc(model.Check(r, nil), func(f model.Finding) bool {
			return len(f.At) == 0 || r.Edition.Cell(f.At[0]) == nil // the prose is not what this is about
		})
		d.Add(district.Receive(file, r, found, nil))
	}
	return sums.New(d.Tally(), last, editions, time.Date(2027, 1, 12, 0, 0, 0, 0, time.UTC))
}

const newRequests model.Ref = "requests/new/person"

// over tells the years of a course with one of its figures, and what is said of them.
func over(t *testing.T, w *sums.Work, s *district.Standing) string {
	t.Helper()
	c := w.Course()
	if s != nil {
		c = w.CourseOf(s)
	}
	if c == nil {
		return "none"
	}
	var out []string
	for _, r := range c.Reports {
		out = append(out, r.Office, r.Edition.ID, strconv.Itoa(r.Year), r.Value(newRequests).String())
	}
	said := c.Compose().Blocks
	for _, note := range c.Notes {
		if !slices.ContainsFunc(said, func(b export.Block) bool { return b.Text == note }) {
			t.Errorf("%s is not in the document", note)
		}
	}
	return strings.Join(out, " ") + "\n" + strings.Join(c.Notes, "\n")
}

// The sums of all years that came in stand side by side, and it is told what they are of.
func TestCourseOfADistrict(t *testing.T) {
	wrong := model.Change{At: newRequests, New: "77"}
	files := map[string]*model.Report{
		"2025/甲": report(t, "甲镇人民政府", 2025), "2025/乙": report(t, "乙镇人民政府", 2025, wrong),
		"2026/甲": report(t, "甲镇人民政府", 2026), "2026/乙": report(t, "乙镇人民政府", 2026), "2026/又": report(t, "乙镇人民政府", 2026),
	}
	if got, want := over(t, work(t, nil, files), nil), "青原县人民政府 2021 2025 3 青原县人民政府 2021 2026 6\n"+
		"各年的数是收到的报告的合计：2025年1份（另有1份没有计入），2026年2份。各年份数不同，数的变化有一部分由此而来。"; got != want {
		t.Errorf("told is\n%s\nwant\n%s", got, want)
	}
	last := report(t, "青原县人民政府", 2025, model.Change{At: newRequests, New: "50"})
	if got, want := over(t, work(t, last, files), nil), "青原县人民政府 2021 2025 50 青原县人民政府 2021 2026 6\n"+
		"各年的数是收到的报告的合计：2026年2份。\n2025年的数取自去年的汇总。"; got != want {
		t.Errorf("with last year's sum told is\n%s\nwant\n%s", got, want)
	}
	delete(files, "2025/甲")
	if got := over(t, work(t, nil, files), nil); got != "none" {
		t.Errorf("of a year by mistake is told %s", got)
	}
	delete(files, "2025/乙")
	if got := over(t, work(t, nil, files), nil); got != "none" {
		t.Errorf("of one year alone is told %s", got)
	}
}

// A body's own reports stand side by side, whatever counts; what is odd about them is told.
func TestCourseOfABody(t *testing.T) {
	wrong := model.Change{At: newRequests, New: "77"}
	w := work(t, nil, map[string]*model.Report{
		"2024/甲": report(t, "甲镇人民政府", 2024), "2025/甲": report(t, "甲镇人民政府", 2025, wrong),
		"2026/甲": report(t, "甲镇人民政府", 2026), "2026/又": report(t, "甲镇人民政府", 2026, wrong), "2026/乙": report(t, "乙镇人民政府", 2026),
	})
	if got, want := over(t, w, w.Bodies[1]), "甲镇人民政府 2021 2024 3 甲镇人民政府 2021 2025 77 甲镇人民政府 2021 2026 3\n"+
		"2025年的报告有1个错误没有改正。\n2026年的报告有内容不同的几份，用的是“2026/甲”。"; got != want {
		t.Errorf("told is\n%s\nwant\n%s", got, want)
	}
	if got := over(t, w, w.Bodies[0]); got != "none" {
		t.Errorf("of a body with one report is told %s", got)
	}
}
