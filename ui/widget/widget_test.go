package widget

import (
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// tinted is the toolkit's theme with the colours that ours adds.
type tinted struct{ fyne.Theme }

func (t tinted) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	switch name {
	case ColorPaper, ColorLine, ColorHead, ColorSum, ColorWrong, ColorDoubt, ColorFaint, ColorOpen, ColorLane, ColorBlock, ColorGone, ColorFresh:
		return color.White
	}
	return t.Theme.Color(name, v)
}

func begin(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(tinted{theme.DefaultTheme()})
}

func TestWrap(t *testing.T) {
	begin(t)
	one := advance('国', 14, false)
	for _, c := range []struct {
		name, text string
		chars      float32 // of width
		want       []string
	}{
		{"short", "三件", 4, []string{"三件"}},
		{"anywhere in Chinese", "一二三四五", 2, []string{"一二", "三四", "五"}},
		{"no comma begins a line", "一二三，四", 3, []string{"一二", "三，四"}},
		{"no bracket ends a line", "一二（三四", 3, []string{"一二", "（三四"}},
		{"figures stay whole", "共有123456件", 4, []string{"共有", "123456", "件"}},
		{"paragraphs", "一\n二", 4, []string{"一", "二"}},
		{"narrower than a character", "一二", 0.5, []string{"一", "二"}},
		{"empty", "", 4, []string{""}},
	} {
		got := wrap(c.text, c.chars*one+0.5, 14, false)
		if strings.Join(got, "") != strings.ReplaceAll(c.text, "\n", "") {
			t.Errorf("%s: characters are lost: %q", c.name, got)
		}
		if c.name != "figures stay whole" && !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		for _, line := range got {
			if strings.HasPrefix(line, "，") || strings.HasSuffix(line, "（") {
				t.Errorf("%s: %q", c.name, line)
			}
		}
	}
	if got := wrap("共有123456件", 4*one, 14, false); !slices.Contains(got, "123456件") && !slices.Contains(got, "123456") {
		t.Errorf("a figure is broken: %q", got)
	}
}

// sample is a sheet of two heads over 2 × 3 places: cells, and a sum at the right.
func sample() (*Sheet, [2][3]fyne.CanvasObject) {
	var places [2][3]fyne.CanvasObject
	spans := []Span{{Rows: 1, Cols: 2, Object: NewLabel("头")}, {Col: 2, Rows: 1, Cols: 1, Object: NewLabel("总计")}}
	for r := range places {
		for c := range places[r] {
			var o fyne.CanvasObject = NewCell()
			if c == 2 {
				o = NewSum()
			}
			places[r][c] = o
			spans = append(spans, Span{Row: r + 1, Col: c, Rows: 1, Cols: 1, Object: o})
		}
	}
	return NewSheet([]float64{1, 1, 2}, 7, 28, spans), places
}

func TestSheetCoversItsPlaces(t *testing.T) {
	begin(t)
	s, p := sample()
	w := test.NewTempWindow(t, s)
	w.Resize(fyne.NewSize(401, 300))
	s.Resize(fyne.NewSize(401, 300))
	if got := p[0][0].Position(); got != fyne.NewPos(1, 29) {
		t.Errorf("the first place is at %v", got)
	}
	if got := p[1][2]; got.Position().X != 201 || got.Size().Width != 199 {
		t.Errorf("the last place is at %v, %v wide", got.Position(), got.Size())
	}
	tall := NewSheet([]float64{1}, 1, 28, []Span{{Rows: 1, Cols: 1, Object: NewLabel(strings.Repeat("长", 40))}})
	if tall.HeightFor(100) <= 100 {
		t.Errorf("a long label has only %v", tall.HeightFor(100))
	}
}

func TestStepsThroughASheet(t *testing.T) {
	begin(t)
	s, p := sample()
	for _, c := range []struct {
		from fyne.CanvasObject
		move Move
		to   fyne.CanvasObject
	}{
		{p[0][0], Right, p[0][1]},
		{p[0][1], Right, nil}, // the sum cannot be typed in
		{p[0][0], Down, p[1][0]},
		{p[1][0], Down, nil},
		{p[1][1], Up, p[0][1]},
		{p[0][1], Left, p[0][0]},
		{p[0][1], Next, p[1][0]}, // past the sum
		{p[1][0], Prev, p[0][1]},
		{p[0][2], Down, nil},
		{p[0][2], Left, p[0][1]},
		{NewLabel(""), Down, nil},
	} {
		got, _ := s.From(c.from, c.move).(fyne.CanvasObject)
		if got != c.to {
			t.Errorf("step %d from %p leads to %v", c.move, c.from, got)
		}
	}
}

func TestFieldTellsTypingOnly(t *testing.T) {
	begin(t)
	f := NewField()
	test.NewTempWindow(t, f)
	var told []string
	f.OnTyped = func(text string) { told = append(told, text) }
	f.Put("三件")
	if f.Text != "三件" || told != nil {
		t.Fatalf("Put shows %q and tells %q", f.Text, told)
	}
	f.CursorColumn = 2
	test.Type(f, "多")
	if !slices.Equal(told, []string{"三件多"}) {
		t.Errorf("typing tells %q", told)
	}
}

func TestFigureStandsAtTheRight(t *testing.T) {
	begin(t)
	c := NewCell()
	test.NewTempWindow(t, c)
	c.Resize(fyne.NewSize(80, 28))
	c.Put("1")
	one := c.shift
	c.Put("1234")
	if !(0 < c.shift && c.shift < one && one < 80) {
		t.Errorf("the text begins at %v and %v", one, c.shift)
	}
	c.Put("一段放不下的很长的文字，比格子宽得多")
	if c.shift > theme.InputBorderSize() {
		t.Errorf("a long text begins at %v", c.shift)
	}
}

func TestProseGrows(t *testing.T) {
	begin(t)
	f := NewProse(2)
	w := test.NewTempWindow(t, f)
	w.Resize(fyne.NewSize(300, 200))
	low := f.MinSize().Height
	f.Put(strings.Repeat("一行\n", 20))
	if f.MinSize().Height < 3*low {
		t.Errorf("twenty lines get %v, none got %v", f.MinSize().Height, low)
	}
}
