package hostile

import "unicode/utf16"

// page is the short report as a web page, with more behind it.
func page(more string) func() []byte {
	return is(`<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><p>` + title + `</p><p>` + heading + `</p><p>` + sentence + `</p>` + more)
}

var pages = []File{
	{"百万个标签.html", "79 万个没有结束的标签", func() []byte { return page(times("<b>", 790000))() }, "", read, nil},
	{"太多标签.html", "两百万个标签", func() []byte { return page(times("<b>", 2000000))() }, tooMuch, nil, nil},
	{"百万个div.html", "39 万个没有结束的 div，各有地址", func() []byte { return page(times(`<div data-ref="a">`, 390000))() }, "", read, nil},
	{"百万个列表.html", "五十万层列表", func() []byte { return page(times(`<ol><li>`, 250000))() }, "", read, nil},
	{"深表.html", "300 张表格一张套一张", func() []byte { return page(times("<table><tr><td>", 300))() }, deep, nil, nil},
	{"深表带字.html", "150 张表格一张套一张，每层都带字", func() []byte { return page(times("<table><tr><td>a<td>", 150) + times("公开信息，", 200000))() }, "", read, nil},
	{"大跨度.html", "一格跨 999999999 列、999999999 行", page(`<table><tr><td rowspan=999999999 colspan=999999999>甲<td>乙<tr><td>丙</table>`), bigGrid, nil, nil},
	{"大行跨度.html", "一格跨 999999999 行", page(`<table><tr><td rowspan=999999999>甲<td>乙<tr><td>丙</table>`), "", read, nil},
	{"负跨度.html", "跨 -5 列、0 行", page(`<table><tr><td colspan=-5 rowspan=0>甲<td>乙<tr><td>丙</table>`), "", read, nil},
	{"百万格.html", "20000 行 50 列", func() []byte { return page(`<table>` + times(`<tr>`+times(`<td>1`, 49), 19900))() }, tooMuch, nil, nil},
	{"许多段.html", "20 万段", func() []byte { return page(times(`<p>a`, 200000))() }, tooMuch, nil, nil},
	{"许多换行.html", "一段里有 90 万个换行", func() []byte { return page(times(`a<br>`, 900000))() }, tooMuch, nil, nil},
	{"许多属性.html", "一个标签有 200 万个属性", func() []byte { return page(`<p` + times(` a=1`, 2000000) + `>尾`)() }, tooMuch, nil, nil},
	{"大属性.html", "一个属性有 15 MB", func() []byte { return page(`<p title="` + times("a", 15<<20) + `">尾`)() }, "", read, nil},
	{"大注释.html", "没有结束的注释有 15 MB", func() []byte { return page(`<!--` + times("-", 15<<20))() }, "", read, nil},
	{"实体.html", "一百万个字符引用", func() []byte { return page(times("&lt;", 1000000))() }, "", read, nil},
	{"脚本.html", "有脚本、框架、自动跳转和事件", page(`<script src="http://127.0.0.1:9/x.js">alert(1)</script><iframe src="file:///etc/passwd"></iframe><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/"><img src=x onerror="alert(2)"><object data="x"></object><svg><script>alert(3)</script></svg>`), "", read, []string{"alert", "127.0.0.1", "root:"}},
	{"外部图片.html", "图片、样式和字体在网上", page(`<img src="http://127.0.0.1:9/x.png"><link rel=stylesheet href="http://127.0.0.1:9/x.css"><style>@import url(http://127.0.0.1:9/y)</style>`), "", read, []string{"127.0.0.1"}},
	{"没有结束的脚本.html", "脚本没有结束", func() []byte { return page(`<script>` + times("x", 1<<20))() }, "", read, nil},
	{"空字符.html", "字之间夹着 NUL", page("<p>甲\x00乙"), broken, nil, nil},
	{"控制字符.html", "字之间夹着控制字符", page("<p>甲乙\x1b[2J丙\x01"), "", read, []string{"\x1b", "\x01"}},
	{"从右到左.html", "从右到左的控制符", page("<p>共公开&#x202e;21&#x202c;条。"), "", read, nil},
	{"代理对.html", "字符引用写半个代理对", page("<p>&#xD800;&#xDFFF;&#x110000;&#0;"), "", read, nil},
	{"声明说谎.html", "声明是 UTF-16，其实是 UTF-8", is(`<html><meta charset="utf-16le"><p>` + title + `<p>` + heading + `<p>` + sentence), "", read, nil},
	{"UTF7.html", "声明是 UTF-7，脚本藏在里面", is(`<html><meta charset="utf-7"><p>` + title + `<p>` + heading + `<p>` + sentence + `+ADw-script+AD4-alert(1)+ADw-/script+AD4-`), "", read, nil},
	{"UTF16.html", "UTF-16，里面有半个代理对", func() []byte {
		return []byte("\xff\xfe" + little(append(utf16.Encode([]rune(`<html><p>`+title+`<p>`+heading+`<p>`+sentence)), 0xd800, 'x')))
	}, "", read, nil},
	{"长行.html", "一行 15 MB", func() []byte { return page(times("公开", 15<<20/6))() }, tooMuch, nil, nil},
	{"巨大.html", "21 MB", func() []byte { return page(times(" ", 21<<20))() }, tooBig, nil, nil},
	{"只有标签.html", "没有一个字", func() []byte { return is(`<html>` + times("<div>", 1000))() }, empty, nil, nil},
	{"归档.mht", "网页归档", is("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n"), "是网页归档（MHT），请用 Word 打开，另存为 .docx 后再导入。", nil, nil},
}
