package chart

import (
	"image/color"
	"math"
	"strings"
	"unicode/utf8"

	plotfont "gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"

	"nianbao/export/font"
)

// role is the type of charts: it stays legible where it is small.
const role = font.Hei

// air is added above and below a line's em box, in em, so that lines do not touch.
const air = 0.06

// A setter measures and sets text in the faces of a set. To the library it is the handler
// of all text, so that the library's own faces are never asked for.
type setter struct {
	fonts *font.Set
	sheet *sheet
}

// Cache is part of text.Handler; there is none.
func (s *setter) Cache() *plotfont.Cache { return nil }

// Extents is part of text.Handler.
func (s *setter) Extents(f plotfont.Font) plotfont.Extents {
	face := s.fonts.Face(role)
	up, down := f.Size*vg.Length(face.Ascent()+air), f.Size*vg.Length(face.Descent()+air)
	return plotfont.Extents{Ascent: up, Descent: down, Height: up + down}
}

// Lines is part of text.Handler.
func (s *setter) Lines(txt string) []string { return strings.Split(txt, "\n") }

// Box is part of text.Handler.
func (s *setter) Box(line string, f plotfont.Font) (width, height, depth vg.Length) {
	e := s.Extents(f)
	return vg.Length(s.width(line, f.Size.Points())), e.Ascent, e.Descent
}

// Draw is part of text.Handler: it sets the lines where Style.Rectangle says they are. A
// turn is none or a quarter.
func (s *setter) Draw(_ vg.Canvas, txt string, sty text.Style, at vg.Point) {
	size := sty.Font.Size.Points()
	e := s.Extents(sty.Font)
	top := vg.Length(sty.YAlign)*sty.Height(txt) - e.Descent + sty.Height(txt)
	for _, line := range s.Lines(txt) {
		x := vg.Length(sty.XAlign) * vg.Length(s.width(line, size))
		y := top - e.Ascent
		if up := math.Abs(sty.Rotation) > 1e-9; up {
			s.put(line, size, vg.Point{X: at.X - y, Y: at.Y + x}, true)
		} else {
			s.put(line, size, vg.Point{X: at.X + x, Y: at.Y + y}, false)
		}
		top -= e.Height
	}
}

// put sets a line that starts at a point.
func (s *setter) put(line string, size float64, at vg.Point, up bool) {
	p := s.sheet.point(at)
	for _, run := range s.fonts.Runs(role, line) {
		s.sheet.Texts = append(s.sheet.Texts, Text{X: p.X, Y: p.Y, Size: size, Run: run, Up: up})
		if wide := run.Width() * size; up {
			p.Y -= wide
		} else {
			p.X += wide
		}
	}
}

// style sets text of a size; its place is the middle of its upper edge.
func (s *setter) style(size float64) text.Style {
	return text.Style{Color: color.Black, Font: plotfont.Font{Size: vg.Length(size)}, XAlign: text.XCenter, YAlign: text.YTop, Handler: s}
}

func (s *setter) width(line string, size float64) float64 {
	em := 0.0
	for _, run := range s.fonts.Runs(role, line) {
		em += run.Width()
	}
	return em * size
}

// wrap breaks a text into lines that are no wider than most, inside a word only if there is
// no other way.
func (s *setter) wrap(txt string, size, most float64) []string {
	txt = strings.TrimSpace(strings.ReplaceAll(font.Clean(txt), "\n", " "))
	var out []string
	for txt != "" {
		x, fits, before := 0.0, 0, 0
		for i, r := range txt {
			if x += s.width(string(r), size); x > most+1e-6 && fits > 0 && r != ' ' {
				break
			}
			fits = i + utf8.RuneLen(r)
			if next, n := utf8.DecodeRuneInString(txt[fits:]); n == 0 || font.Parts(r, next) {
				before = fits
			}
		}
		if before == 0 {
			before = fits
		}
		out = append(out, strings.TrimSpace(txt[:before]))
		txt = strings.TrimSpace(txt[before:])
	}
	return out
}

// cut shortens a line to a width.
func (s *setter) cut(line string, size, most float64) string {
	if s.width(line, size) <= most {
		return line
	}
	for line != "" && s.width(line+"…", size) > most {
		_, n := utf8.DecodeLastRuneInString(line)
		line = line[:len(line)-n]
	}
	return line + "…"
}
