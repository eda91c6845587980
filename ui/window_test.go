package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/assets"
	"nianbao/export/format"
	"nianbao/model"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

func open(t testing.TB) *Window {
	t.Helper()
	editions, err := model.ReadEditions(assets.Editions())
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("TMPDIR", t.TempDir()) // what is kept unsaved lies there
	return fresh(test.NewTempApp(t), editions)
}

// fresh is the window of a program that has just been started. Nothing of it goes on
// behind a test's back, nor after its end.
func fresh(a fyne.App, editions model.Editions) *Window {
	w := New(a, editions)
	w.aside = func(do func() error, then func(error)) { then(safely(do)) }
	none := func(string) error { return nil } // no program is started
	w.hands = hands{open: none, folder: none, print: func(string) (bool, error) { return false, nil }}
	w.today = func() time.Time { return time.Time{} }
	w.pauses = time.Hour // a test's clerk never rests: findings come on leaving a field
	w.auto.rests, w.auto.longest, w.auto.retries, w.beat = time.Hour, time.Hour, time.Hour, time.Hour
	w.openFirst(nil)
	return w
}

// example opens the finished example as a file of its own.
func example(t testing.TB) *Window {
	t.Helper()
	w := open(t)
	path := filepath.Join(t.TempDir(), "白杨镇.nianbao")
	if err := os.WriteFile(path, assets.Example, 0o600); err != nil {
		t.Fatal(err)
	}
	w.Open(path)
	if w.session == nil || len(w.found) != 0 {
		t.Fatalf("the example does not open clean: %v", w.found)
	}
	return w
}

// someCell is the first cell of the report's tables that takes typing.
func someCell(t *testing.T, w *Window) (*table, *model.Cell, *widget.Cell) {
	t.Helper()
	for _, c := range w.report().Edition.Cells() {
		if c.Total() || c.Optional() {
			continue
		}
		w.reveal(c.Ref)
		v := w.view.(*table)
		return v, c, v.inputs[c.Ref]
	}
	t.Fatal("the form has no cell")
	return nil, nil, nil
}

func TestEveryEditionIsShownWhole(t *testing.T) {
	w := open(t)
	for _, e := range w.editions {
		t.Run(e.ID, func(t *testing.T) {
			w.work(model.NewReport(e, "白杨镇人民政府", model.Township, max(e.From, 2015)), nil, "", nil)
			cells, texts := 0, map[model.Ref]bool{}
			for _, place := range w.places() {
				w.show(place)
				if w.place != place || w.placeName(place) == "" {
					t.Fatalf("%s does not open", place)
				}
				switch v := w.view.(type) {
				case *table:
					cells += len(v.inputs) + len(v.sums)
					for _, n := range v.notes {
						texts[n.ref] = true
					}
				case *prose:
					for _, p := range v.passages {
						texts[p.ref] = true
					}
				case *cover:
					texts[v.preface.ref] = true
				}
			}
			want := 0
			for _, c := range e.Cells() {
				if !c.Optional() {
					want++
				}
			}
			if cells != want {
				t.Errorf("%d cells are shown, the form has %d", cells, want)
			}
			for i := range e.Sections {
				for _, text := range e.Sections[i].Texts {
					if !texts[text.ID] {
						t.Errorf("no field for %s", text.ID)
					}
				}
			}
		})
	}
}

func TestTypingChangesTheReportAndFindsWhatIsWrong(t *testing.T) {
	w := example(t)
	v, cell, o := someCell(t, w)
	was := o.Text
	test.Type(o, "两件")
	if got, _ := w.report().Get(cell.Ref); got != "两件" {
		t.Fatalf("the report has %q", got)
	}
	if !w.unsaved() || !strings.HasPrefix(w.win.Title(), "• ") {
		t.Error("the change does not count as unsaved")
	}
	if o.Mark() != widget.Plain || len(w.panel.rows) != 0 {
		t.Error("a finding is shown while the clerk is still typing")
	}
	w.win.Canvas().Unfocus()
	if o.Mark() != widget.Wrong || len(w.panel.rows) == 0 {
		t.Errorf("after leaving, the cell's mark is %d and %d findings are listed", o.Mark(), len(w.panel.rows))
	}
	if s := w.state(v.part.ID); s.sign != "×" {
		t.Errorf("the section is shown as %q", s.sign)
	}
	if w.nav.rows[v.part.ID].row.Sign() != "×" {
		t.Error("the navigation does not show it")
	}

	w.show(placeCover)
	test.Tap(w.panel.rows[0])
	if w.place != v.part.ID || w.win.Canvas().Focused() != fyne.Focusable(o) {
		t.Errorf("a click on the finding leads to %s, %v", w.place, w.win.Canvas().Focused())
	}

	w.show(placeCover)
	w.onUndo()
	if o.Text != was || w.place != v.part.ID {
		t.Errorf("after undo the cell says %q, not %q, and %s is open", o.Text, was, w.place)
	}
	if w.unsaved() || o.Mark() != widget.Plain {
		t.Error("after undo there is still a change")
	}
	w.onRedo()
	if o.Text != "两件" {
		t.Errorf("after redo the cell says %q", o.Text)
	}
}

func TestSumsFollowAndAStatedOneIsMended(t *testing.T) {
	w := example(t)
	r := w.report()
	for _, c := range r.Edition.Cells() {
		if !c.Total() {
			continue
		}
		right := r.Value(c.Ref).String()
		w.session.Group("读入", w.savedAt, model.Change{At: c.Ref, New: "77"})
		w.reveal(c.Ref)
		o := w.view.(*table).sums[c.Ref]
		if o.Text() != "77" || o.Mark() != widget.Wrong {
			t.Fatalf("%s: a stated total is shown as %q, mark %d", c.Ref, o.Text(), o.Mark())
		}
		v := w.view.(*table)
		if !v.act.Visible() || v.act.Text != "改为 "+right {
			t.Fatalf("%s: the fix offered is %q, visible %t", c.Ref, v.act.Text, v.act.Visible())
		}
		test.Tap(v.act)
		if o.Text() != right || o.Mark() != widget.Plain {
			t.Errorf("%s: mended it shows %q, not %q", c.Ref, o.Text(), right)
		}
		return
	}
	t.Fatal("the form has no total")
}

func TestBalanceStrip(t *testing.T) {
	w := example(t)
	for _, p := range w.report().Parts() {
		if p.Table == nil {
			continue
		}
		w.show(p.ID)
		b := w.view.(*table).balance
		if b == nil {
			continue
		}
		for i, c := range b.columns {
			if c.shown.Text != "✓ 平" {
				t.Errorf("column %d of the balanced example: %q", i, c.shown.Text)
			}
		}
		n, _ := w.report().Get(b.columns[0].left[0])
		w.set(b.columns[0].left[0], model.ParseNumber(n).Add(model.Int(2)).Digits())
		if got := b.columns[0].shown.Text; got != "差2" {
			t.Errorf("two more received, still typing: %q", got)
		}
		w.settle()
		if got := b.columns[0].shown.Text; got != "× 差2" {
			t.Errorf("two more received: %q", got)
		}
		w.set(b.columns[0].left[0], "")
		if got := b.columns[0].shown.Text; got != "○" {
			t.Errorf("with a blank cell: %q", got)
		}
		return
	}
	t.Fatal("no table of the form is balanced")
}

func TestAnEmptyReportDoesNotShout(t *testing.T) {
	w := open(t)
	w.begin("白杨镇人民政府", "", 2026)
	for _, it := range w.items() {
		if s, _ := it.sign(); s == "×" {
			t.Errorf("%s", it.Text)
		}
	}
	if s := w.total(); s.sign != "○" || !strings.Contains(s.words, "待填") {
		t.Errorf("the whole is shown as %q %q", s.sign, s.words)
	}
	for place, r := range w.nav.rows {
		if r.row.Sign() == "×" {
			t.Errorf("%s is shown as wrong", place)
		}
	}
}

func TestProse(t *testing.T) {
	w := example(t)
	for _, p := range w.report().Parts() {
		if p.Table != nil {
			continue
		}
		w.show(p.ID)
		one := w.view.(*prose).passages[0]
		w.reveal(one.ref)
		was := one.field.Text
		test.Type(one.field, "填写XX")
		w.win.Canvas().Unfocus()
		if got := w.report().Texts[one.ref]; !strings.Contains(got, "填写XX") {
			t.Fatalf("the report has %q", got)
		}
		if one.field.Mark() != widget.Doubt {
			t.Errorf("words of a template are not marked: %v", w.found)
		}
		w.onUndo()
		if one.field.Text != was {
			t.Errorf("after undo: %q", one.field.Text)
		}
		return
	}
	t.Fatal("the form has no section of paragraphs")
}

func TestTitleFollowsOfficeAndYear(t *testing.T) {
	w := open(t)
	w.begin("白杨镇人民政府", "", 2026)
	v := w.view.(*cover)
	w.win.Canvas().Focus(v.year)
	v.year.SetText("202")
	v.year.OnChanged("202")
	if w.report().Year != 2026 || v.year.Mark() != widget.Wrong {
		t.Errorf("half a year counts as %d", w.report().Year)
	}
	v.year.SetText("2027")
	w.win.Canvas().Unfocus()
	if want := "白杨镇人民政府2027年政府信息公开工作年度报告"; w.report().Title != want || v.title.Text != want {
		t.Errorf("the title is %q, shown as %q", w.report().Title, v.title.Text)
	}
}

func TestFiles(t *testing.T) {
	w := example(t)
	_, cell, o := someCell(t, w)
	test.Type(o, "7")
	if !w.unsaved() || !strings.HasPrefix(w.win.Title(), "•") {
		t.Error("typing does not count as unsaved")
	}
	went := false
	w.settled(func() { went = true })
	if !went || w.asking() || w.unsaved() {
		t.Fatal("a report that has a file is not simply saved")
	}
	w.settle()
	if strings.HasPrefix(w.win.Title(), "•") {
		t.Error("saved work counts as unsaved")
	}
	r, _, err := store.Open(w.file.Path, w.editions)
	if err != nil || !model.Same(r, w.report()) {
		t.Fatalf("what was saved is not what is open: %v", err)
	}
	if got, _ := r.Get(cell.Ref); got != "7" {
		t.Errorf("the file has %q", got)
	}

	taken := filepath.Join(t.TempDir(), "别人的.nianbao")
	if err := os.WriteFile(taken, []byte("重要"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.saveTo(store.New(taken), func() { t.Error("another file was written over") })
	if b, _ := os.ReadFile(taken); string(b) != "重要" {
		t.Error("another file was written over")
	}
}

func TestExportAndReadBack(t *testing.T) {
	w := example(t)
	w.show(placeExport)
	v := w.view.(*exports)
	v.folder = t.TempDir()
	for _, f := range format.All {
		if err := write(v.path(f, false), f, composed(w)); err != nil {
			t.Errorf("%s: %v", f.ID, err)
		}
	}
	was := w.report().Clone()
	docx, _ := format.ByID("docx")
	w.Open(v.path(docx, false))
	if w.file != nil || w.source != v.path(docx, false) || !w.unsaved() {
		t.Error("a Word document does not open as a draft that is still to be saved")
	}
	if diff := model.Differences(was, w.report()); len(diff) > 0 {
		t.Errorf("the document reads back differently at %v", diff)
	}
	v = newExports(w).(*exports)
	v.onWrite()
	if !w.asking() {
		t.Error("the export would write over its source")
	}
}

func TestAFileThatCannotBeReadIsTold(t *testing.T) {
	w := open(t)
	w.Open(filepath.Join(t.TempDir(), "没有.nianbao"))
	if !w.asking() || w.session != nil {
		t.Error("nothing is said")
	}
}

func TestEveryMenuItemCanBeChosen(t *testing.T) {
	for name, begin := range map[string]func(testing.TB) *Window{"without a report": open, "with one": example} {
		w := begin(t)
		for _, menu := range w.win.MainMenu().Items {
			for _, item := range menu.Items {
				if item.IsSeparator || item.IsQuit || item.ChildMenu != nil {
					continue
				}
				t.Run(name+" "+item.Label, func(*testing.T) {
					item.Action()
					for top := w.win.Canvas().Overlays().Top(); top != nil; top = w.win.Canvas().Overlays().Top() {
						w.win.Canvas().Overlays().Remove(top)
					}
				})
			}
		}
	}
}
