package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"nianbao/export"
	"nianbao/model"
)

// The parts of a document as a word processor writes them, but for its main part.
var foreignParts = [][2]string{
	{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`},
	{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>`},
	{"word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`},
	{"word/styles.xml", `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:eastAsia="宋体" w:hAnsi="Calibri"/><w:kern w:val="2"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style><w:style w:type="table" w:styleId="a3"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr></w:style></w:styles>`},
	{"docProps/app.xml", `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Office Word</Application></Properties>`},
}

// hand is how an office writes its documents.
type hand struct {
	face, heads string // fonts
	size        int    // half points
	labels      *strings.Replacer
	digits      *strings.Replacer
	split       bool // text falls into several runs
	joined      bool // the title is one line
}

var hands = []hand{
	{
		face: "仿宋_GB2312", heads: "方正小标宋简体", size: 32, split: true,
		labels: strings.NewReplacer("行政规范性文件", "规范性文件", "（", "(", "）", ")", "信息内容", "信 息 内 容", "（单位：万元）", "(万元)", "“", "\"", "”", "\""),
		digits: strings.NewReplacer("0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６", "7", "７", "8", "８", "9", "９"),
	},
	{
		face: "微软雅黑", heads: "微软雅黑", size: 28, joined: true,
		labels: strings.NewReplacer("1.", "1、", "2.", "2、", "3.", "3、", "4.", "4、", "5.", "5、", "6.", "6、", "7.", "7、", "8.", "8、", "结转下年度继续办理", "结转 下年度继续办理", "社会公益组织", "社会公益 组织", "区分处理的，", "区分处理的,"),
		digits: strings.NewReplacer(),
	},
}

// writeForeign writes a document as an office does that has never seen the program: its
// fonts, its spellings of labels, bold lines for headings, nothing by which to know it again.
func writeForeign(to *bytes.Buffer, d *export.Document, style int) error {
	z := zip.NewWriter(to)
	for _, part := range foreignParts {
		if err := put(z, part[0], part[1]); err != nil {
			return err
		}
	}
	f := &foreigner{hand: hands[style-1]}
	if err := put(z, "word/document.xml", f.document(d)); err != nil {
		return err
	}
	return z.Close()
}

func put(z *zip.Writer, name, text string) error {
	w, err := z.Create(name)
	if err == nil {
		_, err = w.Write([]byte(xml.Header + text))
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

type foreigner struct {
	hand
	bytes.Buffer
}

func (f *foreigner) document(d *export.Document) string {
	f.WriteString(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	title := []string{d.Office, strings.TrimPrefix(d.Name, d.Office)}
	if f.joined {
		title = []string{d.Office + "关于" + title[1]}
	}
	for _, line := range title {
		f.paragraph(line, `<w:jc w:val="center"/>`, f.heads, 44, true)
	}
	f.paragraph("", "", f.face, f.size, false)
	for _, b := range d.Blocks {
		switch b.Kind {
		case export.Grid:
			f.table(b.Table)
		case export.Heading:
			f.paragraph(b.Text, `<w:ind w:firstLine="640"/>`, "黑体", f.size, false)
		case export.Subheading:
			f.paragraph(b.Text, `<w:ind w:firstLine="640"/>`, f.face, f.size, true)
		default:
			f.paragraph(b.Text, `<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>`, f.face, f.size, false)
		}
	}
	f.WriteString(`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`)
	return f.String()
}

func (f *foreigner) paragraph(text, properties, face string, size int, bold bool) {
	f.WriteString(`<w:p><w:pPr>` + properties + `</w:pPr>`)
	look := fmt.Sprintf(`<w:rPr><w:rFonts w:ascii="%s" w:eastAsia="%s" w:hAnsi="%s"/>`, face, face, face)
	if bold {
		look += `<w:b/>`
	}
	look += fmt.Sprintf(`<w:sz w:val="%d"/></w:rPr>`, size)
	rest := []rune(text)
	for len(rest) > 0 {
		n := len(rest)
		if f.split { // as an editor leaves them behind
			n = min(n, 7)
		}
		f.WriteString(`<w:r>` + look + `<w:t xml:space="preserve">`)
		_ = xml.EscapeText(&f.Buffer, []byte(string(rest[:n]))) // a Buffer never fails
		f.WriteString(`</w:t></w:r>`)
		rest = rest[n:]
	}
	f.WriteString(`</w:p>`)
}

// textWidth is the width of a page without its margins, in twentieths of a point.
const textWidth = 8306

func (f *foreigner) table(t *export.Table) {
	g := t.Grid
	at := make([]int, g.Rows*g.Cols)
	for i, s := range g.Slots {
		for r := s.Row; r < s.Row+s.Rows; r++ {
			for c := s.Col; c < s.Col+s.Cols; c++ {
				at[r*g.Cols+c] = i
			}
		}
	}
	whole := 0.0
	for _, w := range g.Widths {
		whole += w
	}
	f.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="a3"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>`)
	for _, w := range g.Widths {
		fmt.Fprintf(f, `<w:gridCol w:w="%.0f"/>`, w/whole*textWidth)
	}
	f.WriteString(`</w:tblGrid>`)
	for row := range g.Rows {
		f.WriteString(`<w:tr>`)
		for col := 0; col < g.Cols; {
			s := &g.Slots[at[row*g.Cols+col]]
			f.WriteString(`<w:tc><w:tcPr>`)
			if s.Cols > 1 {
				fmt.Fprintf(f, `<w:gridSpan w:val="%d"/>`, s.Cols)
			}
			text := ""
			switch {
			case s.Row < row:
				f.WriteString(`<w:vMerge/>`)
			case s.Rows > 1:
				f.WriteString(`<w:vMerge w:val="restart"/>`)
				fallthrough
			default:
				text = t.Texts[at[row*g.Cols+col]]
			}
			f.WriteString(`</w:tcPr>`)
			if s.Kind == model.SlotValue {
				text = f.digits.Replace(text)
			} else {
				text = f.labels.Replace(text)
			}
			f.paragraph(text, `<w:jc w:val="center"/>`, f.face, 21, false)
			f.WriteString(`</w:tc>`)
			col += s.Cols
		}
		f.WriteString(`</w:tr>`)
	}
	f.WriteString(`</w:tbl><w:p/>`)
}
