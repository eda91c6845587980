package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/export/layout"
	"nianbao/model"
	"nianbao/ui/widget"
)

// paged opens the preview of the example.
func paged(t testing.TB) (*Window, *preview) {
	t.Helper()
	w := example(t)
	w.win.Resize(fyne.NewSize(1280, 680))
	w.show(placePreview)
	v := w.view.(*preview)
	if v.pages.Count() < 3 || v.where.Text != "第 1 页，共 5 页" {
		t.Fatalf("the preview has %d pages: %s", v.pages.Count(), v.where.Text)
	}
	return w, v
}

// spot is the place of the first text that comes from an address.
func spot(t *testing.T, b *layout.Book, ref model.Ref) (page int, at fyne.Position) {
	t.Helper()
	for i := range b.Pages {
		for _, a := range b.Pages[i].Areas {
			if a.Ref == ref {
				return i, fyne.NewPos(float32(a.X0+a.X1)/2, float32(a.Y0+a.Y1)/2)
			}
		}
		for _, text := range b.Pages[i].Texts {
			if text.Ref == ref {
				return i, fyne.NewPos(float32(text.X+2), float32(text.Y-2))
			}
		}
	}
	t.Fatalf("nothing on the pages comes from %s", ref)
	return 0, fyne.Position{}
}

func TestAClickOnAPageLeadsToTheField(t *testing.T) {
	w, v := paged(t)
	for _, p := range w.report().Parts() {
		for _, text := range p.Texts {
			if len(model.Paragraphs(w.report().Prose(text.ID))) == 0 {
				continue
			}
			v.onTapped(spot(t, v.book, text.ID))
			if w.place != p.ID {
				t.Errorf("%s leads to %s", text.ID, w.place)
			}
			if f, ok := w.win.Canvas().Focused().(*widget.Field); !ok || f.Text != w.report().Texts[text.ID] {
				t.Errorf("%s does not lead to its field", text.ID)
			}
		}
		ref := model.Ref(p.ID)
		if p.Table != nil {
			ref = model.Ref(p.Table.ID) // its titles
		}
		v.onTapped(spot(t, v.book, ref))
		if w.place != p.ID {
			t.Errorf("the title of %s leads to %s", p.ID, w.place)
		}
	}
	_, cell, o := someCell(t, w)
	w.show(placePreview)
	v.onTapped(spot(t, v.book, cell.Ref))
	if w.win.Canvas().Focused() != fyne.Focusable(o) {
		t.Errorf("%s does not lead to its cell", cell.Ref)
	}
	v.onTapped(spot(t, v.book, model.RefTitle))
	if w.place != placeCover {
		t.Errorf("the title leads to %s", w.place)
	}
	w.show(placePreview)
	v.onTapped(0, fyne.NewPos(3, 3))
	if w.place != placePreview {
		t.Error("the margin leads somewhere")
	}
}

func TestThePagesFollowTheReport(t *testing.T) {
	w, v := paged(t)
	_, cell, _ := someCell(t, w)
	w.show(placePreview)
	v.pages.Turn(2)
	at := v.pages.Offset()
	says := func() string {
		page, point := spot(t, v.book, cell.Ref)
		for _, text := range v.book.Pages[page].Texts {
			if v.book.Pages[page].At(text.X+1, text.Y-2) == cell.Ref && text.Ref == cell.Ref {
				return text.Run.Text
			}
		}
		t.Fatalf("%v is empty", point)
		return ""
	}
	was := says()
	w.session.Group("改", w.savedAt, model.Change{At: cell.Ref, New: "两件"})
	if says() != "两件" {
		t.Errorf("the page says %s", says())
	}
	w.onUndo()
	if says() != was || w.place != placePreview {
		t.Errorf("after undo the page says %s and %s is open", says(), w.place)
	}
	w.onRedo()
	if says() != "两件" || v.pages.Offset() != at {
		t.Errorf("after redo the page says %s, and the pages went from %v to %v", says(), at, v.pages.Offset())
	}
	if !v.warning.Visible() || v.note.Text == "" {
		t.Error("a report with errors is shown as finished")
	}
	w.onUndo()
	if v.warning.Visible() {
		t.Errorf("a finished report has the note %s", v.note.Text)
	}
}

// TestWhatChangesWhileOneIsLaidOut comes with the next, and only one is at work.
func TestWhatChangesWhileOneIsLaidOut(t *testing.T) {
	w, v := paged(t)
	var waiting []func()
	w.aside = func(do func() error, then func(error)) {
		waiting = append(waiting, func() { then(do()) })
	}
	_, cell, _ := someCell(t, w)
	w.show(placePreview)
	for _, n := range []string{"11", "12", "13"} {
		w.session.Group("改", w.savedAt, model.Change{At: cell.Ref, New: n})
	}
	if len(waiting) != 1 {
		t.Fatalf("%d are at work at once", len(waiting))
	}
	waiting[0]()
	if len(waiting) != 2 {
		t.Fatal("what has changed meanwhile is not laid out")
	}
	waiting[1]()
	page, _ := spot(t, v.book, cell.Ref)
	for _, text := range v.book.Pages[page].Texts {
		if text.Ref == cell.Ref && text.Run.Text != "13" {
			t.Errorf("at last the page says %s", text.Run.Text)
		}
	}
	if v.busy || len(waiting) != 2 {
		t.Error("it does not come to rest")
	}
}

func TestTheBarOfThePreview(t *testing.T) {
	w, v := paged(t)
	if !v.before.Disabled() || v.after.Disabled() {
		t.Error("on the first page one can go back, or not on")
	}
	test.Tap(v.after)
	if v.where.Text != "第 2 页，共 5 页" {
		t.Errorf("a page on: %s", v.where.Text)
	}
	test.Tap(v.whole)
	one := v.pages.Zoom()
	test.Tap(v.wide)
	if wide := v.pages.Zoom(); wide <= one {
		t.Errorf("the width is %.2f, a whole page %.2f", wide, one)
	}
	test.Tap(v.more)
	if v.zoom.Text != "100%" || v.where.Text != "第 2 页，共 5 页" {
		t.Errorf("a step: %s, %s", v.zoom.Text, v.where.Text)
	}
	if w.win.Canvas().Focused() != fyne.Focusable(v.pages) {
		t.Error("the pages do not have the keys")
	}
}
