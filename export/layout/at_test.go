package layout

import (
	"testing"

	"nianbao/export"
	"nianbao/model"
)

// Every text leads to where it comes from, and so does every cell, also an empty one.
func TestAt(t *testing.T) {
	each(t, func(t *testing.T, d *export.Document, b *Book) {
		cells := map[model.Ref]bool{}
		for i := range b.Pages {
			p := &b.Pages[i]
			for _, text := range p.Texts {
				if got := p.At(text.X+text.Width()/2, text.Y-text.Size/4); got != text.Ref {
					t.Errorf("page %d: %q leads to %q, not %q", p.Number, text.Run.Text, got, text.Ref)
				}
			}
			for _, a := range p.Areas {
				cells[a.Ref] = true
				if got := p.At((a.X0+a.X1)/2, (a.Y0+a.Y1)/2); got != a.Ref {
					t.Errorf("page %d: the middle of %q leads to %q", p.Number, a.Ref, got)
				}
			}
			for _, at := range [][2]float64{{1, 1}, {left / 2, PageHeight / 2}, {PageWidth / 2, top / 2}, {-5, PageHeight + 5}} {
				if got := p.At(at[0], at[1]); got != "" {
					t.Errorf("page %d: the margin at %v leads to %q", p.Number, at, got)
				}
			}
		}
		for _, block := range d.Blocks {
			if block.Table == nil {
				continue
			}
			for _, s := range block.Table.Grid.Slots {
				if s.Kind == model.SlotValue && !cells[s.Ref] {
					t.Errorf("nothing leads to %s", s.Ref)
				}
			}
		}
	})
}
