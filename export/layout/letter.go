package layout

import (
	"nianbao/export"
	"nianbao/export/font"
)

// What a document that is sent to somebody has besides: to whom, and by whom.

// addressee sets a line that begins at the margin.
func (f *flow) addressee(b *export.Block) {
	base := f.fonts.Face(font.Body).Ascent() * bodySize
	for _, l := range wrap(f.glyphs(nil, font.Body, b.Text), bodySize, measure, measure) {
		y := f.line() + base
		f.page().put(l, left, y, setting{size: bodySize, ref: b.Ref})
	}
}

// signature sets a line that ends two characters before the right edge; the first one
// leaves a line free above.
func (f *flow) signature(b *export.Block, first bool) {
	if first && f.row > 0 {
		f.row = min(f.row+1, rows)
	}
	const room = measure - 2*advance
	base := f.fonts.Face(font.Body).Ascent() * bodySize
	for _, l := range wrap(f.glyphs(nil, font.Body, b.Text), bodySize, room, room) {
		y := f.line() + base
		f.page().put(l, left+room-natural(l, bodySize), y, setting{size: bodySize, ref: b.Ref})
	}
}

// signed opens a new page before the last paragraph if its signature would stand on the
// next one alone.
func (f *flow) signed(i int) {
	if n := f.close(i); n > 0 && f.row > 0 && f.row+n > rows {
		f.open()
	}
}

// close is how many lines a paragraph takes with the signature under it, 0 if there is
// none.
func (f *flow) close(i int) int {
	blocks := f.doc.Blocks
	if i+1 >= len(blocks) || blocks[i].Kind != export.Paragraph || blocks[i+1].Kind != export.Signature {
		return 0
	}
	n := len(f.lines(&blocks[i])) + 1
	for i++; i < len(blocks) && blocks[i].Kind == export.Signature; i++ {
		n++
	}
	return n
}

// tail is the room for what closes a letter right below a table, with what parts it from
// the table: the rows draw together to leave it on their page.
func (f *flow) tail(b *export.Block) float64 {
	for i := range f.doc.Blocks {
		if &f.doc.Blocks[i] == b {
			if n := f.close(i + 1); n > 0 {
				return float64(n)*pitch + belowTable
			}
		}
	}
	return 0
}
