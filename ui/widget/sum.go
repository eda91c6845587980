package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Sum shows a computed figure in a sheet. It can be looked at and asked about,
// not typed in.
type Sum struct {
	widget.BaseWidget
	OnEnter func()
	OnMove  func(m Move) bool

	text    string
	mark    Mark
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

// Tapped asks about the sum.
func (s *Sum) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s)
	}
}

// Cursor is the ordinary arrow.
func (s *Sum) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// FocusGained tells OnEnter.
func (s *Sum) FocusGained() {
	s.focused = true
	s.Refresh()
	if s.OnEnter != nil {
		s.OnEnter()
	}
}

// FocusLost takes the frame away.
func (s *Sum) FocusLost() {
	s.focused = false
	s.Refresh()
}

// TypedRune does nothing: a sum follows its parts.
func (s *Sum) TypedRune(rune) {}

// TypedKey moves on.
func (s *Sum) TypedKey(key *fyne.KeyEvent) {
	move := map[fyne.KeyName]Move{
		fyne.KeyUp: Up, fyne.KeyDown: Down, fyne.KeyReturn: Down, fyne.KeyEnter: Down,
		fyne.KeyLeft: Left, fyne.KeyRight: Right, fyne.KeyTab: Next,
	}
	if pass(s, key) {
		return
	}
	m, ok := move[key.Name]
	if !ok || s.OnMove == nil {
		return
	}
	if m == Next && shifted() {
		m = Prev
	}
	if !s.OnMove(m) {
		leave(m)
	}
}

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
	r.box.Resize(size)
	r.text.Resize(size.SubtractWidthHeight(theme.InnerPadding()+theme.InputBorderSize(), 0))
	r.sign.Move(fyne.NewPos(3, 0))
	r.sign.Resize(fyne.NewSize(r.sign.MinSize().Width, size.Height))
}

func (r *sumRenderer) Refresh() {
	s := r.sum
	r.box.FillColor = paint(s.mark.ground(ColorSum))
	r.box.StrokeWidth, r.box.StrokeColor = 0, color.Transparent
	if s.focused {
		r.box.StrokeWidth, r.box.StrokeColor = 2*theme.InputBorderSize(), paint(theme.ColorNamePrimary)
	}
	r.text.Text, r.text.Color, r.text.TextSize = s.text, paint(s.mark.ink()), theme.TextSize()
	if s.partial && s.mark == Plain {
		r.text.Color = paint(ColorFaint)
	}
	r.text.TextStyle = fyne.TextStyle{Bold: true}
	r.sign.Text, r.sign.Color, r.sign.TextSize = s.mark.sign(), paint(s.mark.ink()), theme.CaptionTextSize()
	r.Layout(s.Size())
	canvas.Refresh(s)
}
