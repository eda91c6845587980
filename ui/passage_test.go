package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"nianbao/export/format"
	"nianbao/model"
	"nianbao/ui/widget"
)

// passageFor opens the passage of an address with the caret at the end of its text.
func passageFor(t *testing.T, w *Window, ref model.Ref, stored string) *passage {
	t.Helper()
	w.change("试", model.Change{At: ref, New: stored})
	w.reveal(ref)
	p := w.passageAt(ref)
	if p == nil {
		t.Fatalf("%s is not to be seen", ref)
	}
	p.field.SetCaret(len([]rune(p.field.Text)))
	return p
}

func press(p *passage, keys ...fyne.KeyName) {
	for _, k := range keys {
		p.field.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

const newTotal = "requests/new/total"

func TestTypingAroundALiveNumber(t *testing.T) {
	w := example(t)
	const ref = "overview/on-request"
	p := passageFor(t, w, ref, "收到{"+newTotal+"}")
	token := w.report().ShownCell(newTotal)
	if p.field.Text != "收到"+token || strings.Contains(p.field.Text, "{") {
		t.Fatalf("the field says %q", p.field.Text)
	}
	for _, r := range "件。" {
		p.field.TypedRune(r)
	}
	if got := w.report().Texts[ref]; got != "收到{"+newTotal+"}件。" {
		t.Fatalf("stored is %q", got)
	}
	press(p, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	if got := w.report().Texts[ref]; got != "收到" || p.field.Text != "收到" || p.field.Caret() != 2 {
		t.Errorf("BackSpace behind the number leaves %q, shown %q, the caret at %d", got, p.field.Text, p.field.Caret())
	}
	w.onUndo()
	if !strings.Contains(p.field.Text, token) {
		t.Errorf("after undo: %q", p.field.Text)
	}
	p.field.SetCaret(5) // inside
	p.field.TypedRune('左')
	if want := "收到" + token + "左"; !strings.HasPrefix(p.field.Text, want) || p.field.Caret() != len([]rune(want)) {
		t.Errorf("typed inside: %q, the caret at %d", p.field.Text, p.field.Caret())
	}
	p.field.SetCaret(2)
	press(p, fyne.KeyDelete)
	if strings.ContainsAny(w.report().Texts[ref], "{}") || p.field.Caret() != 2 {
		t.Errorf("Delete before the number leaves %q, the caret at %d", w.report().Texts[ref], p.field.Caret())
	}
	for _, r := range "{" + newTotal + "}" {
		p.field.TypedRune(r)
	}
	if !strings.HasPrefix(p.field.Text, "收到"+token) || p.field.Caret() != 2+len([]rune(token)) {
		t.Errorf("a typed address becomes %q, the caret at %d", p.field.Text, p.field.Caret())
	}
}

func TestALiveNumberFollowsItsTable(t *testing.T) {
	w := example(t)
	p := passageFor(t, w, "overview/on-request", "收到{"+newTotal+"}件。")
	p.field.SetCaret(len([]rune(p.field.Text)))
	p.field.Put(p.field.Text)
	was := p.field.Text
	w.change("改表", model.Change{At: "requests/new/person", New: "1003"})
	if p.field.Text == was || !strings.Contains(p.field.Text, "｛1004｜") {
		t.Errorf("the field says %q", p.field.Text)
	}
	if got, want := p.field.Caret(), len([]rune(p.field.Text)); got != want {
		t.Errorf("the caret has moved from the end to %d of %d", got, want)
	}
	if got := w.report().Texts["overview/on-request"]; got != "收到{"+newTotal+"}件。" {
		t.Errorf("stored is %q", got)
	}
	w.change("改表", model.Change{At: "requests/new/person", Drop: true})
	for _, ref := range []string{"business", "research", "charity", "legal", "other-org"} {
		w.change("改表", model.Change{At: model.Ref("requests/new/" + ref), Drop: true})
	}
	if !strings.Contains(p.field.Text, "｛未填｜") || p.field.Mark() != widget.Doubt {
		t.Errorf("of an empty table: %q, mark %d", p.field.Text, p.field.Mark())
	}
}

// Opening, focusing and leaving every field of every place changes nothing.
func TestLookingChangesNothing(t *testing.T) {
	w := example(t)
	w.change("试", model.Change{At: "other", New: "{{a}} {b} }{ ｛4｜本年新收·总计｝ {" + newTotal + "}"})
	was := w.report().Clone()
	for _, place := range w.places() {
		w.show(place)
		for _, p := range w.passages() {
			w.win.Canvas().Focus(p.field)
			press(p, fyne.KeyEnd, fyne.KeyHome)
		}
	}
	w.win.Canvas().Unfocus()
	if !model.Same(was, w.report()) {
		t.Error("a text has changed")
	}
}

func dialogOf(t *testing.T, w *Window) *widget.Search {
	t.Helper()
	s, ok := w.win.Canvas().Focused().(*widget.Search)
	if !ok {
		t.Fatalf("no list to choose from is open: %T", w.win.Canvas().Focused())
	}
	return s
}

func TestANumberIsInsertedAtTheCaret(t *testing.T) {
	w := example(t)
	p := passageFor(t, w, "overview/on-request", "收到件。")
	p.field.SetCaret(2)
	w.win.Canvas().Unfocus() // as a click on the word does
	test.Tap(p.tools.Objects[1].(*widget.Tool))
	s := dialogOf(t, w)
	test.Type(s, "新收 总计")
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := w.report().Texts["overview/on-request"]; got != "收到{"+newTotal+"}件。" {
		t.Fatalf("stored is %q", got)
	}
	if !p.field.Focused() || p.field.Caret() != len([]rune(p.field.Text))-2 {
		t.Errorf("the caret is at %d of %q, focus %t", p.field.Caret(), p.field.Text, p.field.Focused())
	}
	w.onUndo()
	if got := w.report().Texts["overview/on-request"]; got != "收到件。" {
		t.Errorf("one undo leaves %q", got)
	}
	w.atCaret((*passage).onInsert)()
	s = dialogOf(t, w)
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.asking() || w.report().Texts["overview/on-request"] != "收到件。" {
		t.Error("Esc does not close the list")
	}
}

func TestASentenceIsOneStepAndItsGapIsNeverRight(t *testing.T) {
	w := open(t)
	w.begin("白杨镇人民政府", "", 2026)
	for i := range w.report().Edition.Sections {
		for _, text := range w.report().Edition.Sections[i].Texts {
			if len(text.Patterns) == 0 {
				t.Errorf("no sentence for %s", text.ID)
			}
			for k := range text.Patterns {
				w.reveal(text.ID)
				p := w.passageAt(text.ID)
				p.onPatterns()
				s := dialogOf(t, w)
				for range k {
					s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
				}
				s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnter})
				stored := w.report().Texts[text.ID]
				if !strings.Contains(stored, w.report().Fill(text.Patterns[k])) || strings.Contains(p.field.Text, "{") {
					t.Fatalf("%s: %q, shown %q", text.ID, stored, p.field.Text)
				}
				if open := strings.Contains(text.Patterns[k], model.Gap); open && (p.field.SelectedText() != "XX" || len(w.foundAt(text.ID)) == 0) {
					t.Errorf("%s: the gap is not shown: selected %q, %d findings", text.ID, p.field.SelectedText(), len(w.foundAt(text.ID)))
				}
				w.onUndo()
				if got := w.report().Texts[text.ID]; got != "" {
					t.Fatalf("one undo leaves %q", got)
				}
			}
		}
	}
}

func TestAClickOnAFindingMarksItsWords(t *testing.T) {
	w := example(t)
	p := passageFor(t, w, "overview/active", "共{"+newTotal+"}件，公开信息XX条。")
	w.show(placeCover)
	for _, it := range w.items() {
		if it.Words == "XX" {
			w.onItem(it)
		}
	}
	if p.field.SelectedText() != "XX" {
		t.Fatalf("selected is %q", p.field.SelectedText())
	}
	if len(p.notes.list.Objects) != 1 {
		t.Fatalf("%d findings are told under the field", len(p.notes.list.Objects))
	}
	p.field.TypedRune('7')
	w.win.Canvas().Unfocus()
	if len(p.notes.list.Objects) != 0 || !strings.Contains(p.field.Text, "公开信息7条") {
		t.Errorf("after typing over it: %q, %d findings", p.field.Text, len(p.notes.list.Objects))
	}
}

func TestTabGoesFromFieldToField(t *testing.T) {
	w := example(t)
	w.reveal("overview/active")
	passages := w.passages()
	w.win.Canvas().Focus(passages[0].field)
	for _, p := range passages[1:] {
		w.win.Canvas().(software.WindowlessCanvas).FocusNext()
		if !p.field.Focused() {
			t.Fatalf("Tab leads past %s to %T", p.ref, w.win.Canvas().Focused())
		}
	}
}

func TestSectionTooLong(t *testing.T) {
	w := example(t)
	p := passageFor(t, w, "overview/active", strings.Repeat("长", 1001))
	v := w.view.(*prose)
	if v.length.Color != "warning" || !strings.Contains(v.length.Text, "／1000") {
		t.Errorf("%q is shown in %q", v.length.Text, v.length.Color)
	}
	_ = p
}

func BenchmarkProseKey(b *testing.B) {
	w := example(b)
	w.reveal("overview/active")
	p := w.passageAt("overview/active")
	w.change("试", model.Change{At: p.ref, New: strings.Repeat("全年公开信息十二条，其中网站七条、微信五条。", 70) + "收到{" + newTotal + "}件"})
	w.win.Resize(fyne.NewSize(1366, 700))
	w.win.Canvas().Focus(p.field)
	p.field.SetCaret(700)
	b.ResetTimer()
	for i := range b.N {
		if i%2 == 0 {
			p.field.TypedRune('字')
		} else {
			press(p, fyne.KeyBackspace)
		}
	}
}

// Every export prints the value; the machine's sheet gives the live number back.
func TestLiveNumbersGoOutAndComeBack(t *testing.T) {
	const ref, stored = "overview/on-request", "全年新收申请{" + newTotal + "}件，写作{{件}}。"
	for _, f := range format.All {
		t.Run(f.ID, func(t *testing.T) {
			w := example(t)
			w.change("试", model.Change{At: ref, New: stored})
			path := filepath.Join(t.TempDir(), "年报."+f.Ending)
			if err := write(path, f, composed(w)); err != nil {
				t.Fatal(err)
			}
			want := w.report().Prose(ref)
			if f.Fixed {
				return
			}
			w.Open(path)
			got := w.report().Texts[ref]
			if f.ID == "xlsx" && got != stored {
				t.Errorf("the sheet gives back %q", got)
			}
			if w.report().Expand(got) != want {
				t.Errorf("it reads back as %q, printed was %q", got, want)
			}
		})
	}
}
