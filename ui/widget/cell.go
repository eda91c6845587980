package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Cell is a field in a sheet: figures stand at its right, and arrows, Enter and
// Tab lead on to other cells.
type Cell struct {
	Field
	OnMove func(m Move) bool // false if there is nowhere to go
}

// NewCell is an empty cell.
func NewCell() *Cell {
	c := &Cell{}
	c.Wrapping, c.Scroll = fyne.TextWrapOff, fyne.ScrollNone
	c.begin(c)
	return c
}

// Editable says that the cell can be typed in.
func (c *Cell) Editable() bool { return true }

// AcceptsTab is true: the sheet knows the next cell.
func (c *Cell) AcceptsTab() bool { return true }

// FocusGained selects what stands there: typing replaces it.
func (c *Cell) FocusGained() {
	c.Field.FocusGained()
	c.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// MouseDown selects what stands there if the cell was not yet being edited: who
// clicks on a 0 and types 12 means 12. A second click puts the caret.
func (c *Cell) MouseDown(m *desktop.MouseEvent) {
	if c.focused {
		c.Field.MouseDown(m)
		return
	}
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c); canvas != nil {
		canvas.Focus(c)
	}
}

// TypedKey moves on, or edits.
func (c *Cell) TypedKey(key *fyne.KeyEvent) {
	whole := c.SelectedText() == c.Text
	move, is := Move(0), true
	switch key.Name {
	case fyne.KeyUp:
		move = Up
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		move = Down
	case fyne.KeyTab:
		move = Next
		if shifted() {
			move = Prev
		}
	case fyne.KeyLeft:
		move, is = Left, whole || c.CursorColumn == 0 && c.SelectedText() == ""
	case fyne.KeyRight:
		move, is = Right, whole || c.CursorColumn == len([]rune(c.Text)) && c.SelectedText() == ""
	default:
		is = false
	}
	if !is {
		c.Field.TypedKey(key)
		return
	}
	if c.OnMove == nil || !c.OnMove(move) {
		leave(move)
	}
}

// CreateRenderer draws the cell.
func (c *Cell) CreateRenderer() fyne.WidgetRenderer { return newFieldRenderer(&c.Field, true) }

func shifted() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// leave goes from the last cell of a sheet to what follows it, and from the
// first to what stands before.
func leave(m Move) {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		switch {
		case w.Canvas().Focused() == nil:
		case m == Next:
			w.Canvas().FocusNext()
		case m == Prev:
			w.Canvas().FocusPrevious()
		}
	}
}
