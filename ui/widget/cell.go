package widget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Cell is a field in a sheet: figures stand at its right, and arrows, Enter and
// Tab lead on to other cells. The focus selects the cell as a whole, and typing
// replaces what stands there; F2 or a second click edit it.
type Cell struct {
	Field
	spot

	editing bool
	old     string // what stood there before the editing
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

func (c *Cell) figure() string { return c.Text }

func (c *Cell) setTint(t tint) {
	if c.tint == t {
		return
	}
	c.tint = t
	if c.repaint != nil {
		c.repaint()
	}
}

// Put shows a text, if it differs. A cell that is only selected stays selected.
func (c *Cell) Put(text string) {
	if c.Text == text {
		return
	}
	c.Field.Put(text)
	if c.focused && !c.editing {
		c.old = text
		c.all()
	}
}

// all selects the cell as a whole.
func (c *Cell) all() {
	c.editing = false
	c.Field.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// edit puts the caret behind the last figure.
func (c *Cell) edit() {
	c.editing = true
	c.SetCaret(len([]rune(c.Text)))
}

// FocusGained selects what stands there.
func (c *Cell) FocusGained() {
	if c.sheet != nil {
		c.sheet.enter(c.at)
	}
	c.Field.FocusGained()
	c.old = c.Text
	c.all()
}

// MouseDown selects what stands there if the cell was not yet being edited: who
// clicks on a 0 and types 12 means 12. A second click puts the caret.
func (c *Cell) MouseDown(m *desktop.MouseEvent) {
	switch {
	case c.press(m):
	case !c.focused:
		if canvas := fyne.CurrentApp().Driver().CanvasForObject(c); canvas != nil {
			canvas.Focus(c)
		}
	case m.Button != desktop.MouseButtonSecondary:
		c.editing = true
		c.sheet.collapse()
		c.Field.MouseDown(m)
	}
}

// Dragged selects cells, or words within the one that is being edited.
func (c *Cell) Dragged(e *fyne.DragEvent) {
	if c.editing {
		c.Field.Dragged(e)
		return
	}
	c.drag(e)
}

// DragEnd keeps the focus where the selection began.
func (c *Cell) DragEnd() {
	if c.editing || c.sheet == nil {
		c.Field.DragEnd()
		return
	}
	c.sheet.refocus()
}

// TypedRune replaces what is selected.
func (c *Cell) TypedRune(r rune) {
	c.sheet.collapse()
	c.editing = true
	c.Field.TypedRune(r)
}

// TypedKey moves on, or edits.
func (c *Cell) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyEscape:
		if !c.putBack() {
			pass(c, key)
		}
		return
	case fyne.KeyF2:
		c.sheet.collapse()
		c.edit()
		return
	case fyne.KeyDelete, fyne.KeyBackspace:
		if !c.editing {
			if c.sheet != nil && c.sheet.Several() {
				c.sheet.clear()
				return
			}
			c.editing = true
		}
	case fyne.KeyLeft, fyne.KeyHome:
		if c.editing && (shifted() || c.Caret() > 0 || c.SelectedText() != "") {
			break
		}
		if c.move(key.Name) {
			return
		}
	case fyne.KeyRight, fyne.KeyEnd:
		if c.editing && (shifted() || c.Caret() < len([]rune(c.Text)) || c.SelectedText() != "") {
			break
		}
		if c.move(key.Name) {
			return
		}
	default:
		if c.move(key.Name) {
			return
		}
	}
	c.Field.TypedKey(key)
}

// move takes a key that leads elsewhere. Where there is nothing, or where it moves
// the selection only, what was typed is done with all the same.
func (c *Cell) move(key fyne.KeyName) bool {
	if !c.key(key) {
		return false
	}
	if c.focused && c.editing {
		c.all()
	}
	return true
}

// putBack takes the typing back, or else the selection; it is false if there is
// neither.
func (c *Cell) putBack() bool {
	if c.Text == c.old {
		several := c.sheet != nil && c.sheet.Several()
		was := c.editing
		c.sheet.collapse()
		c.all()
		return several || was
	}
	c.Field.Put(c.old)
	c.all()
	if c.OnTyped != nil {
		c.OnTyped(c.Text)
	}
	return true
}

// TypedShortcut is about the cells that are selected, or about the words in the
// one that is being edited.
func (c *Cell) TypedShortcut(sh fyne.Shortcut) {
	own := c.editing
	switch sh := sh.(type) {
	case *desktop.CustomShortcut:
		own = false
	case *fyne.ShortcutPaste:
		if own && flat(sh.Clipboard.Content()) { // spreadsheets end even one figure with a line end
			for _, r := range strings.TrimSpace(sh.Clipboard.Content()) {
				c.Field.TypedRune(r)
			}
			return
		}
		own = false
	case *fyne.ShortcutSelectAll:
		if own && c.SelectedText() != c.Text {
			c.all()
			return
		}
		own = false
	}
	if own || !c.shortcut(sh) {
		c.Field.TypedShortcut(sh)
	}
}

// CreateRenderer draws the cell.
func (c *Cell) CreateRenderer() fyne.WidgetRenderer { return newFieldRenderer(&c.Field, true) }
