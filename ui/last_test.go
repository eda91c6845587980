package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/assets"
	"nianbao/export/format"
	"nianbao/model"
	"nianbao/model/sample"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

// saved writes a report to a file of its own.
func saved(t *testing.T, r *model.Report, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, store.Encode(r), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// lastReport is a report of 2025 with much to read again.
func lastReport(t *testing.T) *model.Report {
	t.Helper()
	r := sample.Example(t)
	r.Year, r.Title = 2025, "白杨镇人民政府2025年政府信息公开工作年度报告"
	r.Texts["overview/management"] = "2025年，按照〔2025〕7号的要求，较2024年多清理12件，支出3.5万元，收到{requests/new/total}件。"
	r.Texts["overview/platform"] = "公开栏按月更换。"
	delete(r.Texts, "overview/supervision")
	return r
}

// withLast opens a report of 2026 without prose, with last year's at hand.
func withLast(t *testing.T) *Window {
	t.Helper()
	w := open(t)
	last := lastReport(t)
	r := last.Clone()
	r.Year, r.Texts = 2026, map[model.Ref]string{}
	w.Open(saved(t, r, "今年.nianbao"))
	w.keep(lastYear{report: last, path: saved(t, last, "去年.nianbao")})
	w.pin()
	return w
}

// at opens the passage of a text.
func at(t *testing.T, w *Window, ref model.Ref) *passage {
	t.Helper()
	w.reveal(ref)
	p := w.passageAt(ref)
	if p == nil {
		t.Fatalf("no passage %s", ref)
	}
	return p
}

// tools are the words to click on in a line, by their text.
func tools(p *passage) (out []string) {
	for _, o := range slices.Concat(p.beside.reread.figures.Objects, p.beside.reread.kept.Objects) {
		if tool, ok := o.(*widget.Tool); ok {
			out = append(out, tool.Text)
		}
	}
	return out
}

func tapWord(t *testing.T, p *passage, text string) {
	t.Helper()
	for _, o := range slices.Concat(p.beside.reread.figures.Objects, p.beside.reread.kept.Objects) {
		if tool, ok := o.(*widget.Tool); ok && tool.Text == text {
			test.Tap(tool)
			return
		}
	}
	t.Fatalf("no word %s", text)
}

func TestTakingOverAText(t *testing.T) {
	w := withLast(t)
	p := at(t, w, "overview/management")
	if !p.beside.texts.Visible() || len(p.beside.of) != 1 {
		t.Fatalf("last year's text is not shown: %v", p.beside.of)
	}
	p.beside.onTake(p.beside.of[0])
	const want = "2026年，按照〔2025〕7号的要求，较2025年多清理12件，支出3.5万元，收到{requests/new/total}件。"
	if got := w.report().Texts[p.ref]; got != want {
		t.Fatalf("taken over: %s", got)
	}
	a := p.beside.reread
	if !a.all.Visible() || a.says.Text != "已把 2025年 改为 2026年（1 处），2024年 改为 2025年（1 处）。" {
		t.Errorf("says %q", a.says.Text)
	}
	if got := strings.Join(tools(p), " "); got != "12件 3.5万元 〔2025〕7号" {
		t.Errorf("to read again: %s", got)
	}
	found := 0
	for _, f := range w.found {
		if f.Rule == "same-as-last-year" && f.At[0] == p.ref {
			found++
		}
	}
	if found != 1 {
		t.Errorf("%d findings say that the text is last year's", found)
	}

	for _, word := range []string{"3.5万元", "12件", "〔2025〕7号"} {
		tapWord(t, p, word)
		if got := p.field.SelectedText(); got != word {
			t.Errorf("a click on %s selects %q", word, got)
		}
	}
	tapWord(t, p, "12件")
	test.Type(p.field, "15件")
	if got := strings.Join(tools(p), " "); got != "3.5万元 〔2025〕7号" {
		t.Errorf("after a change: %s", got)
	}
	p.field.SetCaret(0)
	test.Type(p.field, "今年是")
	tapWord(t, p, "3.5万元")
	if got := p.field.SelectedText(); got != "3.5万元" {
		t.Errorf("behind typing, a click selects %q", got)
	}
	a.onRead()
	if a.all.Visible() || !strings.HasPrefix(w.report().Texts[p.ref], "今年是2026年") {
		t.Error("what was checked is still listed")
	}
}

// The take-over is one step, and what it lists goes with it.
func TestTakingOverIsUndone(t *testing.T) {
	w := withLast(t)
	p := at(t, w, "overview/management")
	p.beside.onTake(p.beside.of[0])
	w.onUndo()
	if _, there := w.report().Texts[p.ref]; there || p.field.Text != "" || p.beside.reread.all.Visible() {
		t.Errorf("after undo: %q, list %t", p.field.Text, p.beside.reread.all.Visible())
	}
	w.onRedo()
	if !strings.HasPrefix(w.report().Texts[p.ref], "2026年") {
		t.Error("redo does not bring it back")
	}
}

func TestTakingOverWhereSomethingIsWritten(t *testing.T) {
	for _, c := range []struct{ answer, want, words string }{
		{"取消", "新写的一段。", ""},
		{"替换", "2026年，按照", "3.5万元"},
		{"加在后面", "新写的一段。\n2026年，按照", "3.5万元"},
	} {
		w := withLast(t)
		p := at(t, w, "overview/management")
		test.Type(p.field, "新写的一段。")
		p.beside.onTake(p.beside.of[0])
		if len(w.boxes) != 1 {
			t.Fatal("nobody is asked")
		}
		for _, b := range w.boxes[0].buttons {
			if b.Text == c.answer {
				test.Tap(b)
			}
		}
		if got := w.report().Texts[p.ref]; !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %s", c.answer, got)
		}
		if c.words == "" {
			continue
		}
		tapWord(t, p, c.words)
		if got := p.field.SelectedText(); got != c.words {
			t.Errorf("%s: a click selects %q", c.answer, got)
		}
		w.onUndo()
		if got := w.report().Texts[p.ref]; got != "新写的一段。" {
			t.Errorf("%s, undone: %s", c.answer, got)
		}
	}
}

func TestLastYearsTextsAreFolded(t *testing.T) {
	w := withLast(t)
	p := at(t, w, "overview/platform")
	v := w.view.(*prose)
	if !p.beside.texts.Visible() || v.fold.Text != "收起去年的文字" {
		t.Errorf("at first: %q", v.fold.Text)
	}
	wide := p.field.Size().Width
	test.Tap(v.fold)
	if p.beside.texts.Visible() || v.fold.Text != "对照去年的文字" || p.field.Size().Width <= wide {
		t.Errorf("folded: %q, %v", v.fold.Text, p.field.Size())
	}
	other := fresh(w.app, w.editions)
	if !other.besideFolded() {
		t.Error("the next window does not know")
	}
	test.Tap(v.fold)
	if !p.beside.texts.Visible() {
		t.Error("it does not come back")
	}
	w.onWithoutLast()
	if p.beside.texts.Visible() || w.last.report != nil || v.fold.Text != "载入去年的报告…" {
		t.Error("put away, it still shows")
	}
	none := at(t, w, "overview/supervision")
	if none.beside.texts.Visible() {
		t.Error("something is beside an empty place")
	}
}

// A text that is only to be read is passed over by Tab, and cannot be typed into.
func TestLastYearsTextIsOnlyRead(t *testing.T) {
	w := withLast(t)
	p := at(t, w, "overview/management")
	w.win.Canvas().FocusNext()
	next, ok := w.win.Canvas().Focused().(*widget.Field)
	if !ok || next.Disabled() || next == p.field {
		t.Errorf("Tab leads to %T", w.win.Canvas().Focused())
	}
	still := widget.NewStill()
	still.Put("去年的文字")
	test.Type(still, "改")
	if still.Text != "去年的文字" {
		t.Errorf("it says %q", still.Text)
	}
}

func TestLastYearsFileIsRemembered(t *testing.T) {
	w := withLast(t)
	file, last := w.file.Path, w.last.path
	w.Open(file)
	if w.last.report == nil || w.last.report.Year != 2025 || w.last.path != last || w.lastState() != "2025（已载入）" {
		t.Fatalf("opened again: %v, %s", w.last.report, w.lastState())
	}
	w.start()
	if err := os.Remove(last); err != nil {
		t.Fatal(err)
	}
	w.Open(file)
	if w.last.report != nil || w.asking() || !strings.Contains(w.status.line.Text, "“去年.nianbao”读不到了") {
		t.Errorf("with the file gone: %s, a box %t", w.status.line.Text, w.asking())
	}
	wrong := lastReport(t)
	wrong.Year = 2024
	if err := os.WriteFile(last, store.Encode(wrong), 0o600); err != nil {
		t.Fatal(err)
	}
	w.Open(file)
	if w.last.report != nil || w.asking() || !strings.Contains(w.status.line.Text, "不是 2025 年度的") {
		t.Errorf("with another year in it: %s", w.status.line.Text)
	}
	w.onWithoutLast()
	w.Open(file)
	if w.lastState() != "没有载入" {
		t.Errorf("after it was put away: %s", w.lastState())
	}
}

// A report of any format that the program writes begins the next year's.
func TestTakeoverFromAnyFormat(t *testing.T) {
	last := sample.Full()
	for _, f := range format.All {
		if f.Fixed {
			continue
		}
		t.Run(f.ID, func(t *testing.T) {
			w := open(t)
			w.work(last.Clone(), nil, "", nil)
			path := filepath.Join(t.TempDir(), "去年."+f.ID)
			if err := write(path, f, composed(w)); err != nil {
				t.Fatal(err)
			}
			w.takeover(path)
			r := w.report()
			if r.Year != last.Year+1 || r.Office != last.Office || r.Edition.ID != last.Edition.ID || w.last.report == nil || w.file != nil || len(r.Texts) > 0 {
				t.Fatalf("began %d %s %s with %d texts", r.Year, r.Office, r.Edition.ID, len(r.Texts))
			}
			if got := r.Value("requests/carried-in/person").String(); got != "1" {
				t.Errorf("carried in %q", got)
			}
			if !strings.Contains(w.status.line.Text, "已沿用") {
				t.Errorf("the status line: %s", w.status.line.Text)
			}
			p := at(t, w, "overview/supervision")
			p.beside.onTake(p.beside.of[0])
			if p.field.Text == "" || len(tools(p)) == 0 {
				t.Errorf("taken over: %q, to read again %v", p.field.Text, tools(p))
			}
		})
	}
}

// A new form says what is different, and nothing of the old one is lost.
func TestTakeoverIntoANewForm(t *testing.T) {
	w := open(t)
	last := sample.Old()
	w.takeover(saved(t, last, "去年.nianbao"))
	if w.report().Edition.ID != "2021" || w.place != placeDraft || len(w.notes) != 1 || !strings.HasPrefix(w.notes[0], "2021年度起用新的格式") {
		t.Fatalf("at %s: %v", w.place, w.notes)
	}
	p := at(t, w, "overview/active")
	if len(p.beside.of) != 1 {
		t.Error("last year's text is not beside it")
	}
}

func TestTakeoverOfRealReports(t *testing.T) {
	files, _ := filepath.Glob("../../shared/seeds/*.txt")
	if len(files) == 0 {
		t.Skip("../shared/seeds is not beside the project: no real reports to take over")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			w := open(t)
			w.takeover(file)
			if w.session == nil || w.last.report == nil || w.report().Year != w.last.report.Year+1 {
				t.Fatal("it is not taken over")
			}
			taken := 0
			for _, place := range w.places() {
				w.show(place)
				for _, p := range w.passages() {
					for _, of := range p.beside.of {
						p.beside.take(of, "")
						taken++
					}
				}
			}
			if taken < 3 {
				t.Errorf("%d texts", taken)
			}
		})
	}
}

func TestFollowingNumbersAreFilledIn(t *testing.T) {
	w := withLast(t)
	const cell = model.Ref("requests/carried-in/person")
	w.change("清空", model.Change{At: cell, Drop: true})
	w.onFollowing()
	if got, _ := w.report().Get(cell); got != "0" {
		t.Errorf("the cell says %q", got)
	}
	w.onUndo()
	if got, there := w.report().Get(cell); there {
		t.Errorf("after undo the cell says %q", got)
	}
}

func BenchmarkTypingBesideLastYear(b *testing.B) {
	w := open(b)
	r, err := store.Decode(assets.Example, w.editions)
	if err != nil {
		b.Fatal(err)
	}
	w.work(r, nil, "", nil)
	last := r.Clone()
	last.Year--
	w.keep(lastYear{report: last})
	w.reveal("overview/active")
	p := w.passageAt("overview/active")
	p.beside.take(p.beside.of[0], "")
	w.win.Canvas().Focus(p.field)
	for i := 0; b.Loop(); i++ {
		if i%2 == 0 {
			p.field.TypedRune('字')
		} else {
			press(p, fyne.KeyBackspace)
		}
	}
}

// A report that is not of the year before is at hand, and held against nothing.
func TestAnotherYearsReportIsHeldAgainstNothing(t *testing.T) {
	w := withLast(t)
	w.last.says = "2025（已沿用）"
	v, _, _ := someCell(t, w)
	if !strings.Contains(v.about.Text, "去年：") || !strings.Contains(w.lastState(), "已沿用") {
		t.Fatalf("the line says %q", v.about.Text)
	}
	w.change("年度", model.Change{At: model.RefYear, New: "2027"})
	if strings.Contains(v.about.Text, "去年：") || !strings.Contains(w.status.line.Text, "不参与对照") {
		t.Errorf("the line says %q, the status %q", v.about.Text, w.status.line.Text)
	}
}

func TestAnotherBodysReportIsAskedAbout(t *testing.T) {
	for _, c := range []struct {
		office string
		asked  bool
	}{
		{"白杨镇人民政府", false},
		{"某县白杨镇人民政府", false}, // with the county before it
		{"白杨镇", false},
		{"", false}, // not recognised: nothing to compare
		{"青山镇人民政府", true},
	} {
		w := example(t)
		last := w.report().Clone()
		last.Year, last.Office = last.Year-1, c.office
		path := filepath.Join(t.TempDir(), "去年.nianbao")
		if err := store.New(path).Save(last); err != nil {
			t.Fatal(err)
		}
		w.compare(path)
		if asked := len(w.boxes) == 1; asked != c.asked {
			t.Fatalf("%q: asked is %t", c.office, asked)
		}
		if !c.asked {
			if w.last.report == nil || strings.Contains(w.lastState(), "不同") {
				t.Errorf("%q: the status says %s", c.office, w.lastState())
			}
			continue
		}
		w.boxes[0].escape()
		if w.last.report != nil {
			t.Error("cancelled, it is at hand all the same")
		}
		w.compare(path)
		w.boxes[0].enter()
		if w.last.report == nil || !strings.Contains(w.lastState(), "“青山镇人民政府”的") {
			t.Errorf("taken all the same, the status says %s", w.lastState())
		}
	}
}
