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
	Rows   int                 // room for exactly so many lines; what goes beyond ends in …
	Note   string              // small and faint below the text, in room of its own

	width float32
	lit   bool
	set   setting
	lines map[float32][]string // as broken for a width
}

// NewLabel is body text.
func NewLabel(text string) *Label {
	l := &Label{Text: text}
	l.ExtendBaseWidget(l)
	return l
}

// SetLit shows the label as the title of what has the focus.
func (l *Label) SetLit(lit bool) {
	if l.lit != lit {
		l.lit = lit
		l.Refresh()
	}
}

// SetNote changes the note, if it differs. A label that has no room for one gets
// none.
func (l *Label) SetNote(note string) {
	if l.Note != note {
		l.Note = note
		l.Refresh()
	}
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

func (l *Label) pitch() float32 { return pitch(l.size(), l.Bold) }

// HeightFor is the height that the text takes at a width.
func (l *Label) HeightFor(width float32) float32 {
	return float32(max(len(l.broken(width)), l.Rows))*l.pitch() + l.noted() + 2*l.Pad
}

// noted is the room for the note.
func (l *Label) noted() float32 {
	if l.Note == "" {
		return 0
	}
	return pitch(theme.CaptionTextSize(), false)
}

// broken is the text in lines for a width. Layouts ask for the same few widths
// again and again.
func (l *Label) broken(width float32) []string {
	if now := (setting{l.Text, l.size(), l.Align, l.Bold, l.Line, l.Rows}); l.set != now || len(l.lines) > 16 || l.lines == nil {
		l.set, l.lines = now, map[float32][]string{}
	}
	lines, ok := l.lines[width]
	if !ok {
		lines = l.fold(width)
		l.lines[width] = lines
	}
	return lines
}

// setting is what line breaks depend on, beside the width.
type setting struct {
	text       string
	size       float32
	align      fyne.TextAlign
	bold, line bool
	rows       int
}

func (l *Label) fold(width float32) []string {
	if l.Line {
		return []string{l.Text}
	}
	room := width - 2*l.Pad
	lines := wrap(l.Text, room, l.size(), l.Bold)
	if l.Align == fyne.TextAlignCenter && len(lines) > 1 && len(lines) < 4 {
		// Lines of one length: the same number of them in the least width.
		for narrow := room - l.size()/2; narrow > l.size(); narrow -= l.size() / 2 {
			even := wrap(l.Text, narrow, l.size(), l.Bold)
			if len(even) > len(lines) {
				break
			}
			lines = even
		}
	}
	if l.Rows > 0 && len(lines) > l.Rows {
		lines = lines[:l.Rows]
		last := []rune(lines[l.Rows-1] + "…")
		for len(last) > 2 && len(wrap(string(last), width-2*l.Pad, l.size(), l.Bold)) > 1 {
			last = append(last[:len(last)-2], '…')
		}
		lines[l.Rows-1] = string(last)
	}
	return lines
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
	r := &labelRenderer{label: l, ground: canvas.NewRectangle(color.Transparent), note: canvas.NewText("", color.Transparent)}
	r.Refresh()
	return r
}

type labelRenderer struct {
	label  *Label
	ground *canvas.Rectangle
	lines  []*canvas.Text
	note   *canvas.Text
}

func (r *labelRenderer) Destroy() {}

func (r *labelRenderer) MinSize() fyne.Size { return r.label.MinSize() }

func (r *labelRenderer) Objects() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, len(r.lines)+2)
	out = append(out, r.ground)
	for _, line := range r.lines {
		out = append(out, line)
	}
	return append(out, r.note)
}

func (r *labelRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	l := r.label
	pitch := l.pitch()
	y := max(l.Pad, (size.Height-float32(len(r.lines))*pitch-l.noted())/2)
	if l.Rows > 1 {
		y = l.Pad
	}
	r.note.Move(fyne.NewPos(l.Pad, y+float32(len(r.lines))*pitch))
	r.note.Resize(fyne.NewSize(size.Width-2*l.Pad, l.noted()))
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
	r.note.Text, r.note.Color, r.note.TextSize, r.note.Alignment = l.Note, paint(ColorFaint), theme.CaptionTextSize(), l.Align
	fit(r.note, width-2*l.Pad)
	switch {
	case l.lit:
		r.ground.FillColor = paint(ColorOpen)
	case l.Ground != "":
		r.ground.FillColor = paint(l.Ground)
	default:
		r.ground.FillColor = color.Transparent
	}
	r.ground.Refresh()
	r.Layout(l.BaseWidget.Size())
	canvas.Refresh(l)
}
