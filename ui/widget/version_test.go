package widget

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// linesOf writes the lines of a version, [-gone-] and {+fresh+}.
func linesOf(v *Version, width float32) (out []string) {
	for _, line := range v.broken(width) {
		var b strings.Builder
		for _, s := range line {
			b.WriteString([]string{"", "[-", "{+"}[s.Fate] + s.Text + []string{"", "-]", "+}"}[s.Fate])
		}
		out = append(out, b.String())
	}
	return out
}

func TestVersionBreaksItsLines(t *testing.T) {
	begin(t)
	one := advance('国', 14, false)
	for _, c := range []struct {
		name      string
		stretches []Stretch
		chars     float32 // of width
		want      string
	}{
		{"nothing", nil, 4, ""},
		{"as it is", []Stretch{{"三件", Kept}}, 4, "三件"},
		{"over two lines", []Stretch{{"公开", Kept}, {"一二三", Fresh}, {"条", Kept}}, 4, "公开{+一二+}|{+三+}条"},
		{"before a comma", []Stretch{{"一二三", Kept}, {"，", Gone}, {"四", Kept}}, 3, "一二|三[-，-]四"},
		{"paragraphs", []Stretch{{"一¶\n", Gone}, {"二", Kept}}, 4, "[-一¶-]|二"},
		{"spaces at an end", []Stretch{{"一二", Kept}, {"　", Fresh}, {"三", Kept}}, 2, "一二|三"},
	} {
		v := NewVersion(c.stretches...)
		if got := strings.Join(linesOf(v, c.chars*one+0.5), "|"); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if got := v.HeightFor(c.chars*one + 0.5); got != float32(strings.Count(c.want, "|")+1)*v.pitch() {
			t.Errorf("%s: %v high", c.name, got)
		}
	}
}

// What differs is told by lines, whatever the colours are; and all words are there, in
// their places, when the width changes.
func TestVersionDrawsLines(t *testing.T) {
	begin(t)
	v := NewVersion(Stretch{"全年", Kept}, Stretch{"三百", Gone}, Stretch{"四百", Fresh}, Stretch{"条", Kept})
	w := test.NewTempWindow(t, v)
	for _, width := range []float32{400, 60, 20} {
		w.Resize(fyne.NewSize(width, 400))
		v.Resize(fyne.NewSize(width, v.HeightFor(width)))
		text, struck, under := "", 0, 0
		var words *canvas.Text
		for _, o := range test.WidgetRenderer(v).Objects() {
			switch o := o.(type) {
			case *canvas.Text:
				words, text = o, text+o.Text
				if o.Position().X+o.Size().Width > width+1 && len([]rune(o.Text)) > 1 {
					t.Errorf("%q is cut at %v", o.Text, width)
				}
			case *canvas.Rectangle:
				if o.Size().Height > rule || words == nil || o.Position().X != words.Position().X {
					continue
				}
				if y := o.Position().Y - words.Position().Y; y < words.Size().Height*0.8 {
					struck += len([]rune(words.Text))
				} else if y == words.Size().Height {
					under += len([]rune(words.Text))
				}
			}
		}
		if text != "全年三百四百条" || struck != 2 || under != 2 {
			t.Errorf("at %v: %q, %d characters struck, %d underlined", width, text, struck, under)
		}
	}
}

func TestShares(t *testing.T) {
	begin(t)
	long := NewLabel(strings.Repeat("公开", 40))
	one, two := NewLabel("一"), NewLabel("二")
	box := fyne.NewSize(310, 0)
	l := Shares{Of: []float32{1, 1, 2}, Gap: 5}
	objects := []fyne.CanvasObject{one, two, long}
	l.Layout(objects, box)
	if one.Position().X != 0 || two.Position().X != 80 || long.Position().X != 160 || long.Size().Width != 150 {
		t.Errorf("at %v, %v, %v, %v wide", one.Position(), two.Position(), long.Position(), long.Size())
	}
	if got := l.heightFor(objects, box.Width); got != long.HeightFor(150) || got <= one.HeightFor(75) {
		t.Errorf("%v high", got)
	}
}
