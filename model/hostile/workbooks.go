package hostile

import (
	"fmt"
	"strings"
)

const sheetSpace = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`

// workbook are the parts of the smallest workbook; the sheet is parts[2].
func workbook(rows string, more ...string) []part {
	parts := []part{
		{name: "[Content_Types].xml", data: head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`},
		{name: "_rels/.rels", data: head + relations + `<Relationship Id="r1" Type="` + office + `officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{name: "xl/worksheets/sheet1.xml", data: sheetOf(rows)},
		{name: "xl/workbook.xml", data: head + `<workbook` + sheetSpace + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{name: "xl/_rels/workbook.xml.rels", data: head + relations + `<Relationship Id="r1" Type="` + office + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="` + office + `sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="` + office + `styles" Target="styles.xml"/></Relationships>`},
	}
	for i := 0; i+1 < len(more); i += 2 {
		parts = append(parts, part{name: more[i], data: more[i+1]})
	}
	return parts
}

func sheetOf(rows string) string {
	return head + `<worksheet` + sheetSpace + `><sheetData>` + rows + `</sheetData></worksheet>`
}

// row is a row of one text.
func row(text string) string { return `<row>` + inline("", text) + `</row>` }

// inline is a cell with its text; without a place it stands behind the one before.
func inline(place, text string) string {
	if place != "" {
		place = ` r="` + place + `"`
	}
	return `<c` + place + ` t="inlineStr"><is><t>` + text + `</t></is></c>`
}

// sheet is a workbook with more rows behind the short report, and more parts.
func sheet(rows string, more ...string) func() []byte {
	return func() []byte { return archive(workbook(row(title)+row(heading)+row(sentence)+rows, more...)...) }
}

// beside puts something behind the sheet's rows.
func beside(rows, text string) func() []byte {
	return func() []byte {
		whole := workbook(row(title) + row(heading) + row(sentence) + rows)
		whole[2].data = strings.Replace(whole[2].data, `</sheetData>`, `</sheetData>`+text, 1)
		return archive(whole...)
	}
}

func strs(items string) []string {
	return []string{"xl/sharedStrings.xml", head + `<sst` + sheetSpace + `>` + items + `</sst>`}
}

var workbooks = []File{
	{"二十张表.xlsx", "没有问题的工作簿，二十张表，每张 60 行 20 列", func() []byte {
		whole := workbook(row(title) + row(heading) + row(sentence))
		var sheets, relations strings.Builder
		for i := range 19 {
			fmt.Fprintf(&sheets, `<sheet name="表%d" sheetId="%d" r:id="s%d"/>`, i+2, i+2, i)
			fmt.Fprintf(&relations, `<Relationship Id="s%d" Type="%sworksheet" Target="worksheets/sheet%d.xml"/>`, i, office, i+2)
			whole = append(whole, part{name: fmt.Sprintf("xl/worksheets/sheet%d.xml", i+2), data: sheetOf(times(`<row>`+times(`<c><v>1</v></c>`, 20)+`</row>`, 60))})
		}
		whole[3].data = strings.Replace(whole[3].data, `</sheets>`, sheets.String()+`</sheets>`, 1)
		whole[4].data = strings.Replace(whole[4].data, `</Relationships>`, relations.String()+`</Relationships>`, 1)
		return archive(whole...)
	}, "", read, nil},
	{"一百万格.xlsx", "20000 行 50 列，每格一个数", func() []byte { return sheet(times(`<row>`+times(`<c><v>1</v></c>`, 50)+`</row>`, 19000))() }, bomb, nil, nil},
	{"一百万个空格子.xlsx", "20000 行 50 列，格子都是空的", func() []byte { return sheet(times(`<row>`+times(`<c/>`, 50)+`</row>`, 20000))() }, tooMuch, nil, nil},
	{"远处一格.xlsx", "只有 A1 和右下角 XFD1048576 两格", sheet(`<row r="1048576">` + inline("XFD1048576", "远") + `</row>`), bigGrid, nil, nil},
	{"远处空行.xlsx", "第 1048576 行是空行", sheet(`<row r="1048576"/>`), "", read, nil},
	{"稀疏.xlsx", "每隔一万行一格", sheet(`<row r="10000">` + inline("A10000", "甲") + `</row><row r="20000">` + inline("CV20000", "乙") + `</row>`), "", read, nil},
	{"行号说谎.xlsx", "行号是 -1、0 和 99999999999", sheet(`<row r="-1"/><row r="0"/><row r="99999999999">` + inline("A99999999999", "甲") + `</row>`), broken, nil, nil},
	{"格子名说谎.xlsx", "格子叫 ZZZZZZ1 和 A0", sheet(`<row>` + inline("ZZZZZZ1", "甲") + inline("A0", "乙") + `</row>`), broken, nil, nil},
	{"同一格.xlsx", "一格出现两次，内容不同", sheet(`<row r="9">` + inline("A9", "甲") + inline("A9", "乙") + `</row>`), broken, nil, nil},
	{"大合并.xlsx", "合并 A1:XFD1048576", beside("", `<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`), "", read, nil},
	{"许多合并.xlsx", "20 万个互相重叠的合并", func() []byte {
		return beside(times(row("甲"), 5000), `<mergeCells>`+times(`<mergeCell ref="A1:CV5000"/>`, 200000)+`</mergeCells>`)()
	}, tooMuch, nil, nil},
	{"合并倒写.xlsx", "合并写成 C9:A1 和 A1:", beside("", `<mergeCells><mergeCell ref="C9:A1"/><mergeCell ref="A1:"/><mergeCell ref=""/></mergeCells>`), "", read, nil},
	{"一百万个字符串.xlsx", "共享字符串有一百万个", func() []byte { return sheet("", strs(times(`<si><t>甲</t></si>`, 1000000))...)() }, bomb, nil, nil},
	{"字符串爆炸.xlsx", "一个 1 MB 的共享字符串用了 10000 次", func() []byte {
		return sheet(times(`<row><c t="s"><v>0</v></c></row>`, 10000), strs(`<si><t>`+noise(1<<20)+`</t></si>`)...)()
	}, tooMuch, nil, nil},
	{"字符串号说谎.xlsx", "共享字符串的号是 -1 和 99999999999", sheet(`<row><c t="s"><v>-1</v></c><c t="s"><v>99999999999</v></c></row>`, strs(`<si><t>甲</t></si>`)...), "", read, nil},
	{"样式爆炸.xlsx", "十万个单元格样式", func() []byte {
		return sheet("", "xl/styles.xml", head+`<styleSheet`+sheetSpace+`><cellXfs>`+times(`<xf numFmtId="164" applyNumberFormat="1"/>`, 100000)+`</cellXfs></styleSheet>`)()
	}, "", read, nil},
	{"样式太多.xlsx", "一百万个单元格样式", func() []byte {
		return sheet("", "xl/styles.xml", head+`<styleSheet`+sheetSpace+`><cellXfs>`+times(`<xf numFmtId="0"/>`, 1000000)+`</cellXfs></styleSheet>`)()
	}, bomb, nil, nil},
	{"格式爆炸.xlsx", "数字格式有 1 MB，用了 2000 次", func() []byte {
		return sheet(times(`<row><c s="1"><v>1</v></c></row>`, 2000), "xl/styles.xml", head+`<styleSheet`+sheetSpace+`><numFmts><numFmt numFmtId="164" formatCode="`+times("0.0;", 250000)+`"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`)()
	}, "", read, nil},
	{"样式号说谎.xlsx", "样式号是 -1 和 99999999", sheet(`<row><c s="-1"><v>1</v></c><c s="99999999"><v>2</v></c></row>`), "", read, nil},
	{"公式.xlsx", "公式要打开网址、调用网络和命令", sheet(`<row><c t="str"><f>HYPERLINK("http://127.0.0.1:9/","点这里")</f><v>公式的结果</v></c><c><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>3</v></c><c><f>cmd|'/c calc'!A0</f></c><c><f>DDE("cmd","/c calc","x")</f><v>4</v></c></row>`), "", append([]string{"公式的结果"}, read...), []string{"WEBSERVICE", "cmd", "127.0.0.1"}},
	{"像公式的字.xlsx", "文字以 = + - @ 开头", sheet(row(`=cmd|'/c calc'!A0`) + row("@SUM(1)")), "", append([]string{"=cmd|'/c calc'!A0"}, read...), nil},
	{"宏.xlsm", "带宏和 Excel 4.0 宏表", sheet("", "xl/vbaProject.bin", "\xd0\xcf\x11\xe0", "xl/macrosheets/sheet1.xml", sheetOf(row("=EXEC(calc)"))), "", read, []string{"EXEC"}},
	{"数据连接.xlsx", "数据连接和外部工作簿指向网上", sheet("", "xl/connections.xml", head+`<connections`+sheetSpace+`><connection id="1" type="4" refreshOnLoad="1"><webPr url="http://127.0.0.1:9/"/></connection></connections>`,
		"xl/externalLinks/externalLink1.xml", head+`<externalLink`+sheetSpace+`/>`), "", read, nil},
	{"表名带路径.xlsx", "工作表的名字是 ../../x，位置在压缩包外", func() []byte {
		whole := workbook("")
		whole[3].data = strings.Replace(whole[3].data, `"表"`, `"../../x"`, 1)
		whole[4].data = strings.Replace(whole[4].data, "worksheets/sheet1.xml", "../../../etc/passwd", 1)
		return archive(whole...)
	}, empty, nil, []string{"root:"}},
	{"许多表名.xlsx", "十万张工作表指向同一个文件", func() []byte {
		whole := workbook(row(title) + row(heading) + row(sentence))
		var b strings.Builder
		for i := range 100000 {
			fmt.Fprintf(&b, `<sheet name="s%d" sheetId="%d" r:id="r1"/>`, i, i+2)
		}
		whole[3].data = strings.Replace(whole[3].data, `</sheets>`, b.String()+`</sheets>`, 1)
		return archive(whole...)
	}, tooMuch, nil, nil},
	{"嵌套十万层.xlsx", "工作表里十万个元素一个套一个", func() []byte { return sheet(times("<x>", 100000) + times("</x>", 100000))() }, deep, nil, nil},
	{"富文本嵌套.xlsx", "共享字符串里十万个元素一个套一个", func() []byte { return sheet("", strs(`<si>`+times("<r>", 100000)+times("</r>", 100000)+`</si>`)...)() }, deep, nil, nil},
	{"一亿个哈.xlsx", "共享字符串里有实体炸弹", func() []byte {
		whole := workbook(row(title), "xl/sharedStrings.xml", head+laughs+`<sst`+sheetSpace+`><si><t>&g;</t></si></sst>`)
		return archive(whole...)
	}, deep, nil, nil},
	{"外部实体.xlsx", "工作簿用实体读 /etc/passwd", func() []byte {
		whole := workbook(row(title))
		whole[3].data = strings.Replace(whole[3].data, head, head+`<!DOCTYPE x [<!ENTITY p SYSTEM "file:///etc/passwd">]>`, 1)
		return archive(whole...)
	}, deep, nil, []string{"root:"}},
	{"大数.xlsx", "数是 1e999999999 和 60 位", func() []byte {
		return sheet(`<row><c><v>1e999999999</v></c><c><v>` + times("9", 60) + `</v></c><c><v>-1E-999</v></c></row>`)()
	}, "", read, nil},
	{"许多日期.xlsx", "14000 个不同的日期，各用各的格式", dates(1400), "", read, nil},
	{"太多日期.xlsx", "近五万个不同的日期，各用各的格式", dates(4900), tooMuch, nil, nil},
	{"日期爆炸.xlsx", "日期格式的数是 1e300", sheet(`<row><c s="1"><v>1e300</v></c><c s="1"><v>-5</v></c><c s="1"><v>99999999999</v></c></row>`, "xl/styles.xml", head+`<styleSheet`+sheetSpace+`><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`), "", read, nil},
	{"控制字符.xlsx", "用 _x0000_ 写的控制字符", sheet(row("甲_x0000__x001B_[2J_x202E_乙")), "", read, []string{"\x1b", "\x00"}},
	{"没有工作簿.xlsx", "只有工作簿的名字，没有内容", func() []byte { return archive(part{name: "xl/workbook.xml"}) }, empty, nil, nil},
	{"不是XML.xlsx", "工作表里是程序", func() []byte {
		whole := workbook("")
		whole[2].data = "MZ\x90\x00" + times("\xcc", 1000)
		return archive(whole...)
	}, broken, nil, nil},
	{"截断.xlsx", "工作表的 XML 只有一半", func() []byte {
		whole := workbook(row(title) + row(heading))
		whole[2].data = whole[2].data[:len(whole[2].data)/2]
		return archive(whole...)
	}, broken, nil, nil},
	{"UTF16.xlsx", "工作表声明是 UTF-16，其实不是", func() []byte {
		whole := workbook(row(title) + row(heading) + row(sentence))
		whole[2].data = strings.Replace(whole[2].data, "UTF-8", "UTF-16", 1)
		return archive(whole...)
	}, "", read, nil},
}

// dates is a workbook of rows of ten days each, in a thousand formats.
func dates(rows int) func() []byte {
	return func() []byte {
		var cells, codes, xfs strings.Builder
		for i := range rows {
			cells.WriteString(`<row>`)
			for k := range 10 {
				fmt.Fprintf(&cells, `<c s="%d"><v>%d.5</v></c>`, i%1000+1, 20000+10*i+k)
			}
			cells.WriteString(`</row>`)
		}
		for i := range 1000 {
			fmt.Fprintf(&codes, `<numFmt numFmtId="%d" formatCode="yyyy&quot;年%d&quot;m&quot;月&quot;d&quot;日&quot;"/>`, 164+i, i)
			fmt.Fprintf(&xfs, `<xf numFmtId="%d" applyNumberFormat="1"/>`, 164+i)
		}
		return sheet(cells.String(), "xl/styles.xml", head+`<styleSheet`+sheetSpace+`><numFmts>`+codes.String()+`</numFmts><cellXfs><xf numFmtId="0"/>`+xfs.String()+`</cellXfs></styleSheet>`)()
	}
}
