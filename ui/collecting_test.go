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
	"nianbao/model"
	"nianbao/model/district"
	"nianbao/model/sample"
	"nianbao/model/store"
	"nianbao/ui/sums"
	"nianbao/ui/widget"
)

// sent puts a body's report, the example with changes, into a folder.
func sent(t *testing.T, w *Window, folder, file, office string, changes ...model.Change) {
	t.Helper()
	r, err := store.Decode(assets.Example, w.editions)
	if err != nil {
		t.Fatal(err)
	}
	own := strings.TrimSuffix(office, "人民政府")
	r.Title = strings.ReplaceAll(r.Title, r.Office, office)
	for id, text := range r.Texts {
		r.Texts[id] = strings.ReplaceAll(text, "白杨镇", own)
	}
	r.Office = office
	r.Apply(changes...)
	path := filepath.Join(folder, file)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := store.New(path).Save(r); err != nil {
		t.Fatal(err)
	}
}

const newRequests model.Ref = "requests/new/person"

// county is the page of a county: 甲镇 is right, 乙镇 has an error, 丙镇 has sent two, 丁镇
// nothing, and one file is broken.
func county(t *testing.T) (*Window, *collecting, string) {
	t.Helper()
	w := open(t)
	folder := t.TempDir()
	sent(t, w, folder, "甲.nianbao", "甲镇人民政府")
	sent(t, w, folder, "乙.nianbao", "乙镇人民政府", model.Change{At: newRequests, New: "77"})
	sent(t, w, folder, "丙/一.nianbao", "丙镇人民政府")
	sent(t, w, folder, "丙/二.nianbao", "丙镇人民政府", model.Change{At: "overview/active", New: "改过的一段。"})
	for name, content := range map[string]string{"坏.docx": "PK\x03\x04", "名单.txt": "甲镇\n乙镇\n丙镇\n丁镇\n"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	w.app.Preferences().SetString(keyRoll, filepath.Join(folder, "名单.txt"))
	w.app.Preferences().SetString(keyDistrict, "青原县人民政府")
	w.Open(folder)
	if w.collecting == nil || w.collecting.work == nil {
		t.Fatal("the page is not there")
	}
	return w, w.collecting, folder
}

// listed are the lines of a place, as name and state.
func (c *collecting) listed(place string) string {
	var out []string
	for _, l := range c.lines(place) {
		out = append(out, l.name+" "+string(l.state))
	}
	return strings.Join(out, ", ")
}

// rowsAt are the places at the left.
func (c *collecting) rowsAt() (out []string) {
	for _, o := range c.places.Objects {
		if r, ok := o.(*widget.Row); ok {
			out = append(out, test.WidgetRenderer(r).Objects()[3].(*widget.Label).Text)
		}
	}
	return out
}

// sideText is what stands at the right.
func sideText(o fyne.CanvasObject) string {
	var b strings.Builder
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Label:
			b.WriteString(o.Text + "\n")
		case *widget.Button:
			b.WriteString("[" + o.Text + "]\n")
		case *fyne.Container:
			for _, o := range o.Objects {
				walk(o)
			}
		case *widget.Row:
			for _, o := range test.WidgetRenderer(o).Objects() {
				walk(o)
			}
		}
	}
	walk(o)
	return b.String()
}

// pressedAt presses a button at the right.
func pressedAt(t *testing.T, o fyne.CanvasObject, name string) {
	t.Helper()
	var walk func(fyne.CanvasObject) bool
	walk = func(o fyne.CanvasObject) bool {
		switch o := o.(type) {
		case *widget.Button:
			if o.Text == name {
				test.Tap(o)
				return true
			}
		case *fyne.Container:
			return slices.ContainsFunc(o.Objects, walk)
		}
		return false
	}
	if !walk(o) {
		t.Fatalf("there is no %s: %s", name, sideText(o))
	}
}

func (c *collecting) pick(t *testing.T, name string) {
	t.Helper()
	for _, l := range c.lines(placeAll) {
		if l.name == name {
			c.open(l)
			return
		}
	}
	t.Fatalf("nobody is called %s", name)
}

// The page says of each body what became of its report.
func TestCollecting(t *testing.T) {
	_, c, _ := county(t)
	if got, want := c.listed(placeAll), "甲镇 received, 乙镇 faulty, 丙镇 doubled, 丁镇 missing, 坏.docx unreadable"; got != want {
		t.Errorf("listed are %s, want %s", got, want)
	}
	if got := c.listed(string(district.Missing)); got != "丁镇 missing" {
		t.Errorf("missing are %s", got)
	}
	if got, want := strings.Join(c.rowsAt()[:6], "|"), "全部　5|未报　1|读不出来　1|重复报送，内容不同　1|有错误　1|已收到　1"; got != want {
		t.Errorf("at the left stand %s, want %s", got, want)
	}
	if got := c.head.state.Text; got != "2026 年度：应报 4 个单位，读了 5 个文件，计入汇总 1 份。" {
		t.Errorf("says %s", got)
	}
	c.pick(t, "乙镇")
	if got := sideText(c.side); !strings.Contains(got, "自然人一列") || !strings.Contains(got, "没有计入") || !strings.Contains(got, "[打开报告]") {
		t.Errorf("of a faulty one stands %s", got)
	}
	c.pick(t, "丁镇")
	if got := sideText(c.side); !strings.Contains(got, "还没有报来") {
		t.Errorf("of a missing one stands %s", got)
	}
	c.pick(t, "坏.docx")
	if got := sideText(c.side); !strings.Contains(got, "“坏.docx”") {
		t.Errorf("of a broken one stands %s", got)
	}
}

// What counts is decided at the right, and the sum follows.
func TestChoosingWhatCounts(t *testing.T) {
	_, c, _ := county(t)
	counted := func() int { return len(c.work.Sum.Parts) }
	c.pick(t, "乙镇")
	pressedAt(t, c.side, "仍然计入")
	if got := c.work.Sum.Report.Value(newRequests); counted() != 2 || got.String() != "80" {
		t.Errorf("%d count, and come to %s", counted(), got)
	}
	if !strings.Contains(c.head.state.Text, "错误") {
		t.Errorf("the sum does not balance, and is told as %s", c.head.state.Text)
	}
	pressedAt(t, c.side, "不计入")
	if counted() != 1 {
		t.Errorf("%d count", counted())
	}
	c.head.faults.SetChecked(true)
	if counted() != 2 {
		t.Errorf("with errors %d count", counted())
	}
	pressedAt(t, c.side, "不计入")
	if counted() != 1 {
		t.Errorf("without one of them %d count", counted())
	}
	c.pick(t, "丙镇")
	pressedAt(t, c.side, "用这一份")
	if counted() != 2 {
		t.Errorf("with one of two %d count", counted())
	}
	if got := strings.Count(sideText(c.side), "已计入汇总"); got != 1 {
		t.Errorf("%d of the two count", got)
	}
	c.pick(t, "甲镇")
	pressedAt(t, c.side, "不计入")
	pressedAt(t, c.side, "计入")
	if counted() != 2 {
		t.Errorf("taken in again, %d count", counted())
	}
}

// A figure of the sum opens to what each body adds.
func TestOpeningAFigure(t *testing.T) {
	_, c, _ := county(t)
	c.head.faults.SetChecked(true)
	c.show("requests")
	if c.table == nil {
		t.Fatal("the table is not shown")
	}
	for _, part := range c.work.Sum.Report.Parts() {
		if part.Table == nil {
			continue
		}
		c.show(part.ID)
		for ref, o := range c.table.sums {
			if got, want := o.Text(), c.work.Sum.Report.Value(ref).String(); got != want {
				t.Errorf("%s shows %s, not %s", ref, got, want)
			}
		}
	}
	c.show("requests")
	c.table.sums[newRequests].OnEnter()
	got := sideText(c.side)
	if !strings.Contains(got, "合计 80") || strings.Index(got, "乙镇") > strings.Index(got, "甲镇") || !strings.Contains(got, "77") {
		t.Errorf("opened it says %s", got)
	}
}

// A report that is opened from the page leads back to it, and what was mended counts.
func TestMendingOnThePage(t *testing.T) {
	w, c, folder := county(t)
	c.pick(t, "乙镇")
	pressedAt(t, c.side, "打开报告")
	if w.session == nil || w.file.Path != filepath.Join(folder, "乙.nianbao") {
		t.Fatal("the report is not open")
	}
	w.change("数", model.Change{At: newRequests, New: "3"})
	w.onSave()
	w.onShut()
	if w.session != nil || w.collecting != c || c.listed(string(district.Faulty)) != "" || len(c.work.Sum.Parts) != 2 {
		t.Errorf("back, faulty are %q and %d count", c.listed(string(district.Faulty)), len(c.work.Sum.Parts))
	}
	if err := os.Remove(filepath.Join(folder, "甲.nianbao")); err != nil {
		t.Fatal(err)
	}
	sent(t, w, folder, "甲.nianbao", "甲镇人民政府", model.Change{At: newRequests, New: "77"})
	c.renew("甲.nianbao") // as where there are very many
	if got := c.listed(string(district.Faulty)); got != "甲镇 faulty" || len(c.work.Sum.Parts) != 1 {
		t.Errorf("read again alone, faulty are %q and %d count", got, len(c.work.Sum.Parts))
	}
	c.onLeave()
	if w.collecting != nil {
		t.Error("the page stays")
	}
}

// All that an office makes is written; a sum that somebody has worked on stays.
func TestWritingTheSum(t *testing.T) {
	w, c, _ := county(t)
	out := t.TempDir()
	c.write(out, sums.All())
	if got := saying(w.boxes[0]); !strings.Contains(got, "历年变化.docx：没有要写的") {
		t.Errorf("of one year's changes it says %s", got)
	}
	for _, o := range sums.Outputs {
		if _, err := os.Stat(filepath.Join(out, o.Name)); err != nil {
			t.Errorf("%s is not there", o.Name)
		}
	}
	if got, _ := os.ReadDir(filepath.Join(out, "退回修改")); len(got) != 1 || !strings.HasPrefix(got[0].Name(), "乙镇") {
		t.Errorf("slips are %v", got)
	}
	if got, _ := os.ReadDir(filepath.Join(out, "通知重报")); len(got) != 1 || !strings.HasPrefix(got[0].Name(), "丙镇") {
		t.Errorf("notices are %v", got)
	}
	w.boxes[0].escape()
	path := filepath.Join(out, sums.Outputs[0].Name)
	r, f, err := store.Open(path, w.editions)
	if err != nil {
		t.Fatal(err)
	}
	r.Apply(model.Change{At: "overview/active", New: "写了一段。"})
	if err := f.Save(r); err != nil {
		t.Fatal(err)
	}
	c.write(out, sums.Outputs[:1])
	if got := saying(w.boxes[0]); !strings.Contains(got, "没有覆盖") {
		t.Errorf("says %s", got)
	}
	if again := kept(t, w, path); again.Texts["overview/active"] != "写了一段。" {
		t.Error("what was written is gone")
	}
}

// texts are the words and the number of charts that the middle of the page shows.
func (v *coursed) texts() (text string, charts int) {
	for _, o := range v.column.Objects {
		if _, ok := o.(*widget.Figure); ok {
			charts++
		}
	}
	return v.name.Text + "\n" + sideText(v.column), charts
}

// Reports of several years are summed a year at a time, and their figures stand side by side,
// those of all bodies and those of one.
func TestSeveralYears(t *testing.T) {
	w := open(t)
	folder := t.TempDir()
	for _, year := range []string{"2024", "2025", "2026"} {
		for _, name := range []string{"甲镇", "乙镇"} {
			if name+year != "乙镇2026" {
				sent(t, w, folder, year+"/"+name+".nianbao", name+"人民政府", model.Change{At: model.RefYear, New: year})
			}
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "名单.txt"), []byte("甲镇\n乙镇\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	w.app.Preferences().SetString(keyRoll, filepath.Join(folder, "名单.txt"))
	w.Open(folder)
	c := w.collecting
	if c.year != 2025 || !c.head.which.Visible() || strings.Join(c.head.year.Options, "|") != "2026 年度（1 份）|2025 年度（2 份）|2024 年度（2 份）" {
		t.Errorf("shown is %d of %v", c.year, c.head.year.Options)
	}
	c.head.year.SetSelectedIndex(0)
	if got := c.listed(placeAll); c.year != 2026 || got != "甲镇 received, 乙镇 missing" {
		t.Errorf("of %d listed are %s", c.year, got)
	}
	c.head.year.SetSelectedIndex(2)
	if got := c.listed(placeAll); c.year != 2024 || got != "甲镇 received, 乙镇 received" {
		t.Errorf("of %d listed are %s", c.year, got)
	}
	c.show(placeCourse)
	if text, charts := c.course.texts(); charts != len(c.work.Edition.Trends) || !strings.Contains(text, "2024年2份，2025年2份。") {
		t.Errorf("%d charts: %s", charts, text)
	}
	c.show(placeAll)
	c.pick(t, "乙镇")
	pressedAt(t, c.side, "历年变化")
	if text, charts := c.course.texts(); c.place != placeBodyCourse || charts != len(c.work.Edition.Trends) || !strings.Contains(text, "乙镇　历年变化") || strings.Contains(text, "2026年") {
		t.Errorf("%d charts of one body: %s", charts, text)
	}
	c.head.year.SetSelectedIndex(0) // the body stays
	if text, _ := c.course.texts(); !strings.Contains(text, "乙镇　历年变化") {
		t.Errorf("in another year: %s", text)
	}
	out := t.TempDir()
	c.write(out, append(sums.Courses(c.body), sums.All()...))
	for _, name := range []string{"乙镇-历年变化.docx", "乙镇-历年变化.pdf", "历年变化.docx", "历年变化.pdf"} {
		if _, err := os.Stat(filepath.Join(out, name)); err != nil {
			t.Errorf("%s is not there", name)
		}
	}
}

// With the year the form may change: the table that is shown is that of its year, and a
// figure that the other form has not is closed.
func TestYearsOfAnotherForm(t *testing.T) {
	w := open(t)
	folder := t.TempDir()
	sent(t, w, folder, "2026.nianbao", "甲镇人民政府")
	old := sample.Blank("2019", "甲镇人民政府", 2020)
	old.Apply(model.Change{At: newRequests, New: "5"})
	if err := store.New(filepath.Join(folder, "2020.nianbao")).Save(old); err != nil {
		t.Fatal(err)
	}
	w.Open(folder)
	c := w.collecting
	own := func() {
		t.Helper()
		if c.table == nil || len(c.table.sums) == 0 {
			t.Fatalf("of %d there is no table", c.year)
		}
		for ref, o := range c.table.sums {
			if c.work.Edition.Cell(ref) == nil || o.Text() != c.work.Sum.Report.Value(ref).String() {
				t.Errorf("of %d the table shows %s as %q", c.year, ref, o.Text())
			}
		}
	}
	for _, part := range c.work.Sum.Report.Parts() {
		if part.Table == nil {
			continue
		}
		c.head.year.SetSelectedIndex(0)
		c.show(part.ID)
		for ref := range c.table.sums {
			c.head.year.SetSelectedIndex(0)
			c.table.sums[ref].OnEnter()
			c.head.year.SetSelectedIndex(1)
			if c.year != 2020 || c.ref != "" {
				t.Fatalf("of %d %s is open", c.year, c.ref)
			}
			own()
			c.head.year.SetSelectedIndex(0)
			own()
			break
		}
	}
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	c.read()
	if c.table != nil || c.work != nil {
		t.Error("of nothing a table is shown")
	}
}

// A year is chosen from a list that was opened before more came in.
func TestYearOfAnOldList(t *testing.T) {
	w := open(t)
	folder := t.TempDir()
	sent(t, w, folder, "a.nianbao", "甲镇人民政府")
	sent(t, w, folder, "b.nianbao", "甲镇人民政府", model.Change{At: model.RefYear, New: "2025"})
	w.Open(folder)
	c := w.collecting
	c.head.year.OnChanged("2025 年度（9 份）")
	if c.year != 2025 {
		t.Errorf("shown is %d", c.year)
	}
}

// A roll that cannot be read any more is told of: without it nobody is missing.
func TestRollThatIsGone(t *testing.T) {
	w := open(t)
	folder := t.TempDir()
	sent(t, w, folder, "a.nianbao", "甲镇人民政府")
	w.app.Preferences().SetString(keyRoll, filepath.Join(folder, "不在.txt"))
	w.Open(folder)
	if got := w.collecting.head.about.Text; !strings.Contains(got, "上次的应报名单没有用上") || !strings.Contains(got, "不在.txt") {
		t.Errorf("says %s", got)
	}
}

// A body is found by a part of its name.
func TestFindingABody(t *testing.T) {
	_, c, _ := county(t)
	c.bodies.find.SetText("乙")
	if len(c.bodies.lines) != 1 || c.bodies.lines[0].name != "乙镇" {
		t.Errorf("found are %v", c.bodies.lines)
	}
	c.bodies.find.OnStep(1)
	if c.body == nil || c.body.Name != "乙镇" {
		t.Error("the arrow does not open it")
	}
	c.bodies.find.SetText("戊")
	if len(c.bodies.lines) != 0 || !strings.Contains(c.bodies.empty.Text, "没有名称里有“戊”的") {
		t.Errorf("of a name that is not there it says %s", c.bodies.empty.Text)
	}
}

// Without anything to sum the page says so.
func TestCollectingNothing(t *testing.T) {
	for name, c := range map[string]struct{ content, says string }{
		"empty":    {"", "没有找到报告文件"},
		"no match": {"没有意思的文字", "没有一份写明年度的报告"},
	} {
		t.Run(name, func(t *testing.T) {
			w := open(t)
			folder := t.TempDir()
			if c.content != "" {
				if err := os.WriteFile(filepath.Join(folder, "a.txt"), []byte(c.content), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			w.Open(folder)
			if got := w.collecting.head.state.Text; !strings.Contains(got, c.says) || !w.collecting.head.write.Disabled() {
				t.Errorf("says %s", got)
			}
		})
	}
}
