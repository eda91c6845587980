package widget

import "fyne.io/fyne/v2"

// Caret is the place of the caret, in characters from the start of the text.
func (f *Field) Caret() int { return f.CursorTextOffset() }

// SetCaret puts the caret before the character at, or at the nearest end.
func (f *Field) SetCaret(at int) {
	f.unselect()
	f.place(at)
	f.MouseUp(nil) // the toolkit's entry takes the new place over here
	f.Refresh()
}

// Select marks the characters from…to and puts the caret behind them. The
// toolkit's entry selects by keys only: Shift is held down for it.
func (f *Field) Select(from, to int) {
	n := len([]rune(f.Text))
	from, to = max(0, min(from, n)), max(0, min(to, n))
	if from >= to {
		f.SetCaret(from)
		return
	}
	f.unselect()
	f.place(from)
	f.holdShift(true)
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	f.place(to)
	f.holdShift(false)
	f.MouseUp(nil)
	f.Refresh()
}

// unselect ends a selection: an arrow without Shift does.
func (f *Field) unselect() {
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
}

// place moves the toolkit's caret, which knows rows as they are broken.
func (f *Field) place(at int) {
	at = max(0, min(at, len([]rune(f.Text))))
	start := func(row int) int {
		f.CursorRow, f.CursorColumn = row, 0
		return f.CursorTextOffset()
	}
	row, begin := 0, 0
	for {
		next := start(row + 1) // 0 behind the last row
		if next <= begin || next > at {
			break
		}
		row, begin = row+1, next
	}
	f.CursorRow, f.CursorColumn = row, at-begin
}

// follow is where a caret goes when a text becomes another: it keeps its distance
// from the end that stayed the same, or stands behind what is new.
func follow(was, now string, caret int) int {
	a, b := []rune(was), []rune(now)
	most := min(len(a), len(b))
	head, tail := 0, 0
	for head < most && a[head] == b[head] {
		head++
	}
	for tail < most-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	switch {
	case caret <= head:
		return caret
	case caret >= len(a)-tail:
		return len(b) - (len(a) - caret)
	}
	return len(b) - tail
}
