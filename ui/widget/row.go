package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Row is a line of a list that can be clicked: objects one below the other.
type Row struct {
	widget.BaseWidget
	OnTapped func()

	sign      string // in the gutter at the left
	signColor fyne.ThemeColorName

	column  Column
	objects []fyne.CanvasObject
	open    bool
	hover   bool
}

// gutter is the room for a sign at the left.
func gutter() float32 { return theme.TextSize() + 4 }

// NewRow sets objects below each other.
func NewRow(tapped func(), objects ...fyne.CanvasObject) *Row {
	r := &Row{OnTapped: tapped, objects: objects, column: Column{Gap: 2, Pad: 6}}
	r.ExtendBaseWidget(r)
	return r
}

// SetSign puts a sign into the gutter at the left, if it differs.
func (r *Row) SetSign(sign string, color fyne.ThemeColorName) {
	if r.sign != sign || r.signColor != color {
		r.sign, r.signColor = sign, color
		r.Refresh()
	}
}

// Sign is the sign in the gutter.
func (r *Row) Sign() string { return r.sign }

// SetOpen shows the row as the one that is open.
func (r *Row) SetOpen(open bool) {
	if r.open != open {
		r.open = open
		r.Refresh()
	}
}

// Open says that the row is shown as open.
func (r *Row) Open() bool { return r.open }

// HeightFor is the row's height at a width.
func (r *Row) HeightFor(width float32) float32 { return r.column.heightFor(r.objects, width-gutter()) }

// MinSize is the height at the present width.
func (r *Row) MinSize() fyne.Size {
	return fyne.NewSize(40, r.HeightFor(max(40, r.Size().Width)))
}

// Tapped tells OnTapped.
func (r *Row) Tapped(*fyne.PointEvent) {
	if r.OnTapped != nil {
		r.OnTapped()
	}
}

// MouseIn lights the row up.
func (r *Row) MouseIn(*desktop.MouseEvent) { r.setHover(true) }

// MouseMoved does nothing.
func (r *Row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light out.
func (r *Row) MouseOut() { r.setHover(false) }

func (r *Row) setHover(on bool) {
	r.hover = on && r.OnTapped != nil
	r.Refresh()
}

// CreateRenderer draws the row.
func (r *Row) CreateRenderer() fyne.WidgetRenderer {
	rr := &rowRenderer{row: r, ground: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent), sign: canvas.NewText("", color.Transparent)}
	rr.sign.Alignment = fyne.TextAlignCenter
	rr.Refresh()
	return rr
}

type rowRenderer struct {
	row         *Row
	ground, bar *canvas.Rectangle
	sign        *canvas.Text
}

func (r *rowRenderer) Destroy() {}

func (r *rowRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.ground, r.bar, r.sign}, r.row.objects...)
}

func (r *rowRenderer) MinSize() fyne.Size { return r.row.MinSize() }

func (r *rowRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.bar.Resize(fyne.NewSize(3, size.Height))
	r.sign.Move(fyne.NewPos(3, r.row.column.Pad))
	r.sign.Resize(fyne.NewSize(gutter(), r.sign.MinSize().Height))
	r.row.column.Layout(r.row.objects, size.SubtractWidthHeight(gutter(), 0))
	for _, o := range r.row.objects {
		o.Move(o.Position().AddXY(gutter(), 0))
	}
}

func (r *rowRenderer) Refresh() {
	r.ground.FillColor, r.bar.FillColor = color.Transparent, nil
	switch {
	case r.row.open:
		r.ground.FillColor, r.bar.FillColor = paint(ColorOpen), paint(theme.ColorNamePrimary)
	case r.row.hover:
		r.ground.FillColor = paint(theme.ColorNameHover)
	}
	r.sign.Text, r.sign.TextSize, r.sign.TextStyle = r.row.sign, theme.TextSize(), fyne.TextStyle{Bold: true}
	if r.row.signColor != "" {
		r.sign.Color = paint(r.row.signColor)
	}
	r.Layout(r.row.Size())
	canvas.Refresh(r.row)
}
