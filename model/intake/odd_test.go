package intake_test

import (
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/intake"
	"nianbao/model/intake/source"
	"nianbao/model/sample"
)

// place reads a report written as text.
func place(t *testing.T, text string) *intake.Draft {
	t.Helper()
	doc, err := source.Read("报告.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	draft, err := intake.Place(doc, sample.Editions(t))
	if err != nil {
		t.Fatal(err)
	}
	return draft
}

const six = `
一、总体情况
全年公开信息12条，均在网站发布。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
解读材料形式单一，群众看不明白。
六、其他需要报告的事项
没有收取信息处理费。
`

func TestTitlesAndBodies(t *testing.T) {
	for _, c := range []struct {
		front, office string
		kind          model.Kind
		year          int
	}{
		{"甲乙镇人民政府2024年政府信息公开工作年度报告", "甲乙镇人民政府", model.Township, 2024},
		{"甲乙镇人民政府\n2024年政府信息公开工作年度报告", "甲乙镇人民政府", model.Township, 2024},
		{"甲乙镇人民政府\n关于2024年政府信息公开工作年度报告", "甲乙镇人民政府", model.Township, 2024},
		{"甲乙镇人民政府政府信息公开工作年度报告（2024年）", "甲乙镇人民政府", model.Township, 2024},
		{"甲乙镇人民政府政府信息公开工作年度报告（二〇二四年度）", "甲乙镇人民政府", model.Township, 2024},
		{"甲乙县卫生健康局政府信息公开2024年度报告", "甲乙县卫生健康局", model.Department, 2024},
		{"关于甲乙镇2024年政府信息公开工作的报告", "甲乙镇", model.Township, 2024},
		{"甲乙镇 2 0 2 4 年政府信息公开工作年度报告", "甲乙镇", model.Township, 2024},
		{"甲乙镇２０２４年政府信息公开工作年度报告", "甲乙镇", model.Township, 2024},
		{"二〇二四年甲乙镇政府信息公开工作年度报告", "甲乙镇", model.Township, 2024},
		{"2024年度甲乙街道办事处政府信息公开工作年度报告", "甲乙街道办事处", model.Subdistrict, 2024},
		{"2024年政府信息公开工作年度报告\n（甲乙县自然资源局）", "甲乙县自然资源局", model.Department, 2024},
		{"甲乙經濟開發區管理委員會2024年政府信息公開工作年度報告", "甲乙經濟開發區管理委員會", model.Department, 2024},
		{"甲乙市丙丁区行政审批服务和政务\n信息管理局\n2024年政府信息公开工作年度报告", "甲乙市丙丁区行政审批服务和政务信息管理局", model.Department, 2024},
		{"甲乙县\n丙丁镇人民政府\n2024年政府信息公开工作年度报告", "丙丁镇人民政府", model.Township, 2024},
		{"[bookmark: _GoBack]甲乙镇2024年政府信息公开工作年度报告", "甲乙镇", model.Township, 2024},
	} {
		r := place(t, c.front+"\n"+six).Report
		if r.Office != c.office || r.Kind != c.kind || r.Year != c.year {
			t.Errorf("%q: %q %s %d", c.front, r.Office, r.Kind, r.Year)
		}
		if len(r.Outline) > 0 && len(r.Headings()) != 6 {
			t.Errorf("%q: outline %v", c.front, r.Outline)
		}
	}
}

// Section titles with numbers of another shape are sections all the same, and
// the numbers are kept and reported.
func TestOddNumbers(t *testing.T) {
	for _, style := range []func(n int, title string) string{
		func(n int, title string) string { return model.Numeral(n) + "、" + title },
		func(n int, title string) string { return string('0'+rune(n)) + "、" + title },
		func(n int, title string) string { return string('0'+rune(n)) + "." + title },
		func(n int, title string) string { return model.SubMark(n) + title },
		func(n int, title string) string { return "(" + string('0'+rune(n)) + ")" + title },
		func(n int, title string) string { return "第" + model.Numeral(n) + "部分 " + title },
		func(n int, title string) string { return string([]rune("壹贰叁肆伍陆")[n-1]) + "、" + title },
		func(n int, title string) string { return model.Numeral(n) + title },
		func(_ int, title string) string { return title },
		func(n int, title string) string {
			return model.Numeral(n) + "、" + title + " 本段接着标题写。"
		},
	} {
		var b strings.Builder
		b.WriteString("甲乙镇2024年政府信息公开工作年度报告\n")
		for i, s := range sample.Editions(t).ByID("2021").Sections {
			b.WriteString(style(i+1, s.Title) + "\n第" + model.Numeral(i+1) + "段的话，写得稍微长一些。\n")
		}
		r := place(t, b.String()).Report
		if parts := r.Parts(); len(parts) != 6 || parts[5].ID != "other" || !strings.HasSuffix(r.Texts["overview/intro"], "第一段的话，写得稍微长一些。") {
			t.Errorf("%s: %v", style(1, "总体情况"), r.Headings())
		}
		if len(r.Unplaced) > 0 || r.Texts["preface"] != "" {
			t.Errorf("%s: unplaced %v, preface %s", style(1, "总体情况"), r.Unplaced, r.Texts["preface"])
		}
	}
}

// A subheading that reads like a section's title stays where it is.
func TestSubheadingIsNoSection(t *testing.T) {
	r := place(t, strings.Replace("甲乙镇2024年政府信息公开工作年度报告"+six, "全年公开", "（一）主动公开情况\n全年公开", 1)).Report
	if got := r.Texts["overview/active"]; !strings.HasPrefix(got, "全年公开") {
		t.Errorf("主动公开 has %q, outline %v", got, r.Headings())
	}
}

// With one cell a line, a value too many leaves no way to tell which is right.
func TestSurplusValue(t *testing.T) {
	for _, c := range []struct{ row, want string }{
		{"行政许可\n7", "7"},
		{"行政许可\n7\n4", ""},
	} {
		text := strings.Replace("甲乙镇2024年政府信息公开工作年度报告"+six, "二、主动公开政府信息情况\n",
			"二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\n本年处理决定数量\n"+c.row+"\n第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n0\n行政强制\n0\n", 1)
		draft := place(t, text)
		if got := draft.Report.Value("disclosure/permits/decisions").String(); got != c.want {
			t.Errorf("%q gives %q", c.row, got)
		}
		if (c.want == "") != (len(draft.Notes) == 1 && len(draft.Report.Unplaced) == 1) {
			t.Errorf("%q: notes %v, unplaced %v", c.row, draft.Notes, draft.Report.Unplaced)
		}
	}
}

// table puts a table into the report's section of the disclosures.
func table(t *testing.T, rows string) *intake.Draft {
	t.Helper()
	doc, err := source.Read("报告.html", []byte("<p>甲乙镇2024年政府信息公开工作年度报告</p><p>"+
		strings.ReplaceAll(strings.TrimSpace(strings.Replace(six, "三、收到", "</p><table>"+rows+"</table><p>三、收到", 1)), "\n", "</p><p>")+"</p>"))
	if err != nil {
		t.Fatal(err)
	}
	draft, err := intake.Place(doc, sample.Editions(t))
	if err != nil {
		t.Fatal(err)
	}
	return draft
}

// A label that is only like the form's is told; one that could be either of two is
// not placed, and what stands beside a label is kept.
func TestLabelsThatAreOnlyAlike(t *testing.T) {
	head := "<tr><td colspan=4>第二十条第（一）项</td></tr><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>"
	for _, c := range []struct{ name, rows, value, note, kept string }{
		{"as printed", head + "<tr><td>行政规范性文件</td><td>1</td><td>2</td><td>3</td></tr>", "1", "", ""},
		{"nearly", head + "<tr><td>行政规范文件</td><td>1</td><td>2</td><td>3</td></tr>", "1", "不是规定的写法", ""},
		{"a head that could be either", strings.Replace(head, "本年制发件数", "本年件数", 1) + "<tr><td>行政规范性文件</td><td>1</td><td>2</td><td>3</td></tr>", "", "对不上", "行政规范性文件"},
		{"a word before the label", head + "<tr><td>备注甲</td><td>行政规范性文件</td><td>1</td><td>2</td><td>3</td></tr>", "1", "", "备注甲"},
	} {
		for range 20 { // whatever the order of a map
			draft := table(t, c.rows)
			notes, kept := strings.Join(draft.Notes, "\n"), strings.Join(draft.Report.Unplaced, "\n")
			if got := draft.Report.Value("disclosure/documents/issued").String(); got != c.value {
				t.Fatalf("%s: %q, notes %q", c.name, got, notes)
			}
			if !strings.Contains(notes, c.note) || c.note == "" && notes != "" || !strings.Contains(kept, c.kept) || c.kept == "" && kept != "" {
				t.Fatalf("%s: notes %q, kept %q", c.name, notes, kept)
			}
		}
	}
}

// The mark of a draft above the title is told and left out; the same words in the text are
// text.
func TestMarkOfADraft(t *testing.T) {
	const title = "甲乙镇人民政府2024年政府信息公开工作年度报告"
	for _, mark := range []string{"【草稿】", "草稿", "（草 稿）"} {
		draft := place(t, mark+"\n\n"+title+strings.Replace(six, "没有收取", "草稿\n没有收取", 1))
		r := draft.Report
		if r.Title != title || len(r.Unplaced) > 0 || !strings.Contains(r.Texts["other"], "草稿\n没有收取") {
			t.Errorf("%s: the title is %q, the last section %q, unplaced %q", mark, r.Title, r.Texts["other"], r.Unplaced)
		}
		if !strings.Contains(strings.Join(draft.Notes, "\n"), "草稿") {
			t.Errorf("%s: nothing is said of it: %q", mark, draft.Notes)
		}
	}
}
