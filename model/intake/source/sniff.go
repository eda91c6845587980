package source

import (
	"bytes"
	"path/filepath"
	"strings"
)

// foreign are formats known only in order to say what to do about them.
var foreign = []struct{ magic, text string }{
	{"%PDF-", "是 PDF 文件，请提供同一份报告的 Word 文档或文本。"},
	{"\x89PNG\r\n", "其实是一张图片，请提供报告的 Word 文档或文本。"},
	{"\xff\xd8\xff", "其实是一张图片，请提供报告的 Word 文档或文本。"},
	{"GIF8", "其实是一张图片，请提供报告的 Word 文档或文本。"},
	{"BM", "其实是一张图片，请提供报告的 Word 文档或文本。"},
	{"II*\x00", "其实是一张图片，请提供报告的 Word 文档或文本。"},
	{"MM\x00*", "其实是一张图片，请提供报告的 Word 文档或文本。"},
	{"RIFF", "其实是图片或音像文件，请提供报告的 Word 文档或文本。"},
	{"Rar!\x1a", "是压缩包，请先解压，再导入里面的报告。"},
	{"7z\xbc\xaf\x27\x1c", "是压缩包，请先解压，再导入里面的报告。"},
	{"\x1f\x8b", "是压缩包，请先解压，再导入里面的报告。"},
	{"MZ", "是程序文件，不是报告，请重新选择。"},
	{"\x7fELF", "是程序文件，不是报告，请重新选择。"},
}

// sniff names the format of the data, by content first and extension second; of an
// archive it gives the parts.
func sniff(name string, data []byte) (format string, p *parts, err error) {
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("PK\x05\x06")) {
		if p, err = openParts(data); err == nil {
			format, err = p.format()
		}
		return format, p, err
	}
	format, err = sniffBare(name, data)
	return format, nil, err
}

// sniffBare names the format of what is no archive.
func sniffBare(name string, data []byte) (string, error) {
	if strings.HasPrefix(name, "~$") {
		return "", refuse("是 Word 打开文件时留下的临时文件，请选择名字里没有“~$”的那一份。", nil)
	}
	switch {
	case len(data) == 0:
		return "", refuse("是空文件（0 字节），请换一份有内容的再导入。", nil)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return "doc", nil
	case bytes.HasPrefix(trimBOM(data), []byte(`{\rtf`)):
		return "rtf", nil
	}
	for _, f := range foreign {
		if !bytes.HasPrefix(data, []byte(f.magic)) {
			continue
		}
		// Two letters alone prove nothing: a text may begin with BM or MZ.
		if len(f.magic) > 2 || bytes.IndexByte(data[:min(len(data), 512)], 0) >= 0 {
			return "", refuse(f.text, nil)
		}
	}
	if len(data) > textLimit {
		return "", refuse(tooBig, nil)
	}
	head := strings.ToLower(latin(data[:min(len(data), 4096)]))
	switch {
	case strings.Contains(head, "mime-version:") && strings.Contains(head, "content-type:"):
		return "", refuse("是网页归档（MHT），请用 Word 打开，另存为 .docx 后再导入。", nil)
	case strings.Contains(head, "word.document") && strings.HasPrefix(strings.TrimSpace(head), "<?xml"):
		return "", refuse("是 Word XML 文件，请用 Word 打开，另存为 .docx 后再导入。", nil)
	case hypertext(name, head):
		return "html", nil
	}
	return "txt", nil
}

// hypertext reports whether the lower-case head of a file is HTML: by its
// first tag or, under an .html name, by any tag at all.
func hypertext(name, head string) bool {
	head = strings.TrimSpace(head)
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<meta", "<body", "<table", "<div", "<p>", "<p ", "<!--"} {
		if strings.HasPrefix(head, tag) {
			return true
		}
	}
	if strings.HasPrefix(head, "<?xml") && strings.Contains(head, "<html") {
		return true
	}
	ext := strings.ToLower(filepath.Ext(name))
	return (ext == ".html" || ext == ".htm") && strings.Contains(head, "<")
}

// latin is the ASCII of the data in any encoding, UTF-16 included.
func latin(data []byte) string {
	return string(bytes.Map(func(r rune) rune {
		if r == 0 || r >= 0x80 {
			return -1
		}
		return r
	}, trimBOM(data)))
}

func trimBOM(data []byte) []byte { return bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")) }

// format tells the office formats that are archives apart.
func (p *parts) format() (string, error) {
	has := map[string]bool{}
	for name := range p.files {
		has[name] = true
		if i := strings.IndexByte(name, '/'); i > 0 {
			has[name[:i+1]] = true
		}
	}
	switch {
	case has["xl/workbook.xml"]:
		return "xlsx", nil
	case has["xl/workbook.bin"]:
		return "", refuse("是二进制工作簿（.xlsb），请用 Excel 打开，另存为 .xlsx 后再导入。", nil)
	case has["ppt/"]:
		return "", refuse("是演示文稿，请提供报告的 Word 文档或文本。", nil)
	case has["ofd.xml"]:
		return "", refuse("是 OFD 版式文件，请提供同一份报告的 Word 文档或文本。", nil)
	case has["mimetype"] && has["content.xml"]:
		return "", refuse("是开放文档（ODF），请另存为 .docx 或 .xlsx 后再导入。", nil)
	case has["word/"] || has["[content_types].xml"]:
		return "docx", nil
	}
	return "", refuse("是压缩包，请先解压，再导入里面的报告。", nil)
}
