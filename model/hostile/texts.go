package hostile

import (
	"bytes"
	"strconv"
	"unicode/utf16"
)

func itoa(n int) string { return strconv.Itoa(n) }

// text is the short report as plain text, with more behind it.
func text(more string) func() []byte { return is(report(more)) }

var texts = []File{
	{"空.docx", "空文件", is(""), nothing, nil, nil},
	{"空.txt", "空文件", is(""), nothing, nil, nil},
	{"空白.txt", "只有空格和换行", func() []byte { return is(times(" \n\t\u3000", 1000))() }, empty, nil, nil},
	{"长行.txt", "一行 10 MB", func() []byte { return text(times("公开信息", 10<<20/12))() }, tooMuch, nil, nil},
	{"长行两兆.txt", "一行 2 MB", func() []byte { return text(times("公开信息12条，", 2<<20/21))() }, "", read, nil},
	{"长行数字.txt", "一行 2 MB 数字", func() []byte { return text(times("9", 2<<20))() }, "", read, nil},
	{"长行括号.txt", "一行 2 MB 左括号", func() []byte { return text(times("（", 2<<20/3))() }, "", read, nil},
	{"长行顿号.txt", "一行 2 MB“一、”", func() []byte { return text(times("一、", 2<<20/6))() }, "", read, nil},
	{"许多制表符.txt", "一行 100 万个制表符", func() []byte { return text("甲" + times("\t1", 1000000))() }, "", read, nil},
	{"许多行.txt", "一百万行", func() []byte { return text(times("1\n", 1000000))() }, tooMuch, nil, nil},
	{"许多短行.txt", "49000 行，每行一个字", func() []byte { return text(times("甲\n", 49000))() }, "", read, nil},
	{"许多长行.txt", "1000 行，每行 4 KB", func() []byte { return text(times(times("公开信息12条，", 200)+"\n", 950))() }, "", read, nil},
	{"许多格.txt", "4900 行 10 格", func() []byte { return text(times(times("1\t", 9)+"1\n", 4900))() }, "", read, nil},
	{"许多标题.txt", "近五万个标题", func() []byte { return text(times("一、总体情况\n（一）主动公开\n", 24000))() }, "", read, nil},
	{"百万格.txt", "20000 行 50 格", func() []byte { return text(times(times("1\t", 50)+"\n", 19000))() }, tooMuch, nil, nil},
	{"没有结束的引号.txt", "表格里的引号没有结束", func() []byte { return text(times("\"甲\t乙\n", 20000))() }, "", read, nil},
	{"GB18030.txt", "GB18030 编码", is("\xc7\xe0\xba\xcc\xd5\xf2\xc8\xcb\xc3\xf1\xd5\xfe\xb8\xae2024\xc4\xea\xd5\xfe\xb8\xae\xd0\xc5\xcf\xa2\xb9\xab\xbf\xaa\xb9\xa4\xd7\xf7\xc4\xea\xb6\xc8\xb1\xa8\xb8\xe6\n\xd2\xbb\xa1\xa2\xd7\xdc\xcc\xe5\xc7\xe9\xbf\xf6\n\xc8\xab\xc4\xea\xb9\xab\xbf\xaa\xd0\xc5\xcf\xa212\xcc\xf5\xa1\xa3\n"), "", read, nil},
	{"GB18030坏.txt", "GB18030 里夹着不成字的字节", is("\xc7\xe0\xba\xcc\xd5\xf2\xc8\xcb\xc3\xf1\xd5\xfe\xb8\xae2024\xc4\xea\xd5\xfe\xb8\xae\xd0\xc5\xcf\xa2\xb9\xab\xbf\xaa\xb9\xa4\xd7\xf7\xc4\xea\xb6\xc8\xb1\xa8\xb8\xe6\n\xd2\xbb\xa1\xa2\xd7\xdc\xcc\xe5\xc7\xe9\xbf\xf6\n\xc8\xab\xc4\xea\xb9\xab\xbf\xaa\xd0\xc5\xcf\xa212\xcc\xf5\xa1\xa3\xff\x80\x81\n"), "", read, nil},
	{"UTF16.txt", "UTF-16，里面有半个代理对", func() []byte {
		return []byte("\xff\xfe" + little(append(utf16.Encode([]rune(report())), '\n', 0xd800, 'x', 0xdc00)))
	}, "", read, nil},
	{"UTF16奇数.txt", "UTF-16，少了最后一个字节", func() []byte {
		return []byte("\xff\xfe" + little(utf16.Encode([]rune(report("尾巴")))))[:2*len([]rune(report("尾巴")))+1]
	}, "", read, nil},
	{"UTF32.txt", "UTF-32", func() []byte {
		b := []byte("\xff\xfe\x00\x00")
		for _, r := range report() {
			b = append(b, byte(r), byte(r>>8), byte(r>>16), 0)
		}
		return b
	}, noFormat, nil, nil},
	{"坏UTF8.txt", "UTF-8 里夹着不成字的字节", text("甲\xff乙丙"), "", read, nil},
	{"看不见的字.txt", "字之间夹着零宽字符和从右到左的控制符", text("全\u200b年\u200d受\ufeff理\u2060申请\u202e21\u202c件。"), "", read, nil},
	{"控制字符.txt", "夹着控制终端的字符", text("甲\x1b[2J乙\x07丙" + times("公开", 20)), "", read, []string{"\x1b", "\x07"}},
	{"空字符.txt", "一半是 NUL", func() []byte { return is(times("甲\x00\x00\x00", 100))() }, noFormat, nil, nil},
	{"全是零.txt", "20 MB 全是零", func() []byte { return make([]byte, 20<<20) }, noFormat, nil, nil},
	{"随机.bin", "随机的字节", func() []byte {
		b, state := make([]byte, 1<<20), uint32(7)
		for i := range b {
			state = state*1664525 + 1013904223
			b[i] = byte(state >> 24)
		}
		return b
	}, noFormat, nil, nil},
	{"巨大.txt", "21 MB", func() []byte { return bytes.Repeat([]byte("公开\n"), 21<<20/7) }, tooBig, nil, nil},
	{"巨大.docx", "51 MB", func() []byte { return bytes.Repeat([]byte("PK\x03\x04"), 51<<18) }, tooBig, nil, nil},
	{"不是报告.txt", "一篇小说", is("很久很久以前，有一座山。\n山上有一座庙。\n"), noReport, nil, nil},
	{"图片.docx", "其实是图片", is("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "其实是一张图片，请提供报告的 Word 文档或文本。", nil, nil},
	{"程序.txt", "其实是程序", is("\x7fELF\x02\x01\x01\x00"), "是程序文件，不是报告，请重新选择。", nil, nil},
	{"扫描件.doc", "其实是 PDF", is("%PDF-1.7\n/JS (app.alert(1))"), "是 PDF 文件，请提供同一份报告的 Word 文档或文本。", nil, nil},
	{"网页.doc", "扩展名是 doc，其实是网页", page(""), "", read, nil},
	{"文档.txt", "扩展名是 txt，其实是 docx", word(""), "", read, nil},
	{"没有扩展名", "其实是 docx", word(""), "", read, nil},
	{"~$报告.docx", "Word 的临时文件", is("user"), "是 Word 打开文件时留下的临时文件，请选择名字里没有“~$”的那一份。", nil, nil},
	{"名\n字\x1b[2J.txt", "文件名里有换行和控制终端的字符", is("\x01\x02\x03\x04\xff"), noFormat, nil, nil},
	{"报\u202extx.docx", "文件名用从右到左的控制符冒充文本", is("\x01\x02\x03\x04\xff"), noFormat, nil, nil},
}
