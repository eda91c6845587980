// Package picture draws the pages of a book as images: what the window shows is what
// the PDF prints.
//
// Type is set at a quarter of a pixel across and on whole pixels down, so that it is
// evenly spaced and every line is equally sharp; rules lie on whole pixels.
package picture

import (
	"image"
	"math"
	"sync"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/vector"

	"nianbao/export/font"
	"nianbao/export/layout"
)

// A Press draws pages. It keeps the characters that it has drawn, since the next page
// has most of them too. It may be shared by goroutines; the zero Press is ready.
type Press struct {
	mu     sync.Mutex
	faces  map[*font.Face]*sfnt.Font // nil for one that cannot be read
	masks  map[stamp]*mask
	held   int // bytes of the masks
	raster vector.Rasterizer
	buffer sfnt.Buffer
}

// Draw draws a page in black on white, width pixels wide.
func (p *Press) Draw(page *layout.Page, width int) *image.Gray {
	scale := float64(max(width, 1)) / layout.PageWidth
	s := sheet{image.NewGray(image.Rect(0, 0, max(width, 1), max(1, int(math.Round(layout.PageHeight*scale)))))}
	for i := range s.Pix {
		s.Pix[i] = 0xFF
	}
	for _, r := range page.Rules {
		s.rule(r, scale)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for i := range page.Texts {
		p.text(s, &page.Texts[i], scale)
	}
	return s.Gray
}

// text draws a run.
func (p *Press) text(s sheet, t *layout.Text, scale float64) {
	size, x := t.Size*scale, t.X*scale
	y := int(math.Round(t.Y * scale))
	for _, r := range t.Run.Text {
		quarters := int(math.Round(x * phases))
		at := floor(quarters, phases)
		if m := p.mask(stamp{t.Run.Face, r, sixtyFourths(size), uint8(quarters - at*phases)}); m != nil {
			s.ink(m, at, y)
		}
		x += (t.Run.Face.Advance(r)*t.Size + t.Space) * scale
	}
}

// A sheet is what is drawn on.
type sheet struct{ *image.Gray }

// ink darkens the sheet where a mask covers it.
func (s sheet) ink(m *mask, x, y int) {
	box := m.box.Add(image.Pt(x, y))
	in := box.Intersect(s.Rect)
	for row := in.Min.Y; row < in.Max.Y; row++ {
		from := m.cover[(row-box.Min.Y)*m.box.Dx()+in.Min.X-box.Min.X:]
		to := s.Pix[s.PixOffset(in.Min.X, row):][:in.Dx()]
		for i, cover := range from[:in.Dx()] {
			if cover != 0 {
				to[i] = uint8(uint32(to[i]) * uint32(0xFF-cover) / 0xFF)
			}
		}
	}
}

// faintest is how dark a rule is at least, however thin the scale makes it.
const faintest = 0.55

// rule draws a line on whole pixels, its ends squared. One that is thinner than a pixel
// is lighter instead.
func (s sheet) rule(r layout.Rule, scale float64) {
	wide := r.Width * scale
	thick := max(1, int(math.Round(wide)))
	grey := uint8(math.Round(0xFF * (1 - min(1, max(wide, faintest)))))
	edge := func(at float64) int { return int(math.Round(at*scale - float64(thick)/2)) }
	box := image.Rect(edge(r.X0), edge(r.Y0), edge(r.X1)+thick, edge(r.Y1)+thick).Intersect(s.Rect)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		row := s.Pix[s.PixOffset(box.Min.X, y):][:box.Dx()]
		for i := range row {
			row[i] = min(row[i], grey)
		}
	}
}

func floor(n, by int) int { return int(math.Floor(float64(n) / float64(by))) }
