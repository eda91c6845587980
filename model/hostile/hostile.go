// Package hostile makes files that mean harm, or look as if they did, for tests: each
// with the sentence that a clerk is told, or with what a reading of it holds.
package hostile

import (
	"slices"
	"strings"
)

// File is one of them.
type File struct {
	Name  string // on the disk
	What  string // is odd about it
	Make  func() []byte
	Says  string   // the sentence behind the name; "" where it is read all the same
	Holds []string // what a reading shows
	Lacks []string // what it must not show
}

// Reports are those that come as the program's own.
func Reports() []File { return reports }

// Settings are those that come as an office's settings.
func Settings() []File { return settings }

// Foreign are those of all other formats.
func Foreign() []File {
	return slices.Concat(archives, words, workbooks, compounds, riches, pages, texts)
}

// Seeds are the small ones with an ending, to begin a fuzz test with.
func Seeds(ending string) (out [][]byte) {
	for _, f := range slices.Concat(reports, settings, Foreign()) {
		if strings.HasSuffix(f.Name, "."+ending) && !strings.Contains(f.What, "MB") && !strings.Contains(f.What, "GB") {
			if b := f.Make(); len(b) <= small {
				out = append(out, b)
			}
		}
	}
	return out
}

// small is the size up to which a file makes a good seed.
const small = 4 << 10

// What is said in more than one place.
const (
	broken   = "已损坏或不完整（可能没有下载、复制完），请重新取一份再导入。"
	bomb     = "解开后异常庞大，不像是正常的报告，请核对来源。"
	tooBig   = "太大了，请删去其中的图片或附件，另存后再导入。"
	tooMuch  = "内容太多，不像是一份年度报告，请核对后再导入。"
	locked   = "设有密码，请先用 Word 或 WPS 打开，取消密码并另存后再导入。"
	deep     = "内部结构异常，请用 Word 或 WPS 打开，另存为新的 .docx 后再导入。"
	bigGrid  = "里面有一张异常大的表格（超过100列或20000行），请只保留年度报告的表格后再导入。"
	packed   = "是压缩包，请先解压，再导入里面的报告。"
	empty    = "里面没有文字；如果是扫描件或图片，请先转成文字再导入。"
	noReport = "里没有认出年度报告的标题、章节和表格。请确认选对了文件；如果是图片或扫描件，请先转成文字。"
	noFormat = "不是能识别的报告格式，请提供 Word 文档（.docx）、表格（.xlsx）、网页或文本。"
	nothing  = "是空文件（0 字节），请换一份有内容的再导入。"
)

// A report as short as can be: title, heading, sentence.
const (
	title    = "青禾镇人民政府2024年政府信息公开工作年度报告"
	heading  = "一、总体情况"
	sentence = "全年公开信息12条。"
)

// report is the short report, with more behind it, a paragraph a line.
func report(more ...string) string {
	return strings.Join(append([]string{title, heading, sentence}, more...), "\n")
}

// read is what a reading of the short report shows.
var read = []string{title, sentence}

// times repeats a text.
func times(s string, n int) string { return strings.Repeat(s, n) }

// is is a file of a fixed content.
func is(s string) func() []byte { return func() []byte { return []byte(s) } }
