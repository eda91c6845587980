package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"nianbao/model"
	"nianbao/ui/widget"
)

// empty is a new report of a year, with one of its tables open.
func empty(t *testing.T, year int, id string) (*Window, *table) {
	t.Helper()
	w := open(t)
	return w, begun(w, year, id)
}

// begun opens a table of a new report.
func begun(w *Window, year int, id string) *table {
	w.begin("白杨镇人民政府", "", year)
	w.show(id)
	return w.view.(*table)
}

// enter puts the focus into a cell.
func enter(w *Window, ref model.Ref) {
	w.win.Canvas().Unfocus()
	w.reveal(ref)
}

func TestZeros(t *testing.T) {
	w, v := empty(t, 2026, "requests")
	w.set("requests/new/business", "3")
	w.set("requests/granted/person", "无")
	enter(w, "requests/new/person")
	v.sheet.OnChoose()
	step := func(i int) { v.zeroMenu().Items[i].Action() }
	count := func() (zeros, blanks int) {
		for _, o := range v.inputs {
			switch o.Text {
			case "0":
				zeros++
			case "":
				blanks++
			}
		}
		return zeros, blanks
	}
	_, all := count()
	for _, c := range []struct {
		name  string
		item  int
		want  int
		begin func()
	}{
		{"the row", 0, 5, func() {}},
		{"the column", 1, len(v.inputs)/6 - 1, func() {}},
		{"the selection", 2, 3, func() {
			enter(w, "requests/new/person")
			v.inputs["requests/new/person"].TypedShortcut(&fyne.ShortcutSelectAll{})
			v.inputs["requests/new/person"].TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			for _, ref := range []model.Ref{"requests/granted/research", "requests/granted/legal"} {
				mods := fyne.KeyModifier(0)
				if ref != "requests/granted/research" {
					mods = fyne.KeyModifierShift
				}
				v.inputs[ref].MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: mods})
			}
		}},
		{"all", 3, all, func() {}},
	} {
		c.begin()
		step(c.item)
		if zeros, _ := count(); zeros != c.want {
			t.Errorf("%s: %d cells are filled, not %d", c.name, zeros, c.want)
		}
		if v.inputs["requests/new/business"].Text != "3" || v.inputs["requests/granted/person"].Text != "无" {
			t.Fatalf("%s: what was typed is overwritten", c.name)
		}
		for ref := range v.sums {
			if _, stated := w.report().Numbers[ref]; stated {
				t.Fatalf("%s is stated: it would not follow its parts", ref)
			}
		}
		w.onUndo()
		if zeros, blanks := count(); zeros != 0 || blanks != all {
			t.Errorf("%s: after undo %d zeros are left", c.name, zeros)
		}
	}
	step(3)
	for _, item := range v.zeroMenu().Items {
		if !item.Disabled {
			t.Errorf("with nothing blank %q is offered", item.Label)
		}
	}
}

func TestSubtotals(t *testing.T) {
	w := example(t)
	w.show("requests")
	v := w.view.(*table)
	if len(v.groups) != 4 {
		t.Fatalf("%d groups have no total", len(v.groups))
	}
	for _, g := range v.groups {
		want := model.Int(0)
		for row := range g.rows {
			want = want.Add(w.report().Value(model.CellRef("requests", row.ID, g.total)))
		}
		if got := g.shown.Note; got != "小计 "+want.String() {
			t.Errorf("%s: %q", g.name, got)
		}
	}
	ref := v.groups[0].columns["business"][0]
	enter(w, ref)
	w.set(ref, "9")
	if !strings.Contains(v.about.Text, v.groups[0].name+"小计：9") {
		t.Errorf("the line says %q", v.about.Text)
	}
	for _, id := range []string{"disclosure", "appeals"} {
		w.show(id)
		if n := len(w.view.(*table).groups); n != 0 {
			t.Errorf("%s has %d groups", id, n)
		}
	}
}

func TestAnOptionalRowComesAndGoes(t *testing.T) {
	w, v := empty(t, 2020, "disclosure")
	var row *model.Cell
	for _, c := range w.report().Edition.Cells() {
		if c.Optional() {
			row = c
		}
	}
	button := func() *widget.Tool {
		for _, o := range test.LaidOutObjects(v.all) {
			if b, ok := o.(*widget.Tool); ok && strings.Contains(b.Text, "一行：") {
				return b
			}
		}
		t.Fatal("no button")
		return nil
	}
	if v.inputs[row.Ref] != nil || !strings.HasPrefix(button().Text, "加一行：") {
		t.Fatalf("a new report has the row, or the button says %q", button().Text)
	}
	test.Tap(button())
	if o := v.inputs[row.Ref]; o == nil || w.win.Canvas().Focused() != fyne.Focusable(o) {
		t.Fatal("the row is not there, ready to type")
	}
	driver := fyne.CurrentApp().Driver()
	if y := driver.AbsolutePositionForObject(v.inputs[row.Ref]).Y - driver.AbsolutePositionForObject(v.scroll).Y; y < 0 || y > v.scroll.Size().Height {
		t.Errorf("the new row is out of sight, at %v of %v, scrolled by %v", y, v.scroll.Size().Height, v.scroll.Offset)
	}
	w.set(row.Ref, "35")
	w.set(row.Ref, "")
	if v.inputs[row.Ref] == nil {
		t.Error("an emptied row goes")
	}
	w.set(row.Ref, "35")
	w.onLeave()
	if b := button(); b.Text[:len("去掉这一行")] != "去掉这一行" {
		t.Errorf("the button says %q", b.Text)
	}
	test.Tap(button())
	if _, there := w.report().Get(row.Ref); there || v.inputs[row.Ref] != nil {
		t.Error("the row does not go")
	}
	w.onUndo()
	if got, _ := w.report().Get(row.Ref); got != "35" || v.inputs[row.Ref] == nil {
		t.Errorf("after undo it says %q", got)
	}
}

// While figures are still missing nothing that needs them is called wrong.
func TestNothingIsWrongBeforeAColumnIsFull(t *testing.T) {
	w, v := empty(t, 2026, "requests")
	for _, cell := range w.report().Edition.Cells() {
		if cell.Table != v.part.Table || cell.Total() || cell.Column.ID != "person" {
			continue
		}
		for _, c := range v.balance.columns {
			if strings.Contains(c.shown.Text, "×") {
				t.Fatalf("before %s is filled the balance says %q", cell.Ref, c.shown.Text)
			}
		}
		for _, it := range w.items() {
			if s, _ := it.sign(); s == "×" {
				t.Fatalf("before %s is filled: %s", cell.Ref, it.Text)
			}
		}
		enter(w, cell.Ref)
		w.win.Canvas().Focused().TypedRune('2')
		if v.balance.columns[0].shown.Text == "×" {
			t.Fatal("the balance shouts while a figure is typed")
		}
		w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	if got := v.balance.columns[0].shown.Text; !strings.HasPrefix(got, "× 差") {
		t.Errorf("the full column's balance says %q", got)
	}
	if s := w.state("requests"); s.sign != "×" {
		t.Errorf("the section is shown as %q", s.sign)
	}
}

func TestTheLineAboutACell(t *testing.T) {
	w := example(t)
	last := w.report().Clone()
	last.Year--
	w.last.report = last
	last.Numbers["requests/new/person"] = model.Int(5)
	for _, c := range []struct {
		at   model.Ref
		want string
	}{
		{"requests/new/person", "本格：一、本年新收政府信息公开申请数量 · 自然人　去年：5"},
		{"requests/new/business", "法人或其他组织 · 商业企业"},
		{"requests/new/total", "合计 4 ＝ 3＋1＋0＋0＋0＋0"},
		{"requests/total/person", "个 0"},
		{"disclosure/fees/amount", "单位：万元"},
		{"appeals/suit/pending", "未经复议直接起诉 · 尚未审结"},
	} {
		enter(w, c.at)
		if got := w.view.(*table).about.Text; !strings.Contains(got, c.want) {
			t.Errorf("%s: the line says %q", c.at, got)
		}
	}
	v := w.view.(*table)
	low := v.about.MinSize().Height
	v.say(strings.Repeat("很长的一句话。", 60), nil)
	if v.about.MinSize().Height != low {
		t.Error("the line takes more room than before")
	}
	enter(w, "requests/carried-in/person")
	w.view.(*table).inputs["requests/carried-in/person"].TypedRune('七')
	w.win.Canvas().Unfocus()
	if v := w.view.(*table); !strings.Contains(v.about.Text, "× ") {
		t.Errorf("what is wrong is not told: %q", v.about.Text)
	}
	if o := w.view.(*table).inputs["requests/carried-in/person"]; o.Mark() != widget.Wrong {
		t.Error("the cell is not marked")
	}
}
