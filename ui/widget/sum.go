package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Sum shows a computed figure in a sheet. It can be looked at, copied and asked
// about, not typed in.
type Sum struct {
	widget.BaseWidget
	spot
	OnEnter func()
	OnLeave func()

	text    string
	mark    Mark
	tint    tint
	partial bool
	focused bool
}

// NewSum is an empty sum.
func NewSum() *Sum {
	s := &Sum{}
	s.ExtendBaseWidget(s)
	return s
}

// Put shows a figure, if it differs.
func (s *Sum) Put(text string) {
	if s.text != text {
		s.text = text
		s.Refresh()
	}
}

// SetPartial shows the figure as one that still lacks parts.
func (s *Sum) SetPartial(partial bool) {
	if s.partial != partial {
		s.partial = partial
		s.Refresh()
	}
}

// Text is the figure.
func (s *Sum) Text() string { return s.text }

// SetMark shows the sum as right, doubtful or wrong.
func (s *Sum) SetMark(m Mark) {
	if s.mark != m {
		s.mark = m
		s.Refresh()
	}
}

// Mark tells how the sum is shown.
func (s *Sum) Mark() Mark { return s.mark }

// Editable is false.
func (s *Sum) Editable() bool { return false }

// AcceptsTab is true: the sheet knows the next cell.
func (s *Sum) AcceptsTab() bool { return true }

func (s *Sum) figure() string { return s.text }

func (s *Sum) setTint(t tint) {
	if s.tint != t {
		s.tint = t
		s.Refresh()
	}
}

// MouseDown asks about the sum.
func (s *Sum) MouseDown(m *desktop.MouseEvent) {
	if s.press(m) {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s)
	}
}

// MouseUp does nothing.
func (s *Sum) MouseUp(*desktop.MouseEvent) {}

// Dragged selects cells.
func (s *Sum) Dragged(e *fyne.DragEvent) { s.drag(e) }

// DragEnd keeps the focus where the selection began.
func (s *Sum) DragEnd() {
	if s.sheet != nil {
		s.sheet.refocus()
	}
}

// Cursor is the ordinary arrow.
func (s *Sum) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// FocusGained tells OnEnter.
func (s *Sum) FocusGained() {
	s.focused = true
	if s.sheet != nil {
		s.sheet.enter(s.at)
	}
	s.Refresh()
	if s.OnEnter != nil {
		s.OnEnter()
	}
}

// FocusLost tells OnLeave.
func (s *Sum) FocusLost() {
	s.focused = false
	s.Refresh()
	if s.OnLeave != nil {
		s.OnLeave()
	}
}

// TypedRune does nothing: a sum follows its parts.
func (s *Sum) TypedRune(rune) {}

// TypedKey moves on, or empties what is selected beside the sum.
func (s *Sum) TypedKey(key *fyne.KeyEvent) {
	several := s.sheet != nil && s.sheet.Several()
	switch {
	case several && key.Name == fyne.KeyEscape:
		s.sheet.collapse()
	case several && (key.Name == fyne.KeyDelete || key.Name == fyne.KeyBackspace):
		s.sheet.clear()
	case !pass(s, key):
		s.key(key.Name)
	}
}

// TypedShortcut copies or pastes.
func (s *Sum) TypedShortcut(sh fyne.Shortcut) { s.shortcut(sh) }

// CreateRenderer draws the sum.
func (s *Sum) CreateRenderer() fyne.WidgetRenderer {
	r := &sumRenderer{sum: s, box: canvas.NewRectangle(color.Transparent), text: canvas.NewText("", color.Transparent), sign: canvas.NewText("", color.Transparent)}
	r.text.Alignment = fyne.TextAlignTrailing
	r.Refresh()
	return r
}

type sumRenderer struct {
	sum        *Sum
	box        *canvas.Rectangle
	text, sign *canvas.Text
}

func (r *sumRenderer) Destroy() {}

func (r *sumRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.text, r.sign}
}

func (r *sumRenderer) MinSize() fyne.Size {
	return fyne.NewSize(2*theme.TextSize(), r.text.MinSize().Height+2*theme.Padding())
}

func (r *sumRenderer) Layout(size fyne.Size) {
	if size.Width != r.box.Size().Width {
		r.box.Resize(size)
		r.Refresh() // another size of the figures may fit
		return
	}
	r.box.Resize(size)
	r.text.Resize(size.SubtractWidthHeight(theme.InnerPadding()+theme.InputBorderSize(), 0))
	r.sign.Move(fyne.NewPos(3, 0))
	r.sign.Resize(fyne.NewSize(r.sign.MinSize().Width, size.Height))
}

func (r *sumRenderer) Refresh() {
	s := r.sum
	r.box.FillColor = paint(s.tint.ground(s.mark, ColorSum))
	r.box.StrokeWidth, r.box.StrokeColor = 0, color.Transparent
	if s.focused {
		r.box.StrokeWidth, r.box.StrokeColor = 2*theme.InputBorderSize(), paint(theme.ColorNamePrimary)
	}
	r.text.Text, r.text.Color, r.text.TextSize = s.text, paint(s.mark.ink()), theme.TextSize()
	if s.partial && s.mark == Plain {
		r.text.Color = paint(ColorFaint)
	}
	r.text.TextStyle = fyne.TextStyle{Bold: true}
	fit(r.text, s.Size().Width-theme.InnerPadding()-theme.InputBorderSize()-2)
	r.sign.Text, r.sign.Color, r.sign.TextSize = s.mark.sign(), paint(s.mark.ink()), theme.CaptionTextSize()
	r.Layout(s.Size())
	canvas.Refresh(s)
}
