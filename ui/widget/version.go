package widget

import (
	"math"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Stretch is words of a version, and what became of them.
type Stretch struct {
	Text string
	Fate Fate
}

// Fate is what became of words from one version of a text to the next. It is shown by a
// line through or under them, which colour only adds to.
type Fate uint8

// The fates.
const (
	Kept  Fate = iota
	Gone       // struck out
	Fresh      // underlined
)

// Version is one of two versions of a text, with its words marked that the other has
// not. It wraps, and is never cut.
type Version struct {
	widget.BaseWidget
	Stretches []Stretch
	width     float32
	at        fyne.Size // the width and the size of type for which it is broken
	lines     [][]Stretch
}

// NewVersion is a text in stretches.
func NewVersion(stretches ...Stretch) *Version {
	v := &Version{Stretches: stretches}
	v.ExtendBaseWidget(v)
	return v
}

// lead is the room between two lines, for what is drawn under the words.
const lead = 3

func (v *Version) pitch() float32 { return pitch(theme.TextSize(), false) + lead }

// HeightFor is the height that the text takes at a width.
func (v *Version) HeightFor(width float32) float32 {
	return float32(len(v.broken(width))) * v.pitch()
}

// MinSize is the height at the present width; any width will do.
func (v *Version) MinSize() fyne.Size {
	return fyne.NewSize(theme.TextSize(), v.HeightFor(max(v.width, theme.TextSize())))
}

// Resize breaks the lines anew.
func (v *Version) Resize(size fyne.Size) {
	again := size.Width != v.width
	v.width = size.Width
	v.BaseWidget.Resize(size)
	if again {
		v.Refresh()
	}
}

// broken is the text in lines for a width.
func (v *Version) broken(width float32) [][]Stretch {
	if at := fyne.NewSize(width, theme.TextSize()); v.at != at || v.lines == nil {
		v.at, v.lines = at, v.fold(width)
	}
	return v.lines
}

func (v *Version) fold(width float32) [][]Stretch {
	var text []rune
	var fates []Fate
	var lines [][]Stretch
	flush := func() {
		starts := append(breaks(text, width, theme.TextSize(), false), len(text))
		for i := range len(starts) - 1 {
			var line []Stretch
			end := starts[i+1]
			for i < len(starts)-2 && end > starts[i] && unicode.IsSpace(text[end-1]) {
				end--
			}
			for from := starts[i]; from < end; {
				to := from
				for to < end && fates[to] == fates[from] {
					to++
				}
				line = append(line, Stretch{string(text[from:to]), fates[from]})
				from = to
			}
			lines = append(lines, line)
		}
		text, fates = text[:0], fates[:0]
	}
	for _, s := range v.Stretches {
		for _, r := range s.Text {
			if r == '\n' {
				flush()
				continue
			}
			text, fates = append(text, r), append(fates, s.Fate)
		}
	}
	flush()
	return lines
}

// CreateRenderer draws the text.
func (v *Version) CreateRenderer() fyne.WidgetRenderer {
	r := &versionRenderer{version: v}
	r.Refresh()
	return r
}

type versionRenderer struct {
	version *Version
	objects []fyne.CanvasObject
}

func (r *versionRenderer) Destroy() {}

func (r *versionRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *versionRenderer) MinSize() fyne.Size { return r.version.MinSize() }

func (r *versionRenderer) Layout(fyne.Size) {}

// Refresh sets every line: for each stretch its ground, its words, and the line through
// or under them.
func (r *versionRenderer) Refresh() {
	v := r.version
	r.objects = nil
	high, size := pitch(theme.TextSize(), false), theme.TextSize()
	for i, line := range v.broken(max(v.width, size)) {
		x, y := float32(0), float32(i)*v.pitch()
		for _, s := range line {
			words := canvas.NewText(s.Text, paint(theme.ColorNameForeground))
			words.TextSize = size
			width := words.MinSize().Width
			if s.Fate == Kept {
				r.put(words, x, y, width, high)
				x += width
				continue
			}
			box, ink, at := canvas.NewRectangle(paint(ColorFresh)), paint(theme.ColorNameSuccess), y+high
			if s.Fate == Gone {
				box, ink, at = canvas.NewRectangle(paint(ColorGone)), paint(theme.ColorNameError), y+float32(math.Round(float64(high)*0.56))
				if len([]rune(s.Text)) == 1 { // a struck 二 is hardly to be told from a 三
					box.StrokeColor, box.StrokeWidth, box.CornerRadius = ink, rule, 2
				}
			}
			r.put(box, x, y, width, high)
			r.put(words, x, y, width, high)
			r.put(canvas.NewRectangle(ink), x, at, width, rule)
			if s.Fate == Fresh {
				r.put(canvas.NewRectangle(ink), x, at+rule, width, rule)
			}
			x += width
		}
	}
	canvas.Refresh(v)
}

func (r *versionRenderer) put(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
	r.objects = append(r.objects, o)
}
