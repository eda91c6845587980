package ui

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/model"
	"nianbao/model/sample"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

// contrastOf opens the view of what differs.
func contrastOf(t testing.TB, w *Window) *contrast {
	t.Helper()
	w.show(placeCompare)
	v, ok := w.view.(*contrast)
	if !ok {
		t.Fatalf("%T is open", w.view)
	}
	return v
}

// shownIn lists the rows of the view as a clerk reads them: the sign, last year's words,
// this year's; [-gone-] and {+new+}.
func shownIn(v *contrast) (out []string) {
	for _, o := range v.rows.Objects {
		out = append(out, strings.Join(readings(o), "|"))
	}
	return out
}

func readings(o fyne.CanvasObject) (out []string) {
	if !o.Visible() {
		return nil
	}
	switch o := o.(type) {
	case *widget.Row:
		for _, inner := range test.WidgetRenderer(o).Objects() {
			out = append(out, readings(inner)...)
		}
		return append([]string{o.Sign()}, out...)
	case *widget.Version:
		text := ""
		for _, s := range o.Stretches {
			text += []string{"", "[-", "{+"}[s.Fate] + s.Text + []string{"", "-]", "+}"}[s.Fate]
		}
		return []string{text}
	case *widget.Label:
		return []string{o.Text}
	case *fyne.Container:
		for _, inner := range o.Objects {
			out = append(out, readings(inner)...)
		}
	}
	return out
}

// rowOf is the row that shows some words.
func rowOf(t *testing.T, v *contrast, words string) *widget.Row {
	t.Helper()
	for _, o := range v.rows.Objects {
		if row, ok := o.(*widget.Row); ok && strings.Contains(strings.Join(readings(o), "|"), words) {
			return row
		}
	}
	t.Fatalf("no row shows %s: %q", words, shownIn(v))
	return nil
}

// brought has last year's report at hand and this year's brought up to date here and there.
func brought(t *testing.T) *Window {
	t.Helper()
	w := withLast(t)
	r := w.last.report
	w.change("沿用",
		model.Change{At: "overview/active", New: strings.Replace(r.Texts["overview/active"], "186条", "203条", 1)},
		model.Change{At: "overview/platform", New: r.Texts["overview/platform"]},
		model.Change{At: "problems/problems", New: "村务公开的形式单一。"},
		model.Change{At: "disclosure/permits/decisions", New: "45"},
		model.Change{At: "requests/new/person", Drop: true},
	)
	return w
}

func TestContrast(t *testing.T) {
	w := brought(t)
	v := contrastOf(t, w)
	if !strings.HasPrefix(v.says.Text, "正文有 ") || !strings.HasSuffix(v.says.Text, "% 和去年一样；数字变了 1 个。") {
		t.Errorf("it says %s", v.says.Text)
	}
	shown := shownIn(v)
	for _, want := range []string{
		"|（一）主动公开|98% 和去年一样",
		"＝|“公开栏按月更换。…”|一字不差，8 字",
		"|（四）政府信息公开平台建设|和去年一字不差",
		"－|2025年，按照〔2025〕7号的要求，较2024年多清理12件，支出3.5万元，收到4件。|（还没有写）",
		"|没有变。",
		"≠|行政许可|36|45|+9|+25.0%|",
		"|还有 2 格今年没有填全。", // the one that was emptied, and its total

	} {
		if !slices.ContainsFunc(shown, func(row string) bool { return strings.HasPrefix(row, want) }) {
			t.Errorf("%q is not shown among %q", want, shown)
		}
	}
	if row := strings.Join(readings(rowOf(t, v, "全年在县政府网站")), "|"); !strings.Contains(row, "信息[-186-]条，") || !strings.Contains(row, "信息{+203+}条，") {
		t.Errorf("the passage is shown as %s", row)
	}
	// What is gone stands beside what is new in its place.
	if row := strings.Join(readings(rowOf(t, v, "村务公开的形式单一")), "|"); !strings.HasPrefix(row, "≠|一是解读材料") || !strings.HasSuffix(row, "|整段重写") {
		t.Errorf("another text is shown as %s", row)
	}

	test.Tap(v.all)
	whole := shownIn(v)
	if len(whole) <= len(shown) || !slices.Contains(whole, "＝|公开栏按月更换。|公开栏按月更换。") || !slices.Contains(whole, "－|本年新收·自然人|3|—|||还没有填") {
		t.Errorf("all of it: %q", whole)
	}
	test.Tap(v.numbered)
	if y := v.first.Position().Y; y == 0 || v.scroll.Offset.Y != y {
		t.Errorf("the numbers begin at %v, the view is at %v", y, v.scroll.Offset)
	}
	test.Tap(v.few)
	if got := shownIn(v); !slices.Equal(got, shown) {
		t.Errorf("back again: %q", got)
	}
}

func TestContrastLeadsToWhereItIsFilledIn(t *testing.T) {
	w := brought(t)
	test.Tap(rowOf(t, contrastOf(t, w), "全年在县政府网站"))
	if p := w.passageAt("overview/active"); p == nil || !p.field.Focused() || p.field.Caret() != 0 {
		t.Errorf("a passage leads to %s", w.place)
	}
	test.Tap(rowOf(t, contrastOf(t, w), "办理行政许可"))
	if p := w.passageAt("overview/active"); p == nil || !p.field.Focused() || !strings.HasPrefix(string([]rune(p.field.Text)[p.field.Caret():]), "办理行政许可") {
		t.Errorf("its second paragraph leads to %s", w.place)
	}
	test.Tap(rowOf(t, contrastOf(t, w), "行政许可|36"))
	if v, ok := w.view.(*table); !ok || v.at != "disclosure/permits/decisions" {
		t.Errorf("a number leads to %s", w.place)
	}
}

func TestContrastScrollsByKeys(t *testing.T) {
	w := brought(t)
	w.win.Resize(fyne.NewSize(900, 500))
	v := contrastOf(t, w)
	last := v.rows.Size().Height - v.scroll.Size().Height
	page := v.scroll.Size().Height - v.says.Size().Height
	for _, c := range []struct {
		key fyne.KeyName
		at  float32
	}{{fyne.KeyPageDown, page}, {fyne.KeyDown, v.scroll.Size().Height}, {fyne.KeyUp, page}, {fyne.KeyEnd, last}, {fyne.KeyPageUp, last - page}, {fyne.KeyHome, 0}, {fyne.KeyUp, 0}} {
		w.onKey(&fyne.KeyEvent{Name: c.key})
		if got := v.scroll.Offset.Y; got != c.at {
			t.Errorf("%s scrolls to %v, want %v", c.key, got, c.at)
		}
	}
}

// The view follows the report, and stays where it is.
func TestContrastIsLive(t *testing.T) {
	w := brought(t)
	v := contrastOf(t, w)
	v.scroll.ScrollToOffset(fyne.NewPos(0, 60))
	w.change("改", model.Change{At: "disclosure/permits/decisions", New: "36"})
	if !strings.HasSuffix(v.says.Text, "数字没有变。") || strings.Contains(fmt.Sprint(shownIn(v)), "≠|行政许可|") {
		t.Errorf("after a change: %s", v.says.Text)
	}
	w.onUndo()
	if w.place != placeCompare || !strings.HasSuffix(v.says.Text, "数字变了 1 个。") || v.scroll.Offset.Y != 60 {
		t.Errorf("after undo, at %s, %v: %s", w.place, v.scroll.Offset, v.says.Text)
	}
	first := v.rows.Objects[0]
	w.settle()
	if v.rows.Objects[0] != first {
		t.Error("nothing has changed, and it is made anew")
	}
}

// While it is not in sight nothing is compared: a key costs what it did.
func TestNothingIsComparedUnseen(t *testing.T) {
	w := brought(t)
	contrastOf(t, w)
	p := at(t, w, "overview/active")
	test.Type(p.field, "字")
	w.onLeave()
	w.settle()
	if w.known.compare != nil {
		t.Error("a key compares the whole report")
	}
}

func TestContrastWithoutLastYear(t *testing.T) {
	w := withLast(t)
	path := w.last.path
	inNav := func() bool { return slices.Contains(w.nav.places, placeCompare) && w.nav.rows[placeCompare] != nil }
	if !inNav() {
		t.Error("it is not in the navigation")
	}
	w.onWithoutLast()
	if inNav() {
		t.Error("without last year's report it still is")
	}
	v := contrastOf(t, w)
	if v.body.Visible() || !v.empty.Visible() || !strings.Contains(v.why.Text, "载入 2025 年度的报告") || v.few.Visible() {
		t.Errorf("without last year's: %s", v.why.Text)
	}
	w.compare(path)
	if !v.body.Visible() || v.empty.Visible() || !inNav() {
		t.Error("loaded, it is not shown")
	}
	w.change("年度", model.Change{At: model.RefYear, New: "2028"})
	if v.body.Visible() || !strings.Contains(v.why.Text, "2025 年度的，和本报告的年度不相连") || inNav() {
		t.Errorf("of another year: %s", v.why.Text)
	}
	w.change("年度", model.Change{At: model.RefYear, New: "2026"})
	if !v.body.Visible() {
		t.Error("of the right year again, it is not shown")
	}
}

func TestContrastSays(t *testing.T) {
	last := sample.Old()
	this := sample.Blank("2021", last.Office, 2021)
	this.Numbers["disclosure/permits/decisions"] = model.Int(3600)
	old := sample.Old()
	old.Year = 2021
	for name, c := range map[string]struct {
		this, last *model.Report
		says       []string
	}{
		"nothing written": {this, last, []string{"正文还没有写；数字变了 1 个。", "2021年度起用新的格式"}},
		"word for word":   {old, last, []string{"正文和去年一字不差；数字没有变。"}},
		"no tables":       {sample.Traditional(), traditionalOf(2011), []string{"和去年一样。", "去年的报告是“花蓮縣”的"}},
	} {
		w := open(t)
		w.work(c.this, nil, "", nil)
		c.last.Unplaced = []string{"一行"}
		w.keep(lastYear{report: c.last})
		v := contrastOf(t, w)
		said := v.says.Text + fmt.Sprint(shownIn(v))
		for _, want := range append(c.says[:1:1], "有 1 行没有找到位置") {
			if !strings.Contains(said, want) {
				t.Errorf("%s: it says %s", name, said)
			}
		}
	}
}

func traditionalOf(year int) *model.Report {
	r := sample.Traditional()
	r.Year = year
	r.Texts["part-1"] = strings.Replace(r.Texts["part-1"], "五十二", "四十", 1)
	return r
}

// Its words have their room too, on every screen, in both sizes of type, between all
// forms.
func TestContrastHasRoomForItsWords(t *testing.T) {
	const office = "莫力达瓦达斡尔族自治旗尼尔基镇人民政府退役军人服务站和综合行政执法大队"
	for _, large := range []bool{false, true} {
		w := open(t)
		w.look.large = large
		w.repaint()
		for _, pair := range [][2]*model.Report{
			{sample.Huge(), sample.Full()},
			{sample.Draft(), sample.Rare()},
			{sample.Blank("2021", office, 2021), sample.Old()},
			{sample.Signs(), sample.Traditional()},
			{sample.Traditional(), sample.Full()},
		} {
			this, last := pair[0].Clone(), pair[1].Clone()
			last.Year, last.Office = this.Year-1, office
			for _, r := range []*model.Report{this, last} {
				for id, text := range r.Texts { // what a clerk writes need not be Chinese
					r.Texts[id] = foreigner.ReplaceAllString(text, "外文")
				}
			}
			w.work(this, nil, "", nil)
			w.keep(lastYear{report: last})
			for _, size := range []fyne.Size{{Width: 1280, Height: 680}, {Width: 1920, Height: 1000}} {
				w.win.Resize(size)
				v := contrastOf(t, w)
				for _, b := range []*widget.Button{v.few, v.all} {
					test.Tap(b)
					for range 2 {
						w.win.Content().Refresh()
					}
					where := fmt.Sprintf("%d against %s, large %v, %v×%v, all %v", this.Year, last.Edition.ID, large, size.Width, size.Height, v.whole)
					if min := w.win.Content().MinSize(); min.Width > size.Width || min.Height > size.Height {
						t.Errorf("%s: needs %v", where, min)
					}
					roomy(t, where, v.top, size)
					if row := v.rows.Objects[len(v.rows.Objects)-1]; row.Position().Y+row.Size().Height > v.rows.Size().Height+1 {
						t.Errorf("%s: the last row ends at %v of %v", where, row.Position().Y+row.Size().Height, v.rows.Size().Height)
					}
				}
			}
		}
	}
}

var foreigner = regexp.MustCompile(`[A-Za-zÅö]{2,}`)

// BenchmarkContrast is a change while the two years are in sight, until all is set anew.
func BenchmarkContrast(b *testing.B) {
	w := example(b)
	last, err := store.Decode(store.Encode(w.report()), w.editions)
	if err != nil {
		b.Fatal(err)
	}
	last.Year--
	w.keep(lastYear{report: last})
	v := contrastOf(b, w)
	text := w.report().Texts["overview/active"]
	for _, whole := range []bool{false, true} {
		v.whole = whole
		b.Run(map[bool]string{false: "changed", true: "all"}[whole], func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				w.set("overview/active", text+strings.Repeat("。", i%2))
			}
		})
	}
}
