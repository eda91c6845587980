package source

import (
	"fmt"
	"strings"
	"testing"
)

func TestDocx(t *testing.T) {
	num := func(level, list int) string { return fmt.Sprintf(listed, level, list) }
	run := func(s string) string { return `<w:r>` + s + `</w:r>` }
	for _, c := range []struct{ name, body, want string }{
		{
			"marks in a run",
			`<w:p>` + run(`<w:t xml:space="preserve"> 甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:t>丁</w:t><w:sym w:font="Wingdings" w:char="F0FE"/>`) + `</w:p>`,
			"0 \" 甲\\t乙\\n丙-丁☑\"\n",
		},
		{
			"tracked changes",
			`<w:p><w:ins w:id="1">` + run(`<w:t>收到3件</w:t>`) + `</w:ins><w:del w:id="2">` + run(`<w:delText>收到2件</w:delText>`) + `</w:del><w:moveFrom w:id="3">` + run(`<w:t>旧</w:t>`) + `</w:moveFrom><w:moveTo w:id="4">` + run(`<w:t>新</w:t>`) + `</w:moveTo></w:p>`,
			"0 \"收到3件新\"\n",
		},
		{
			"fields, links, hidden text",
			`<w:p>` + run(`<w:fldChar w:fldCharType="begin"/>`) + run(`<w:instrText>HYPERLINK "x"</w:instrText>`) + run(`<w:fldChar w:fldCharType="separate"/>`) + run(`<w:t>网站</w:t>`) + run(`<w:fldChar w:fldCharType="end"/>`) + `<w:hyperlink>` + run(`<w:t>公众号</w:t>`) + `</w:hyperlink>` + run(`<w:rPr><w:vanish/></w:rPr><w:t>隐</w:t>`) + `</w:p>`,
			"0 \"网站公众号隐\"\n",
		},
		{
			"text box said twice",
			`<w:p>` + run(`<mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>`+par("", "框中字")+`</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><w:txbxContent>`+par("", "框中字")+`</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent><w:t>正文</w:t>`) + `</w:p>`,
			"0 \"正文\"\n0 \"框中字\"\n",
		},
		{
			"content controls",
			`<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>` + par("", "控件") + `<w:p><w:sdt><w:sdtContent>` + run(`<w:t>内</w:t>`) + `</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>`,
			"0 \"控件\"\n0 \"内\"\n",
		},
		{
			"tab stops are no tabs",
			par(`<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>`, "正文"), "0 \"正文\"\n",
		},
		{
			"addresses",
			`<w:p><w:bookmarkStart w:id="1" w:name="nb_overview__on_hrequest"/>` + run(`<w:t>甲</w:t>`) + `</w:p><w:p><w:bookmarkStart w:id="2" w:name="_GoBack"/><w:bookmarkStart w:id="4" w:name="nb_problems__part_h12_p3"/>` + run(`<w:t>乙</w:t>`) + `</w:p><w:bookmarkStart w:id="3" w:name="nb_requests"/><w:tbl><w:tr>` + tc("", "1") + tc("", "2") + `</w:tr></w:tbl>` + par("", "丙"),
			"[overview/on-request] 0 \"甲\"\n[problems/part-12] 0 \"乙\"\n[requests] table\n  0\"1\" 1\"2\"\n0 \"丙\"\n",
		},
		{
			"headings",
			par(`<w:pStyle w:val="1"/>`, "甲") + par(`<w:outlineLvl w:val="1"/>`, "乙") + par(`<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>`, "丙") + par(`<w:pStyle w:val="h3"/>`, "丁"),
			"1 \"甲\"\n2 \"乙\"\n0 \"丙\"\n3 \"丁\"\n",
		},
		{
			"automatic numbers",
			par(num(0, 3), "甲") + par(num(1, 3), "乙") + par(num(2, 3), "丙") + par(num(2, 3), "丁") + par(num(1, 3), "戊") + par(num(2, 3), "己") + par(num(0, 3), "庚") + par(num(1, 3), "辛") + par(num(0, 0), "壬"),
			"0 \"一、甲\"\n0 \"（一）乙\"\n0 \"1.丙\"\n0 \"2.丁\"\n0 \"（二）戊\"\n0 \"1.己\"\n0 \"二、庚\"\n0 \"（一）辛\"\n0 \"壬\"\n",
		},
		{
			"numbers from a style, restarts, bullets, parents",
			par(`<w:pStyle w:val="list"/>`, "甲") + par(`<w:pStyle w:val="list2"/>`, "乙") + par(num(0, 5), "丙") + par(num(0, 6), "丁") + par(num(1, 6), "戊") + par(num(0, 9), "己"),
			"0 \"第一条 甲\"\n0 \"1.1 乙\"\n0 \"第五条 丙\"\n0 \"第六条 丁\"\n0 \"6.1 戊\"\n0 \"己\"\n",
		},
		{
			"table",
			`<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>` + tc(`<w:gridSpan w:val="2"/>`, "甲") + `</w:tr><w:tr>` + tc(`<w:vMerge w:val="restart"/>`, "乙", "二行") + tc("", "1") + tc(`<w:vMerge w:val="restart"/>`, "") + `</w:tr><w:tr>` + tc(`<w:vMerge/>`, "") + tc("", "2") + tc(`<w:vMerge w:val="continue"/>`, "漏字") + `</w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr>` + tc("", "删") + `</w:tr></w:tbl>`,
			"table\n  1+2x1\"甲\"\n  0+1x2\"乙\\n二行\" 1\"1\" 2+1x2\"漏字\"\n  1\"2\"\n",
		},
		{
			"table in a cell",
			`<w:tbl><w:tr>` + tc("", "甲") + `<w:tc><w:tbl><w:tr>` + tc("", "1") + tc("", "2") + `</w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>`,
			"table\n  0\"甲\" 1\"1\\t2\\n\"\n",
		},
		{
			"table as a frame",
			`<w:tbl><w:tr><w:tc>` + par("", "甲") + `<w:tbl><w:tr>` + tc("", "1") + tc("", "2") + `</w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>`,
			"0 \"甲\"\ntable\n  0\"1\" 1\"2\"\n",
		},
	} {
		numbering := lists +
			`<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="list"/><w:lvlText w:val="第%1条"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="list2"/><w:isLgl/><w:suff w:val="space"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>` +
			`<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF06C;"/></w:lvl></w:abstractNum>` +
			`<w:num w:numId="4"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="8"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>` +
			`<w:num w:numId="6"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>`
		styles := headings +
			`<w:style w:type="paragraph" w:styleId="h3"><w:name w:val="标题 3"/></w:style>` +
			`<w:style w:type="paragraph" w:styleId="list"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>` +
			`<w:style w:type="paragraph" w:styleId="list2"><w:basedOn w:val="list"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>`
		d := read(t, "a.docx", docx(c.body, numbering, styles))
		checkTables(t, d)
		if got := strings.TrimPrefix(show(d), "docx \"\"\n"); got != c.want {
			t.Errorf("%s:\n%swant:\n%s", c.name, got, c.want)
		}
	}
}

// Properties: the title, and of the custom ones only this program's own.
func TestDocxProperties(t *testing.T) {
	d := read(t, "a.docx", docx(par("", "正文"), "", "",
		"docProps/core.xml", `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>年度报告</dc:title></cp:coreProperties>`,
		"docProps/custom.xml", `<Properties xmlns="p" xmlns:vt="v"><property name="nianbao:edition"><vt:lpwstr>2021</vt:lpwstr></property><property name="KSOProductBuildVer"><vt:lpwstr>2052</vt:lpwstr></property></Properties>`,
		"word/footnotes.xml", `<w:footnotes`+wordSpace+`><w:footnote w:type="separator">`+par("", "—")+`</w:footnote><w:footnote>`+par("", "脚注")+`</w:footnote></w:footnotes>`))
	want := "docx \"年度报告\" {\"edition\":\"2021\"}\n0 \"正文\"\n0 \"脚注\"\n"
	if got := show(d); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestOrdinal(t *testing.T) {
	for _, c := range []struct {
		format string
		n      int
		want   string
	}{
		{"chineseCounting", 1, "一"},
		{"chineseCounting", 10, "十"},
		{"chineseCounting", 12, "十二"},
		{"chineseCounting", 20, "二十"},
		{"chineseCounting", 21, "二十一"},
		{"chineseCounting", 101, "一○一"},
		{"chineseCountingThousand", 103, "一百零三"},
		{"chineseCountingThousand", 110, "一百一十"},
		{"japaneseCounting", 11, "十一"},
		{"ideographDigital", 10, "一〇"},
		{"chineseLegalSimplified", 11, "壹拾壹"},
		{"decimalEnclosedCircleChinese", 3, "③"},
		{"decimalEnclosedCircle", 21, "21"},
		{"ideographTraditional", 2, "乙"},
		{"decimalFullWidth", 12, "１２"},
		{"decimalZero", 7, "07"},
		{"upperRoman", 9, "IX"},
		{"lowerLetter", 27, "aa"},
		{"none", 3, ""},
		{"unheard-of", 3, "3"},
		{"chineseCounting", 0, "零"},
		{"decimal", -1, "-1"},
	} {
		if got := ordinal(c.format, c.n); got != c.want {
			t.Errorf("%s %d: %q, want %q", c.format, c.n, got, c.want)
		}
	}
}
