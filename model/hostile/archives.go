package hostile

import (
	"bytes"
	"compress/flate"
	"fmt"
	"strings"
)

var archives = []File{
	{"一个大件.docx", "正文解开有 1 GB", func() []byte {
		whole := document(body())
		whole[main] = part{name: whole[main].name, packed: pressed(1 << 30), already: 1 << 30}
		return archive(whole...)
	}, bomb, nil, nil},
	{"谎报大小.docx", "正文解开有 1 GB，目录里写的是 100 字节", func() []byte {
		whole := document(body())
		whole[main] = part{name: whole[main].name, packed: pressed(1 << 30), already: 100}
		return archive(whole...)
	}, broken, nil, nil},
	{"前后大小不一.docx", "文件头里的大小和目录里的不一样", func() []byte {
		whole := document(body())
		whole[main].local = 7
		return archive(whole...)
	}, "", read, nil},
	{"目录报大.docx", "目录里的大小比实际大 4 GB", func() []byte {
		whole := document(body())
		whole[main].size = 1<<32 - 2
		return archive(whole...)
	}, bomb, nil, nil},
	{"许多件.docx", "压缩包里有 60000 个文件", func() []byte {
		whole := document(body())
		for i := range 60000 {
			whole = append(whole, part{name: fmt.Sprintf("word/media/%d.png", i)})
		}
		return archive(whole...)
	}, bomb, nil, nil},
	{"许多工作表.xlsx", "压缩包里有 60000 张工作表", func() []byte {
		whole := workbook(row("甲"))
		for i := range 60000 {
			whole = append(whole, part{name: fmt.Sprintf("xl/worksheets/sheet%d.xml", i+2), at: 3})
		}
		return archive(whole...)
	}, bomb, nil, nil},
	{"重叠.docx", "1000 个文件指向同一段压缩内容", func() []byte {
		whole := document(body())
		whole = append(whole, part{name: "word/media/1.xml", data: times(" ", 1<<20), squeeze: true})
		n := len(whole)
		for i := range 1000 {
			whole = append(whole, part{name: fmt.Sprintf("word/media/%d.xml", i+2), at: n})
		}
		return archive(whole...)
	}, "", read, nil},
	{"重叠.xlsx", "1000 张工作表指向同一段压缩内容，解开共 4 GB", func() []byte {
		big := sheetOf(row("甲") + times(" ", 4<<20))
		whole := workbook(row(title) + row(heading) + row(sentence))
		whole = append(whole, part{name: "xl/worksheets/sheet2.xml", data: big, squeeze: true})
		n := len(whole)
		for i := range 1000 {
			whole = append(whole, part{name: fmt.Sprintf("xl/worksheets/sheet%d.xml", i+3), at: n})
		}
		return archive(whole...)
	}, "", read, nil},
	{"套娃.zip", "压缩包里一层套一层，共 20 层", func() []byte {
		data := archive(part{name: "报告.txt", data: report()})
		for range 20 {
			data = archive(part{name: "内.zip", data: string(data)})
		}
		return data
	}, packed, nil, nil},
	{"套娃.docx", "正文是另一个压缩包", func() []byte {
		whole := document("")
		whole[main] = part{name: whole[main].name, data: string(archive(document(body())...))}
		return archive(whole...)
	}, broken, nil, nil},
	{"自指.docx", "关系表指向自己，循环不止", func() []byte {
		whole := document(body())
		whole[1].data = strings.ReplaceAll(whole[1].data, "word/document.xml", "_rels/.rels")
		return archive(whole...)
	}, empty, nil, nil},
	{"上级目录.docx", "压缩包里有 ../../ 开头的文件名", func() []byte {
		return archive(append(document(body()), part{name: "../../../../etc/cron.d/nianbao", data: "* * * * * root true"}, part{name: `..\..\..\Windows\win.ini`, data: "[x]"})...)
	}, "", read, nil},
	{"绝对路径.docx", "压缩包里有 / 和 C: 开头的文件名", func() []byte {
		return archive(append(document(body()), part{name: "/etc/passwd", data: "x"}, part{name: `C:\autoexec.bat`, data: "x"}, part{name: `\\server\share\x`, data: "x"})...)
	}, "", read, nil},
	{"上级目录.xlsx", "压缩包里有 ../../ 开头的工作表", func() []byte {
		return archive(append(workbook(row(title)+row(heading)+row(sentence)), part{name: "../../../../tmp/nianbao-hostile.xml", data: sheetOf("")})...)
	}, "", read, nil},
	{"链接.docx", "正文是指向 /etc/passwd 的符号链接", func() []byte {
		whole := document("")
		whole[main] = part{name: whole[main].name, data: "/etc/passwd", mode: 0o120777}
		return archive(whole...)
	}, empty, nil, []string{"root:"}},
	{"名字含空字符.docx", "文件名里有 NUL", func() []byte {
		return archive(append(document(body()), part{name: "word/document.xml\x00.exe", data: "MZ"}, part{name: "\x00", data: "x"})...)
	}, "", read, nil},
	{"重名.docx", "正文出现两次，内容不同", func() []byte {
		return archive(append(document(body()), part{name: "word/document.xml", data: wordOf(paragraph("另一份"))})...)
	}, broken, nil, nil},
	{"重名不分大小写.docx", "正文出现两次，名字只差大小写", func() []byte {
		return archive(append(document(body()), part{name: "Word/Document.xml", data: wordOf(paragraph("另一份"))})...)
	}, broken, nil, nil},
	{"两个名字.docx", "文件头里的名字和目录里的不一样", func() []byte {
		whole := document(body())
		whole[main].inside = "word/other.xml"
		return archive(whole...)
	}, "", read, nil},
	{"截断.docx", "只下载了一半", func() []byte {
		whole := archive(document(body())...)
		return whole[:len(whole)/2]
	}, broken, nil, nil},
	{"前面有程序.docx", "压缩包前面接着一段程序", func() []byte {
		return append([]byte("MZ\x90\x00\x03\x00\x00\x00"), archive(document(body())...)...)
	}, "是程序文件，不是报告，请重新选择。", nil, nil},
	{"后面有尾巴.docx", "压缩包后面接着 1 MB 别的东西", func() []byte {
		return append(archive(document(body())...), bytes.Repeat([]byte{0xcc}, 1<<20)...)
	}, broken, nil, nil},
	{"加密.docx", "压缩包里的文件带密码", func() []byte {
		whole := document(body())
		for i := range whole {
			whole[i].flags = 1
		}
		return archive(whole...)
	}, locked, nil, nil},
	{"加密.xlsx", "压缩包里的文件带密码", func() []byte {
		whole := workbook(row(title))
		for i := range whole {
			whole[i].flags = 1
		}
		return archive(whole...)
	}, locked, nil, nil},
	{"空压缩包.docx", "压缩包里什么也没有", func() []byte { return archive() }, packed, nil, nil},
	{"文件数说谎.docx", "目录说有 65535 个文件", func() []byte {
		whole := archive(document(body())...)
		copy(whole[len(whole)-14:], "\xff\xff\xff\xff")
		return whole
	}, broken, nil, nil},
	{"目录在外.docx", "目录的位置在文件之外", func() []byte {
		whole := archive(document(body())...)
		copy(whole[len(whole)-6:], "\xff\xff\xff\x7f")
		return whole
	}, broken, nil, nil},
}

// pressed is n zero bytes, compressed: a mebibyte of them repeated costs nothing to make.
func pressed(n int) []byte {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.DefaultCompression)
	if err != nil {
		panic(err) // a known level
	}
	_, _ = w.Write(make([]byte, 1<<20)) // into memory
	_ = w.Flush()
	return append(bytes.Repeat(b.Bytes(), n>>20), 1, 0, 0, 0xff, 0xff)
}
