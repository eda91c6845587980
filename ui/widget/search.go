package widget

import "fyne.io/fyne/v2"

// Search is the field of a dialog: Esc leaves it, and the arrows go through the
// list under it, if there is one.
type Search struct {
	Field
	OnStep   func(by int)
	OnEscape func()
}

// NewSearch is a field of one line.
func NewSearch() *Search {
	s := &Search{}
	s.Wrapping, s.Scroll = fyne.TextWrapOff, fyne.ScrollNone
	s.begin(s)
	return s
}

// TypedKey steps through the list, or leaves it.
func (s *Search) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyDown && s.OnStep != nil:
		s.OnStep(1)
	case key.Name == fyne.KeyUp && s.OnStep != nil:
		s.OnStep(-1)
	case key.Name == fyne.KeyEscape && s.OnEscape != nil:
		s.OnEscape()
	default:
		s.Field.TypedKey(key)
	}
}
