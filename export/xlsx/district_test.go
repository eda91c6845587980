package xlsx_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/export/xlsx"
	"nianbao/model"
	"nianbao/model/district"
	"nianbao/model/sample"
	sampled "nianbao/model/sample/district"
)

// received is a district of n bodies of which some are missing, some came twice and some
// have faults; faults says whether these count.
func received(t testing.TB, n int, faults bool) *district.Tally {
	t.Helper()
	bodies, err := sampled.New(2026, n)
	if err != nil {
		t.Fatal(err)
	}
	e := sample.Editions(t).ByID("2021")
	var members []district.Member
	for _, b := range bodies {
		members = append(members, district.Member{Name: b.Office, Kind: b.Kind, Aliases: b.Aliases, Due: "01-20"})
	}
	roll, err := district.NewRoll(members)
	if err != nil {
		t.Fatal(err)
	}
	d := &district.District{Name: "=青禾县人民政府", Year: 2026, Edition: e, Roll: roll, Faults: faults}
	take := func(file string, r *model.Report, notes ...string) {
		d.Add(district.Receive(file, r, model.Check(r, nil), notes))
	}
	for i, b := range bodies {
		r, file := b.Report(e, 2026), fmt.Sprintf("%04d.nianbao", i)
		switch i {
		case 1, 2: // missing
			continue
		case 3:
			r.Apply(model.Change{At: "requests/granted/total", New: "999"}, model.Change{At: "requests/new/person", Drop: true})
			take(file, r, "“=1+1”没有读进来。")
			continue
		case 4:
			r.Apply(model.Change{At: "disclosure/fees/amount", New: "50000元"}, model.Change{At: "disclosure/permits/decisions", New: "=cmd"})
		case 5:
			take(file, r)
			r = r.Clone()
			r.Apply(model.Change{At: "disclosure/permits/decisions", New: "12件"})
			file = "又一份.docx"
		case 6:
			r.Year = 2025
		case 7:
			d.Add(district.Refuse(b.Office+".doc", "文件读不出来。"))
			continue
		case 8:
			r.Apply(model.Change{At: "disclosure/fees/amount", New: "0.1"})
		case 9:
			r.Apply(model.Change{At: "disclosure/fees/amount", New: "190.457379"}, model.Change{At: "disclosure/penalties/decisions", New: "37件"})
		}
		take(file, r)
	}
	stranger := bodies[0].Report(e, 2026)
	stranger.Office = "@外县某局"
	take("+外来.docx", stranger)
	d.Add(district.Refuse("扫描件.pdf", "文件读不出来。"))
	return d.Tally()
}

// lastYear is the sum of the year before.
func lastYear(t testing.TB, n int) *model.Report {
	t.Helper()
	bodies, err := sampled.New(2026, n)
	if err != nil {
		t.Fatal(err)
	}
	e := sample.Editions(t).ByID("2021")
	d := &district.District{Name: "青禾县人民政府", Year: 2025, Edition: e}
	for i, b := range bodies {
		d.Add(district.Receive(fmt.Sprint(i), b.Report(e, 2025), nil, nil))
	}
	return d.Tally().Sum().Report
}

func workbook(t testing.TB, tally *district.Tally, last *model.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := xlsx.District(&b, tally, tally.Sum(), last); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// column finds the column of an address in the sheet 各单位.
func column(t testing.TB, f *excelize.File, ref model.Ref) string {
	t.Helper()
	for col := 1; ; col++ {
		name, _ := excelize.ColumnNumberToName(col)
		switch got, err := f.GetCellValue("各单位", name+"6"); {
		case err != nil || got == "":
			t.Fatalf("各单位 has no column %s: %v", ref, err)
		case got == string(ref):
			return name
		}
	}
}

func raw(t testing.TB, f *excelize.File, sheet, at string) string {
	t.Helper()
	value, err := f.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// The sums above the bodies are those of the report, and another program comes to every
// number of the workbook that we wrote.
func TestDistrictSums(t *testing.T) {
	for _, faults := range []bool{false, true} {
		tally := received(t, 40, faults)
		book := workbook(t, tally, lastYear(t, 40))
		ours, theirs := open(t, book), recalculated(t, book)
		sum := tally.Sum()
		for _, c := range tally.Edition.Cells() {
			at := column(t, ours, c.Ref) + "4"
			if got, want := raw(t, theirs, "各单位", at), sum.Report.Value(c.Ref); model.ParseNumber(got).Cmp(want) != 0 {
				t.Errorf("faults %t: %s comes to %q, the sum is %s", faults, c.Ref, got, want)
			}
		}
		formulas := 0
		for _, sheet := range ours.GetSheetList() {
			for row := 1; row <= 80; row++ {
				for col := 1; col <= 220; col++ {
					at, _ := excelize.CoordinatesToCellName(col, row)
					if got, want := raw(t, theirs, sheet, at), raw(t, ours, sheet, at); got != want {
						t.Errorf("faults %t: %s %s comes to %q, we wrote %q", faults, sheet, at, got, want)
					}
					if formula, _ := ours.GetCellFormula(sheet, at); formula != "" {
						formulas++
					}
				}
			}
		}
		if formulas < 2*len(tally.Edition.Cells())+len(tally.Edition.Cells())/2 {
			t.Errorf("faults %t: only %d formulas", faults, formulas)
		}
	}
}

// Who corrects a number of a body, or leaves a body out, corrects the official sheets.
func TestDistrictCorrections(t *testing.T) {
	tally := received(t, 40, false)
	f := open(t, workbook(t, tally, nil))
	was := tally.Sum().Report
	ref := model.Ref("disclosure/permits/decisions")
	left := model.Int(0) // by the body in row 7
	for c, n := range tally.Bodies[0].Entries[0].Numbers {
		if c.Ref == ref {
			left = n
		}
	}
	if err := f.SetCellValue("各单位", column(t, f, "disclosure/penalties/decisions")+"7", 1_000_000); err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellValue("各单位", "D7", "否"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	got := recalculated(t, b.Bytes())
	if value, want := raw(t, got, "各单位", column(t, got, ref)+"4"), was.Value(ref).Sub(left); value != want.String() {
		t.Errorf("without a body %s is %s, want %s", ref, value, want)
	}
	found := false
	for row := 1; row < 30; row++ {
		found = found || raw(t, got, "表二", fmt.Sprintf("B%d", row)) == was.Value(ref).Sub(left).String()
	}
	if !found {
		t.Errorf("表二 does not show %s without a body", ref)
	}
	at := column(t, got, "disclosure/penalties/decisions")
	all := model.ParseNumber(raw(t, got, "各单位", at+"5"))
	if all.Cmp(model.Int(1_000_000)) < 0 {
		t.Errorf("the sum of all rows is %s after a number has become a million", all)
	}
}

// What became of each file and what was found is told, and what begins like a formula is text.
func TestDistrictTells(t *testing.T) {
	tally := received(t, 40, false)
	f := open(t, workbook(t, tally, lastYear(t, 40)))
	rows := map[string][][]string{}
	for _, sheet := range f.GetSheetList() {
		var err error
		if rows[sheet], err = f.GetRows(sheet); err != nil {
			t.Fatal(err)
		}
	}
	has := func(sheet string, want ...string) {
		t.Helper()
		for _, row := range rows[sheet] {
			text := strings.Join(row, "|") + "|"
			all := true
			for _, w := range want {
				all = all && strings.Contains(text, w)
			}
			if all {
				return
			}
		}
		t.Errorf("%s has no row with %q", sheet, want)
	}
	name := func(i int) string { return tally.Bodies[i].Name }
	has("报送情况", "应报40个单位，其中未报2个、读不出来1个、年度不对1个、重复报送，内容不同1个、有错误2个、已收到33个；名单以外的1个；认不出单位的文件1份。共收到文件41份，计入汇总33份。")
	for _, want := range [][]string{
		{name(0), "|1月20日|已收到|是|否|0|0|0000.nianbao|"},
		{name(1), "|1月20日|未报|否|否|"},
		{name(3), "|有错误|否|是|", "|有 2 个错误。|"},
		{name(5), "|重复报送，内容不同|否|是|", "|又一份.docx|"},
		{name(6), "|年度不对|否|是|"},
		{name(7), "|读不出来|否|是|", "文件读不出来。"},
		{"@外县某局", "|不在名单里|否|否|", "|+外来.docx|"},
		{"扫描件.pdf", "|读不出来|"},
	} {
		has("报送情况", want...)
	}
	for _, s := range tally.Bodies {
		for _, e := range s.Entries {
			for _, finding := range e.Found {
				has("问题", "|"+s.Name+"|"+finding.Level.Name()+"|", finding.Text, "|"+e.File+"|")
			}
		}
	}
	has("问题", name(3), "|读入|", "“=1+1”没有读进来。")
	has("问题", "表二“行政事业性收费·本年收费金额（单位：万元）”|50000元|5|")
	if got, want := len(rows["各单位"])-6, len(tally.Bodies); got != want {
		t.Errorf("各单位 has %d rows, want %d", got, want)
	}
	for sheet, all := range rows {
		for i, row := range all {
			for k, text := range row {
				at, _ := excelize.CoordinatesToCellName(k+1, i+1)
				formula, _ := f.GetCellFormula(sheet, at)
				if formula == "" {
					continue
				}
				if model.ParseNumber(text).Blank() || !model.ParseNumber(text).Readable() {
					if sheet == "表三" && (text == "" || text == "平") { // the form's own balance
						continue
					}
					t.Errorf("%s %s: %q is a formula: %s", sheet, at, text, formula)
				}
			}
		}
	}
	if got := raw(t, f, "各单位", column(t, f, "disclosure/permits/decisions")+"11"); got != "=cmd" {
		t.Errorf("what was typed as a number is %q", got)
	}
}

// Heads stay in sight and every list can be filtered.
func TestDistrictFilters(t *testing.T) {
	f := open(t, workbook(t, received(t, 40, false), nil))
	filters := map[string]string{}
	for _, name := range f.GetDefinedName() {
		if name.Name == "_xlnm._FilterDatabase" {
			filters[name.Scope] = name.RefersTo
		}
	}
	for _, c := range []struct {
		sheet, filter    string
		columns, heading int
	}{
		{"各单位", "'各单位'!$A$6:$GV$47", 1, 6},
		{"报送情况", "'报送情况'!$A$3:$K$46", 0, 3},
		{"问题", "'问题'!$A$2:$I$", 0, 2},
	} {
		if !strings.HasPrefix(filters[c.sheet], c.filter) {
			t.Errorf("%s is filtered at %q, want %s", c.sheet, filters[c.sheet], c.filter)
		}
		panes, err := f.GetPanes(c.sheet)
		if err != nil || !panes.Freeze || panes.XSplit != c.columns || panes.YSplit != c.heading {
			t.Errorf("%s: %+v %v", c.sheet, panes, err)
		}
	}
}

// A number that does not count is none for the formulas; one that does is exact.
func TestDistrictNumbers(t *testing.T) {
	e := sample.Editions(t).ByID("2019")
	d := &district.District{Name: "柳河县人民政府", Year: 2020, Edition: e, Faults: true}
	for i, amount := range []string{"14.73万元", "251000元", "79000.1元", "5", "约3万元", "0"} {
		r := sample.Old()
		r.Office = fmt.Sprintf("柳河县第%d局", i+1)
		r.Apply(
			model.Change{At: "disclosure/procurement/amount", New: amount},
			model.Change{At: "disclosure/permits/change", New: []string{"+19", "-8", "0", "-100", "3.5", "无"}[i]},
		)
		d.Add(district.Receive(fmt.Sprint(i), r, model.Check(r, nil), nil))
	}
	tally := d.Tally()
	book := workbook(t, tally, nil)
	ours, theirs := open(t, book), recalculated(t, book)
	for _, ref := range []model.Ref{"disclosure/procurement/amount", "disclosure/permits/change", "disclosure/published/total"} {
		at := column(t, ours, ref)
		want := tally.Sum().Report.Value(ref).Digits()
		if got := raw(t, theirs, "各单位", at+"4"); got != want {
			t.Errorf("%s comes to %s, want %s", ref, got, want)
		}
		if formula, _ := ours.GetCellFormula("各单位", at+"4"); formula == "" {
			t.Errorf("%s has no formula", ref)
		}
	}
	at := column(t, ours, "disclosure/procurement/amount")
	for i, want := range []string{"147300", "251000", "79000.1", "5", "约3万元", "0"} {
		if got := raw(t, ours, "各单位", fmt.Sprintf("%s%d", at, 7+i)); got != want {
			t.Errorf("amount %d is %q, want %q", i+1, got, want)
		}
	}
}

// Nobody has sent in anything, or nobody must: there is a workbook nevertheless.
func TestDistrictEmpty(t *testing.T) {
	for _, edition := range []string{"2008", "2019", "2021"} {
		d := &district.District{Year: 2026, Edition: sample.Editions(t).ByID(edition)}
		open(t, workbook(t, d.Tally(), nil))
		d.Add(district.Refuse("坏.doc", "文件读不出来。"))
		open(t, workbook(t, d.Tally(), nil))
	}
}

func TestDistrictBytes(t *testing.T) {
	last := lastYear(t, 40)
	a, b := workbook(t, received(t, 40, true), last), workbook(t, received(t, 40, true), last)
	if !bytes.Equal(a, b) {
		t.Error("the same district gives other bytes")
		for name, body := range parts(t, a) {
			if body != parts(t, b)[name] {
				t.Errorf("%s differs", name)
			}
		}
	}
	dir, _ := os.Getwd()
	host, _ := os.Hostname()
	for name, body := range parts(t, a) {
		for _, private := range []string{dir, os.TempDir(), host} {
			if private != "" && strings.Contains(body, private) {
				t.Errorf("%s tells %s", name, private)
			}
		}
	}
}

// nation is a district of so many bodies whose reports are all there.
func nation(b *testing.B, n int) *district.Tally {
	bodies, err := sampled.New(2026, 400)
	if err != nil {
		b.Fatal(err)
	}
	e := sample.Editions(b).ByID("2021")
	d := &district.District{Year: 2026, Edition: e, Faults: true}
	for i := range n {
		r := bodies[i%len(bodies)].Report(e, 2026)
		r.Office = fmt.Sprintf("第%d镇人民政府", i)
		d.Add(district.Receive(fmt.Sprint(i), r, nil, nil))
	}
	return d.Tally()
}

func BenchmarkDistrict(b *testing.B) {
	tally := nation(b, 400)
	sum := tally.Sum()
	b.ReportAllocs()
	for b.Loop() {
		if err := xlsx.District(io.Discard, tally, sum, nil); err != nil {
			b.Fatal(err)
		}
	}
}
