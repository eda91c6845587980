package picture

import (
	"image"
	"math"
	"strings"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"nianbao/export/font"
)

// phases are the places within a pixel, across, at which a character can stand.
const phases = 4

// mostHeld bounds the bytes of the characters that a press keeps; with more, as after
// a change of scale, it begins anew.
const mostHeld = 8 << 20

// A stamp is a character of a face at a size, in 64ths of a pixel, and a phase along the
// line, which may read upwards.
type stamp struct {
	face  *font.Face
	shown rune
	size  fixed.Int26_6
	phase uint8
	up    bool
}

// A mask says how much of each pixel a character covers. Its box is seen from the place
// of the character on the baseline.
type mask struct {
	box   image.Rectangle
	cover []uint8
}

// mask gives the mask of a character, nil if nothing is to be seen of it.
func (p *Press) mask(s stamp) *mask {
	if m, ok := p.masks[s]; ok {
		return m
	}
	m := p.cut(s)
	if p.masks == nil || p.held > mostHeld {
		p.masks, p.held = make(map[stamp]*mask), 0
	}
	p.masks[s] = m
	if m != nil {
		p.held += len(m.cover)
	}
	return m
}

// cut draws the outline of a character.
func (p *Press) cut(s stamp) *mask {
	segments := p.outline(s)
	if len(segments) == 0 {
		return nil
	}
	if s.up {
		segments = turned(segments)
	}
	bounds := segments.Bounds()
	dx, dy := float32(s.phase)/phases, float32(0)
	if s.up {
		dx, dy = dy, dx
	}
	box := image.Rect(
		int(math.Floor(float64(pixels(bounds.Min.X)+dx))), int(math.Floor(float64(pixels(bounds.Min.Y)+dy))),
		int(math.Ceil(float64(pixels(bounds.Max.X)+dx))), int(math.Ceil(float64(pixels(bounds.Max.Y)+dy))))
	if box.Empty() || box.Dx() > 4096 || box.Dy() > 4096 {
		return nil
	}
	dx -= float32(box.Min.X)
	dy -= float32(box.Min.Y)
	at := func(q fixed.Point26_6) (x, y float32) { return pixels(q.X) + dx, pixels(q.Y) + dy }
	p.raster.Reset(box.Dx(), box.Dy())
	for i, seg := range segments {
		x, y := at(seg.Args[0])
		switch seg.Op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				p.raster.ClosePath()
			}
			p.raster.MoveTo(x, y)
		case sfnt.SegmentOpLineTo:
			p.raster.LineTo(x, y)
		case sfnt.SegmentOpQuadTo:
			x1, y1 := at(seg.Args[1])
			p.raster.QuadTo(x, y, x1, y1)
		case sfnt.SegmentOpCubeTo:
			x1, y1 := at(seg.Args[1])
			x2, y2 := at(seg.Args[2])
			p.raster.CubeTo(x, y, x1, y1, x2, y2)
		}
	}
	p.raster.ClosePath()
	shape := image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
	p.raster.Draw(shape, shape.Rect, image.Opaque, image.Point{})
	return &mask{box, shape.Pix}
}

// turned is an outline turned by a quarter, so that it reads upwards.
func turned(segments sfnt.Segments) sfnt.Segments {
	out := make(sfnt.Segments, len(segments))
	for i, seg := range segments {
		for j, p := range seg.Args {
			seg.Args[j] = fixed.Point26_6{X: p.Y, Y: -p.X}
		}
		out[i] = seg
	}
	return out
}

// outline gives the outline of a character in 64ths of a pixel. That of a face which
// cannot be read is a box, so that it is seen that something stands there.
func (p *Press) outline(s stamp) sfnt.Segments {
	f := p.face(s.face)
	if f == nil {
		return box(s.size)
	}
	index, err := f.GlyphIndex(&p.buffer, s.shown)
	if err != nil {
		return box(s.size)
	}
	segments, err := f.LoadGlyph(&p.buffer, index, s.size, nil)
	if err != nil {
		return box(s.size)
	}
	return segments
}

// face opens a face where it lies; nothing of its file is copied.
func (p *Press) face(of *font.Face) *sfnt.Font {
	f, ok := p.faces[of]
	if !ok {
		f, _ = sfnt.ParseReaderAt(strings.NewReader(of.File()))
		if p.faces == nil {
			p.faces = make(map[*font.Face]*sfnt.Font)
		}
		p.faces[of] = f
	}
	return f
}

// box is a hollow square.
func box(size fixed.Int26_6) sfnt.Segments {
	ring := func(in fixed.Int26_6, back bool) sfnt.Segments {
		lo, hi := size/10+in, size-size/10-in
		p := []fixed.Point26_6{{X: lo, Y: -lo}, {X: lo, Y: -hi}, {X: hi, Y: -hi}, {X: hi, Y: -lo}}
		if back {
			p[1], p[3] = p[3], p[1]
		}
		out := sfnt.Segments{{Op: sfnt.SegmentOpMoveTo, Args: [3]fixed.Point26_6{p[0]}}}
		for _, q := range append(p[1:], p[0]) {
			out = append(out, sfnt.Segment{Op: sfnt.SegmentOpLineTo, Args: [3]fixed.Point26_6{q}})
		}
		return out
	}
	return append(ring(0, false), ring(size/20+1, true)...)
}

func sixtyFourths(pixels float64) fixed.Int26_6 { return fixed.Int26_6(math.Round(pixels * 64)) }

func pixels(v fixed.Int26_6) float32 { return float32(v) / 64 }
