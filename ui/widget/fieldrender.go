package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// fieldRenderer draws a field with the toolkit's own parts, but without its
// scroller, which would catch the wheel over every field: a line is clipped and
// follows its caret, paragraphs are as high as they are.
type fieldRenderer struct {
	fyne.WidgetRenderer // of the toolkit's entry
	field               *Field
	cell                bool // figures at the right, no frame
	box, border         *canvas.Rectangle
	sign                *canvas.Text
	small               *canvas.Text // stands for figures that are wider than their cell
	content             fyne.CanvasObject
	clip                *container.Clip // nil for paragraphs
	objects             []fyne.CanvasObject
}

func newFieldRenderer(f *Field, cell bool) *fieldRenderer {
	r := &fieldRenderer{WidgetRenderer: f.Entry.CreateRenderer(), field: f, cell: cell}
	parts := r.WidgetRenderer.Objects()
	r.box, r.border = parts[0].(*canvas.Rectangle), parts[1].(*canvas.Rectangle)
	r.sign, r.small = canvas.NewText("", color.Transparent), canvas.NewText("", color.Transparent)
	r.small.Alignment = fyne.TextAlignTrailing
	r.objects = []fyne.CanvasObject{r.box, r.border}
	if scroll, ok := parts[2].(*container.Scroll); ok {
		r.content = scroll.Content
		r.objects = append(r.objects, r.content)
	} else {
		r.content = parts[2]
		r.clip = container.NewClip(r.content)
		r.objects = append(r.objects, r.clip, r.sign, r.small)
		f.follow = r.place
	}
	f.repaint, f.origin = r.paint, r.origin
	r.paint()
	return r
}

func (r *fieldRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *fieldRenderer) origin() fyne.Position {
	if r.clip == nil {
		return r.content.Position()
	}
	return r.clip.Position().Add(r.content.Position())
}

func (r *fieldRenderer) MinSize() fyne.Size {
	if r.cell {
		return fyne.NewSize(2*theme.TextSize(), pitch(theme.TextSize(), false)+2*theme.Padding())
	}
	size := r.WidgetRenderer.MinSize()
	content := r.content.MinSize()
	if r.clip == nil {
		return fyne.NewSize(6*theme.TextSize(), max(size.Height, content.Height+2*theme.InputBorderSize()))
	}
	return fyne.NewSize(6*theme.TextSize(), content.Height+2*theme.InputBorderSize())
}

func (r *fieldRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.place()
}

func (r *fieldRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.paint()
	r.place()
}

// place puts the line where it is to be seen.
func (r *fieldRenderer) place() {
	if r.clip == nil {
		return
	}
	size, edge := r.field.Size(), theme.InputBorderSize()
	if r.cell {
		r.box.Move(fyne.NewPos(0, 0))
		r.box.Resize(size)
		r.border.Move(fyne.NewPos(edge/2, edge/2))
		r.border.Resize(size.SubtractWidthHeight(edge, edge))
	}
	room := size.SubtractWidthHeight(2*edge, 2*edge)
	need := r.content.MinSize()
	x := float32(0)
	switch {
	case need.Width > room.Width:
		caret, pad := r.field.CursorPosition().X, theme.InnerPadding()
		x = max(room.Width-need.Width, min(0, r.field.shift-edge))
		if r.field.focused {
			x = min(max(x, pad-caret), room.Width-pad-caret)
		}
		x = min(0, x)
	case r.cell:
		x = room.Width - need.Width
	}
	r.field.shift = x + edge
	r.clip.Move(fyne.NewPos(edge, edge))
	r.clip.Resize(room)
	r.content.Resize(fyne.NewSize(max(need.Width, room.Width-max(0, x)), need.Height))
	r.content.Move(fyne.NewPos(x, (room.Height-need.Height)/2))
	r.sign.Move(fyne.NewPos(3, 0))
	r.sign.Resize(fyne.NewSize(r.sign.MinSize().Width, size.Height))
	r.shrink(size, r.cell && !r.field.focused && need.Width > room.Width)
}

// shrink shows figures that are too wide as small as they fit, while nobody types.
func (r *fieldRenderer) shrink(size fyne.Size, small bool) {
	r.clip.Hidden, r.small.Hidden = small, !small
	if !small {
		return
	}
	left := 2 + r.sign.MinSize().Width
	width := size.Width - left - theme.InnerPadding()
	r.small.Text, r.small.TextSize, r.small.Color = r.field.Text, theme.TextSize(), paint(theme.ColorNameForeground)
	fit(r.small, width)
	r.small.Move(fyne.NewPos(left, 0))
	r.small.Resize(fyne.NewSize(width, size.Height))
	r.small.Refresh()
}

func (r *fieldRenderer) paint() {
	f := r.field
	ground := ColorPaper
	if f.Disabled() {
		ground = ColorHead
	}
	r.box.FillColor = paint(f.tint.ground(f.mark, ground))
	if f.Disabled() && !f.focused {
		r.border.StrokeColor = color.Transparent
	}
	if r.cell {
		r.box.CornerRadius, r.border.CornerRadius = 0, 0
		if !f.focused {
			r.border.StrokeColor = color.Transparent
		}
	}
	if f.focused && !f.Disabled() {
		r.border.StrokeWidth = 2 * theme.InputBorderSize()
	} else {
		r.border.StrokeWidth = theme.InputBorderSize()
	}
	if f.mark != Plain && !f.focused && !r.cell {
		r.border.StrokeColor = paint(f.mark.ink())
	}
	r.sign.Text, r.sign.Color, r.sign.TextSize = "", paint(f.mark.ink()), theme.CaptionTextSize()
	if r.cell {
		r.sign.Text = f.mark.sign()
	}
	r.box.Refresh()
	r.border.Refresh()
	r.sign.Refresh()
}
