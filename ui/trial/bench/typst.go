package main

import (
	"fmt"
	"strconv"
	"strings"

	"nianbao/export"
	"nianbao/model"
)

// The page of GB/T 9704 as typst sets it, with the program's own faces.
const typstPage = `#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), footer-descent: 7mm,
  footer: context align(if calc.odd(here().page()) { right } else { left },
    text(font: "Noto Serif SC", size: 14pt)[— #counter(page).display() —]))
#set text(font: ("FandolFang R", "Noto Serif SC"), size: 15.8pt, lang: "zh", region: "cn")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 13.2pt, spacing: 13.2pt)
#set table(stroke: 0.5pt, inset: 4.5pt, align: center + horizon)
#show table: set text(font: "Noto Serif SC", size: 10.5pt)
#show table: set par(first-line-indent: 0pt, leading: 4pt, justify: false)
#show heading: set block(above: 13.2pt, below: 13.2pt)
#show heading.where(level: 1): it => block(inset: (left: 2em), text(font: "Noto Sans SC", size: 15.8pt, weight: 400, it.body))
#show heading.where(level: 2): it => block(inset: (left: 2em), text(font: "Nianbao Kai", size: 15.8pt, weight: 400, it.body))
`

// typst is a composed report as a source text of typst: what is printed is the same, in the
// same faces and sizes, so that the time and the size of what comes out can be compared.
func typst(d *export.Document) string {
	var out strings.Builder
	fmt.Fprintf(&out, "#set document(title: %q, author: %q, date: datetime(year: %d, month: 1, day: 1))\n", d.Name, d.Office, d.Year+1)
	out.WriteString(typstPage)
	for _, line := range d.Title {
		fmt.Fprintf(&out, "#align(center, text(font: \"Noto Serif SC\", weight: 700, size: 22pt)[#%q])\n", line)
	}
	out.WriteString("#v(28pt)\n")
	for i := range d.Blocks {
		switch b := &d.Blocks[i]; b.Kind {
		case export.Heading:
			fmt.Fprintf(&out, "#heading(level: 1, %q)\n", b.Text)
		case export.Subheading:
			fmt.Fprintf(&out, "#heading(level: 2, %q)\n", b.Text)
		case export.Grid:
			typstTable(&out, b.Table)
		default:
			fmt.Fprintf(&out, "#par[#text(%q)]\n", b.Text)
		}
	}
	return out.String()
}

func typstTable(out *strings.Builder, t *export.Table) {
	widths := make([]string, len(t.Grid.Widths))
	for i, w := range t.Grid.Widths {
		widths[i] = strconv.FormatFloat(w, 'g', -1, 64) + "fr"
	}
	fmt.Fprintf(out, "#table(columns: (%s),\n", strings.Join(widths, ", "))
	for i, s := range t.Grid.Slots {
		align := ""
		if s.Kind == model.SlotLabel && t.Grid.Rows > 20 {
			align = ", align: left + horizon"
		}
		fmt.Fprintf(out, "table.cell(x: %d, y: %d, colspan: %d, rowspan: %d%s, %q),\n", s.Col, s.Row, s.Cols, s.Rows, align, t.Texts[i])
	}
	out.WriteString(")\n")
}
