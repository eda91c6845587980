package widget

import "fyne.io/fyne/v2"

// Search is the field above a list to choose from: its arrows go through the list.
type Search struct {
	Field
	OnStep func(by int)
}

// NewSearch is a field of one line.
func NewSearch() *Search {
	s := &Search{}
	s.Wrapping, s.Scroll = fyne.TextWrapOff, fyne.ScrollNone
	s.begin(s)
	return s
}

// TypedKey steps through the list.
func (s *Search) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyDown:
		s.OnStep(1)
	case fyne.KeyUp:
		s.OnStep(-1)
	default:
		s.Field.TypedKey(key)
	}
}
