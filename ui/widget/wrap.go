package widget

import (
	"image/color"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Characters that must not begin a line, and those that must not end one.
const (
	closing = "，。、；：？！）》」』”’％…)]}〕】,.;:?!%"
	opening = "（《「『“‘([{〔【"
)

type glyph struct {
	r    rune
	size float32
	bold bool
}

// advances remembers glyph widths; like all of the window it is used from the
// main goroutine only.
var advances = map[glyph]float32{}

func advance(r rune, size float32, bold bool) float32 {
	g := glyph{r, size, bold}
	w, ok := advances[g]
	if !ok {
		w = fyne.MeasureText(string(r), size, fyne.TextStyle{Bold: bold}).Width
		advances[g] = w
	}
	return w
}

// pitches remembers the height of a line.
var pitches = map[glyph]float32{}

func pitch(size float32, bold bool) float32 {
	g := glyph{'国', size, bold}
	h, ok := pitches[g]
	if !ok {
		h = fyne.MeasureText("国", size, fyne.TextStyle{Bold: bold}).Height
		pitches[g] = h
	}
	return h
}

// wrap breaks a text into lines of a width. Chinese breaks anywhere but before
// closing and behind opening marks; Latin words and figures stay whole.
func wrap(text string, width, size float32, bold bool) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines = append(lines, wrapParagraph([]rune(paragraph), width, size, bold)...)
	}
	return lines
}

func wrapParagraph(text []rune, width, size float32, bold bool) []string {
	var lines []string
	starts := breaks(text, width, size, bold)
	for i, start := range starts {
		if i == len(starts)-1 {
			lines = append(lines, string(text[start:]))
			break
		}
		lines = append(lines, strings.TrimRightFunc(string(text[start:starts[i+1]]), unicode.IsSpace))
	}
	return lines
}

// breaks says where the lines of a paragraph begin.
func breaks(text []rune, width, size float32, bold bool) []int {
	starts := []int{0}
	start, used := 0, float32(0)
	for i, r := range text {
		w := advance(r, size, bold)
		if used+w <= width || i == start || unicode.IsSpace(r) { // no line begins with a space
			used += w
			continue
		}
		at := i
		for at > start+1 && !mayBreak(text[at-1], text[at]) {
			at--
		}
		if at == start+1 && !mayBreak(text[at-1], text[at]) {
			at = i // nowhere better
		}
		starts = append(starts, at)
		start, used = at, 0
		for _, r := range text[at : i+1] {
			used += advance(r, size, bold)
		}
	}
	return starts
}

func mayBreak(before, after rune) bool {
	if strings.ContainsRune(closing, after) || strings.ContainsRune(opening, before) {
		return false
	}
	return !latin(before) || !latin(after)
}

func latin(r rune) bool {
	return r < unicode.MaxLatin1 && !unicode.IsSpace(r)
}

// fit makes a line of text as small as a width asks for; a figure is never cut, for
// what is left of it would be another one. What cannot be read that small ends in ….
func fit(t *canvas.Text, width float32) {
	if width <= 0 {
		return
	}
	const least, step = 9, 0.25
	if need := t.MinSize().Width; need > width {
		t.TextSize = max(t.TextSize*width/need, least)
	}
	for t.TextSize > least && t.MinSize().Width > width { // widths are rounded: they are not in proportion
		t.TextSize = max(t.TextSize-step, least)
	}
	for text := []rune(t.Text); len(text) > 0 && t.MinSize().Width > width; text = text[:len(text)-1] {
		t.Text = string(text[:len(text)-1]) + "…"
	}
}

// paint is a colour of the theme in force.
func paint(name fyne.ThemeColorName) color.Color {
	return theme.Color(name)
}

// tall is an object whose height depends on its width.
type tall interface {
	HeightFor(width float32) float32
}

// tallLayout is a layout whose height depends on its width.
type tallLayout interface {
	heightFor(objects []fyne.CanvasObject, width float32) float32
}

func heightFor(o fyne.CanvasObject, width float32) float32 {
	switch o := o.(type) {
	case tall:
		return o.HeightFor(width)
	case *fyne.Container:
		if l, ok := o.Layout.(tallLayout); ok {
			return l.heightFor(o.Objects, width)
		}
	}
	return o.MinSize().Height
}
