package docx

import (
	"bytes"
	"strconv"

	"nianbao/export"
)

// writeCore writes the title and the body that reports. It says nothing of who
// wrote the file, when and where.
func writeCore(b *bytes.Buffer, d *export.Document) {
	b.WriteString(declaration + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>`)
	escape(b, d.Name)
	b.WriteString(`</dc:title><dc:creator>`)
	escape(b, d.Office)
	b.WriteString(`</dc:creator><dc:language>zh-CN</dc:language></cp:coreProperties>`)
}

// writeCustom writes by what the program recognises its own document.
func writeCustom(b *bytes.Buffer, d *export.Document) {
	b.WriteString(declaration + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">`)
	for i, p := range d.Marks() {
		// The id of the set of properties and the first number are given by the format.
		b.WriteString(`<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="` + strconv.Itoa(i+2) + `" name="nianbao:` + p[0] + `"><vt:lpwstr>`)
		escape(b, p[1])
		b.WriteString(`</vt:lpwstr></property>`)
	}
	b.WriteString(`</Properties>`)
}
