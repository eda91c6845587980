package docx

import (
	"bytes"
	"strconv"
	"strings"

	"nianbao/export"
	"nianbao/model"
)

// body is the main part in the making.
type body struct {
	*bytes.Buffer
	used   map[string]int // how often an address has been given to a bookmark
	marks  int            // bookmarks so far
	charts int            // charts so far
}

const (
	bodyStart = declaration + `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>`

	// bodyEnd is the page: A4, margins of 37, 35, 28 and 26 mm, a line each 579
	// twentieths of a point. The footer's line stands so that the dashes of the
	// page number are 7 mm below the type area.
	bodyEnd = `<w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>` +
		`<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1427" w:gutter="0"/>` +
		`<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr></w:body></w:document>`

	sectStart  = `<w:sectPr>`
	headerRefs = `<w:headerReference w:type="default" r:id="rId6"/><w:headerReference w:type="even" r:id="rId7"/>`

	// The hint sets quotation marks and dashes, which both scripts have, as Chinese ones.
	plain = `<w:rFonts w:hint="eastAsia"/>`
	runIn = `<w:rStyle w:val="RunIn"/>` + plain
)

var headingStyles = map[export.Kind]string{
	export.Heading: "Heading1", export.Subheading: "Heading2", export.Paragraph: "BodyText",
	export.Addressee: "Addressee", export.Signature: "Signature",
}

func writeBody(buffer *bytes.Buffer, d *export.Document) {
	b := &body{Buffer: buffer, used: map[string]int{}}
	b.WriteString(bodyStart)
	b.title(d.Title)
	after := false // a table stands right above
	for i, block := range d.Blocks {
		if block.Kind == export.Grid {
			b.table(&block)
			after = true
			continue
		}
		if block.Kind == export.Chart {
			b.chart(&block)
			after = false
			continue
		}
		properties := ""
		signed := i+1 < len(d.Blocks) && d.Blocks[i+1].Kind == export.Signature
		if signed { // no signature stands alone on a page
			properties = `<w:keepNext/>`
		}
		if i+1 < len(d.Blocks) && d.Blocks[i+1].Kind == export.Grid && block.Kind == export.Paragraph && !lookOf(d.Blocks[i+1].Table).tall {
			properties = `<w:keepNext/>` // a short lead-in stays with its table
		}
		if block.Kind == export.Signature && (i == 0 || d.Blocks[i-1].Kind != export.Signature) {
			properties += `<w:spacing w:before="290"/>`
		} else if after {
			properties += `<w:spacing w:before="240"/>`
		}
		b.paragraph(&block, properties)
		after = false
	}
	if after {
		b.WriteString(`<w:p/>`) // a body must not end with a table
	}
	b.WriteString(sectStart)
	if d.Draft {
		b.WriteString(headerRefs)
	}
	b.WriteString(bodyEnd)
}

// title writes the title as one paragraph, broken where it was composed.
func (b *body) title(lines []string) {
	b.WriteString(`<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>`)
	for i, line := range lines {
		if i > 0 {
			b.WriteString(`<w:r><w:br/></w:r>`)
		}
		b.run(plain, line)
	}
	b.WriteString(`</w:p>`)
}

func (b *body) paragraph(block *export.Block, properties string) {
	b.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + headingStyles[block.Kind] + `"/>` + properties + `</w:pPr>`)
	end := b.mark(block.Ref)
	b.run(runIn, block.Text[:block.Lead])
	b.run(plain, block.Text[block.Lead:])
	b.WriteString(end + `</w:p>`)
}

// run writes text of one look; tabs have an element of their own.
func (b *body) run(properties, text string) {
	if text == "" {
		return
	}
	b.WriteString(`<w:r><w:rPr>` + properties + `</w:rPr>`)
	for i, piece := range strings.Split(text, "\t") {
		if i > 0 {
			b.WriteString(`<w:tab/>`)
		}
		if piece != "" {
			b.WriteString(`<w:t xml:space="preserve">`)
			escape(b.Buffer, piece)
			b.WriteString(`</w:t>`)
		}
	}
	b.WriteString(`</w:r>`)
}

// mark begins a bookmark that says an address and gives what ends it.
func (b *body) mark(ref model.Ref) (end string) {
	b.used[string(ref)]++
	name := bookmark(ref, b.used[string(ref)])
	if name == "" {
		return ""
	}
	id := strconv.Itoa(b.marks)
	b.marks++
	b.WriteString(`<w:bookmarkStart w:id="` + id + `" w:name="` + name + `"/>`)
	return `<w:bookmarkEnd w:id="` + id + `"/>`
}

var bookmarkEscapes = strings.NewReplacer("/", "__", "-", "_h")

// bookmark is the name of the n-th bookmark, from 1, of an address:
// "nb_problems__part_h2", "nb_problems__part_h2_p2". It is "" for an address
// that Word has no room for; a name has at most 40 characters.
func bookmark(ref model.Ref, n int) string {
	name := "nb_" + bookmarkEscapes.Replace(string(ref))
	if n > 1 {
		name += "_p" + strconv.Itoa(n)
	}
	if len(name) > 40 {
		return ""
	}
	return name
}
