// Package html writes a report as one page for a website.
//
// Everything is in the page: no script, no picture but drawn charts, nothing from elsewhere.
// Text looks right by inline styles alone, because these survive being pasted
// into a website's editor; the style sheet only fits the page to a phone and to
// paper. Every heading, paragraph, table and number says its address in
// data-ref, so that the page can be read back exactly. The same report gives
// the same bytes.
package html

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"nianbao/export"
)

// The looks of the text, inline.
const (
	pageStyle       = "margin:0 auto;padding:32px 24px 64px;max-width:960px;color:#1a1a1a;background:#fff;font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif"
	titleStyle      = "margin:16px 0 40px;text-align:center;font-size:28px;line-height:1.5;font-weight:bold"
	headingStyle    = "margin:36px 0 12px;font-size:22px;line-height:1.6;font-weight:bold"
	subheadingStyle = "margin:20px 0 8px;font-size:18px;line-height:1.8;font-weight:bold"
	draftStyle      = "width:4em;margin:0 0 8px auto;border:2px solid;text-align:center;font-size:20px;line-height:1.6;font-weight:bold"
	paragraphStyle  = "margin:0 0 8px;font-size:18px;line-height:1.9;text-indent:2em;overflow-wrap:anywhere"
	addresseeStyle  = "margin:0 0 8px;font-size:18px;line-height:1.9;overflow-wrap:anywhere"
	signatureStyle  = "margin:0 2em 0 0;font-size:18px;line-height:1.9;text-align:right;overflow-wrap:anywhere"
)

// sheet holds only what depends on where the page is shown.
const sheet = `
@media (max-width:640px){
body{padding:16px 16px 48px!important}
h1{margin:8px 0 24px!important;font-size:22px!important}
h2{margin-top:28px!important;font-size:19px!important}
h3,p{font-size:17px!important}
table{font-size:13px!important}
th,td{padding:6px 2px!important}
}
@media print{
@page{size:A4;margin:37mm 26mm 35mm 28mm}
body{padding:0!important;max-width:none!important}
h2,h3{break-after:avoid}
div{overflow:visible!important}
table{min-width:0!important;break-inside:avoid}
th,td{padding:2px!important;font-size:9pt!important}
}
`

// draftSheet prints the mark of a draft on every page, large and pale behind the text:
// browsers repeat what is fixed, but only inside the type area.
const draftSheet = `
@media print{
.draft{position:fixed;top:35%;left:0;width:100%!important;margin:0!important;border:0!important;font-size:140pt!important;color:#ddd;transform:rotate(-30deg);z-index:-1}
}
`

// Write writes the page to w. Only writing to w can fail.
func Write(w io.Writer, d *export.Document) error {
	var b page
	b.add("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n",
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
	b.text(d.Name)
	b.add("</title>\n")
	for _, m := range d.Marks() {
		b.add(`<meta name="nianbao:`, m[0], `" content="`)
		b.text(m[1])
		b.add("\">\n")
	}
	b.add("<style>", sheet)
	if d.Draft {
		b.add(draftSheet)
	}
	b.add("</style>\n</head>\n<body style=\"", pageStyle, "\">\n")
	if d.Draft {
		b.add(`<div class="draft" style="`, draftStyle, `">`)
		b.text(export.DraftMark)
		b.add("</div>\n")
	}
	b.title(d.Title)
	for i := range d.Blocks {
		b.block(&d.Blocks[i])
	}
	b.add("</body>\n</html>\n")
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("html: %w", err)
	}
	return nil
}

// page is the page in the making.
type page struct{ bytes.Buffer }

// add writes markup as it is.
func (b *page) add(pieces ...string) {
	for _, piece := range pieces {
		b.WriteString(piece)
	}
}

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

// text writes a line of text, or an attribute's value, without what HTML forbids.
func (b *page) text(text string) {
	_, _ = escapes.WriteString(b, export.Line(text)) // a Buffer never fails
}

func (b *page) title(lines []string) {
	b.add(`<h1 style="`, titleStyle, `">`)
	for i, line := range lines {
		if i > 0 {
			b.add("<br>")
		}
		b.text(line)
	}
	b.add("</h1>\n")
}

func (b *page) block(block *export.Block) {
	switch block.Kind {
	case export.Heading:
		b.line("h2", headingStyle, block)
	case export.Subheading:
		b.line("h3", subheadingStyle, block)
	case export.Paragraph:
		b.line("p", paragraphStyle, block)
	case export.Addressee:
		b.line("p", addresseeStyle, block)
	case export.Signature:
		b.line("p", signatureStyle, block)
	case export.Grid:
		b.table(block)
	case export.Chart:
		b.chart(block)
	}
}

// line writes a heading or a paragraph; a run-in subheading is bold.
func (b *page) line(tag, style string, block *export.Block) {
	b.add("<", tag, ` data-ref="`)
	b.text(string(block.Ref))
	b.add(`" style="`, style, `">`)
	if block.Lead > 0 {
		b.add("<strong>")
		b.text(block.Text[:block.Lead])
		b.add("</strong>")
	}
	b.text(block.Text[block.Lead:])
	b.add("</", tag, ">\n")
}
