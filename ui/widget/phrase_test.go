package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"nianbao/ui/ime"
)

func TestAPhraseIsOneEdit(t *testing.T) {
	begin(t)
	for _, c := range []struct {
		name     string
		stands   string
		from, to int // selected, or the caret
		phrase   string
		want     string
		caret    int
	}{
		{"at the end", "你好", 2, 2, "中国", "你好中国", 4},
		{"in the middle", "你好", 1, 1, "们", "你们好", 2},
		{"over a selection", "本年度收到申请", 0, 3, "全年", "全年收到申请", 2},
		{"beyond the basic plane", "", 0, 0, "𠮷野家", "𠮷野家", 3},
		{"letters as they are", "", 0, 0, "abc", "abc", 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := NewProse(3)
			w := test.NewTempWindow(t, f)
			f.Put(c.stands)
			w.Canvas().Focus(f)
			f.Select(c.from, c.to)
			var told []string
			f.OnTyped = func(text string) { told = append(told, text) }
			steps := 0
			f.OnStep = func() { steps++ }
			ime.Field(f).TypedPhrase(c.phrase)
			if len(told) != 1 || told[0] != c.want || f.Caret() != c.caret {
				t.Errorf("told %q, the caret at %d; want %q once and %d", told, f.Caret(), c.want, c.caret)
			}
			if steps != 2 {
				t.Errorf("%d steps, not one before and one behind", steps)
			}
		})
	}
}

func TestAPhraseDoesNotChangeWhatCanOnlyBeRead(t *testing.T) {
	begin(t)
	f := NewStill()
	test.NewTempWindow(t, f)
	f.Put("去年的话")
	f.TypedPhrase("今年")
	if f.Text != "去年的话" {
		t.Errorf("it says %q", f.Text)
	}
}

func TestAPhraseReplacesASelectedCell(t *testing.T) {
	begin(t)
	c, next := NewCell(), NewCell()
	sheet := NewSheet([]float64{1, 1}, 10, 28, []Span{{Col: 0, Rows: 1, Cols: 1, Object: c}, {Col: 1, Rows: 1, Cols: 1, Object: next}})
	w := test.NewTempWindow(t, sheet)
	w.Resize(fyne.NewSize(300, 100))
	c.Put("0")
	w.Canvas().Focus(c)
	c.TypedPhrase("１")
	c.TypedPhrase("２")
	if c.Text != "１２" {
		t.Errorf("two digits over 0 give %q", c.Text)
	}
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if w.Canvas().Focused() != fyne.Focusable(c) {
		t.Error("Left among the digits leaves the cell")
	}
}

// The candidates stand where this says. Letters, because what a test draws for other characters
// depends on the machine's fonts.
func TestCaretBox(t *testing.T) {
	begin(t)
	f := NewProse(3)
	w := test.NewTempWindow(t, f)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 200))
	w.Canvas().Focus(f)
	at := func(text string) ime.Caret {
		f.Put(text)
		f.SetCaret(len([]rune(text)))
		box, ok := f.CaretBox()
		if !ok {
			t.Fatal("the caret is not to be seen")
		}
		return box
	}
	none, one, four, below := at(""), at("W"), at("WWWW"), at("W\nW")
	if em := one.X - none.X; em < 10 || four.X-none.X < 4*em-2 || four.X-none.X > 4*em+2 {
		t.Errorf("one character moves it by %d, four by %d", em, four.X-none.X)
	}
	if one.Y != none.Y || below.X != one.X || below.Y-one.Y < one.Height*3/4 {
		t.Errorf("the next line is at %+v, this one at %+v", below, one)
	}
	if none.X < 0 || none.Y < 0 || none.X > 20 || none.Y > 20 {
		t.Errorf("an empty field's caret is at %+v", none)
	}
}

// An arrow goes by the Shift that it was pressed with, not by what the toolkit has heard
// of Shift since.
func TestArrowsGoByTheirOwnShift(t *testing.T) {
	begin(t)
	var down bool
	hold(t, &down)
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	left := &fyne.KeyEvent{Name: fyne.KeyLeft}
	f := NewProse(3)
	w := test.NewTempWindow(t, f)
	f.Put("政府信息")
	w.Canvas().Focus(f)
	for _, c := range []struct {
		name     string
		own      bool // Shift at the arrow
		heard    func(*fyne.KeyEvent)
		selected string
	}{
		{"Shift is up again when the arrow comes", true, f.KeyUp, "息"},
		{"Shift is down for what comes next", false, f.KeyDown, ""},
		{"Shift and arrow together", true, f.KeyDown, "息"},
	} {
		f.SetCaret(4)
		c.heard(shift)
		down = c.own
		f.TypedKey(left)
		if got := f.SelectedText(); got != c.selected {
			t.Errorf("%s: %q is selected, want %q", c.name, got, c.selected)
		}
		f.KeyUp(shift)
		down = false
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
}
