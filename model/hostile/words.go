package hostile

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// main is the place of a document's text among its parts.
const main = 2

const (
	head       = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`
	office     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	relations  = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	wordSpaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
)

// document are the parts of the smallest Word document with a body.
func document(content string, more ...string) []part {
	parts := []part{
		{name: "[Content_Types].xml", data: head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`},
		{name: "_rels/.rels", data: head + relations + `<Relationship Id="r1" Type="` + office + `officeDocument" Target="word/document.xml"/></Relationships>`},
		{name: "word/document.xml", data: wordOf(content)},
	}
	for i := 0; i+1 < len(more); i += 2 {
		parts = append(parts, part{name: more[i], data: more[i+1]})
	}
	return parts
}

func wordOf(content string) string {
	return head + `<w:document` + wordSpaces + `><w:body>` + content + `</w:body></w:document>`
}

func paragraph(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }

// body is the short report as a document's body, with more behind it.
func body(more ...string) string {
	return paragraph(title) + paragraph(heading) + paragraph(sentence) + strings.Join(more, "")
}

// word is a document with more behind the short report, and more parts.
func word(content string, more ...string) func() []byte {
	return func() []byte { return archive(document(body(content), more...)...) }
}

// related are the relationships of the document's text.
func related(kind, target string) []string {
	return []string{"word/_rels/document.xml.rels", head + relations + `<Relationship Id="r9" Type="` + office + kind + `" Target="` + target + `" TargetMode="External"/></Relationships>`}
}

func cell(props, text string) string {
	return `<w:tc><w:tcPr>` + props + `</w:tcPr>` + paragraph(text) + `</w:tc>`
}

const laughs = `<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">` +
	`<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">` +
	`<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">` +
	`<!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;">]>`

// behind puts something behind the XML declaration of the document's text.
func behind(declared, content string) func() []byte {
	return func() []byte {
		whole := document(body(content))
		whole[main].data = strings.Replace(whole[main].data, head, head+declared, 1)
		return archive(whole...)
	}
}

var words = []File{
	{"五十页.docx", "没有问题的长文档，约五十页", func() []byte {
		return word(times(paragraph(times("全年公开信息12条，更新及时。", 8)), 320) + times("<w:tbl>"+times("<w:tr>"+times(cell("", "1"), 8)+"</w:tr>", 30)+"</w:tbl>"+paragraph(""), 10))()
	}, "", read, nil},
	{"嵌套十万层.docx", "十万个元素一个套一个", func() []byte { return word(times("<w:sdt>", 100000) + times("</w:sdt>", 100000))() }, deep, nil, nil},
	{"嵌套十万层不闭合.docx", "十万个元素一个套一个，都没有结束", func() []byte { return word(times("<w:x>", 100000))() }, deep, nil, nil},
	{"嵌套表格.docx", "300 张表格一张套一张", func() []byte {
		return word(times("<w:tbl><w:tr><w:tc>", 300) + paragraph("内") + times("</w:tc></w:tr></w:tbl>", 300))()
	}, deep, nil, nil},
	{"嵌套表格带字.docx", "60 张表格一张套一张，最里面有 3 MB 字", func() []byte {
		return word(times("<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>", 60) + paragraph(times("公开信息，", 200000)) + times("</w:tc></w:tr></w:tbl>", 60))()
	}, "", read, nil},
	{"一亿个哈.docx", "用实体一层层放大的“十亿个笑”", behind(laughs, paragraph("&g;")), deep, nil, nil},
	{"外部实体.docx", "用实体把 /etc/passwd 读进来", behind(`<!DOCTYPE x [<!ENTITY p SYSTEM "file:///etc/passwd">]>`, paragraph("&p;")), deep, nil, []string{"root:"}},
	{"外部定义.docx", "文档类型定义在网上", behind(`<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">`, ""), deep, nil, nil},
	{"参数实体.docx", "参数实体指向网上", behind(`<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>`, ""), deep, nil, nil},
	{"没有定义的实体.docx", "用了没有定义的实体", word(paragraph("&password;")), broken, nil, nil},
	{"XInclude.docx", "用 XInclude 把 /etc/passwd 包进来", word(paragraph(`<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>`)), "", read, []string{"root:"}},
	{"样式表指令.docx", "处理指令要求用网上的样式表", behind(`<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?>`, ""), "", read, nil},
	{"别的名字空间.docx", "元素都换了名字空间", word(`<x:p xmlns:x="urn:x"><x:r><x:t>名字空间不对的话。</x:t></x:r></x:p>`), "", read, nil},
	{"十万个名字空间.docx", "十万个元素各有各的名字空间", func() []byte {
		var b strings.Builder
		for i := range 100000 {
			fmt.Fprintf(&b, `<a%d:x xmlns:a%d="urn:%d"/>`, i, i, i)
		}
		return word(b.String())()
	}, "", read, nil},
	{"一个元素十万个名字空间.docx", "一个元素上有十万个名字空间", func() []byte {
		var b strings.Builder
		for i := range 100000 {
			fmt.Fprintf(&b, ` xmlns:a%d="urn:%d"`, i, i)
		}
		return word(`<w:x` + b.String() + `/>`)()
	}, "", read, nil},
	{"大属性.docx", "一个属性有 11 MB", func() []byte { return word(`<w:x w:val="` + noise(11<<20) + `"/>`)() }, "", read, nil},
	{"许多属性.docx", "一个元素有 200 万个属性", func() []byte {
		return word(`<w:x` + times(` a=""`, 2000000) + `/>`)()
	}, tooMuch, nil, nil},
	{"许多元素.docx", "正文有 200 万个空元素", func() []byte { return word(times(`<a/>`, 2000000))() }, tooMuch, nil, nil},
	{"许多段落.docx", "正文有 20 万段", func() []byte { return word(times(`<w:p><w:r><w:t>甲</w:t></w:r></w:p>`, 200000))() }, tooMuch, nil, nil},
	{"许多字.docx", "一段有 11 MB 字", func() []byte { return word(paragraph(noise(11 << 20)))() }, tooMuch, nil, nil},
	{"许多换行.docx", "一段里有 50 万个换行", func() []byte { return word(`<w:p><w:r>` + times(`<w:t>a</w:t><w:br/>`, 250000) + `</w:r></w:p>`)() }, tooMuch, nil, nil},
	{"注释和CDATA.docx", "5 MB 注释", func() []byte { return word(`<!-- ` + noise(5<<20) + ` --><![CDATA[` + noise(1<<20) + `]]>`)() }, "", read, nil},
	{"字符引用.docx", "用字符引用写 NUL 和半个代理对", word(paragraph("&#0;&#xD800;")), broken, nil, nil},
	{"大跨度.docx", "一格跨 99999999 列", word(`<w:tbl><w:tr>` + cell(`<w:gridSpan w:val="99999999"/>`, "1") + `</w:tr></w:tbl>`), bigGrid, nil, nil},
	{"负跨度.docx", "一格跨 -1 列，表格前空 -5 列", word(`<w:tbl><w:tr><w:trPr><w:gridBefore w:val="-5"/></w:trPr>` + cell(`<w:gridSpan w:val="-1"/>`, "1") + cell(``, "2") + `</w:tr></w:tbl>`), "", read, nil},
	{"长合并.docx", "一格往下合并 19000 行，每行都带字", func() []byte {
		return word(`<w:tbl>` + `<w:tr>` + cell(`<w:vMerge w:val="restart"/>`, "头") + cell("", "1") + `</w:tr>` + times(`<w:tr>`+cell(`<w:vMerge/>`, "并")+cell("", "1")+`</w:tr>`, 19000) + `</w:tbl>`)()
	}, tooMuch, nil, nil},
	{"一百万格.docx", "一张表有 20000 行 50 列", func() []byte {
		return word(`<w:tbl>` + times(`<w:tr>`+times(`<w:tc><w:p/></w:tc>`, 50)+`</w:tr>`, 20000) + `</w:tbl>`)()
	}, bomb, nil, nil},
	{"无数脚注.docx", "脚注有 20 万条", func() []byte {
		return word("", "word/footnotes.xml", head+`<w:footnotes`+wordSpaces+`>`+times(`<w:footnote><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote>`, 200000)+`</w:footnotes>`)()
	}, tooMuch, nil, nil},
	{"循环样式.docx", "样式互为基础，循环不止", word(`<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr></w:p>`, "word/styles.xml", head+`<w:styles`+wordSpaces+`><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`), "", read, nil},
	{"样式十万.docx", "有十万个样式", func() []byte {
		var b strings.Builder
		for i := range 100000 {
			fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="s%d"><w:basedOn w:val="s%d"/></w:style>`, i, i+1)
		}
		return word("", "word/styles.xml", head+`<w:styles`+wordSpaces+`>`+b.String()+`</w:styles>`)()
	}, "", read, nil},
	{"编号爆炸.docx", "自动编号的文字有 1 MB，用了 20000 次", func() []byte {
		return word(times(`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>`, 20000),
			"word/numbering.xml", head+`<w:numbering`+wordSpaces+`><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="`+times("%1", 500000)+`"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`)()
	}, "", read, nil},
	{"编号定义五万.docx", "有五万个编号定义，都借用同一个不存在的样式", func() []byte {
		var b strings.Builder
		for i := range 50000 {
			fmt.Fprintf(&b, `<w:abstractNum w:abstractNumId="%d"><w:numStyleLink w:val="无"/></w:abstractNum>`, i)
		}
		return word(times(`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>`, 20000),
			"word/numbering.xml", head+`<w:numbering`+wordSpaces+`>`+b.String()+`<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`)()
	}, tooMuch, nil, nil},
	{"外部图片.docx", "图片在网上", word(`<w:p><w:r><w:drawing><a:blip xmlns:a="urn:a" r:link="r9"/></w:drawing></w:r></w:p>`, related("image", "http://127.0.0.1:9/x.png")...), "", read, nil},
	{"外部模板.docx", "模板在网上", word("", related("attachedTemplate", "http://127.0.0.1:9/x.dotm")...), "", read, nil},
	{"本机图片.docx", "图片指向本机的文件", word("", related("image", "file:///etc/passwd")...), "", read, []string{"root:"}},
	{"外部正文.docx", "正文指向压缩包外面", func() []byte {
		whole := document(body())
		whole[1].data = strings.Replace(whole[1].data, "word/document.xml", "../../../etc/passwd", 1)
		return archive(whole...)
	}, "", read, []string{"root:"}},
	{"宏.docm", "带宏（vbaProject）", word("", "word/vbaProject.bin", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1Sub AutoOpen()"), "", read, []string{"AutoOpen"}},
	{"嵌入对象.docx", "嵌着一个程序", word(`<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:o" Type="Embed" ProgID="Package" r:id="r9"/></w:object></w:r></w:p>`, append(related("oleObject", "embeddings/oleObject1.bin"), "word/embeddings/oleObject1.bin", "MZ\x90")...), "", read, nil},
	{"DDE.docx", "域里有 DDEAUTO 命令", word(`<w:p><w:r><w:instrText>DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc"</w:instrText></w:r></w:p><w:p><w:fldSimple w:instr="INCLUDETEXT /etc/passwd"><w:r><w:t>域的结果。</w:t></w:r></w:fldSimple></w:p>`), "", append([]string{"域的结果。"}, read...), []string{"DDEAUTO", "root:"}},
	{"别种内容.docx", "altChunk 里有网页", word(`<w:altChunk r:id="r9"/>`, append(related("aFChunk", "afchunk.html"), "word/afchunk.html", `<script>alert(1)</script>`)...), "", read, []string{"alert"}},
	{"从右到左.docx", "用从右到左的控制符把 21 显示成 12", word(paragraph("共公开\u202e21\u202c条。") + `<w:p><w:r><w:rPr><w:rtl/></w:rPr><w:t>` + "\u2067倒写\u2069" + `</w:t></w:r></w:p>`), "", read, nil},
	{"看不见的字.docx", "字之间夹着零宽字符", word(paragraph("全\u200b年\u200d受\ufeff理\u2060申请 3 件。")), "", read, nil},
	{"非UTF8.docx", "正文里有不成字的字节", word(paragraph("甲\xff\xfe\xed\xa0\x80乙")), broken, nil, nil},
	{"UTF16.docx", "正文是 UTF-16，里面有半个代理对", func() []byte {
		whole := document("")
		text := strings.Replace(wordOf(body(paragraph("X"))), "UTF-8", "UTF-16", 1)
		units := utf16.Encode([]rune(text))
		for i, u := range units {
			if u == 'X' {
				units[i] = 0xd800
			}
		}
		whole[main].data = "\xff\xfe" + little(units)
		return archive(whole...)
	}, "", read, nil},
	{"UTF32.docx", "正文是 UTF-32", func() []byte {
		whole := document("")
		var b strings.Builder
		b.WriteString("\xff\xfe\x00\x00")
		for _, r := range wordOf(body()) {
			b.Write([]byte{byte(r), byte(r >> 8), byte(r >> 16), 0})
		}
		whole[main].data = b.String()
		return archive(whole...)
	}, broken, nil, nil},
	{"属性里的标题.docx", "文件属性里的标题有 5 MB", func() []byte {
		return word("", "docProps/core.xml", head+`<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc"><dc:title>`+noise(5<<20)+`</dc:title></cp:coreProperties>`)()
	}, "", read, nil},
	{"冒充本程序.docx", "文件属性冒充本程序，写了不存在的版本和年度", word("", "docProps/custom.xml", head+`<Properties><property name="nianbao:edition"><x>9999</x></property><property name="nianbao:year"><x>99999999999999999999</x></property><property name="nianbao:office"><x>`+"\u202e"+`</x></property></Properties>`), "", read, nil},
	{"冒充地址.docx", "书签冒充本程序的地址", word(`<w:p><w:bookmarkStart w:name="nb_..__..__etc__passwd"/><w:r><w:t>书签里的话。</w:t></w:r></w:p>`), "", append([]string{"书签里的话。"}, read...), nil},
}

// noise is text of about n bytes that does not compress well enough to look like a bomb.
func noise(n int) string {
	var b strings.Builder
	state := uint32(1)
	for b.Len() < n {
		state = state*1664525 + 1013904223
		b.WriteRune(rune(0x4e00 + state>>16%0x5000))
	}
	return b.String()
}

// little are UTF-16 units as bytes.
func little(units []uint16) string {
	b := make([]byte, 0, 2*len(units))
	for _, u := range units {
		b = append(b, byte(u), byte(u>>8))
	}
	return string(b)
}
