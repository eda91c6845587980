package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Keyed is something that takes keys without being a field, as a list to choose from.
type Keyed struct {
	widget.BaseWidget
	Content fyne.CanvasObject
	OnKey   func(key fyne.KeyName) (used bool)
	OnFocus func(has bool)
}

// NewKeyed gives keys to some content.
func NewKeyed(content fyne.CanvasObject, onKey func(fyne.KeyName) bool) *Keyed {
	k := &Keyed{Content: content, OnKey: onKey}
	k.ExtendBaseWidget(k)
	return k
}

// TypedKey hands on what the content has no use for.
func (k *Keyed) TypedKey(key *fyne.KeyEvent) {
	if k.OnKey(key.Name) {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(k); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(key)
	}
}

// TypedRune does nothing.
func (k *Keyed) TypedRune(rune) {}

// FocusGained tells OnFocus.
func (k *Keyed) FocusGained() { k.tell(true) }

// FocusLost tells OnFocus.
func (k *Keyed) FocusLost() { k.tell(false) }

func (k *Keyed) tell(has bool) {
	if k.OnFocus != nil {
		k.OnFocus(has)
	}
}

// CreateRenderer shows the content.
func (k *Keyed) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(k.Content) }
