package ime

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// focus is on something or on nothing.
type focus struct{ on fyne.Focusable }

func (f *focus) Focused() fyne.Focusable { return f.on }

// passage takes phrases, as the program's own fields do.
type passage struct {
	widget.Entry
	phrases string
}

func (p *passage) TypedPhrase(phrase string) { p.phrases += phrase }
func (p *passage) CaretBox() (Caret, bool)   { return Caret{X: 7}, true }

func TestFocus(t *testing.T) {
	has := &focus{}
	Serve(has)
	defer func() { focused = func() fyne.Focusable { return nil } }()
	field, question, foreign, button := &passage{}, &passage{}, widget.NewEntry(), widget.NewButton("", nil)
	was := 0
	for _, step := range []struct {
		name  string
		on    fyne.Focusable
		reads bool // text is taken
		whole bool // a phrase is taken whole
	}{
		{"nothing", nil, false, false},
		{"a field", field, true, true},
		{"a question over it", question, true, true},
		{"the field again, to which nobody has said so", field, true, true},
		{"a button", button, false, false},
		{"the toolkit's own entry", foreign, true, false},
		{"nothing again", nil, false, false},
	} {
		has.on = step.on
		now := reader()
		if (now != 0) != step.reads || now != 0 && now == was || now != reader() {
			t.Errorf("%s: reader %d, before %d, again %d", step.name, now, was, reader())
		}
		was = now
		if got := take("年"); got != step.whole {
			t.Errorf("%s: a phrase is taken: %v", step.name, got)
		}
		if at, ok := caret(); ok != step.whole || ok != (at.X == 7) {
			t.Errorf("%s: caret %+v, %v", step.name, at, ok)
		}
	}
	if field.phrases != "年年" || question.phrases != "年" {
		t.Errorf("the field has %q, the question %q", field.phrases, question.phrases)
	}
}
