package widget

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// hold presses Shift for the rest of a test.
func hold(t *testing.T, down *bool) {
	was := shifted
	shifted = func() bool { return *down }
	t.Cleanup(func() { shifted = was })
}

// board is a window with a sheet of three rows of two cells and their sum.
//
//	1  2 | 3
//	4  5 | 9
//	7  8 | 15
func board(t *testing.T) (*Sheet, fyne.Window, [3][3]placed) {
	begin(t)
	var at [3][3]placed
	var spans []Span
	figures := [3][3]string{{"1", "2", "3"}, {"4", "5", "9"}, {"7", "8", "15"}}
	for r := range at {
		spans = append(spans, Span{Row: r, Rows: 1, Cols: 1, Object: NewLabel("行")})
		for c := range at[r] {
			if c == 2 {
				o := NewSum()
				o.Put(figures[r][c])
				at[r][c] = o
			} else {
				o := NewCell()
				o.Put(figures[r][c])
				at[r][c] = o
			}
			spans = append(spans, Span{Row: r, Col: c + 1, Rows: 1, Cols: 1, Object: at[r][c]})
		}
	}
	s := NewSheet([]float64{1, 1, 1, 1}, 7, 28, spans)
	w := test.NewTempWindow(t, s)
	w.Resize(fyne.NewSize(400, 300))
	return s, w, at
}

func press(w fyne.Window, keys ...fyne.KeyName) {
	for _, k := range keys {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestKeysMoveTheFocus(t *testing.T) {
	s, w, at := board(t)
	shift := false
	hold(t, &shift)
	for _, c := range []struct {
		name  string
		from  placed
		key   fyne.KeyName
		shift bool
		to    placed
	}{
		{"Enter", at[0][0], fyne.KeyReturn, false, at[1][0]},
		{"the other Enter", at[0][0], fyne.KeyEnter, false, at[1][0]},
		{"Shift+Enter", at[1][0], fyne.KeyReturn, true, at[0][0]},
		{"Enter at the end", at[2][1], fyne.KeyReturn, false, at[2][1]},
		{"Tab passes the sum", at[0][1], fyne.KeyTab, false, at[1][0]},
		{"Shift+Tab", at[1][0], fyne.KeyTab, true, at[0][1]},
		{"Home", at[1][1], fyne.KeyHome, false, at[1][0]},
		{"End", at[1][0], fyne.KeyEnd, false, at[1][1]},
		{"PageDown", at[0][0], fyne.KeyPageDown, false, at[2][0]},
		{"PageUp", at[2][1], fyne.KeyPageUp, false, at[0][1]},
		{"Up from a sum", at[1][2], fyne.KeyUp, false, at[1][2]},
		{"Left from a sum", at[1][2], fyne.KeyLeft, false, at[1][1]},
	} {
		shift = false
		w.Canvas().Focus(c.from)
		shift = c.shift
		press(w, c.key)
		if got := w.Canvas().Focused(); got != fyne.Focusable(c.to) {
			t.Errorf("%s leads to %v", c.name, got)
		}
		if s.Several() {
			t.Errorf("%s selects", c.name)
		}
	}
	shift = false
	for key, want := range map[fyne.KeyName]placed{fyne.KeyHome: at[0][0], fyne.KeyEnd: at[2][1]} {
		w.Canvas().Focus(at[1][1])
		w.Canvas().Focused().TypedRune('5')
		at[1][1].(*Cell).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
		if w.Canvas().Focused() != fyne.Focusable(want) {
			t.Errorf("Ctrl+%s leads to %v", key, w.Canvas().Focused())
		}
	}
}

func TestEditingACell(t *testing.T) {
	_, w, at := board(t)
	shift := false
	hold(t, &shift)
	c := at[1][0].(*Cell)
	var told []string
	c.OnTyped = func(text string) { told = append(told, text) }
	w.Canvas().Focus(c)
	test.Type(c, "12")
	if c.Text != "12" {
		t.Fatalf("typing replaces the figure: %q", c.Text)
	}
	press(w, fyne.KeyHome)
	if w.Canvas().Focused() != fyne.Focusable(c) || c.Caret() != 0 {
		t.Error("Home leaves the figure that is being typed")
	}
	press(w, fyne.KeyRight)
	if c.Caret() != 1 {
		t.Errorf("the caret is at %d", c.Caret())
	}
	press(w, fyne.KeyEnd)
	if c.Caret() != 2 || w.Canvas().Focused() != fyne.Focusable(c) {
		t.Error("End leaves the figure that is being typed")
	}
	press(w, fyne.KeyEscape)
	if c.Text != "4" || told[len(told)-1] != "4" {
		t.Errorf("Escape gives %q, telling %q", c.Text, told)
	}
	press(w, fyne.KeyF2)
	w.Canvas().Focused().TypedRune('0')
	if c.Text != "40" {
		t.Errorf("typing after F2 gives %q", c.Text)
	}
	press(w, fyne.KeyUp, fyne.KeyDown, fyne.KeyBackspace)
	if c.Text != "" {
		t.Errorf("BackSpace on a selected cell leaves %q", c.Text)
	}
	press(w, fyne.KeyEscape)
	if c.Text != "40" {
		t.Errorf("Escape after BackSpace gives %q", c.Text)
	}
	press(w, fyne.KeyDelete)
	if c.Text != "" {
		t.Errorf("Delete on a selected cell leaves %q", c.Text)
	}
}

func TestSelection(t *testing.T) {
	s, w, at := board(t)
	shift := true
	hold(t, &shift)
	w.Canvas().Focus(at[0][1])
	press(w, fyne.KeyRight, fyne.KeyDown)
	if got, want := s.Copied(), "2\t3\n5\t9"; got != want {
		t.Errorf("two to the right and down are copied as %q, not %q", got, want)
	}
	if at[1][2].(*Sum).tint != chosen || at[2][2].(*Sum).tint == chosen {
		t.Error("the selection is not what is tinted")
	}
	if w.Canvas().Focused() != fyne.Focusable(at[0][1]) {
		t.Error("the focus leaves the selection's first cell")
	}
	var cleared []fyne.CanvasObject
	s.OnClear = func(o []fyne.CanvasObject) { cleared = o }
	press(w, fyne.KeyDelete)
	if want := []fyne.CanvasObject{at[0][1], at[0][2], at[1][1], at[1][2]}; !slices.Equal(cleared, want) {
		t.Errorf("Delete empties %v", cleared)
	}
	press(w, fyne.KeyUp, fyne.KeyLeft, fyne.KeyLeft)
	if got, want := s.Copied(), "1\t2"; got != want {
		t.Errorf("the selection turns round to %q, not %q", got, want)
	}
	press(w, fyne.KeyEscape)
	if s.Several() {
		t.Error("Escape does not end the selection")
	}
	press(w, fyne.KeyEnd)
	shift = false
	press(w, fyne.KeyDown)
	if s.Several() || at[0][0].(*Cell).tint == chosen {
		t.Error("a step does not end the selection")
	}
	at[1][1].(*Cell).TypedShortcut(&fyne.ShortcutSelectAll{})
	if got, want := s.Copied(), "1\t2\t3\n4\t5\t9\n7\t8\t15"; got != want {
		t.Errorf("all is copied as %q", got)
	}
	test.Type(at[1][1], "6")
	if s.Several() || at[1][1].(*Cell).Text != "6" {
		t.Errorf("typing with all selected gives %q", at[1][1].(*Cell).Text)
	}
}

func TestSelectingWithTheMouse(t *testing.T) {
	s, w, at := board(t)
	c := at[0][0].(*Cell)
	c.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	to := at[1][1]
	c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.CurrentApp().Driver().AbsolutePositionForObject(to).AddXY(5, 5)}})
	w.Canvas().Unfocus() // as the toolkit does
	c.DragEnd()
	if got, want := s.Copied(), "1\t2\n4\t5"; got != want || w.Canvas().Focused() != fyne.Focusable(c) {
		t.Errorf("dragging selects %q", got)
	}
	at[2][2].(*Sum).MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: fyne.KeyModifierShift})
	if got, want := s.Copied(), "1\t2\t3\n4\t5\t9\n7\t8\t15"; got != want {
		t.Errorf("a click with Shift selects %q", got)
	}
	at[1][0].(*Cell).MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	if s.Several() {
		t.Error("a click does not end the selection")
	}
}

func TestClipboardOfACell(t *testing.T) {
	s, w, at := board(t)
	clipboard := test.NewClipboard()
	c := at[0][0].(*Cell)
	w.Canvas().Focus(c)
	pasted := ""
	s.OnPaste = func(text string) { pasted = text }
	var cleared int
	s.OnClear = func(o []fyne.CanvasObject) { cleared = len(o) }
	c.TypedShortcut(&fyne.ShortcutCut{Clipboard: clipboard})
	if clipboard.Content() != "1" || cleared != 1 {
		t.Errorf("cut leaves %q on the clipboard and empties %d", clipboard.Content(), cleared)
	}
	clipboard.SetContent("6\t7")
	c.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if pasted != "6\t7" {
		t.Errorf("what is pasted arrives as %q", pasted)
	}
	test.Type(c, "5")
	clipboard.SetContent("6\r\n")
	pasted = ""
	c.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if c.Text != "56" || pasted != "" {
		t.Errorf("a figure pasted behind another gives %q", c.Text)
	}
}

func TestTheFocusIsMarked(t *testing.T) {
	s, w, at := board(t)
	above, below := NewLabel("甲"), NewLabel("乙")
	s.Beside = []*Sheet{NewSheet([]float64{1, 1, 1, 1}, 7, 28, []Span{{Rows: 1, Cols: 2, Object: above}, {Col: 2, Rows: 1, Cols: 2, Object: below}})}
	w.Canvas().Focus(at[1][1])
	if above.lit || !below.lit {
		t.Error("the head over the focus is not lit")
	}
	for r := range at {
		for c, o := range at[r] {
			want := untinted
			if r == 1 || c == 1 {
				want = lane
			}
			got := untinted
			switch o := o.(type) {
			case *Cell:
				got = o.tint
			case *Sum:
				got = o.tint
			}
			if got != want {
				t.Errorf("row %d column %d has tint %d", r, c, got)
			}
		}
		if s.Spans[4*r].Object.(*Label).lit != (r == 1) {
			t.Errorf("the title of row %d is lit wrongly", r)
		}
	}
}

func TestALabelKeepsItsRoom(t *testing.T) {
	begin(t)
	l := NewLabel("短")
	l.Rows = 2
	low := l.HeightFor(100)
	l.Text = "一段放不下的很长的文字，比两行宽得多，一行比一行长，说也说不完"
	if l.HeightFor(100) != low {
		t.Errorf("the room grows from %v to %v", low, l.HeightFor(100))
	}
	lines := l.broken(100)
	if len(lines) != 2 || []rune(lines[1])[len([]rune(lines[1]))-1] != '…' {
		t.Errorf("the text is cut to %q", lines)
	}
	head := NewLabel("商业企业")
	head.Align = fyne.TextAlignCenter
	if got := head.broken(3.2 * advance('国', 14, false)); !slices.Equal(got, []string{"商业", "企业"}) {
		t.Errorf("a title breaks into %q", got)
	}
}
