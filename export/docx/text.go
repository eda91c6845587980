package docx

import (
	"bytes"
	"encoding/xml"

	"nianbao/export"
)

// declaration opens every part.
const declaration = xml.Header

// escape writes a line of text as character data or an attribute's value. What XML
// forbids is left out, so that no report can make a broken file.
func escape(b *bytes.Buffer, text string) {
	_ = xml.EscapeText(b, []byte(export.Line(text))) // a Buffer never fails
}
