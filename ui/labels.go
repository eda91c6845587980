package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"nianbao/ui/widget"
)

// Words as they stand in the window: beside fields and boxes, above lists, above
// views.

// faint is a line of less weight.
func faint(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Color, l.Scale = widget.ColorFaint, theme.SizeNameCaptionText
	return l
}

// strong names what follows under it.
func strong(text string, pad float32) *widget.Label {
	l := widget.NewLabel(text)
	l.Bold, l.Pad = true, pad
	return l
}

// edge is the room between a view's edge and what stands in it.
const edge = 12

// rubric names what follows under it, in room of its own.
func rubric(text string) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(8, 0, 0, 0), strong(text, 0))
}

// heading is the line above a view: its name, and what belongs at the right.
func heading(name string, right ...fyne.CanvasObject) fyne.CanvasObject {
	l := strong(name, edge)
	l.Scale = theme.SizeNameSubHeadingText
	var side fyne.CanvasObject
	if right != nil {
		side = container.NewPadded(container.NewHBox(right...))
	}
	return container.NewBorder(nil, nil, nil, side, l)
}
