package export_test

import (
	"slices"
	"strings"
	"testing"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/sample"
)

// filled is a report of a year in which every number that is typed in is 1.
func filled(edition string, year int) *model.Report {
	r := sample.Blank(edition, "白杨镇人民政府", year)
	for _, c := range r.Edition.Cells() {
		if !c.Total() && !c.Optional() {
			r.Numbers[c.Ref] = model.Int(1)
		}
	}
	return r
}

func course(reports ...*model.Report) *export.Document {
	return (&export.Course{Reports: reports}).Compose()
}

// lines gives a document as lines: prose, captions, and the numbers of charts.
func lines(d *export.Document) (out []string) {
	out = append(out, d.Name)
	for _, b := range d.Blocks {
		if b.Kind != export.Grid {
			out = append(out, b.Text)
		}
		if b.Chart != nil {
			out = append(out, strings.Join(b.Chart.Labels, " "))
			for i := range b.Chart.Series {
				s := &b.Chart.Series[i]
				row := s.Name + ":"
				for i := range b.Chart.Labels {
					row += " " + s.At(i).String()
					if s.At(i).Blank() {
						row += export.Gap
					}
				}
				out = append(out, row)
			}
		}
	}
	return out
}

// expect says which lines must be there and which must not.
func expect(t *testing.T, d *export.Document, want ...string) {
	t.Helper()
	got := lines(d)
	for _, line := range want {
		if !slices.Contains(got, line) {
			t.Errorf("no line %q in\n%s", line, strings.Join(got, "\n"))
		}
	}
}

func TestCourse(t *testing.T) {
	d := course(filled("2021", 2022), filled("2021", 2021))
	expect(t, d,
		"白杨镇人民政府2021年至2022年政府信息公开情况变化",
		"根据白杨镇人民政府2021年至2022年的政府信息公开工作年度报告编制。",
		"一、政府信息公开申请的收到和办结", "图1　政府信息公开申请的收到和办结", "2021年 2022年",
		"本年新收: 6 6", "本年办结: 126 126",
		"不予公开: 48 48", "其他处理: 18 18", "行政许可: 1 1", "行政复议: 4 4", "行政诉讼: 8 8")
	for _, line := range lines(d) {
		if strings.Contains(line, "空着") || strings.Contains(line, "没有") {
			t.Errorf("nothing is missing, but it says: %s", line)
		}
	}
	charts, tables := 0, 0
	for i, b := range d.Blocks {
		if b.Kind != export.Chart {
			continue
		}
		charts++
		if next := d.Blocks[i+1]; next.Kind == export.Grid && next.Table.Grid.Rows == 3 && next.Table.Texts[next.Table.Grid.Cols] == "2021年" {
			tables++
		}
	}
	if charts != 6 || tables != 6 {
		t.Errorf("%d charts and %d tables of their numbers, want 6 of each", charts, tables)
	}
}

// What another edition, a missing year or a half filled report does not have is a gap, and
// is told.
func TestCourseTellsOfGaps(t *testing.T) {
	half := filled("2021", 2024)
	delete(half.Numbers, "requests/granted/person")
	off := filled("2021", 2025)
	off.Numbers["requests/new/total"] = model.Int(7)
	stated := filled("2021", 2023)
	delete(stated.Numbers, "appeals/review/upheld")
	stated.Numbers["appeals/review/total"] = model.Int(5)
	d := course(sample.Blank("2008", "白杨镇人民政府", 2018), filled("2019", 2019), filled("2019", 2020), filled("2021", 2021), stated, half, off)
	expect(t, d,
		"没有2022年的报告，图表中空着。",
		"2018年至2020年的报告格式没有“本年制发”“本年废止”“现行有效”，图表中空着。",
		"2018年的报告格式没有“本年新收”“本年办结”“结转下年度”，图表中空着。",
		"2024年的报告没有填全“本年办结”，图表中空着。",
		"2024年的报告没有填全“予以公开”，图表中空着。",
		"2025年报告写的“本年新收”是7，分项相加是6，图表中用分项相加的数。",
		"2023年的报告没有填全“行政复议”的分项，图表中用的是报告写的总计。",
		"本年新收: — 6 6 6 — 6 6 6",
		"予以公开: — 6 6 6 — 6 — 6",
		"其他处理: — 6 6 18 — 18 18 18",
		"行政复议: — 4 4 4 — 5 4 4")
}

func TestCourseOfOddReports(t *testing.T) {
	expect(t, course(), "公开情况变化", "没有可以对照的报告。")
	expect(t, course(filled("2021", 2021)), "白杨镇人民政府2021年政府信息公开情况变化", "2021年", "本年新收: 6")
	expect(t, course(sample.Blank("2008", "白杨镇人民政府", 2012)), "2012年的报告没有可以对照的数。")
	second := filled("2021", 2021)
	second.Numbers["requests/new/person"], second.Office = model.Int(5), "白杨乡人民政府"
	d := course(filled("2021", 2021), filled("2021", 2022), second)
	expect(t, d, "2021年的报告不止一份，用的是后一份。", "2021年报告的单位名称是“白杨乡人民政府”。", "本年新收: 10 6")
	wrong := filled("2021", 20)
	if n := len(course(wrong, filled("2021", 2026)).Blocks); n > 200 {
		t.Errorf("a wrong year makes %d blocks", n)
	}
	expect(t, course(wrong, filled("2021", 2026)), "没有1997年至2025年的报告，图表中空着。", "20年的报告离得太远，没有列入。")
}

// Last year's reports stay what they are.
func TestCourseChangesNothing(t *testing.T) {
	a, b := filled("2021", 2022), filled("2021", 2021)
	before := len(a.Numbers)
	reports := []*model.Report{a, b}
	(&export.Course{Reports: reports}).Compose()
	if reports[0] != a || reports[1] != b || len(a.Numbers) != before {
		t.Error("the reports were changed or put into another order")
	}
}
