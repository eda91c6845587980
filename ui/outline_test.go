package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/export/format"
	"nianbao/model"
	"nianbao/ui/widget"
)

// fromMenu chooses an item of a menu by its name.
func fromMenu(t *testing.T, menu []*fyne.MenuItem, name string) {
	t.Helper()
	for _, item := range menu {
		if item.Label == name && !item.Disabled {
			item.Action()
			return
		}
	}
	t.Fatalf("no %s in the menu", name)
}

// answer taps a button of the dialog that is open.
func answer(t *testing.T, w *Window, name string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
		if b, ok := o.(*widget.Button); ok && b.Text == name {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("the dialog has no %s", name)
}

// entitle types a title into the dialog that is open.
func entitle(t *testing.T, w *Window, title string) {
	t.Helper()
	s := w.win.Canvas().Focused().(*widget.Field)
	s.Put("")
	test.Type(s, title)
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func headings(v *prose) string {
	var out []string
	for _, p := range v.passages {
		out = append(out, p.name.Text)
	}
	return strings.Join(out, " ")
}

func TestSubheadings(t *testing.T) {
	w := example(t)
	w.reveal("problems/problems")
	v := func() *prose { return w.view.(*prose) }
	was := w.report().Clone()
	undone := func() {
		t.Helper()
		w.onUndo()
		if !model.Same(was, w.report()) {
			t.Errorf("undo does not bring all back: %v", model.Differences(was, w.report()))
		}
		if got := headings(v()); got != "（一）存在的主要问题 （二）改进情况" {
			t.Errorf("after undo: %s", got)
		}
	}
	expect := func(want string) {
		t.Helper()
		if got := headings(v()); got != want {
			t.Errorf("headings are %s, want %s", got, want)
		}
	}

	fromMenu(t, v().subheadingMenu(0), "改名…")
	entitle(t, w, "（三）主要问题")
	expect("（一）主要问题 （二）改进情况")
	undone()

	fromMenu(t, v().subheadingMenu(0), "下移")
	expect("（一）改进情况 （二）存在的主要问题")
	undone()

	fromMenu(t, v().subheadingMenu(0), "在下面加一个小标题…")
	entitle(t, w, "原因")
	expect("（一）存在的主要问题 （二）原因 （三）改进情况")
	if p := w.passageAt("problems/part-1"); p == nil || !p.field.Focused() {
		t.Error("the caret is not in the new text")
	}
	undone()

	for _, c := range []struct {
		at           int
		answer, want string
		text         func() string
	}{
		{1, "并入上一段", "（一）存在的主要问题", func() string {
			return was.Texts["problems/problems"] + "\n" + was.Texts["problems/improvements"]
		}},
		{0, "并入下一段", "（一）改进情况", func() string {
			return was.Texts["problems/problems"] + "\n" + was.Texts["problems/improvements"]
		}},
		{1, "连文字一起删除", "（一）存在的主要问题", func() string { return was.Texts["problems/problems"] }},
	} {
		fromMenu(t, v().subheadingMenu(c.at), "删除小标题…")
		answer(t, w, c.answer)
		expect(c.want)
		if got := w.report().Texts[v().passages[0].ref]; got != c.text() {
			t.Errorf("%s leaves %q", c.answer, got)
		}
		undone()
	}
	fromMenu(t, v().subheadingMenu(1), "删除小标题…")
	answer(t, w, "取消")
	undoable := w.session.CanUndo()
	if undoable || !model.Same(was, w.report()) {
		t.Error("giving up changes something")
	}

	fromMenu(t, v().subheadingMenu(1), "删除小标题…")
	answer(t, w, "连文字一起删除")
	fromMenu(t, v().subheadingMenu(0), "恢复规定的小标题")
	expect("（一）存在的主要问题 （二）改进情况")
}

// Without its last subheading a section has its text all the same.
func TestTheLastSubheadingIsRemoved(t *testing.T) {
	for _, last := range []string{"problems/problems", "problems/part-1"} {
		w := example(t)
		c, _ := w.report().Added("problems/improvements", "原因")
		w.change("加", c, model.Change{At: "problems/part-1", New: "各站所人手少，更新靠一个人。"}, model.Change{At: "problems/problems", New: "公开栏的更新还不够及时。"})
		for _, id := range []model.Ref{"problems/problems", "problems/improvements", "problems/part-1"} {
			if string(id) != last {
				w.change("删", w.report().Removed(string(id)), model.Change{At: id, Drop: true})
			}
		}
		w.show("problems")
		text := w.report().Texts[model.Ref(last)]
		fromMenu(t, w.view.(*prose).subheadingMenu(0), "删除小标题…")
		if p := w.passages()[0]; p.field.Text != text || len(w.found) != 0 {
			t.Errorf("without %s the section says %q: %v", last, p.field.Text, w.found)
		}
		w.onUndo()
		if got := w.report().Texts[model.Ref(last)]; got != text {
			t.Errorf("after undo %s says %q", last, got)
		}
	}
}

func TestTheCaretStaysWhenTheOutlineChanges(t *testing.T) {
	w := example(t)
	w.win.Resize(fyne.NewSize(1000, 500))
	w.reveal("overview/supervision")
	p := w.passageAt("overview/supervision")
	p.field.SetCaret(7)
	offset := w.view.(*prose).scroll.Offset
	w.change("改名", w.report().Retitled("overview/supervision", "监督"))
	again := w.passageAt("overview/supervision")
	if again == p || !again.field.Focused() || again.field.Caret() != 7 || again.name.Text != "（五）监督" {
		t.Errorf("the caret is at %d of %s, focus %t", again.field.Caret(), again.name.Text, again.field.Focused())
	}
	if got := w.view.(*prose).scroll.Offset; offset.Y == 0 || got != offset {
		t.Errorf("the view has moved from %v to %v", offset, got)
	}
}

// A subheading that the form offers goes out in a document and comes back.
func TestAnOfferedSubheading(t *testing.T) {
	w := example(t)
	w.reveal("other")
	v := w.view.(*prose)
	fromMenu(t, v.subheadingMenu(0), "加小标题…")
	for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
		if row, ok := o.(*widget.Row); ok {
			test.Tap(row)
			break
		}
	}
	const own = "other/part-1"
	p := w.passageAt(own)
	if p == nil || p.name.Text != "（一）"+v.part.Section.Offers[0] {
		t.Fatalf("headings are %s", headings(w.view.(*prose)))
	}
	for _, r := range "已经完成。" {
		p.field.TypedRune(r)
	}
	path := filepath.Join(t.TempDir(), "年报.docx")
	docx, _ := format.ByID("docx")
	if err := write(path, docx, composed(w)); err != nil {
		t.Fatal(err)
	}
	was := w.report().Clone()
	w.Open(path)
	if diff := model.Differences(was, w.report()); len(diff) > 0 {
		t.Errorf("it reads back differently at %v", diff)
	}
}

func TestSectionsOfAFreeForm(t *testing.T) {
	w := open(t)
	w.work(model.NewReport(w.editions.ByID("2008"), "白杨镇人民政府", model.Township, 2015), nil, "", nil)
	w.change("试", model.Change{At: "fees", New: "没有收费。"}, model.Change{At: "consult", New: "咨询12次。"})
	was := w.report().Clone()
	w.show("fees")
	v := func() *prose { return w.view.(*prose) }
	undone := func() {
		t.Helper()
		w.onUndo()
		if !model.Same(was, w.report()) {
			t.Errorf("undo does not bring all back: %v", model.Differences(was, w.report()))
		}
		w.show("fees")
	}
	fromMenu(t, v().partMenu(), "改名…")
	entitle(t, w, "收费情况")
	if w.place != "fees" || w.placeName("fees") != "五、收费情况" {
		t.Errorf("renamed: %s is open, called %s", w.place, w.placeName("fees"))
	}
	undone()
	fromMenu(t, v().partMenu(), "上移")
	if w.placeName("fees") != "四、政府信息公开的收费及减免情况" {
		t.Errorf("moved: %s", w.placeName("fees"))
	}
	undone()
	fromMenu(t, v().partMenu(), "在后面加一个部分…")
	entitle(t, w, "机构情况")
	if w.placeName(w.place) != "六、机构情况" || len(w.passages()) != 1 {
		t.Errorf("added: %s is open", w.placeName(w.place))
	}
	undone()
	fromMenu(t, v().partMenu(), "删除这个部分…")
	answer(t, w, "并入上一部分")
	if got := w.report().Texts["consult"]; got != "咨询12次。\n没有收费。" || w.place != "consult" || w.placeName("fees") != "" {
		t.Errorf("merged: %q, %s is open", got, w.place)
	}
	undone()
	fromMenu(t, v().partMenu(), "删除这个部分…")
	answer(t, w, "连文字一起删除")
	if got := w.report().Texts["consult"]; got != "咨询12次。" || w.report().Texts["fees"] != "" {
		t.Errorf("deleted: %q", got)
	}
	undone()
}
