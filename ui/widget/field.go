package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Field is the one place where people type. Its text changes by typing, which
// OnTyped tells, or by Put, which tells nobody.
type Field struct {
	widget.Entry
	OnTyped func(text string)
	OnEnter func() // focus came
	OnLeave func() // focus went
	OnCaret func(y, height float32)
	OnStep  func() // what was typed before and what comes now are undone apart

	mark    Mark
	tint    tint
	focused bool
	putting bool
	outer   fyne.CanvasObject    // the field as the canvas knows it
	repaint func()               // draws mark and tint
	follow  func()               // keeps the caret in sight
	origin  func() fyne.Position // of the text in the field
	shift   float32              // of the text's left edge
}

// NewField is a field of one line.
func NewField() *Field {
	f := &Field{}
	f.Wrapping, f.Scroll = fyne.TextWrapOff, fyne.ScrollNone
	f.begin(f)
	return f
}

// NewProse is a field of paragraphs. It grows with its text: what surrounds it
// scrolls, not the field.
func NewProse(rows int) *Field {
	f := &Field{}
	f.MultiLine, f.Wrapping = true, fyne.TextWrapBreak
	f.SetMinRowsVisible(rows)
	f.begin(f)
	return f
}

func (f *Field) begin(outer fyne.Widget) {
	f.outer = outer
	f.ExtendBaseWidget(outer)
	f.OnChanged = f.onChanged
	f.OnCursorChanged = f.onCursorChanged
}

// Put shows a text, if it differs from the one that stands there. The caret
// stays between the characters where it is.
func (f *Field) Put(text string) {
	if f.Text == text {
		return
	}
	f.putting = true
	was, caret := f.Text, f.Caret()
	f.SetText(text)
	if f.focused {
		f.SetCaret(follow(was, text, caret))
	}
	f.putting = false
}

// SetMark shows the field as right, doubtful or wrong.
func (f *Field) SetMark(m Mark) {
	if f.mark != m {
		f.mark = m
		if f.repaint != nil {
			f.repaint()
		}
	}
}

// Mark tells how the field is shown.
func (f *Field) Mark() Mark { return f.mark }

// Focused says that typing goes here.
func (f *Field) Focused() bool { return f.focused }

func (f *Field) onChanged(text string) {
	if !f.putting && f.OnTyped != nil {
		f.OnTyped(text)
	}
}

func (f *Field) onCursorChanged() {
	if f.follow != nil {
		f.follow()
	}
	if f.focused && f.OnCaret != nil {
		f.OnCaret(f.CursorPosition().Y, theme.TextSize()*1.5)
	}
}

// FocusGained tells OnEnter.
func (f *Field) FocusGained() {
	f.focused = true
	f.Entry.FocusGained()
	if f.OnEnter != nil {
		f.OnEnter()
	}
}

// FocusLost tells OnLeave.
func (f *Field) FocusLost() {
	f.focused = false
	f.Entry.FocusLost()
	if f.OnLeave != nil {
		f.OnLeave()
	}
}

// TypedKey edits; what the field has no use for goes to the window.
func (f *Field) TypedKey(key *fyne.KeyEvent) {
	if pass(f.outer, key) {
		return
	}
	f.holdShift(shifted())
	f.Entry.TypedKey(key)
}

// holdShift says whether arrows select. Each key tells it anew: the toolkit goes by when
// Shift came and went, and on its way through an input method an arrow may come later.
func (f *Field) holdShift(down bool) {
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	if down {
		f.Entry.KeyDown(shift)
	} else {
		f.Entry.KeyUp(shift)
	}
}

// TypedShortcut edits. What comes as a whole is undone as a whole.
func (f *Field) TypedShortcut(sh fyne.Shortcut) {
	switch sh.(type) {
	case *fyne.ShortcutPaste, *fyne.ShortcutCut:
		if f.Disabled() {
			return // the toolkit's entry would do it
		}
		f.whole(sh)
	default:
		f.Entry.TypedShortcut(sh)
	}
}

// whole is one edit: what is selected goes and what comes instead is told at once.
func (f *Field) whole(sh fyne.Shortcut) {
	was := f.Text
	f.step()
	f.putting = true
	f.Entry.TypedShortcut(sh)
	f.putting = false
	if f.Text != was {
		f.onChanged(f.Text)
	}
	f.step()
}

func (f *Field) step() {
	if f.OnStep != nil {
		f.OnStep()
	}
}

// AcceptsTab is false: Tab goes to the next field, a report has no tabs.
func (f *Field) AcceptsTab() bool { return false }

// MinSize has room for all paragraphs; a line follows its caret instead.
func (f *Field) MinSize() fyne.Size {
	return f.BaseWidget.MinSize() // not Entry's: it does not see that a new width has moved the line breaks
}

// MouseDown puts the caret where the text is drawn, which is not at the left edge.
func (f *Field) MouseDown(m *desktop.MouseEvent) {
	at := *m
	at.Position.X -= f.shift
	f.Entry.MouseDown(&at)
}

// CreateRenderer draws the field.
func (f *Field) CreateRenderer() fyne.WidgetRenderer { return newFieldRenderer(f, false) }
