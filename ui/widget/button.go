package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Button is the toolkit's button, pressed by Enter too. Escape and the function keys
// go to the window.
type Button struct{ widget.Button }

// NewButton is a button that does something.
func NewButton(text string, do func()) *Button {
	b := &Button{}
	b.Text, b.OnTapped = text, do
	b.ExtendBaseWidget(b)
	return b
}

// NewIconButton is a button with a picture.
func NewIconButton(text string, icon fyne.Resource, do func()) *Button {
	b := NewButton(text, do)
	b.Icon = icon
	return b
}

// TypedKey presses the button, or hands the key on.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyReturn, key.Name == fyne.KeyEnter:
		b.Tapped(nil)
	case !pass(b, key):
		b.Button.TypedKey(key)
	}
}
