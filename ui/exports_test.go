package ui

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/export"
	"nianbao/export/format"
	"nianbao/model"
	"nianbao/model/intake"
	"nianbao/ui/widget"
)

// exporting opens the export page of the example with a folder of its own and every
// format chosen.
func exporting(t *testing.T) (*Window, *exports) {
	t.Helper()
	w := example(t)
	w.show(placeExport)
	v := w.view.(*exports)
	v.folder = t.TempDir()
	for _, c := range v.checks {
		c.SetChecked(true)
	}
	return w, v
}

// spoil puts an error into the report and tells where.
func spoil(t *testing.T, w *Window) model.Ref {
	t.Helper()
	_, cell, _ := someCell(t, w)
	w.session.Group("改", time.Now(), model.Change{At: cell.Ref, New: "两件"})
	w.show(placeExport)
	return cell.Ref
}

func listed(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// tapReply taps the button of the uppermost box.
func tapReply(t *testing.T, w *Window, name string) {
	t.Helper()
	if len(w.boxes) == 0 {
		t.Fatalf("no box with %s", name)
	}
	for _, b := range w.boxes[len(w.boxes)-1].buttons {
		if b.Text == name {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("the box has no %s", name)
}

// signs are those of the lines that an export has told.
func (v *exports) signs() string {
	var out strings.Builder
	for _, o := range v.done.Objects {
		sign, _, _ := strings.Cut(inside[*widget.Label](o)[0].Text, " ")
		out.WriteString(sign)
	}
	return out.String()
}

// inside lists the objects of a kind that are shown inside another.
func inside[T fyne.CanvasObject](o fyne.CanvasObject) []T {
	var out []T
	if found, ok := o.(T); ok {
		return append(out, found)
	}
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		parts = o.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	}
	for _, part := range parts {
		out = append(out, inside[T](part)...)
	}
	return out
}

const official = "白杨镇人民政府2026年政府信息公开工作年度报告"

func TestAFinishedReportIsExported(t *testing.T) {
	w, v := exporting(t)
	for i, f := range format.All {
		if want := official + "." + f.Ending; v.names[i].Text != want {
			t.Errorf("the name shown is %s", v.names[i].Text)
		}
	}
	test.Tap(v.write)
	if w.asking() || v.signs() != strings.Repeat("✓", len(format.All)) || w.outgoing != nil || v.write.Disabled() {
		t.Errorf("asking %t, told %s", w.asking(), v.signs())
	}
	for _, name := range listed(t, v.folder) {
		if !strings.HasPrefix(name, official+".") {
			t.Errorf("wrote %s", name)
		}
	}
	test.Tap(v.write)
	if !w.asking() {
		t.Error("files are written over without a question")
	}
	tapReply(t, w, "取消")
}

func TestAReportWithErrorsGoesOutAsADraft(t *testing.T) {
	w, v := exporting(t)
	spoil(t, w)
	if v.state.Text == "" || !strings.HasPrefix(v.state.Text, "×") || !strings.Contains(v.names[0].Text, "（草稿）") {
		t.Errorf("the page says %s and %s", v.state.Text, v.names[0].Text)
	}
	for _, reply := range []string{"取消", "去核对"} {
		w.show(placeExport)
		test.Tap(v.write)
		tapReply(t, w, reply)
		if len(listed(t, v.folder)) != 0 {
			t.Fatalf("%s wrote %v", reply, listed(t, v.folder))
		}
	}
	if w.place != placeCheck {
		t.Errorf("去核对 leads to %s", w.place)
	}
	w.show(placeExport)
	test.Tap(v.write)
	tapReply(t, w, "导出草稿")
	names := listed(t, v.folder)
	if len(names) != len(format.All) || v.signs() != strings.Repeat("✓", len(format.All)) {
		t.Fatalf("wrote %v, told %s", names, v.signs())
	}
	for _, name := range names {
		path := filepath.Join(v.folder, name)
		if !strings.HasPrefix(name, official+"（草稿）.") {
			t.Errorf("wrote %s", name)
		}
		if f, _ := format.ByID(strings.TrimPrefix(filepath.Ext(name), ".")); f.Fixed {
			continue
		}
		draft, err := intake.Open(path, w.editions)
		if err != nil {
			t.Fatal(err)
		}
		if diff := model.Differences(w.report(), draft.Report); len(diff) > 0 || len(draft.Report.Unplaced) > 0 {
			t.Errorf("%s reads back differently at %v, unplaced %q", name, diff, draft.Report.Unplaced)
		}
	}
	text, err := os.ReadFile(filepath.Join(v.folder, official+"（草稿）.txt"))
	if err != nil || !strings.HasPrefix(string(text), "\ufeff【草稿】") {
		t.Errorf("the text begins with %.40q, %v", text, err)
	}
}

// TestTheQuestionLeadsToTheErrors: a click on one of them goes to its cell.
func TestTheQuestionLeadsToTheErrors(t *testing.T) {
	w, v := exporting(t)
	at := spoil(t, w)
	w.win.Resize(fyne.NewSize(1280, 680))
	test.Tap(v.write)
	rows := inside[*widget.Row](w.win.Canvas().Overlays().Top())
	if len(rows) == 0 || len(rows) > fewFaults {
		t.Fatalf("the question names %d errors", len(rows))
	}
	test.Tap(rows[0])
	if w.asking() || w.placeOf(at) != w.place {
		t.Errorf("it leads to %s, not to %s", w.place, at)
	}
}

func TestBlanksAreAskedAboutToo(t *testing.T) {
	w := open(t)
	w.begin("白杨镇人民政府", "", 2026)
	w.show(placeExport)
	w.view.(*exports).onWrite()
	if !w.asking() || !strings.Contains(w.view.(*exports).state.Text, "没有填") {
		t.Error("an empty report is exported without a question")
	}
}

// TestWarningsDoNotHinder: the report is exported as it is, and they are told.
func TestWarningsDoNotHinder(t *testing.T) {
	w, v := exporting(t)
	for _, p := range w.report().Parts() {
		if p.Table == nil {
			ref := p.Texts[0].ID
			w.session.Group("改", time.Now(), model.Change{At: ref, New: w.report().Texts[ref] + "填写XX"})
			break
		}
	}
	if f := w.faults(); f.draft() || f.warnings == 0 {
		t.Fatalf("the report has %+v", f)
	}
	test.Tap(v.write)
	if w.asking() || v.signs() != strings.Repeat("✓", len(format.All))+"!" {
		t.Errorf("asking %t, told %s", w.asking(), v.signs())
	}
}

// TestAFileThatCannotBeWritten does not keep the others from being written.
func TestAFileThatCannotBeWritten(t *testing.T) {
	w, v := exporting(t)
	docx, _ := format.ByID("docx")
	if err := os.MkdirAll(filepath.Join(v.path(docx, false), "x"), 0o700); err != nil {
		t.Fatal(err)
	}
	test.Tap(v.write)
	tapReply(t, w, "覆盖")
	if got, want := v.signs(), "×"+strings.Repeat("✓", len(format.All)-1); got != want {
		t.Errorf("told %s, want %s", got, want)
	}
}

func TestWhatWasChosenIsRemembered(t *testing.T) {
	w, v := exporting(t)
	v.checks[0].SetChecked(false)
	again := newExports(w).(*exports)
	for i, c := range again.checks {
		if c.Checked != (i > 0) {
			t.Errorf("format %d is chosen: %t", i, c.Checked)
		}
	}
	w.app.Preferences().SetString("exports", v.folder)
	if again = newExports(w).(*exports); again.folder != v.folder {
		t.Errorf("the folder is %s", again.folder)
	}
	for _, c := range v.checks {
		c.SetChecked(false)
	}
	if !v.write.Disabled() {
		t.Error("nothing can be exported")
	}
}

func TestFilesAreHandedToTheSystem(t *testing.T) {
	w, v := exporting(t)
	var got []string
	fails := false
	take := func(path string) error {
		if got = append(got, path); fails {
			return errors.New("none")
		}
		return nil
	}
	w.hands = hands{open: take, folder: func(path string) error { return take(filepath.Dir(path)) }}
	test.Tap(v.write)
	buttons := inside[*widget.Button](v.done.Objects[0])
	for _, b := range buttons {
		test.Tap(b)
	}
	if want := []string{v.path(format.All[0], false), v.folder}; !slices.Equal(got, want) || w.asking() {
		t.Errorf("the system got %v, want %v", got, want)
	}
	fails = true
	test.Tap(buttons[0])
	if !w.asking() {
		t.Error("nothing is said of a file that nothing opens")
	}
}

func TestLegalNames(t *testing.T) {
	for name, want := range map[string]string{
		"甲/乙:丙?": "甲／乙：丙？", " 白杨镇. ": "白杨镇", "": "年报", "...": "年报", "一\n二": "一 二",
		strings.Repeat("年", 90): strings.Repeat("年", 66),
	} {
		if got := export.FileName(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}

// TestAnEmptySectionIsNotFinished, whatever the form's rules say of it.
func TestAnEmptySectionIsNotFinished(t *testing.T) {
	w := open(t)
	for _, e := range w.editions {
		w.work(model.NewReport(e, "白杨镇人民政府", model.Township, max(e.From, 2015)), nil, "", nil)
		sections := 0
		for _, p := range w.report().Parts() {
			sections++
			if s := w.state(p.ID); s.sign != "○" {
				t.Errorf("%s: %s is shown as %s %s", e.ID, p.ID, s.sign, s.words)
			}
		}
		if f := w.faults(); f.open < sections {
			t.Errorf("%s: of %d empty sections %d are asked about", e.ID, sections, f.open)
		}
	}
	full := example(t)
	for _, p := range full.report().Parts() {
		if p.Table != nil || len(p.Texts) < 2 {
			continue
		}
		full.session.Group("改", time.Now(), model.Change{At: p.Texts[len(p.Texts)-1].ID, New: ""})
		if f := full.faults(); f.open != 1 || f.items[0].place != p.ID {
			t.Errorf("a subheading with nothing under it: %+v", f)
		}
		return
	}
}
