package ui

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/model"
)

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
