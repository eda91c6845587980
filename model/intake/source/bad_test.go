package source

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/model/hostile"
)

// zeros is a zip whose only document part unzips to size bytes.
func zeros(size int) []byte {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	w, _ := z.Create("word/document.xml")
	w.Write(bytes.Repeat([]byte(" "), size))
	z.Close()
	return buf.Bytes()
}

func TestBad(t *testing.T) {
	whole := sample()
	doc, err := os.ReadFile(filepath.Join("testdata", "sample.doc"))
	if err != nil {
		t.Fatal(err)
	}
	body := func(s string) []byte { return docx(s, "", "") }
	const picture = "其实是一张图片，请提供报告的 Word 文档或文本。"
	sheets := workbook(t, func(f *excelize.File) {})
	for _, c := range []struct {
		what, name string
		data       []byte
		want       string
	}{
		{"nothing", "a.docx", nil, "是空文件（0 字节），请换一份有内容的再导入。"},
		{"cut docx", "a.docx", whole[:len(whole)/2], broken},
		{"cut doc", "a.doc", doc[:len(doc)/2], broken},
		{"cut rtf", "a.rtf", []byte(`{\rtf1\ansi 一半`), broken},
		{"cut document.xml", "a.docx", zipped("word/document.xml", "<w:document"+wordSpace+"><w:body><w:p>"), broken},
		{"no document.xml", "a.docx", zipped("word/styles.xml", "<x/>"), broken},
		{"PNG as docx", "a.docx", []byte("\x89PNG\r\n\x1a\n0000"), picture},
		{"JPEG as docx", "a.docx", []byte("\xff\xd8\xff\xe0JFIF"), picture},
		{"PDF as docx", "a.docx", []byte("%PDF-1.7\n"), "是 PDF 文件，请提供同一份报告的 Word 文档或文本。"},
		{"bomb of one part", "a.docx", zeros(partLimit + 1), bomb},
		{"bomb by ratio", "a.docx", zeros(4 << 20), bomb},
		{"xlsx bomb", "a.xlsx", zipped("xl/workbook.xml", "<x/>", "xl/sharedStrings.xml", strings.Repeat(" ", partLimit+1)), bomb},
		{"too large", "a.docx", make([]byte, fileLimit+1), tooBig},
		{"large text", "a.txt", bytes.Repeat([]byte("公开信息\n"), textLimit/13+1), tooBig},
		{"many lines", "a.txt", bytes.Repeat([]byte("1\n"), 5*pieceLimit), tooMuch},
		// Each of these once took minutes.
		{"a cell without end", "a.txt", []byte("\t公\n" + strings.Repeat("字\n", 390000)), tooMuch},
		{"list numbers without end", "a.rtf", []byte(`{\rtf1 ` + strings.Repeat(`{\listtext a}`, 1<<19)), broken},
		{"deep XML", "a.docx", body(strings.Repeat("<w:sdt>", 250) + strings.Repeat("</w:sdt>", 250)), deep},
		{"DTD", "a.docx", zipped("word/document.xml", `<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>`), deep},
		{"wide table", "a.docx", body(`<w:tbl><w:tr>` + strings.Repeat(tc("", "1"), 101) + `</w:tr></w:tbl>`), bigGrid},
		{"wide span", "a.docx", body(`<w:tbl><w:tr>` + tc(`<w:gridSpan w:val="99999999"/>`, "1") + `</w:tr></w:tbl>`), bigGrid},
		{"tall table", "a.docx", body(`<w:tbl>` + strings.Repeat(`<w:tr>`+`<w:tc><w:p/></w:tc>`+`</w:tr>`, 20001) + `</w:tbl>`), bigGrid},
		{"wide HTML table", "a.html", []byte(`<table><tr>` + strings.Repeat("<td>1", 101) + `</table>`), bigGrid},
		{"tall HTML table", "a.html", []byte(`<table>` + strings.Repeat("<tr><td>1<td>2", 20001) + `</table>`), bigGrid},
		{"deep HTML tables", "a.html", []byte(strings.Repeat("<table><tr><td>", 300)), deep},
		{"deep RTF", "a.rtf", []byte(`{\rtf1` + strings.Repeat("{", 5000)), deep},
		{"wide RTF table", "a.rtf", []byte(`{\rtf1\intbl` + strings.Repeat(`1\cell`, 102) + `\row}`), bigGrid},
		{"wide sheet", "a.xlsx", workbook(t, func(f *excelize.File) { f.SetCellInt("Sheet1", "CW1", 1) }), bigGrid},
		{"tall sheet", "a.xlsx", workbook(t, func(f *excelize.File) { f.SetCellInt("Sheet1", "A20001", 1) }), bigGrid},
		{"empty sheet", "a.xlsx", sheets, "里面没有文字；如果是扫描件或图片，请先转成文字再导入。"},
		{"cut xlsx", "a.xlsx", sheets[:len(sheets)*2/3], broken},
		{"encrypted docx", "a.docx", hostile.Compound("EncryptedPackage", nil), locked},
		{"password on a doc", "a.doc", hostile.Compound("WordDocument", hostile.Block(0xc1, 0x0100)), locked},
		{"Word 95", "a.doc", hostile.Compound("WordDocument", hostile.Block(0x68, 0)), "是 Word 95 或更早的文件，请用 Word 或 WPS 打开，另存为 .docx 后再导入。"},
		{"doc without pieces", "a.doc", hostile.Compound("WordDocument", hostile.Block(0xc1, 0)), broken},
		{"xls", "a.xls", hostile.Compound("Workbook", nil), "是旧格式的 Excel 表格（.xls），请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"},
		{"ppt", "a.doc", hostile.Compound("PowerPoint Document", nil), "是演示文稿，请提供报告的 Word 文档或文本。"},
		{"other compound", "a.doc", hostile.Compound("Contents", nil), "不是 Word 文档，请用原来的程序打开，另存为 .docx 后再导入。"},
		{"zip", "a.zip", zipped("a.txt", "x"), "是压缩包，请先解压，再导入里面的报告。"},
		{"OFD", "a.ofd", zipped("OFD.xml", "x"), "是 OFD 版式文件，请提供同一份报告的 Word 文档或文本。"},
		{"ODT", "a.odt", zipped("mimetype", "x", "content.xml", "x"), "是开放文档（ODF），请另存为 .docx 或 .xlsx 后再导入。"},
		{"xlsb", "a.xlsb", zipped("xl/workbook.bin", "x"), "是二进制工作簿（.xlsb），请用 Excel 打开，另存为 .xlsx 后再导入。"},
		{"MHT", "a.doc", []byte("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n"), "是网页归档（MHT），请用 Word 打开，另存为 .docx 后再导入。"},
		{"Word XML", "a.doc", []byte(`<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>`), "是 Word XML 文件，请用 Word 打开，另存为 .docx 后再导入。"},
		{"lock file", "~$报告.docx", []byte("user"), "是 Word 打开文件时留下的临时文件，请选择名字里没有“~$”的那一份。"},
		{"noise", "a.dat", []byte("\x01\x02\x03\x04\x05\x06\x07\x08\x80\x81\x82"), "不是能识别的报告格式，请提供 Word 文档（.docx）、表格（.xlsx）、网页或文本。"},
		{"only space", "a.txt", []byte(" \n\t\n\u3000"), "里面没有文字；如果是扫描件或图片，请先转成文字再导入。"},
	} {
		d, err := Read("dir/"+c.name, c.data)
		var e *Error
		if d != nil || !errors.As(err, &e) {
			t.Errorf("%s: %v, %v", c.what, d, err)
			continue
		}
		if want := "“" + c.name + "”" + c.want; err.Error() != want {
			t.Errorf("%s: %s\nwant %s (cause: %v)", c.what, err, want, e.Err)
		}
	}
}

func TestOpenBad(t *testing.T) {
	dir := t.TempDir()
	secret := filepath.Join(dir, "密.txt")
	if err := os.WriteFile(secret, []byte("x"), 0); err != nil {
		t.Fatal(err)
	}
	large := filepath.Join(dir, "大.docx")
	if err := os.WriteFile(large, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, fileLimit+1); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		dir:                            "“" + filepath.Base(dir) + "”是一个文件夹，请选择里面的报告文件。",
		filepath.Join(dir, "无.docx"):   "“无.docx”不存在，可能已被移走或改名，请重新选择。",
		large:                          "“大.docx”" + tooBig,
		filepath.Join(dir, "无", "无"):   "“无”不存在，可能已被移走或改名，请重新选择。",
		filepath.Join(secret, "a.txt"): "“a.txt”读不出来，请检查磁盘或优盘后再试。",
	} {
		if _, err := Open(path); err == nil || err.Error() != want {
			t.Errorf("%v\nwant %s", err, want)
		}
	}
	if got := whyNot(os.ErrPermission); got != "没有读取权限，请把它复制到自己的文件夹后再试。" {
		t.Error(got)
	}
	if _, err := os.ReadFile(secret); err != nil { // a superuser may read everything
		if _, err := Open(secret); err == nil || !errors.Is(err, os.ErrPermission) {
			t.Errorf("no permission: %v", err)
		}
	}
}

// Every cut of every sample is refused or read, never more.
func TestCut(t *testing.T) {
	for _, name := range []string{"sample.docx", "sample.doc", "sample.rtf", "sample.xlsx"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		whole := said(read(t, name, data))
		for n := 0; n < len(data); n += 97 {
			d, err := Read(name, data[:n])
			if err == nil && said(d) != whole {
				t.Errorf("%s cut at %d of %d passes for %q", name, n, len(data), said(d))
			}
		}
	}
}
