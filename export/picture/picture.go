// Package picture draws the pages of a book as images: what the window shows is what
// the PDF prints.
//
// Type is set at a quarter of a pixel across and on whole pixels down, so that it is
// evenly spaced and every line is equally sharp; rules lie on whole pixels.
package picture

import (
	"image"
	"image/draw"
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

// Draw draws a page, black on white and width pixels wide, with its top left corner at a
// point of dst. What lies outside dst is left out, and costs little.
func (p *Press) Draw(dst *image.RGBA, page *layout.Page, at image.Point, width int) {
	scale := float64(max(width, 1)) / layout.PageWidth
	box := image.Rectangle{Max: image.Pt(max(width, 1), Height(width))}.Add(at)
	s := sheet{dst, box.Intersect(dst.Rect), at, scale}
	draw.Draw(dst, s.in, image.White, image.Point{}, draw.Src)
	for _, r := range page.Rules {
		s.rule(r)
	}
	s.shapes(page.Shapes)
	p.mu.Lock()
	defer p.mu.Unlock()
	for i := range page.Texts {
		p.text(s, &page.Texts[i])
	}
}

// Height is that of a page which is width pixels wide.
func Height(width int) int {
	return max(1, int(math.Round(layout.PageHeight*float64(max(width, 1))/layout.PageWidth)))
}

// text draws a run.
func (p *Press) text(s sheet, t *layout.Text) {
	size, x, y := t.Size*s.scale, t.X*s.scale, t.Y*s.scale
	along, across := x, s.at.Y+int(math.Round(y))
	if t.Up {
		along, across = y, s.at.X+int(math.Round(x))
	}
	if reach := int(2 * size); !t.Up && (across+reach < s.in.Min.Y || across-reach > s.in.Max.Y) {
		return
	}
	for _, r := range t.Run.Text {
		quarters := int(math.Round(along * phases))
		at := floor(quarters, phases)
		place := image.Pt(s.at.X+at, across)
		if t.Up {
			place = image.Pt(across, s.at.Y+at)
		}
		if place.In(s.in.Inset(-int(2*size) - 1)) {
			if m := p.mask(stamp{t.Run.Face, r, sixtyFourths(size), uint8(quarters - at*phases), t.Up}); m != nil {
				s.ink(m, place.X, place.Y)
			}
		}
		step := (t.Run.Face.Advance(r)*t.Size + t.Space) * s.scale
		if t.Up {
			step = -step
		}
		along += step
	}
}

// A sheet is what is drawn on: a part of an image, seen from the corner of the page.
type sheet struct {
	*image.RGBA
	in    image.Rectangle
	at    image.Point
	scale float64
}

// row is n pixels, 4 bytes each.
func (s sheet) row(x, y, n int) []uint8 { return s.Pix[s.PixOffset(x, y):][:4*n] }

// ink darkens the sheet where a mask covers it.
func (s sheet) ink(m *mask, x, y int) {
	box := m.box.Add(image.Pt(x, y))
	in := box.Intersect(s.in)
	for y := in.Min.Y; y < in.Max.Y; y++ {
		from := m.cover[(y-box.Min.Y)*m.box.Dx()+in.Min.X-box.Min.X:][:in.Dx()]
		to := s.row(in.Min.X, y, in.Dx())
		for i, cover := range from {
			if cover != 0 {
				grey := uint8(uint32(to[4*i]) * uint32(0xFF-cover) / 0xFF)
				to[4*i], to[4*i+1], to[4*i+2] = grey, grey, grey
			}
		}
	}
}

// faintest is how dark a rule is at least, however thin the scale makes it.
const faintest = 0.55

// rule draws a line on whole pixels, its ends squared. One that is thinner than a pixel
// is lighter instead.
func (s sheet) rule(r layout.Rule) {
	wide := r.Width * s.scale
	thick := max(1, int(math.Round(wide)))
	grey := uint8(math.Round(0xFF * (1 - min(1, max(wide, faintest)))))
	edge := func(at float64) int { return int(math.Round(at*s.scale - float64(thick)/2)) }
	box := image.Rect(edge(r.X0), edge(r.Y0), edge(r.X1)+thick, edge(r.Y1)+thick).Add(s.at).Intersect(s.in)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		row := s.row(box.Min.X, y, box.Dx())
		for i := 0; i < len(row); i += 4 {
			shade := min(row[i], grey)
			row[i], row[i+1], row[i+2] = shade, shade, shade
		}
	}
}

func floor(n, by int) int { return int(math.Floor(float64(n) / float64(by))) }
