package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// spot is where a cell or a sum stands in its sheet.
type spot struct {
	sheet *Sheet // nil outside of one
	at    int    // among the sheet's spots
	span  Span
}

func (s *spot) in() *spot { return s }

// placed is an object of a sheet that can have the focus.
type placed interface {
	fyne.CanvasObject
	fyne.Focusable
	Editable() bool
	in() *spot
	figure() string
	setTint(tint)
}

// tint is how a spot shares in the focus or the selection.
type tint uint8

const (
	untinted tint = iota
	lane          // in the row or column of the focus
	chosen        // in a selection of several
)

// ground is the colour under a figure. The sign beside it tells a mark even where
// the selection covers its colour.
func (t tint) ground(m Mark, plain fyne.ThemeColorName) fyne.ThemeColorName {
	switch t {
	case chosen:
		return ColorBlock
	case lane:
		plain = ColorLane
	}
	return m.ground(plain)
}

// shifted says that Shift is held down.
var shifted = func() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// key takes a key that moves the focus or the selection; it is false for any other.
func (s *spot) key(key fyne.KeyName) bool {
	m, ok := moves[key]
	if !ok || s.sheet == nil {
		return false
	}
	shift := shifted()
	switch {
	case shift && m == Next:
		m = Prev
	case shift && (key == fyne.KeyReturn || key == fyne.KeyEnter):
		m = Up
	case shift:
		s.sheet.extend(m)
		return true
	}
	s.sheet.step(s.at, m)
	return true
}

// shortcut takes what concerns the sheet; it is false for any other shortcut.
func (s *spot) shortcut(sh fyne.Shortcut) bool {
	t := s.sheet
	if t == nil {
		return false
	}
	switch sh := sh.(type) {
	case *fyne.ShortcutCopy:
		sh.Clipboard.SetContent(t.Copied())
	case *fyne.ShortcutCut:
		sh.Clipboard.SetContent(t.Copied())
		t.clear()
	case *fyne.ShortcutPaste:
		if t.OnPaste != nil {
			t.OnPaste(sh.Clipboard.Content())
		}
	case *fyne.ShortcutSelectAll:
		t.SelectAll()
	case *desktop.CustomShortcut:
		m, ok := map[fyne.KeyName]Move{fyne.KeyHome: Top, fyne.KeyEnd: Bottom}[sh.KeyName]
		switch {
		case !ok || sh.Modifier&fyne.KeyModifierShortcutDefault == 0:
			return false
		case sh.Modifier&fyne.KeyModifierShift != 0:
			t.extend(m)
		default:
			t.step(s.at, m)
		}
	default:
		return false
	}
	return true
}

// press takes a click that extends the selection; it is false for any other.
func (s *spot) press(m *desktop.MouseEvent) bool {
	if s.sheet == nil || m.Modifier&fyne.KeyModifierShift == 0 || s.sheet.anchor < 0 || s.sheet.anchor == s.at {
		return false
	}
	s.sheet.choose(s.at)
	if _, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		go fyne.Do(s.sheet.refocus) // a desktop takes the focus away after this
	} else {
		s.sheet.refocus()
	}
	return true
}

// drag extends the selection to where the pointer is.
func (s *spot) drag(e *fyne.DragEvent) {
	if s.sheet == nil || s.sheet.anchor < 0 {
		return
	}
	at := e.AbsolutePosition.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(s.sheet))
	for i, o := range s.sheet.spots {
		if from, size := o.Position(), o.Size(); at.X >= from.X && at.X < from.X+size.Width && at.Y >= from.Y && at.Y < from.Y+size.Height {
			s.sheet.choose(i)
		}
	}
}
