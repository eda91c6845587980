package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/sample"
)

// tell is a finding in one line: rule, addresses, sentence.
func tell(f model.Finding) string {
	at := make([]string, len(f.At))
	for i, ref := range f.At {
		at[i] = string(ref)
	}
	return f.Rule + " [" + strings.Join(at, " ") + "] " + f.Text
}

// lastYear is the report of 2025 that the example carries on from.
func lastYear(t testing.TB) *model.Report {
	r := sample.Example(t)
	r.Year, r.Texts = 2025, sample.Full().Texts
	r.Apply(
		model.Change{At: "requests/carried-out/person", New: "1"},
		model.Change{At: "requests/new/person", New: "4"},
		model.Change{At: "disclosure/documents/in-force", New: "8"},
		model.Change{At: "disclosure/documents/issued", New: "0"},
		model.Change{At: "disclosure/documents/repealed", New: "0"},
	)
	return r
}

// Each case spoils the example in one way and names everything that must be found.
func TestCheck(t *testing.T) {
	set := func(ref model.Ref, value string) model.Change { return model.Change{At: ref, New: value} }
	row := func(table, row string, columns ...string) (out []string) {
		for _, c := range columns {
			out = append(out, table+"/"+row+"/"+c)
		}
		return out
	}
	seven := []string{"total", "person", "business", "research", "charity", "legal", "other-org"}
	for _, c := range []struct {
		name    string
		changes []model.Change
		rule    string
		at      []string // nil: whatever the sentence says
		text    string
		fix     string // what the first cell becomes
	}{
		{"a right report", nil, "", nil, "", ""},
		{
			"wrong row sum",
			[]model.Change{set("requests/granted/total", "6")},
			"requests-row-sum", row("requests", "granted", seven...),
			"“（一）予以公开”一行：各类申请人相加为 3，总计写的是 6，相差 3。", "3",
		},
		{
			"wrong result sum",
			[]model.Change{set("requests/total/person", "5")},
			"requests-result-sum", nil,
			"“自然人”一列：各项办理结果相加为 4，“（七）总计”写的是 5，相差 1。", "4",
		},
		{
			"broken balance",
			[]model.Change{set("requests/carried-out/person", "1")},
			"requests-balance",
			[]string{"requests/new/person", "requests/carried-in/person", "requests/total/person", "requests/carried-out/person"},
			"自然人一列：第一项加第二项为 4，第三项总计加第四项为 5，相差 1。", "",
		},
		{
			"wrong appeals sum",
			[]model.Change{set("appeals/suit/total", "2")},
			"appeals-sum", row("appeals", "suit", "total", "upheld", "corrected", "other", "pending"),
			"“行政诉讼·未经复议直接起诉”一行：各项结果相加为 0，总计写的是 2，相差 2。", "0",
		},
		{
			"blank",
			[]model.Change{{At: "requests/partial/legal", Drop: true}},
			"blank-cell",
			[]string{"requests/partial/legal"},
			"“（二）部分公开（区分处理的，只计这一情形，不计其他情形）·法律服务机构”还没有填；没有发生的请填 0。", "",
		},
		{
			"3.5 in a count",
			[]model.Change{set("requests/new/person", "3.5")},
			"not-a-count",
			[]string{"requests/new/person"},
			"“一、本年新收政府信息公开申请数量·自然人”写的是“3.5”，应当是 0 或正整数；没有发生的请填 0。", "",
		},
		{"-1 in a count", []model.Change{set("disclosure/permits/decisions", "-1")}, "not-a-count", []string{"disclosure/permits/decisions"}, "", ""},
		{"a stroke in a cell", []model.Change{set("requests/deny-query/charity", "/")}, "not-a-count", []string{"requests/deny-query/charity"}, "", ""},
		{"无 in a total", []model.Change{set("appeals/review/total", "无")}, "not-a-count", []string{"appeals/review/total"}, "", ""},
		{"a negative amount", []model.Change{set("disclosure/fees/amount", "-0.5")}, "not-a-count", []string{"disclosure/fees/amount"}, "", ""},
		{"an exact amount", []model.Change{set("disclosure/fees/amount", "190.457379")}, "", nil, "", ""},
		{"a unit in a count", []model.Change{set("disclosure/permits/decisions", "36件")}, "unit-in-cell", []string{"disclosure/permits/decisions"}, "", "36"},
		{
			"元 where the head says 万元",
			[]model.Change{set("disclosure/fees/amount", "52000元")},
			"unit-in-cell",
			[]string{"disclosure/fees/amount"},
			"“行政事业性收费·本年收费金额（单位：万元）”写的是“52000元”，表头的单位是万元，格内只填数字。", "5.2",
		},
		{
			"rules at a township",
			[]model.Change{set("disclosure/rules/in-force", "1")},
			"rules-made",
			[]string{"disclosure/rules/in-force"},
			"“规章”一行不是 0；乡镇人民政府没有制定规章的权限，请核对。", "",
		},
		{"full-width and grouped numbers", []model.Change{set("requests/new/person", "１，００３"), set("requests/granted/person", "1,002")}, "", nil, "", ""},
		{"large numbers", []model.Change{
			set("requests/new/person", "123456789012"), set("requests/granted/person", "123456789011"),
			set("requests/carried-in/charity", "99999999999"), set("requests/carried-out/charity", "99999999999"),
			set("disclosure/permits/decisions", "999999999999999"), set("overview/active", permitted("999999999999999")),
		}, "", nil, "", ""},
		{"an empty section", []model.Change{set("other", "")}, "section-missing", []string{"other"}, "第六部分“其他需要报告的事项”还没有内容。", ""},
		{"a bare 无", []model.Change{set("other", "无。")}, "bare-none", []string{"other"}, "", ""},
		{"a section of four characters", []model.Change{set("problems/problems", "问题"), set("problems/improvements", "改进")}, "bare-none", []string{"problems/problems"}, "", ""},
		{
			"the old notice",
			[]model.Change{set("preface", "按照国办公开办函〔2019〕60号文件的要求编制。")},
			"old-edition",
			[]string{"preface"},
			"正文引用了“国办公开办函〔2019〕60号”，现行格式依据是国办公开办函〔2021〕30号。", "",
		},
		{"the form of another year", []model.Change{set(model.RefYear, "2020"), set(model.RefTitle, "政府信息公开工作年度报告")}, "old-edition", []string{"@year"}, "表格是2021年度以后的格式，本报告是2020年度，请换用当年的格式。", ""},
		{"a long first section", []model.Change{set("overview/intro", strings.Repeat("字", 401))}, "overview-length", nil, "", ""},
		{"just long enough", []model.Change{set("overview/intro", strings.Repeat("字", 391))}, "", nil, "", ""},
		{"a placeholder", []model.Change{set("preface", "ＸＸ镇人民政府编制。")}, "template-text", []string{"preface"}, "还留有模板文字“ＸＸ”，请改写或删去。", ""},
		{"three crosses", []model.Change{set("preface", "由XXX镇人民政府编制。")}, "template-text", []string{"preface"}, "", ""},
		{"a web address", []model.Change{set("preface", "网址为www.xxgk.gov.cn，XXGK专栏。")}, "", nil, "", ""},
		{"a line to fill in", []model.Change{set("preface", "共公开＿＿＿＿条。")}, "template-text", []string{"preface"}, "", ""},
		{
			"a count of 16 digits",
			[]model.Change{set("requests/new/person", "1000000000000000")},
			"not-a-count",
			[]string{"requests/new/person"},
			"“一、本年新收政府信息公开申请数量·自然人”写的是“1000000000000000”，位数太多，请核对；没有发生的请填 0。", "",
		},
		{"money among counts", []model.Change{set("requests/new/person", "3万元")}, "not-a-count", []string{"requests/new/person"}, "", ""},
		{"no body", []model.Change{set(model.RefOffice, "")}, "blank-cell", []string{"@office"}, "“单位名称”还没有填。", ""},
		{"last year's title", []model.Change{set(model.RefTitle, "白杨镇人民政府2025年政府信息公开工作年度报告")}, "wrong-year", []string{"@title"}, "标题里的“2025年”不是报告的年度，这里是不是应当写 2026 年？", ""},
		{"no title", []model.Change{set(model.RefTitle, " ")}, "blank-cell", []string{"@title"}, "", ""},
		{"nothing else to report", []model.Change{set("other", "无其他需要报告的事项。")}, "bare-none", []string{"other"}, "", ""},
		{"crosses", []model.Change{set("preface", "联系电话××××。")}, "template-text", []string{"preface"}, "", ""},
		{"an empty number of a document", []model.Change{set("preface", "按照〔　〕号文件编制。")}, "template-text", []string{"preface"}, "", ""},
		{
			"an altered title",
			[]model.Change{set(model.RefOutline, strings.Replace(outlineOf(t), "总体情况", "工作概况", 1))},
			"section-title",
			[]string{"overview"},
			"第一部分的标题写作“工作概况”，规定的标题是“总体情况”。", "*",
		},
		{
			"a missing section",
			[]model.Change{set(model.RefOutline, strings.Replace(outlineOf(t), "appeals\t政府信息公开行政复议、行政诉讼情况\t\n", "", 1))},
			"section-missing",
			[]string{"appeals"},
			"缺少第四部分“政府信息公开行政复议、行政诉讼情况”。", "*",
		},
		{"another numbering", []model.Change{set(model.RefOutline, strings.Replace(outlineOf(t), "总体情况\t", "总体情况\t第一部分", 1))}, "section-order", []string{"overview"}, "", "*"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := sample.Example(t)
			for _, change := range c.changes {
				if strings.HasPrefix(string(change.At), "requests/") {
					r.Texts["overview/on-request"] = "依申请公开的情况见第三部分。" // TestTold has what the prose says of the tables
				}
			}
			r.Apply(c.changes...)
			found := model.Check(r, nil)
			if c.rule == "" {
				for _, f := range found {
					t.Errorf("found %s", tell(f))
				}
				return
			}
			if len(found) != 1 || found[0].Rule != c.rule {
				for _, f := range found {
					t.Logf("found %s", tell(f))
				}
				t.Fatalf("want one finding of %s, got %d", c.rule, len(found))
			}
			f := found[0]
			if c.at != nil && fmt.Sprint(f.At) != fmt.Sprint(c.at) {
				t.Errorf("at %v, want %v", f.At, c.at)
			}
			if c.text != "" && f.Text != c.text {
				t.Errorf("says %s\nwant %s", f.Text, c.text)
			}
			if (c.fix != "") != (f.Fix != nil) || f.Fix != nil && c.fix != "*" && f.Fix[0].New != c.fix {
				t.Errorf("fix %v, want %q", f.Fix, c.fix)
			}
			if f.Fix != nil {
				r.Apply(f.Fix...)
				for _, left := range model.Check(r, nil) {
					if left.Rule == c.rule {
						t.Errorf("after the fix there is still %s", tell(left))
					}
				}
			}
		})
	}
}

func outlineOf(t testing.TB) string { return model.OutlineText(sample.Example(t).Headings()) }

// permitted is prose that tells how many permits were granted.
func permitted(n string) string {
	return "办理行政许可" + n + "件，结果在公示栏公开。"
}

func TestCheckAgainstLastYear(t *testing.T) {
	for _, c := range []struct {
		name         string
		this, last   []model.Change
		rule, at, is string
	}{
		{"carries on", nil, nil, "", "", ""},
		{
			"broken carry", nil,
			[]model.Change{{At: "requests/carried-out/person", New: "3"}},
			"carried-in", "requests/carried-in/person",
			"上年结转（自然人）写的是 1，去年报告的“结转下年度”是 3，相差 2。",
		},
		{
			"broken stock", nil,
			[]model.Change{{At: "disclosure/documents/in-force", New: "10"}},
			"in-force-roll", "disclosure/documents/in-force",
			"“行政规范性文件”的现行有效件数写的是 9，按去年报告（去年 10＋本年制发件数 2－本年废止件数 1）应当是 11，相差 2。",
		},
		{
			"a jump",
			[]model.Change{{At: "disclosure/permits/decisions", New: "180"}, {At: "overview/active", New: permitted("180")}},
			nil, "jump", "disclosure/permits/decisions",
			"“行政许可·本年处理决定数量”今年是 180，去年是 36，相差悬殊，请核对。",
		},
		{"not quite a jump", []model.Change{{At: "disclosure/permits/decisions", New: "179"}, {At: "overview/active", New: permitted("179")}}, nil, "", "", ""},
		{"a jump from nothing", []model.Change{{At: "disclosure/coercion/decisions", New: "20"}}, nil, "jump", "disclosure/coercion/decisions", ""},
		{"last year's cell is blank", nil, []model.Change{{At: "requests/carried-out/person", Drop: true}}, "", "", ""},
		{
			"more appeals than applications",
			[]model.Change{{At: "appeals/suit/pending", New: "9"}},
			nil, "appeals-over-requests", "appeals/review/total",
			"行政复议和行政诉讼共 10 件，多于今年和去年的申请 9 件，请核对。",
		},
		{"a report of another year is not compared", nil, []model.Change{{At: model.RefYear, New: "2024"}, {At: "requests/carried-out/person", New: "3"}}, "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, last := sample.Example(t), lastYear(t)
			r.Apply(c.this...)
			last.Apply(c.last...)
			found := model.Check(r, last)
			if c.rule == "" {
				for _, f := range found {
					t.Errorf("found %s", tell(f))
				}
				return
			}
			if len(found) != 1 || found[0].Rule != c.rule || string(found[0].At[0]) != c.at || c.is != "" && found[0].Text != c.is {
				for _, f := range found {
					t.Logf("found %s", tell(f))
				}
				t.Fatalf("want %s at %s: %s", c.rule, c.at, c.is)
			}
		})
	}
}

// full2019 is a right report of the older form.
func full2019(t testing.TB) *model.Report {
	r := model.NewReport(sample.Editions(t).ByID("2019"), "白杨镇人民政府", model.Township, 2020)
	for _, c := range r.Edition.Cells() {
		if !c.Total() && !c.Optional() {
			r.Numbers[c.Ref] = model.Int(0)
		}
	}
	for _, h := range r.Edition.Outline() {
		if r.Edition.Text(model.Ref(h.ID)) != nil {
			r.Texts[model.Ref(h.ID)] = "按照要求做好各项工作。"
		}
	}
	r.Texts["overview/active"] = "全年公开信息120条。"
	r.Texts["problems/problems"] = "部分栏目更新不够及时，解读形式单一。"
	r.Texts["other"] = "无"
	return r
}

func TestCheck2019(t *testing.T) {
	set := func(ref model.Ref, value string) model.Change { return model.Change{At: ref, New: value} }
	for _, c := range []struct {
		name    string
		changes []model.Change
		rule    string
		at      model.Ref
	}{
		{"a right report", nil, "", ""},
		{"a decrease", []model.Change{set("disclosure/permits/change", "-8")}, "", ""},
		{"a printed plus", []model.Change{set("disclosure/permits/change", "+19")}, "", ""},
		{"half a change", []model.Change{set("disclosure/permits/change", "-0.5")}, "not-a-count", "disclosure/permits/change"},
		{"an amount with its unit", []model.Change{set("disclosure/procurement/projects", "15"), set("disclosure/procurement/amount", "14.73万元")}, "", ""},
		{"an amount without its unit", []model.Change{set("disclosure/procurement/projects", "2"), set("disclosure/procurement/amount", "167900")}, "unit-missing", "disclosure/procurement/amount"},
		{"projects without amount", []model.Change{set("disclosure/procurement/projects", "2")}, "procurement-pair", "disclosure/procurement/projects"},
		{"amount without projects", []model.Change{set("disclosure/procurement/amount", "5元")}, "procurement-pair", "disclosure/procurement/projects"},
		{"an amount told in another unit", []model.Change{set("disclosure/procurement/projects", "7"), set("disclosure/procurement/amount", "186000元"), set("overview/active", "组织政府集中采购7项，总金额18.6万元。")}, "", ""},
		{"another amount told", []model.Change{set("disclosure/procurement/projects", "7"), set("disclosure/procurement/amount", "186000元"), set("overview/active", "实施政府集中采购项目7个，采购总金额19.6万元。")}, "text-number", "overview/active"},
		{"other projects told", []model.Change{set("disclosure/procurement/projects", "7"), set("disclosure/procurement/amount", "18.6万元"), set("overview/active", "政府集中采购项目6个。")}, "text-number", "overview/active"},
		{"published over made", []model.Change{set("disclosure/documents/made", "1"), set("disclosure/documents/published", "2")}, "published-over-made", "disclosure/documents/published"},
		{"a subheading with nothing under it", []model.Change{set("overview/platform", " ")}, "section-missing", "overview/platform"},
		{"the provincial row, left blank", []model.Change{set("disclosure/published/total", "")}, "", ""},
		{"the provincial row with words", []model.Change{set("disclosure/published/total", "很多")}, "not-a-count", "disclosure/published/total"},
		{"the 2019 form for 2022", []model.Change{set(model.RefYear, "2022"), set(model.RefTitle, "政府信息公开工作年度报告")}, "old-edition", "@year"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := full2019(t)
			r.Apply(c.changes...)
			found := model.Check(r, nil)
			if c.rule == "" && len(found) == 0 {
				return
			}
			if len(found) != 1 || found[0].Rule != c.rule || found[0].At[0] != c.at {
				for _, f := range found {
					t.Logf("found %s", tell(f))
				}
				t.Fatalf("want %q at %q", c.rule, c.at)
			}
		})
	}
	last := full2019(t)
	last.Year = 2019
	last.Apply(set("disclosure/penalties/last-year", "12"), set("disclosure/penalties/change", "-3"))
	found := model.Check(full2019(t), last)
	if len(found) != 1 || found[0].Rule != "last-year-roll" || found[0].Fix[0].New != "9" {
		t.Fatalf("last year's 12 less 3 is 9: %v", found)
	}
}

func TestAcceptedWarningIsNotCounted(t *testing.T) {
	r := sample.Example(t)
	r.Apply(model.Change{At: "disclosure/rules/in-force", New: "1"})
	found := model.Check(r, nil)
	r.Apply(model.Change{At: model.AcceptRef(found[0].Key()), New: "县里委托制定"})
	found = model.Check(r, nil)
	if model.Count(found, model.Warning) != 0 || found[0].Accepted != "县里委托制定" {
		t.Errorf("accepted: %v", found)
	}
	r.Apply(model.Change{At: "disclosure/rules/issued", New: "1"}) // other cells: another matter
	if found = model.Check(r, nil); model.Count(found, model.Warning) != 1 {
		t.Errorf("an acceptance must not cover what it was not given for: %v", found)
	}
}

func TestFindingsComeInPrintedOrder(t *testing.T) {
	r := sample.Example(t)
	r.Apply(
		model.Change{At: "other", New: "无"},
		model.Change{At: "requests/new/person", New: "无"},
		model.Change{At: "disclosure/permits/decisions", Drop: true},
		model.Change{At: "preface", New: "XX镇"},
	)
	var at []string
	for _, f := range model.Check(r, nil) {
		at = append(at, f.At[0].Section())
	}
	if want := []string{"preface", "disclosure", "requests", "other"}; !slices.Equal(at, want) {
		t.Errorf("order %v, want %v", at, want)
	}
}

func BenchmarkCheck(b *testing.B) {
	r, last := sample.Example(b), lastYear(b)
	b.ReportAllocs()
	for b.Loop() {
		if found := model.Check(r, last); len(found) != 0 {
			b.Fatal("the example is right")
		}
	}
}

// Without last year's report, as while typing.
func BenchmarkCheckAlone(b *testing.B) {
	r := sample.Example(b)
	b.ReportAllocs()
	for b.Loop() {
		if found := model.Check(r, nil); len(found) != 0 {
			b.Fatal("the example is right")
		}
	}
}

// Stated totals that add up among themselves are wrong only where they do not
// follow from the cases.
func TestTotalsThatAgreeAmongThemselves(t *testing.T) {
	r := sample.Example(t)
	r.Apply(model.Change{At: "requests/total/person", New: "3"}, model.Change{At: "requests/total/total", New: "4"})
	var found []string
	for _, f := range model.Check(r, nil) {
		found = append(found, f.Rule+" "+string(f.At[0]))
	}
	want := []string{"requests-result-sum requests/total/person", "requests-result-sum requests/total/total"}
	if !slices.Equal(found, want) {
		t.Errorf("found %v, want %v", found, want)
	}
	// The balance that such totals break as well is a finding of its own only if
	// the right totals break it too.
	r.Apply(model.Change{At: "requests/carried-out/person", New: "7"})
	n := 0
	for _, f := range model.Check(r, nil) {
		if f.Rule == "requests-balance" {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d findings of the balance", n)
	}
}
