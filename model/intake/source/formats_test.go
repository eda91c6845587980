package source

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
)

func TestHTML(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{
			"blocks",
			`<html><head><title> 年度报告 </title><style>p{}</style><meta name="nianbao:year" content="2024"></head><body><h1>标题</h1><div>甲<p>乙<span>丙</span><p>丁<br>戊</div><script>var a="<p>";</script>己</body></html>`,
			"html \"年度报告\" {\"year\":\"2024\"}\n1 \"标题\"\n0 \"甲\"\n0 \"乙丙\"\n0 \"丁\\n戊\"\n0 \"己\"\n",
		},
		{
			"white space",
			"<p>\n  公开\n  信息 3 件 \n Word\n  file&nbsp;&lt;甲&gt; </p><pre>a\n b</pre>",
			"html \"\"\n0 \"公开信息 3 件 Word file\u00a0<甲>\"\n0 \"a\\n b\"\n",
		},
		{
			"addresses",
			`<div data-ref="overview/active"><p>甲</p><p>乙</p></div><p data-ref="other">丙<p>丁<table data-ref="requests"><tr><td>1<td>2</table>`,
			"html \"\"\n[overview/active] 0 \"甲\"\n[overview/active] 0 \"乙\"\n[other] 0 \"丙\"\n0 \"丁\"\n[requests] table\n  0\"1\" 1\"2\"\n",
		},
		{
			"table",
			`<table><caption>表</caption><thead><tr><th rowspan=2 colspan="2">甲</th><th colspan=2>乙</th></tr><tr><th>丙</th><th>丁</th></tr></thead><tr><td rowspan=0>戊</td><td><p>1</p><p>2</p></td><td>3<td></table>后`,
			"html \"\"\n0 \"表\"\ntable\n  0+2x2\"甲\" 2+2x1\"乙\"\n  2\"丙\" 3\"丁\"\n  0\"戊\" 1\"1\\n2\" 2\"3\" 3\"\"\n0 \"后\"\n",
		},
		{
			"tables that lay out the page",
			`<table><tr><td>导航</td><td><p>甲</p><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>`,
			"html \"\"\n0 \"导航\"\n0 \"甲\"\ntable\n  0\"1\" 1\"2\"\n",
		},
		{
			"lists",
			`<ol><li>甲<li><p>乙</p></ol><ol style="list-style-type: cjk-ideographic" start=3><li>丙</ol><ul><li>丁</ul>`,
			"html \"\"\n0 \"1.甲\"\n0 \"2.乙\"\n0 \"三、丙\"\n0 \"丁\"\n",
		},
		{"no tables closed", `<table><tr><td>甲<td>乙`, "html \"\"\ntable\n  0\"甲\" 1\"乙\"\n"},
	} {
		d := read(t, "a.html", []byte(c.text))
		checkTables(t, d)
		if got := show(d); got != strings.ReplaceAll(c.want, "\u00a0", `\u00a0`) {
			t.Errorf("%s:\n%swant:\n%s", c.name, got, c.want)
		}
	}
	page := `<html><head><meta charset="gb2312"></head><body><p>青禾镇“镕”字</p></body></html>`
	data, _ := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(page))
	for _, data := range [][]byte{data, []byte(page)} { // the claim is true, and it is not
		if d := read(t, "a.htm", data); said(d) != "青禾镇“镕”字" {
			t.Errorf("%q", said(d))
		}
	}
}

func TestRTF(t *testing.T) {
	gbk := func(s string) string { // as Word writes it: bytes of the code page
		data, _ := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(s))
		var out strings.Builder
		for _, b := range data {
			const hex = "0123456789abcdef"
			out.WriteString(`\'` + string(hex[b>>4]) + string(hex[b&15]))
		}
		return out.String()
	}
	head := `{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset0 Times;}{\f1\fcharset134 SimSun;}{\f2\fcharset2 Wingdings;}}{\colortbl;\red0;}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 x;}{\s2 heading 2;}}{\info{\title ` + gbk("标题") + `}{\author a}}`
	for _, c := range []struct{ name, text, want string }{
		{"bytes", `\f1 ` + gbk("一、总体") + `\par\f0 ` + gbk("情况") + `abc\par`, "0 \"一、总体\"\n0 \"情况abc\"\n"},
		{"a pair half plain", `\f1 \'810\'81A\par`, "0 \"\ufffd0丄\"\n"},
		{"unicode", `\uc1\u19968?\u12289\'3f{\uc2\u24635\'d7\'dc}\uc0\u-10179\u-8704\par \u65;b`, "0 \"一、总😀\"\n0 \"A;b\"\n"},
		{"marks", `a\line b\tab c\~d\_e\emdash f\{g\}\\h\ldblquote i\rdblquote\par`, "0 \"a\\nb\\tc\\u00a0d-e—f{g}\\\\h“i”\"\n"},
		{"headings", `\s1 a\par\pard\s2 b\par\pard\plain c\par\pard\outlinelevel2 d\par`, "1 \"a\"\n2 \"b\"\n0 \"c\"\n3 \"d\"\n"},
		{"skipped", `{\header h}{\*\generator x;}{\pict ffd8}{\field{\*\fldinst HYPERLINK}{\fldrslt a}}{\deleted b}c{\upr{x}{\*\ud{d}}}\bin3 }}}e\par`, "0 \"acde\"\n"},
		{"list numbers", `{\listtext\pard\plain\f1 ` + gbk("一、") + `\tab}a\par{\listtext\f2\'b7\tab}b\par{\pntext 1\tab}c\par`, "0 \"一、a\"\n0 \"b\"\n0 \"1 c\"\n"},
		{"boxes and notes", `a{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt b\par c}}{\shprslt b}}d{\footnote e}\par f\par`, "0 \"ad\"\n0 \"b\"\n0 \"c\"\n0 \"f\"\n0 \"e\"\n"},
		{
			"table",
			`\trowd\clvmgf\cellx1000\clmgf\cellx2000\clmrg\cellx3000\pard\intbl a\par b\cell c\cell\cell\row\trowd\clvmrg\cellx1000\cellx2010\cellx3000\pard\intbl\cell 1\cell 2\cell\row\pard after\par`,
			"table\n  0+1x2\"a\\nb\" 1+2x1\"c\"\n  1\"1\" 2\"2\"\n0 \"after\"\n",
		},
		{"table without edges", `\trowd\pard\intbl a\cell b\cell\row c\cell\row\pard d\par`, "table\n  0\"a\" 1\"b\"\n  0\"c\"\n0 \"d\"\n"},
		{
			"table in a cell",
			`\trowd\cellx1000\cellx2000\pard\intbl a\cell\pard\intbl\itap2 1\nestcell 2\nestcell{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables\par}\pard\intbl\itap1 b\cell\row\pard c\par`,
			"table\n  0\"a\" 1\"1\\t2\\nb\"\n0 \"c\"\n",
		},
	} {
		d := read(t, "a.rtf", []byte(head+c.text+`}`))
		checkTables(t, d)
		got := strings.TrimPrefix(show(d), "rtf \"标题\"\n")
		if got != c.want {
			t.Errorf("%s:\n%swant:\n%s", c.name, got, c.want)
		}
	}
}

// workbook builds a workbook like those clerks keep.
func workbook(t testing.TB, fill func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var buf bytes.Buffer
	if err := f.Write(&buf); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestXlsx(t *testing.T) {
	data := workbook(t, func(f *excelize.File) {
		f.SetSheetName("Sheet1", "表二")
		f.SetSheetRow("表二", "A1", &[]any{"项目", nil, "金额"})
		f.MergeCell("表二", "A1", "B2")
		f.SetSheetRow("表二", "A3", &[]any{"收费", "本年\n新收", 190.457379})
		f.SetSheetRow("表二", "A4", &[]any{0.1 + 0.2, 167900, true})
		money, _ := f.NewStyle(&excelize.Style{NumFmt: 4})
		f.SetCellStyle("表二", "C3", "C3", money)
		f.SetCellValue("表二", "A5", 45678)
		day, _ := f.NewStyle(&excelize.Style{NumFmt: 14})
		f.SetCellStyle("表二", "A5", "A5", day)
		f.SetCellValue("表二", "B5", -8)
		f.SetCellStyle("表二", "B5", "B5", money)
		f.SetCellStr("表二", "C5", "370101199001011234")
		f.NewSheet("空")
		f.NewSheet("数据")
		f.SetSheetRow("数据", "A1", &[]any{"requests/new/person", "自然人", 3})
		f.SetDocProps(&excelize.DocProperties{Title: "统计表"})
		f.SetCustomProps(excelize.CustomProperty{Name: "nianbao:edition", Value: "2021"})
	})
	d := read(t, "a.xlsx", data)
	checkTables(t, d)
	want := `xlsx "统计表" {"edition":"2021"}
9 "表二"
table
  0+2x2"项目" 2"金额"
  2""
  0"收费" 1"本年\n新收" 2"190.457379"
  0"0.3" 1"167900" 2"TRUE"
  0"01-21-25" 1"-8" 2"370101199001011234"
9 "数据"
table
  0"requests/new/person" 1"自然人" 2"3"
`
	if got := show(d); got != want {
		t.Errorf("%s\nwant:\n%s", got, want)
	}
}
