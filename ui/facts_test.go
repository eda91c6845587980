package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"nianbao/ui/widget"
)

func TestFactsAreTypedIntoTheirSentence(t *testing.T) {
	w := example(t)
	was := w.report().Texts["other"]
	w.reveal("other")
	p := w.passageAt("other")
	f := p.facts
	for _, field := range f.fields {
		if field.Text != "0" {
			t.Fatalf("the example's fields say %q", field.Text)
		}
	}
	over := func(i int, text string) {
		t.Helper()
		w.win.Canvas().Focus(f.fields[i])
		f.fields[i].Select(0, len([]rune(f.fields[i].Text)))
		test.Type(f.fields[i], text)
	}
	over(0, "2")
	over(1, "160.50")
	over(2, "0.008万元")
	w.win.Canvas().Unfocus()
	text := w.report().Texts["other"]
	if !strings.Contains(text, "通知2件") || !strings.Contains(text, "金额160.50元") || !strings.Contains(text, "处理费80元") || !strings.HasSuffix(text, was[strings.Index(was, "\n"):]) {
		t.Fatalf("the text says %q", text)
	}
	if p.field.Text != text {
		t.Errorf("its field says %q", p.field.Text)
	}
	over(2, "八十")
	if w.report().Texts["other"] != text {
		t.Errorf("what is no number is written: %q", w.report().Texts["other"])
	}
	w.win.Canvas().Unfocus()
	if f.fields[2].Text != "八十" || f.fields[2].Mark() != widget.Wrong || !strings.Contains(f.tells.Text, "没有写进正文") {
		t.Errorf("what is no number is shown as %q, mark %d, %q", f.fields[2].Text, f.fields[2].Mark(), f.tells.Text)
	}
	over(2, "90")
	if !strings.Contains(w.report().Texts["other"], "处理费90元") || f.fields[2].Mark() != widget.Plain {
		t.Errorf("corrected: %q", w.report().Texts["other"])
	}

	// Typed in the text, the fields follow.
	w.win.Canvas().Focus(p.field)
	at := len([]rune(p.field.Text[:strings.Index(p.field.Text, "2件")]))
	p.field.Select(at, at+1)
	p.field.TypedRune('三')
	w.win.Canvas().Unfocus()
	if f.fields[0].Text != "三" || f.fields[0].Mark() != widget.Wrong {
		t.Errorf("the field follows with %q, mark %d", f.fields[0].Text, f.fields[0].Mark())
	}
	over(1, "7")
	if got := w.report().Texts["other"]; !strings.Contains(got, "通知三件，通知金额7元") {
		t.Errorf("words of the text are lost: %q", got)
	}
	for w.session.CanUndo() {
		w.onUndo()
	}
	if w.report().Texts["other"] != was {
		t.Errorf("undone: %q", w.report().Texts["other"])
	}
	for _, field := range f.fields {
		if field.Text != "0" || field.Mark() != widget.Plain {
			t.Errorf("undone, a field says %q", field.Text)
		}
	}
}

func TestFactsBeginEmpty(t *testing.T) {
	w := open(t)
	w.begin("白杨镇人民政府", "", 2026)
	w.reveal("other")
	p := w.passageAt("other")
	if !strings.Contains(p.facts.tells.Text, "还没有这句话") || p.facts.fields[0].Text != "" {
		t.Fatalf("an empty text tells %q", p.facts.tells.Text)
	}
	for i := range p.facts.fields {
		w.win.Canvas().Focus(p.facts.fields[i])
		test.Type(p.facts.fields[i], "0")
		if i == 0 && len(w.foundAt("other")) != 0 {
			t.Error("it shouts while the clerk is typing")
		}
	}
	w.win.Canvas().Unfocus()
	if p.field.Text != p.facts.of.None || len(w.foundAt("other")) != 0 {
		t.Errorf("all zero tells %q, found %v", p.field.Text, w.foundAt("other"))
	}
}
