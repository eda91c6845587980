package widget

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestSelectMarksExactlyTheWords(t *testing.T) {
	begin(t)
	f := NewProse(3)
	w := test.NewTempWindow(t, f)
	w.Resize(fyne.NewSize(160, 200)) // a dozen characters a row
	f.Put("第一段写得长一些，一行放不下，要折成几行才行。\n\n第三段：收到6件。")
	w.Canvas().Focus(f)
	text := []rune(f.Text)
	for from := range text {
		for to := from + 1; to <= len(text); to++ {
			f.Select(from, to)
			if got := f.SelectedText(); got != string(text[from:to]) {
				t.Fatalf("%d…%d selects %q, not %q", from, to, got, string(text[from:to]))
			}
			if f.Caret() != to {
				t.Fatalf("%d…%d leaves the caret at %d", from, to, f.Caret())
			}
		}
	}
	at := len([]rune(f.Text[:strings.Index(f.Text, "6件")]))
	f.Select(at, at+1)
	f.TypedRune('7')
	if !strings.Contains(f.Text, "收到7件") {
		t.Errorf("typing over the selected figure gives %q", f.Text)
	}
}

func TestSetCaret(t *testing.T) {
	begin(t)
	f := NewProse(3)
	w := test.NewTempWindow(t, f)
	w.Resize(fyne.NewSize(160, 200))
	f.Put("第一段写得长一些，一行放不下，要折成几行才行。\n\n第三段。")
	w.Canvas().Focus(f)
	for at := range len([]rune(f.Text)) + 1 {
		f.SetCaret(at)
		if f.Caret() != at || f.SelectedText() != "" {
			t.Errorf("the caret is at %d, not %d, with %q selected", f.Caret(), at, f.SelectedText())
		}
	}
	f.SetCaret(-5)
	f.TypedRune('甲')
	f.SetCaret(9999)
	f.TypedRune('乙')
	if !strings.HasPrefix(f.Text, "甲第一段") || !strings.HasSuffix(f.Text, "第三段。乙") {
		t.Errorf("outside the text the caret goes to %q", f.Text)
	}
	f.Put("")
	f.Select(0, 3)
	f.SetCaret(2)
	if f.Caret() != 0 {
		t.Error("an empty field has one place only")
	}
}
