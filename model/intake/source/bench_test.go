package source

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// A report of the real size: some prose and a table of 25 rows by 8 cells.
const (
	benchProse = 40
	benchRows  = 25
)

func measure(b *testing.B, name string, data []byte) {
	b.Helper()
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(name, data); err != nil {
			b.Fatal(err)
		}
	}
}

var sentence = strings.Repeat("全年主动公开政府信息，", 20) + "均已办结。"

func BenchmarkText(b *testing.B) {
	text := strings.Repeat(sentence+"\n", benchProse) + strings.Repeat("\t一、本年新收\n"+strings.Repeat("\t0\n", 7)+"\n", benchRows)
	measure(b, "a.txt", []byte(text))
}

func BenchmarkDocx(b *testing.B) {
	row := "<w:tr>" + tc("", "一、本年新收") + strings.Repeat(tc("", "0"), 7) + "</w:tr>"
	body := strings.Repeat(par(fmt.Sprintf(listed, 0, 3), sentence), benchProse) + "<w:tbl>" + strings.Repeat(row, benchRows) + "</w:tbl>"
	measure(b, "a.docx", docx(body, lists, headings))
}

func BenchmarkDoc(b *testing.B) {
	data, err := os.ReadFile(filepath.Join("testdata", "sample.doc"))
	if err != nil {
		b.Fatal(err)
	}
	measure(b, "a.doc", data)
}

func BenchmarkXlsx(b *testing.B) {
	data := workbook(b, func(f *excelize.File) {
		for i := range benchProse + benchRows {
			f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &[]any{sentence, 0, 1, 2, 3, 4, 5, 6.25})
		}
	})
	measure(b, "a.xlsx", data)
}

func BenchmarkHTML(b *testing.B) {
	row := "<tr><td>一、本年新收</td>" + strings.Repeat("<td>0</td>", 7) + "</tr>"
	measure(b, "a.html", []byte(strings.Repeat("<p>"+sentence+"</p>", benchProse)+"<table>"+strings.Repeat(row, benchRows)+"</table>"))
}

func BenchmarkRTF(b *testing.B) {
	row := `\trowd` + strings.Repeat(`\cellx1000`, 8) + `\intbl ` + strings.Repeat(`\u20844?\cell `, 8) + `\row `
	measure(b, "a.rtf", []byte(`{\rtf1\ansi `+strings.Repeat(strings.Repeat(`\u20844?`, 225)+`\par `, benchProse)+strings.Repeat(row, benchRows)+`}`))
}
