package layout

import (
	"strings"

	"nianbao/export"
	"nianbao/export/font"
)

// Missing lists the characters of a document that no font of this machine has and that are
// printed as 〓; they still copy and search as what they are.
func Missing(d *export.Document) []rune {
	var b strings.Builder
	for _, line := range d.Title {
		b.WriteString(line)
	}
	for i := range d.Blocks {
		b.WriteString(d.Blocks[i].Text)
		if t := d.Blocks[i].Table; t != nil {
			for _, text := range t.Texts {
				b.WriteString(text)
			}
		}
		if c := d.Blocks[i].Chart; c != nil {
			b.WriteString(c.Unit)
			b.WriteString(strings.Join(c.Labels, ""))
			for _, s := range c.Series {
				b.WriteString(s.Name)
			}
		}
	}
	return font.System().Missing(b.String())
}
