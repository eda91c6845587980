package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strconv"
	"strings"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"nianbao/export/chart"
)

// PNG is a chart's picture in pixels, a point as large as scale says.
func (p *Press) PNG(d *chart.Drawing, scale float64) ([]byte, error) {
	im := image.NewRGBA(image.Rectangle{Max: Size(d, scale)})
	p.Chart(im, d, image.Point{}, scale)
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, im); err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	return b.Bytes(), nil
}

// SVG is a chart's picture in vectors. Its characters are outlines, so that it looks the
// same wherever it is opened.
func (p *Press) SVG(d *chart.Drawing) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	size := ` width="` + chart.Decimal(d.Width) + `pt" height="` + chart.Decimal(d.Height) + `pt"`
	return d.SVG(size, func(b *strings.Builder, t *chart.Text) {
		b.WriteString(`<path transform="` + t.Place() + ` scale(` + strconv.FormatFloat(t.Size/em, 'g', 6, 64) + `)" d="`)
		at := 0.0
		for _, r := range t.Run.Text {
			p.path(b, p.outline(stamp{face: t.Run.Face, shown: r, size: sixtyFourths(em)}), int(at*em))
			at += t.Run.Face.Advance(r)
		}
		b.WriteString(`"/>` + "\n")
	})
}

// em is the units in which outlines are written.
const em = 1000

// path writes an outline, moved to the right.
func (p *Press) path(b *strings.Builder, segments sfnt.Segments, right int) {
	place := func(q fixed.Point26_6) string {
		return strconv.Itoa(q.X.Round()+right) + " " + strconv.Itoa(q.Y.Round())
	}
	for i, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				b.WriteByte('Z')
			}
			b.WriteString("M" + place(s.Args[0]))
		case sfnt.SegmentOpLineTo:
			b.WriteString("L" + place(s.Args[0]))
		case sfnt.SegmentOpQuadTo:
			b.WriteString("Q" + place(s.Args[0]) + " " + place(s.Args[1]))
		case sfnt.SegmentOpCubeTo:
			b.WriteString("C" + place(s.Args[0]) + " " + place(s.Args[1]) + " " + place(s.Args[2]))
		}
	}
	if len(segments) > 0 {
		b.WriteByte('Z')
	}
}
