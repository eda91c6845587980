package source

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// zipped packs name, content pairs.
func zipped(pairs ...string) []byte {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for i := 0; i < len(pairs); i += 2 {
		w, err := z.Create(pairs[i])
		if err != nil {
			panic(err)
		}
		w.Write([]byte(pairs[i+1]))
	}
	z.Close()
	return buf.Bytes()
}

const wordSpace = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
	` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`

// docx is the smallest Word document with a body, list definitions and styles.
func docx(body, numbering, styles string, more ...string) []byte {
	pairs := []string{
		"[Content_Types].xml", `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`,
		"_rels/.rels", `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/_rels/document.xml.rels", `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
		"word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document` + wordSpace + `><w:body>` + body + `</w:body></w:document>`,
		"word/numbering.xml", `<w:numbering` + wordSpace + `>` + numbering + `</w:numbering>`,
		"word/styles.xml", `<w:styles` + wordSpace + `>` + styles + `</w:styles>`,
	}
	return zipped(append(pairs, more...)...)
}

// par is a paragraph with properties.
func par(props, text string) string {
	return `<w:p><w:pPr>` + props + `</w:pPr><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

// tc is a table cell with properties and a paragraph for each text.
func tc(props string, texts ...string) string {
	cell := `<w:tc><w:tcPr>` + props + `</w:tcPr>`
	for _, t := range texts {
		cell += par("", t)
	}
	return cell + `</w:tc>`
}

const (
	listed = `<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`
	lists  = `<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/>` +
		`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>` +
		`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>` +
		`<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>` +
		`</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>`
	headings = `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>`
)

// sample is a small report with all that the formats have in common:
// headings numbered by hand and by Word, merged cells, soft line breaks.
func sample() []byte {
	edges := `<w:tblPr><w:tblW w:w="8000" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>` +
		`<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="3000"/><w:gridCol w:w="1500"/><w:gridCol w:w="1500"/></w:tblGrid>`
	wide := func(n int, more string) string { return fmt.Sprintf(`<w:tcW w:w="%d" w:type="dxa"/>%s`, n, more) }
	return docx(
		par("", "青禾镇人民政府2024年政府信息公开工作年度报告")+
			par(`<w:pStyle w:val="1"/>`+fmt.Sprintf(listed, 0, 3), "总体情况")+
			par(fmt.Sprintf(listed, 1, 3), "主动公开")+
			`<w:p><w:r><w:t>全年公开信息126条，</w:t><w:br/><w:t>其中“政策”类18条。</w:t></w:r></w:p>`+
			par(fmt.Sprintf(listed, 1, 3), "依申请公开")+
			par("", "收到申请3件，均已办结；镕、𬭊二字照录。")+
			par(`<w:pStyle w:val="1"/>`+fmt.Sprintf(listed, 0, 3), "收到和处理政府信息公开申请情况")+
			`<w:tbl>`+edges+
			`<w:tr>`+tc(wide(5000, `<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>`), "项目")+tc(wide(3000, `<w:gridSpan w:val="2"/>`), "申请人情况")+`</w:tr>`+
			`<w:tr>`+tc(wide(5000, `<w:gridSpan w:val="2"/><w:vMerge/>`), "")+tc(wide(1500, ""), "自然人")+tc(wide(1500, ""), "总计")+`</w:tr>`+
			`<w:tr>`+tc(wide(2000, `<w:vMerge w:val="restart"/>`), "三、本年度", "办理结果")+tc(wide(3000, ""), "（一）予以公开")+tc(wide(1500, ""), "3")+tc(wide(1500, ""), "3")+`</w:tr>`+
			`<w:tr>`+tc(wide(2000, `<w:vMerge/>`), "")+tc(wide(3000, ""), "（二）部分公开")+tc(wide(1500, ""), "")+tc(wide(1500, ""), "")+`</w:tr>`+
			`</w:tbl>`+
			par(`<w:pStyle w:val="1"/>`+fmt.Sprintf(listed, 0, 3), "其他需要报告的事项")+
			par("", "无")+
			`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`,
		lists, headings)
}

// show writes a document out for golden files: a block a line, a row a line.
func show(d *Document) string {
	var s strings.Builder
	fmt.Fprintf(&s, "%s %q", d.Format, d.Title)
	if len(d.Props) > 0 {
		props, _ := json.Marshal(d.Props)
		fmt.Fprintf(&s, " %s", props)
	}
	s.WriteByte('\n')
	for _, b := range d.Blocks {
		if b.ID != "" {
			fmt.Fprintf(&s, "[%s] ", b.ID)
		}
		if b.Table == nil {
			fmt.Fprintf(&s, "%d %q\n", b.Level, b.Text)
			continue
		}
		s.WriteString("table\n")
		for _, row := range b.Table.Rows {
			s.WriteString(" ")
			for _, c := range row {
				fmt.Fprintf(&s, " %d", c.Col)
				if c.ColSpan != 1 || c.RowSpan != 1 {
					fmt.Fprintf(&s, "+%dx%d", c.ColSpan, c.RowSpan)
				}
				fmt.Fprintf(&s, "%q", c.Text)
			}
			s.WriteByte('\n')
		}
	}
	return s.String()
}

// golden compares with a file under testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs:\n%s\nwant:\n%s", name, got, want)
	}
}

// read reads and must not fail.
func read(t testing.TB, name string, data []byte) *Document {
	t.Helper()
	d, err := Read(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// solid is the text without any white space.
func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// said is all that a document says, without white space.
func said(d *Document) string {
	var s strings.Builder
	for _, b := range d.Blocks {
		s.WriteString(b.Text)
		if b.Table != nil {
			for _, row := range b.Table.Rows {
				for _, c := range row {
					s.WriteString(c.Text)
				}
			}
		}
	}
	return solid(s.String())
}
