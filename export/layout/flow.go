package layout

import (
	"math"
	"strconv"

	"nianbao/export"
	"nianbao/export/chart"
	"nianbao/export/font"
	"nianbao/model"
)

const mm = 72 / 25.4

// The page of GB/T 9704.
const (
	PageWidth  = 210 * mm
	PageHeight = 297 * mm

	left   = 28 * mm // edges of the type area
	top    = 37 * mm
	width  = 156 * mm
	height = 225 * mm

	rows    = 22 // lines of a page
	columns = 28 // characters of a line
	pitch   = height / rows

	bodySize   = 16.0 // 3号
	titleSize  = 22.0 // 2号
	numberSize = 14.0 // 4号

	dashHeight = 0.297 // from the baseline to the top of the page number's dash, in em

	// advance from one body character to the next, so that 28 fill the line
	advance = (width - bodySize) / (columns - 1)
	measure = columns * advance
)

// A flow fills the pages from the first block to the last.
type flow struct {
	doc    *export.Document
	fonts  *font.Set
	book   *Book
	row    int // the next free line of the last page
	grids  map[*export.Table]*grid
	charts map[*chart.Chart]*chart.Drawing
}

// open begins a new page.
func (f *flow) open() {
	f.book.Pages = append(f.book.Pages, Page{Number: len(f.book.Pages) + 1})
	f.row = 0
	if f.doc.Draft {
		f.mark(f.page())
	}
}

// mark sets the mark of a draft, framed, into the upper right corner of a page, above the
// type area.
func (f *flow) mark(p *Page) {
	const size, pad, rule = titleSize, 6.0, 1.0
	gs := f.glyphs(nil, font.Hei, export.DraftMark)
	x1, y1 := left+width, top-8*mm
	x0, y0 := x1-natural(gs, size)-2*pad, y1-size-2*pad
	face := f.fonts.Face(font.Hei)
	p.put(gs, x0+pad, y0+pad+size*face.Ascent()/(face.Ascent()+face.Descent()), setting{size: size})
	for _, r := range [][4]float64{{x0, y0, x1, y0}, {x0, y1, x1, y1}, {x0, y0, x0, y1}, {x1, y0, x1, y1}} {
		p.Rules = append(p.Rules, Rule{r[0], r[1], r[2], r[3], rule})
	}
}

func (f *flow) page() *Page { return &f.book.Pages[len(f.book.Pages)-1] }

// line takes the next line and gives its top.
func (f *flow) line() float64 {
	if f.row == rows {
		f.open()
	}
	f.row++
	return top + float64(f.row-1)*pitch
}

// title sets the title's lines in the middle, and leaves a line free below.
func (f *flow) title(lines []string) {
	base := f.fonts.Face(font.Title).Ascent() * titleSize
	for _, text := range lines {
		gs := f.glyphs(nil, font.Title, text)
		for _, l := range wrap(gs, titleSize, width, width) {
			x := left + (width-natural(l, titleSize))/2
			y := f.line() + base
			f.page().put(l, x, y, setting{size: titleSize, ref: model.RefTitle})
		}
	}
	if len(lines) > 0 {
		f.row = min(f.row+1, rows)
	}
}

// roleOf is the type of a block of text.
func roleOf(kind export.Kind) font.Role {
	switch kind {
	case export.Heading:
		return font.Hei
	case export.Subheading:
		return font.Kai
	}
	return font.Body
}

// paragraph sets a paragraph or a heading on the lines: justified, its first line
// begun by two characters of space.
func (f *flow) paragraph(b *export.Block) {
	base := f.fonts.Face(roleOf(b.Kind)).Ascent() * bodySize
	for i, l := range f.lines(b) {
		x := left
		if i == 0 {
			x += 2 * advance
		}
		y := f.line() + base
		f.page().put(l.glyphs, x, y, setting{size: bodySize, wide: advance - bodySize, gap: l.gap, ref: b.Ref})
	}
}

// lines breaks a paragraph or a heading.
func (f *flow) lines(b *export.Block) []line {
	lead := min(max(b.Lead, 0), len(b.Text))
	gs := f.glyphs(nil, font.Kai, b.Text[:lead])
	return justify(f.glyphs(gs, roleOf(b.Kind), b.Text[lead:]))
}

// keep opens a new page before a heading that must not begin here: one with no line of
// its text below it, or one whose table fits a page of its own but not the rest of this.
func (f *flow) keep(i int) {
	blocks := f.doc.Blocks
	kind := func(i int) export.Kind { return blocks[i].Kind }
	under := func(i int) bool { return i > 0 && kind(i-1) == export.Heading && kind(i) == export.Subheading }
	if f.row == 0 || kind(i) != export.Heading && kind(i) != export.Subheading || under(i) {
		return // a subheading right under its heading has been kept with it
	}
	need := len(f.lines(&blocks[i]))
	next := i + 1
	if next < len(blocks) && under(next) {
		need += len(f.lines(&blocks[next]))
		next++
	}
	least := need // with what may not be parted from the heading
	if next < len(blocks) {
		least++
	}
	for k := next; k < len(blocks) && need < rows; k++ {
		if b := &blocks[k]; b.Kind == export.Paragraph {
			need += len(f.lines(b))
			continue
		} else if b.Kind == export.Chart {
			need += f.chartLines(b)
			least = min(rows, need)
			if b.Told { // its table had better stand on the same page
				continue
			}
		} else if b.Kind == export.Grid {
			t := f.grid(b)
			switch {
			case t.fit(t.all(), float64(rows-f.row-need)*pitch) != nil:
				least = need
			case !b.Table.Words && t.fit(t.all(), float64(rows-need)*pitch) != nil:
				least = rows
			case k == next:
				least = need + linesOf(sum(t.wish(t.part(0, t.Head+2))))
			}
		}
		break
	}
	if f.row+least > rows {
		f.open()
	}
}

func linesOf(height float64) int { return int(math.Ceil(height/pitch - 1e-6)) }

// number sets the page's number: its dashes stand 7 mm below the type area, one
// character from the right edge, on even pages from the left.
func (f *flow) number(p *Page) {
	gs := f.glyphs(nil, font.Song, "— "+strconv.Itoa(p.Number)+" —")
	x := left + numberSize
	if p.Number%2 == 1 {
		x = left + width - numberSize - natural(gs, numberSize)
	}
	y := top + height + 7*mm + dashHeight*numberSize
	p.put(gs, x, y, setting{size: numberSize})
}
