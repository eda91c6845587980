package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Tool is a word to click on, of little weight. It takes no focus: Tab goes from
// field to field, and a click leaves the caret where it is.
type Tool struct {
	widget.BaseWidget
	Text     string
	OnTapped func()
	hover    bool
}

// NewTool is a word to click on.
func NewTool(text string, tapped func()) *Tool {
	t := &Tool{Text: text, OnTapped: tapped}
	t.ExtendBaseWidget(t)
	return t
}

// Tapped tells OnTapped.
func (t *Tool) Tapped(*fyne.PointEvent) { t.OnTapped() }

// Cursor is a hand.
func (t *Tool) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn lights the word up.
func (t *Tool) MouseIn(*desktop.MouseEvent) { t.setHover(true) }

// MouseMoved does nothing.
func (t *Tool) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light out.
func (t *Tool) MouseOut() { t.setHover(false) }

func (t *Tool) setHover(on bool) {
	t.hover = on
	t.Refresh()
}

// CreateRenderer draws the word.
func (t *Tool) CreateRenderer() fyne.WidgetRenderer {
	r := &toolRenderer{tool: t, ground: canvas.NewRectangle(color.Transparent), text: canvas.NewText(t.Text, color.Transparent)}
	r.text.Alignment = fyne.TextAlignCenter
	r.Refresh()
	return r
}

type toolRenderer struct {
	tool   *Tool
	ground *canvas.Rectangle
	text   *canvas.Text
}

func (r *toolRenderer) Destroy() {}

func (r *toolRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.text}
}

func (r *toolRenderer) MinSize() fyne.Size {
	return r.text.MinSize().AddWidthHeight(4*theme.Padding(), theme.Padding())
}

func (r *toolRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.text.Resize(size)
}

func (r *toolRenderer) Refresh() {
	r.ground.FillColor, r.ground.CornerRadius = color.Transparent, theme.InputRadiusSize()
	if r.tool.hover {
		r.ground.FillColor = paint(theme.ColorNameHover)
	}
	r.text.Text, r.text.Color, r.text.TextSize = r.tool.Text, paint(theme.ColorNamePrimary), theme.CaptionTextSize()
	r.ground.Refresh()
	r.text.Refresh()
}
