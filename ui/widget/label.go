package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Label is text that wraps, on a ground or none. It is never cut: its height
// follows its width.
type Label struct {
	widget.BaseWidget
	Text   string
	Align  fyne.TextAlign
	Bold   bool
	Scale  fyne.ThemeSizeName  // "" for body text
	Color  fyne.ThemeColorName // "" for the foreground
	Ground fyne.ThemeColorName // "" for none
	Pad    float32             // at every side
	Line   bool                // one line that never wraps

	width float32
}

// NewLabel is body text.
func NewLabel(text string) *Label {
	l := &Label{Text: text}
	l.ExtendBaseWidget(l)
	return l
}

// Set changes the text, if it differs.
func (l *Label) Set(text string) { l.SetIn(text, l.Color) }

// SetIn changes the text and its colour, if they differ.
func (l *Label) SetIn(text string, color fyne.ThemeColorName) {
	if text == l.Text && color == l.Color {
		return
	}
	l.Text, l.Color = text, color
	l.Refresh()
}

func (l *Label) size() float32 {
	if l.Scale == "" {
		return theme.TextSize()
	}
	return theme.Size(l.Scale)
}

func (l *Label) pitch() float32 {
	return fyne.MeasureText("国", l.size(), fyne.TextStyle{Bold: l.Bold}).Height
}

// HeightFor is the height that the text takes at a width.
func (l *Label) HeightFor(width float32) float32 {
	return float32(len(l.broken(width)))*l.pitch() + 2*l.Pad
}

// broken is the text in lines for a width.
func (l *Label) broken(width float32) []string {
	if l.Line {
		return []string{l.Text}
	}
	return wrap(l.Text, width-2*l.Pad, l.size(), l.Bold)
}

// Resize breaks the lines anew.
func (l *Label) Resize(size fyne.Size) {
	again := size.Width != l.width
	l.width = size.Width
	l.BaseWidget.Resize(size)
	if again {
		l.Refresh()
	}
}

// MinSize is the height at the present width; any width will do, except for a
// single line.
func (l *Label) MinSize() fyne.Size {
	if l.Line {
		return fyne.MeasureText(l.Text, l.size(), fyne.TextStyle{Bold: l.Bold}).AddWidthHeight(2*l.Pad, 2*l.Pad)
	}
	width := l.width
	if width == 0 {
		width = 400
	}
	return fyne.NewSize(l.size()+2*l.Pad, l.HeightFor(width))
}

// CreateRenderer draws the label.
func (l *Label) CreateRenderer() fyne.WidgetRenderer {
	r := &labelRenderer{label: l, ground: canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

type labelRenderer struct {
	label  *Label
	ground *canvas.Rectangle
	lines  []*canvas.Text
}

func (r *labelRenderer) Destroy() {}

func (r *labelRenderer) MinSize() fyne.Size { return r.label.MinSize() }

func (r *labelRenderer) Objects() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, len(r.lines)+1)
	out = append(out, r.ground)
	for _, line := range r.lines {
		out = append(out, line)
	}
	return out
}

func (r *labelRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	l := r.label
	pitch := l.pitch()
	y := max(l.Pad, (size.Height-float32(len(r.lines))*pitch)/2)
	for i, line := range r.lines {
		line.Move(fyne.NewPos(l.Pad, y+float32(i)*pitch))
		line.Resize(fyne.NewSize(size.Width-2*l.Pad, pitch))
	}
}

func (r *labelRenderer) Refresh() {
	l := r.label
	width := l.width
	if width == 0 {
		width = 400
	}
	lines := l.broken(width)
	name := l.Color
	if name == "" {
		name = theme.ColorNameForeground
	}
	for len(r.lines) < len(lines) {
		r.lines = append(r.lines, canvas.NewText("", color.Transparent))
	}
	r.lines = r.lines[:len(lines)]
	for i, text := range lines {
		line := r.lines[i]
		line.Text, line.Color, line.TextSize = text, paint(name), l.size()
		line.Alignment, line.TextStyle = l.Align, fyne.TextStyle{Bold: l.Bold}
		line.Refresh()
	}
	if l.Ground != "" {
		r.ground.FillColor = paint(l.Ground)
	} else {
		r.ground.FillColor = color.Transparent
	}
	r.ground.Refresh()
	r.Layout(l.BaseWidget.Size())
	canvas.Refresh(l)
}
