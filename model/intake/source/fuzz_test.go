package source

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"nianbao/model/hostile"
)

// fuzzed reads and checks what must hold for any input: an *Error alone, or a
// document with sound tables and valid text; and no panic behind the guard.
func fuzzed(t *testing.T, name string, data []byte) {
	d, err := Read(name, data)
	if err != nil {
		var e *Error
		if d != nil || !errors.As(err, &e) || e.Text == "" || e.Name == "" {
			t.Fatalf("%v, %#v", d, err)
		}
		if e.Err != nil && len(e.Err.Error()) > 6 && e.Err.Error()[:6] == "panic:" {
			t.Fatal(e.Err)
		}
		return
	}
	if len(d.Blocks) == 0 {
		t.Fatal("no blocks and no error")
	}
	checkTables(t, d)
	for _, b := range d.Blocks {
		if !utf8.ValidString(b.Text) || b.Table == nil && blank(b.Text) || b.Level < 0 || b.Level > 9 {
			t.Fatalf("%+v", b)
		}
		if b.Table != nil {
			for _, row := range b.Table.Rows {
				for _, c := range row {
					if !utf8.ValidString(c.Text) {
						t.Fatalf("%+v", c)
					}
				}
			}
		}
	}
}

// seeds adds the samples of a format to the corpus, and the small hostile files.
func seeds(f *testing.F, ending string, names ...string) {
	for _, data := range hostile.Seeds(ending) {
		f.Add(data)
	}
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
}

func FuzzText(f *testing.F) {
	seeds(f, "txt")
	f.Add([]byte("一、总体情况\n\t规章\n\t0\n\t \n\n\t文件\n\t1\n说明。\n甲\t乙\t1\n\"a\nb\"\tc\n"))
	f.Add([]byte("\xff\xfeN\x00\n\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzed(t, "a.txt", data)
	})
}

func FuzzDocx(f *testing.F) {
	f.Add("document", []byte(par("", "甲")+`<w:tbl><w:tr>`+tc(`<w:vMerge w:val="restart"/>`, "1")+tc("", "2")+`</w:tr></w:tbl>`))
	f.Add("numbering", []byte(lists))
	f.Add("styles", []byte(headings))
	f.Add("raw", sample())
	for _, data := range hostile.Seeds("docx") {
		f.Add("raw", data)
	}
	f.Fuzz(func(t *testing.T, part string, data []byte) {
		body := par(`<w:pStyle w:val="1"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>`, "甲")
		switch part {
		case "document":
			data = docx(string(data), lists, headings)
		case "numbering":
			data = docx(body, string(data), headings)
		case "styles":
			data = docx(body, lists, string(data))
		}
		fuzzed(t, "a.docx", data)
	})
}

func FuzzDoc(f *testing.F) {
	seeds(f, "doc", "sample.doc", "marks.doc")
	f.Add(hostile.Compound("WordDocument", hostile.Block(0xc1, 0)))
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzed(t, "a.doc", data)
	})
}

func FuzzXlsx(f *testing.F) {
	seeds(f, "xlsx", "sample.xlsx")
	f.Add([]byte(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>190.457379</v></c><c r="B1" t="inlineStr"><is><t>甲</t></is></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells></worksheet>`))
	whole := workbook(f, func(x *excelize.File) { x.SetCellStr("Sheet1", "A1", "甲") })
	p, err := openParts(whole)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 0 && data[0] == '<' { // a worksheet: put it into a whole workbook
			var pairs []string
			for name := range p.files {
				part := data
				if name != "xl/worksheets/sheet1.xml" {
					p.spent, p.marks = 0, 0
					part, _ = p.read(name)
				}
				pairs = append(pairs, name, string(part))
			}
			data = zipped(pairs...)
		}
		fuzzed(t, "a.xlsx", data)
	})
}

func FuzzHTML(f *testing.F) {
	seeds(f, "html", "sample.html")
	f.Add([]byte(`<ol><li data-ref="a">x<table><tr><td rowspan=2>1<td colspan=3>2<tr><td>3</table><pre> y`))
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzed(t, "a.html", data)
	})
}

func FuzzRTF(f *testing.F) {
	seeds(f, "rtf", "sample.rtf", "marks.rtf")
	f.Add([]byte(`{\rtf1\ansi{\fonttbl{\f1\fcharset134 x;}}\f1\'d2\'bb\u-10179?\u-8704?{\footnote a}\trowd\clvmgf\cellx9\intbl b\cell\row\par}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzed(t, "a.rtf", data)
	})
}
