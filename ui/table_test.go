package ui

import (
	"fmt"
	"os"
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

// copied is an official table with the report's figures as a spreadsheet copies it:
// a merged cell is followed by empty ones.
func copied(r *model.Report, table *model.Table) string {
	g := r.Grid(table)
	places := make([][]string, g.Rows)
	for i := range places {
		places[i] = make([]string, g.Cols)
	}
	for _, s := range g.Slots {
		text := r.Printed(s.Text)
		if s.Kind == model.SlotValue {
			text = r.Value(s.Ref).String()
		}
		places[s.Row][s.Col] = text
	}
	var b strings.Builder
	for _, row := range places {
		b.WriteString(strings.Join(row, "\t") + "\r\n")
	}
	return b.String()
}

func TestPaste(t *testing.T) {
	const at = "requests/new/business"
	w := open(t)
	for _, c := range []struct {
		name, text string
		want       string // address=value, in order of the cells
		says       []string
	}{
		{"one figure", "5", "requests/new/business=5", []string{"粘贴了 1 格。"}},
		{"a line end behind it", "5\r\n", "requests/new/business=5", nil},
		{
			"a block", "1\t2\r\n3\t4\r\n",
			"requests/new/business=1 requests/new/research=2 requests/carried-in/business=3 requests/carried-in/research=4",
			[]string{"粘贴了 4 格。"},
		},
		{"one column with a gap", "1\n\n3\n", "requests/new/business=1 requests/granted/business=3", nil},
		{"empty columns and lines at the end", "1\t2\t\t\n\t\t\t\n", "requests/new/business=1 requests/new/research=2", []string{"粘贴了 2 格。"}},
		{"full-width digits and separators", "１２\t1,234\t\"5 \"", "requests/new/business=12 requests/new/research=1234 requests/new/charity=5", nil},
		{"quotes and line breaks in a cell", "\"2\n件\"\t7", "requests/new/business=2；件 requests/new/research=7", []string{"有 1 格不是规定的数，照原样放入"}},
		{"two figures in a cell", "\"2\r\n345\"", "requests/new/business=2；345", []string{"有 1 格不是规定的数"}},
		{"a quote that is not closed", "\"2\t7", "requests/new/business=\"2 requests/new/research=7", []string{"有 1 格不是规定的数"}},
		{"what is no number", "无\t-", "requests/new/business=无 requests/new/research=-", []string{"有 2 格不是规定的数"}},
		{
			"beyond the edge", "1\t2\t3\t4\t5\t15\t7\t8",
			"requests/new/business=1 requests/new/research=2 requests/new/charity=3 requests/new/legal=4 requests/new/other-org=5",
			[]string{"粘贴了 5 格", "有 2 格超出表格，没有粘贴：7、8"},
		},
		{
			"a total that does not add up", "1\t2\t3\t4\t5\t16",
			"requests/new/business=1 requests/new/research=2 requests/new/charity=3 requests/new/legal=4 requests/new/other-org=5",
			[]string{"有 1 个总计对不上", "剪贴板里是 16，算出来是 15"},
		},
		{
			"rows with labels", "一、本年新收政府信息公开申请数量\t1\t2\t0\t0\t0\t0\t3\n（一）予以公开\t1\t\t0\t0\t0\t0\t1",
			"requests/new/person=1 requests/new/business=2 requests/new/research=0 requests/new/charity=0 requests/new/legal=0 requests/new/other-org=0 " +
				"requests/granted/person=1 requests/granted/research=0 requests/granted/charity=0 requests/granted/legal=0 requests/granted/other-org=0",
			[]string{"按行名粘贴了 12 格。"},
		},
		{
			"a label that the table does not have", "一、本年新收政府信息公开申请数量\t1\t2\t0\t0\t0\t0\t3\n本年度来信来访登记情况\t9\t9\t9\t9\t9\t9\t9",
			"requests/new/person=1 requests/new/business=2 requests/new/research=0 requests/new/charity=0 requests/new/legal=0 requests/new/other-org=0",
			[]string{"有 1 行在本表里没有找到位置，没有粘贴：本年度来信来访登记情况 9"},
		},
		{"nothing", " \r\n\t\r\n", "", []string{"剪贴板里没有可以粘贴的数"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := begun(w, 2026, "requests")
			enter(w, at)
			board := test.NewClipboard()
			board.SetContent(c.text)
			v.inputs[at].TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
			var got []string
			for _, cell := range w.report().Edition.Cells() {
				if n, ok := w.report().Numbers[cell.Ref]; ok {
					got = append(got, fmt.Sprintf("%s=%s", cell.Ref, n))
				}
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("the report has\n%s\nnot\n%s", s, c.want)
			}
			for _, says := range c.says {
				if !strings.Contains(v.about.Text, says) {
					t.Errorf("told is %q, not %q", v.about.Text, says)
				}
			}
			if c.want == "" {
				return
			}
			if !v.act.Visible() || v.act.Text != "撤销" {
				t.Errorf("what is offered is %q", v.act.Text)
			}
			test.Tap(v.act)
			if len(w.report().Numbers) != 0 || w.session.CanUndo() {
				t.Error("one step back leaves something of it")
			}
			if strings.Contains(v.about.Text, "粘贴了") {
				t.Errorf("after that the line still says %q", v.about.Text)
			}
		})
	}
}

// A whole table comes back from a spreadsheet whatever cell has the focus, with
// head and labels or as its figures alone.
func TestAWholeTableIsPasted(t *testing.T) {
	for _, year := range []int{2020, 2026} {
		for _, e := range open(t).editions {
			if !e.Covers(year) {
				continue
			}
			full := model.NewReport(e, "白杨镇人民政府", model.Township, year)
			for i, cell := range e.Cells() {
				if !cell.Total() && !cell.Optional() {
					full.Numbers[cell.Ref] = model.Int(int64(i % 7))
				}
			}
			for i := range e.Sections {
				table := e.Sections[i].Table
				if table == nil {
					continue
				}
				w, v := empty(t, year, e.Sections[i].ID)
				same := func(how string) {
					t.Helper()
					for _, cell := range e.Cells() {
						if cell.Table == table && !w.report().Value(cell.Ref).Equal(full.Value(cell.Ref)) {
							t.Fatalf("%s, %s: %s is %q, not %q; %s", e.ID, how, cell.Ref, w.report().Value(cell.Ref), full.Value(cell.Ref), v.about.Text)
						}
					}
				}
				v.begin()
				v.onPaste(copied(full, table))
				same("with head and labels")
				if strings.Contains(v.about.Text, "没有") {
					t.Errorf("%s: %s", e.ID, v.about.Text)
				}
				v.sheet.SelectAll()
				v.onCopy()
				text := fyne.CurrentApp().Clipboard().Content()
				w.onUndo()
				v.sheet.Refocus()
				v.onPaste(text)
				same("as figures")
			}
		}
	}
}

func TestAFigureFillsTheSelection(t *testing.T) {
	w, v := empty(t, 2026, "requests")
	enter(w, "requests/new/person")
	v.sheet.SelectAll()
	v.onPaste("0\r\n")
	for ref, o := range v.inputs {
		if o.Text != "0" {
			t.Fatalf("%s says %q", ref, o.Text)
		}
	}
	if len(w.report().Numbers) != len(v.inputs) {
		t.Error("totals were pasted over")
	}
	v.onPaste(strings.Repeat("1\t0\t0\t0\t0\t0\t1\n", 2))
	if got := w.report().Value("requests/new/total").String(); got != "1" {
		t.Errorf("a total comes to %s", got)
	}
	v.onClear(v.sheet.Selected()[0])
	if got := w.report().Value("requests/new/person"); !got.Blank() || v.about.Text != "清空了 6 格。" {
		t.Errorf("after emptying a row its first cell is %q; %s", got, v.about.Text)
	}
	test.Tap(v.act)
	if got := w.report().Value("requests/new/person").String(); got != "1" {
		t.Errorf("after undo it is %q", got)
	}
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

// The text that LibreOffice puts on the clipboard for the sheet that the program
// exports of the example's table: with titles, head, labels and the sums for checking.
func TestPasteFromLibreOffice(t *testing.T) {
	text, err := os.ReadFile("testdata/libreoffice.tsv")
	if err != nil {
		t.Fatal(err)
	}
	want := example(t).report()
	w, v := empty(t, 2026, "requests")
	enter(w, "requests/other-rest/legal") // it does not matter where
	v.onPaste(string(text))
	for _, cell := range want.Edition.Cells() {
		if cell.Table != v.part.Table {
			continue
		}
		if got := w.report().Value(cell.Ref); !got.Equal(want.Value(cell.Ref)) {
			t.Errorf("%s is %q, not %q", cell.Ref, got, want.Value(cell.Ref))
		}
	}
	if !strings.Contains(v.about.Text, "按行名粘贴了 144 格") {
		t.Errorf("told is %q", v.about.Text)
	}
}
