package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/ui/widget"
)

func TestStartPageListsWhatWasOpen(t *testing.T) {
	w := example(t)
	path := w.file.Path
	w.onShut()
	if w.session != nil || w.win.Title() != "年报" {
		t.Fatal("the report stays open")
	}
	var row *widget.Row
	for _, o := range test.LaidOutObjects(w.win.Content()) {
		if r, ok := o.(*widget.Row); ok && slices.Contains(texts(r), "白杨镇.nianbao") {
			row = r
		}
	}
	if row == nil {
		t.Fatalf("the start page says %q", texts(w.win.Content()))
	}
	test.Tap(row)
	if w.file == nil || w.file.Path != path {
		t.Error("a click on the recent file does not open it")
	}
}

func TestANewReportIsAskedFor(t *testing.T) {
	w := open(t)
	w.onNew()
	if len(w.boxes) != 1 {
		t.Fatal("nothing is asked")
	}
	office, ok := w.win.Canvas().Focused().(*widget.Field)
	if !ok {
		t.Fatal("the caret is not in the first field")
	}
	w.boxes[0].enter()
	if w.session != nil {
		t.Fatal("a report without a body is begun")
	}
	w.win.Canvas().Focus(office)
	test.Type(office, "白杨镇人民政府")
	office.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	year, ok := w.win.Canvas().Focused().(*widget.Field)
	if !ok || year == office {
		t.Fatal("Enter does not lead to the year")
	}
	for _, c := range []struct{ typed, says string }{
		{"2020", "国办公开办函〔2019〕60号"},
		{"２０２６", "国办公开办函〔2021〕30号规定的格式：六个部分，三张表"},
		{"20", "写全四位年份"},
		{"2015", "八个部分。"},
	} {
		year.SetText(c.typed)
		if all := strings.Join(texts(w.win.Canvas().Overlays().Top()), "\n"); !strings.Contains(all, c.says) {
			t.Errorf("for %s it says\n%s", c.typed, all)
		}
	}
	year.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(w.boxes) != 0 || w.session != nil {
		t.Error("Escape does not close the box")
	}
	w.onNew()
	test.Type(w.win.Canvas().Focused(), "白杨镇人民政府")
	w.boxes[0].enter()
	if w.session == nil || w.report().Office != "白杨镇人民政府" || w.report().Year != dueYear(time.Now()) {
		t.Error("the report is not begun")
	}
}

func TestDueYear(t *testing.T) {
	for _, c := range []struct {
		month time.Month
		want  int
	}{{time.January, 2025}, {time.September, 2025}, {time.October, 2026}, {time.December, 2026}} {
		if got := dueYear(time.Date(2026, c.month, 15, 0, 0, 0, 0, time.UTC)); got != c.want {
			t.Errorf("in %s it is %d", c.month, got)
		}
	}
}

func TestTheMenuGreysOutWhatCannotBeDone(t *testing.T) {
	w := open(t)
	can := func(label string) bool {
		for _, menu := range w.win.MainMenu().Items {
			for _, item := range menu.Items {
				if item.Label == label {
					return !item.Disabled
				}
			}
		}
		t.Fatalf("no item %s", label)
		return false
	}
	check := func(when string, want map[string]bool) {
		for label, ok := range want {
			if can(label) != ok {
				t.Errorf("%s: %s can be chosen: %t", when, label, !ok)
			}
		}
	}
	check("on the start page", map[string]bool{"新建…": true, "打开…": true, "保存": false, "导出…": false, "撤销": false, "去掉去年的报告": false})
	w.begin("白杨镇人民政府", "", 2026)
	check("with a report", map[string]bool{"保存": true, "撤销": false, "重做": false, "去掉去年的报告": false})
	_, _, o := someCell(t, w)
	test.Type(o, "7")
	w.win.Canvas().Unfocus()
	check("after typing", map[string]bool{"撤销": true, "重做": false})
	w.onUndo()
	check("after undo", map[string]bool{"撤销": false, "重做": true})
}

// Whatever the program is started with, something is shown: the file, or the start page with
// what is to be said of it.
func TestTheProgramIsStartedWithAFile(t *testing.T) {
	w := example(t)
	path, editions := w.file.Path, w.editions
	for _, c := range []struct {
		files []string
		open  bool
		says  string
	}{
		{nil, false, "一份填好的示例"},
		{[]string{path}, true, "封面信息"},
		{[]string{path + "x"}, false, "一份填好的示例"},
		{[]string{t.TempDir()}, false, "汇总"},
	} {
		w := New(test.NewTempApp(t), editions)
		w.aside = func(do func() error, then func(error)) { then(safely(do)) }
		w.openFirst(c.files)
		if got := strings.Join(texts(w.win.Content()), "\n"); (w.session != nil) != c.open || !strings.Contains(got, c.says) {
			t.Errorf("started with %v it shows\n%s", c.files, got)
		}
		if len(c.files) > 0 && !c.open && w.collecting == nil && len(w.boxes) == 0 {
			t.Errorf("of %v nothing is said", c.files)
		}
		w.shut()
	}
}
