package xlsx_test

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/export"
	"nianbao/export/xlsx"
	"nianbao/model"
	"nianbao/model/sample"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var reports = map[string]func() *model.Report{"full": sample.Full, "old": sample.Old, "draft": sample.Draft, "signs": sample.Signs}

func write(t testing.TB, r *model.Report) []byte {
	t.Helper()
	return written(t, export.Compose(r))
}

// unfinished is what write gives of a report that is a draft.
func unfinished(t testing.TB, r *model.Report) []byte {
	t.Helper()
	d := export.Compose(r)
	d.Draft = true
	return written(t, d)
}

func written(t testing.TB, d *export.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := xlsx.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(t testing.TB, book []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// parts are the files in a workbook.
func parts(t testing.TB, book []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(body)
	}
	return out
}

func TestWriteIsAsInTheGoldenFiles(t *testing.T) {
	for _, name := range []string{"full", "old"} {
		t.Run(name, func(t *testing.T) {
			got := dump(t, write(t, reports[name]()))
			path := filepath.Join("testdata", name+".txt")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
			for i := range max(len(g), len(w)) {
				if i >= len(g) || i >= len(w) || g[i] != w[i] {
					t.Fatalf("line %d of %s is different: %q", i+1, path, g[min(i, len(g)-1)])
				}
			}
		})
	}
}

var tag = regexp.MustCompile(`<(row|c|mergeCell|col|pane|conditionalFormatting|dataValidation|pageSetup|sheetProtection|definedName|calcPr|xf|numFmt|font|dxf)[ >]`)

// dump is the text of the parts that the program decides on, an element a line.
func dump(t *testing.T, book []byte) string {
	var b strings.Builder
	all := parts(t, book)
	for _, name := range []string{"xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml", "xl/worksheets/sheet4.xml", "xl/styles.xml"} {
		fmt.Fprintf(&b, "== %s\n%s\n", name, tag.ReplaceAllStringFunc(all[name], func(s string) string { return "\n" + s }))
	}
	return b.String()
}

func TestTheSameReportGivesTheSameBytes(t *testing.T) {
	first := write(t, sample.Full())
	for range 20 {
		if !bytes.Equal(first, write(t, sample.Full())) {
			t.Fatal("the bytes differ")
		}
	}
}

// TestReadBack opens the file and finds every number in its official sheet and
// every value in 数据.
func TestReadBack(t *testing.T) {
	for name, make := range reports {
		r := make()
		f := open(t, write(t, r))
		want := []string{"表二", "表三", "表四", "数据"}
		if got := f.GetSheetList(); !slices.Equal(got, want) {
			t.Fatalf("%s: sheets %q, want %q", name, got, want)
		}
		for _, block := range export.Compose(r).Blocks {
			if block.Table == nil {
				continue
			}
			for i, slot := range block.Table.Grid.Slots {
				at, _ := excelize.CoordinatesToCellName(slot.Col+1, slot.Row+3)
				got, err := f.GetCellValue(block.Table.Name, at)
				// (The library does not know the sign in the format of +19.)
				if err != nil || got != strings.TrimPrefix(block.Table.Texts[i], "+") {
					t.Errorf("%s: %s %s is %q, want %q (%v)", name, block.Table.Name, at, got, block.Table.Texts[i], err)
				}
			}
		}
		values := ledger(t, f)
		for _, ref := range []model.Ref{model.RefOffice, model.RefKind, model.RefYear, model.RefTitle, model.RefOutline, "@before:disclosure/note"} {
			want, has := r.Get(ref)
			if got, ok := values[ref]; ok != has || has && got != want {
				t.Errorf("%s: %s is %q, want %q", name, ref, got, want)
			}
		}
		for _, c := range r.Edition.Cells() {
			got, ok := values[c.Ref]
			_, has := r.Numbers[c.Ref]
			if want := r.Value(c.Ref); !model.ParseNumber(got).Equal(model.ParseNumber(want.String())) || ok == (c.Optional() && !has) {
				t.Errorf("%s: %s is %q, want %q", name, c.Ref, got, want)
			}
		}
		for id, want := range r.Texts {
			if want = strings.ReplaceAll(want, "\v", "\n"); values[id] != want {
				t.Errorf("%s: %s is %q, want %q", name, id, values[id], want)
			}
		}
		if values["@edition"] != r.Edition.ID {
			t.Errorf("%s: edition %q", name, values["@edition"])
		}
	}
}

// ledger reads the sheet 数据; rows of one address are one text.
func ledger(t *testing.T, f *excelize.File) map[model.Ref]string {
	t.Helper()
	rows, err := f.GetRows("数据")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(rows[0], []string{"地址", "名称", "值"}) {
		t.Errorf("head %q", rows[0])
	}
	out := map[model.Ref]string{}
	for _, row := range rows[1:] {
		if len(row) == 2 {
			row = append(row, "")
		}
		out[model.Ref(row[0])] += row[2]
	}
	return out
}

// TestNumbersAreExact looks into the XML for what an amount is written as.
func TestNumbersAreExact(t *testing.T) {
	const ref = "disclosure/fees/amount"
	for typed, want := range map[string]string{
		"190.457379":          `><v>190.457379</v></c>`,
		"0.1":                 `><v>0.1</v></c>`,
		"14.70":               `><v>14.7</v></c>`,
		"1,234.5":             `><v>1234.5</v></c>`,
		"123456789.012345":    `><v>123456789.012345</v></c>`,
		"0.000000000000001":   `><v>0.000000000000001</v></c>`,
		"999999999999999":     `><v>999999999999999</v></c>`,
		"1000000000000000":    ` t="inlineStr"><is><t>1000000000000000</t></is></c>`,
		"123456789012.345678": ` t="inlineStr"><is><t>123456789012.345678</t></is></c>`,
		"14.73万元":             ` t="inlineStr"><is><t>14.73万元</t></is></c>`,
		"=1+1":                ` t="inlineStr"><is><t>=1+1</t></is></c>`,
		"无":                   ` t="inlineStr"><is><t>无</t></is></c>`,
		"":                    `></c>`,
	} {
		r := sample.Full()
		r.Numbers[ref] = model.ParseNumber(typed)
		book := write(t, r)
		xml := parts(t, book)["xl/worksheets/sheet1.xml"]
		_, cell, _ := strings.Cut(xml, `<c r="B16"`)
		if cell, _, _ = strings.Cut(cell, `<c r="C16"`); !strings.HasSuffix(cell, want) {
			t.Errorf("%q is written as %s, want %s", typed, cell, want)
		}
		if got := model.ParseNumber(ledger(t, open(t, book))[ref]); !got.Equal(r.Numbers[ref]) {
			t.Errorf("%q is read back as %q", typed, got)
		}
	}
}

// TestStatedTotalsAreNotHidden: where the report states another total than its
// parts come to, the sheet has the stated number and says so.
func TestStatedTotalsAreNotHidden(t *testing.T) {
	r := sample.Full()
	r.Numbers["requests/granted/total"], r.Numbers["requests/new/total"] = model.Int(12), model.Int(21)
	f := open(t, write(t, r))
	for at, want := range map[string]struct{ value, formula string }{
		"J8":  {"12", ""},                                                                // stated
		"J6":  {"21", `IF(OR(COUNT(D6:I6)=0,COUNTA(D6:I6)>COUNT(D6:I6)),"",SUM(D6:I6))`}, // stated and right
		"D29": {"19", `IF(OR(COUNT(D8:D28)=0,COUNTA(D8:D28)>COUNT(D8:D28)),"",SUM(D8:D28))`},
		"J29": {"22", `IF(OR(COUNT(D8:I28)=0,COUNTA(D8:I28)>COUNT(D8:I28)),"",SUM(D8:I28))`},
		"D34": {"差 1", `IF(COUNT($D$8:$J$8)=7,IF(SUM($J$8)=SUM($D$8:$I$8),"平","差 "&ABS(SUM($J$8)-SUM($D$8:$I$8))),"")`},
	} {
		value, _ := f.GetCellValue("表三", at)
		formula, _ := f.GetCellFormula("表三", at)
		if value != want.value || formula != want.formula {
			t.Errorf("%s is %q by %q, want %q by %q", at, value, formula, want.value, want.formula)
		}
	}
}

// TestPartsOfTotals: a total is a formula only where the formula comes to what
// the model comes to.
func TestPartsOfTotals(t *testing.T) {
	for typed, want := range map[string]struct {
		total   string
		formula bool
	}{
		"":                 {"3", true},
		"2":                {"5", true},
		"无":                {"", true},   // unknown: the formula shows nothing either
		"2件":               {"5", false}, // a formula would take the text for nothing
		"1000000000000000": {"", false},  // too large to be meant
	} {
		r := sample.Blank("2021", "白杨镇人民政府", 2026)
		r.Numbers["requests/new/person"], r.Numbers["requests/new/legal"] = model.Int(3), model.ParseNumber(typed)
		f := open(t, write(t, r))
		value, _ := f.GetCellValue("表三", "J6")
		formula, _ := f.GetCellFormula("表三", "J6")
		if value != want.total || (formula != "") != want.formula {
			t.Errorf("with %q the total is %q by %q, want %q", typed, value, formula, want.total)
		}
	}
}

// TestLongTextsGoOn: what a cell has no room for stands in the next row.
func TestLongTextsGoOn(t *testing.T) {
	r := sample.Full()
	long := strings.Repeat("甲𬭊\n", 30000) + "尾"
	r.Texts["other"] = long
	f := open(t, write(t, r))
	if got := ledger(t, f)["other"]; got != long {
		t.Errorf("%d bytes came back of %d", len(got), len(long))
	}
}

// TestOnlyLegibleTextIsWritten: what XML cannot hold is in no part.
func TestOnlyLegibleTextIsWritten(t *testing.T) {
	r := sample.Full()
	const hostile = "甲\x00乙\x1b丙\uffff丁"
	r.Office, r.Title = hostile, hostile+"2026年"
	r.Texts["other"] = hostile
	r.Numbers["requests/new/person"] = model.ParseNumber(hostile)
	r.Outline = []model.Heading{{ID: "requests", Title: hostile}, {ID: "other", Title: hostile}}
	all := parts(t, write(t, r))
	for _, name := range []string{"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "docProps/core.xml"} {
		if body := all[name]; !strings.Contains(body, "甲乙丙丁") || strings.Contains(body, "\ufffd") {
			t.Errorf("%s has not only what is legible", name)
		}
	}
}

// TestTextsAreNoFormulas: text stays text whatever it starts with.
func TestTextsAreNoFormulas(t *testing.T) {
	r := sample.Full()
	texts := map[model.Ref]string{"preface": "=1+1", "overview/intro": "+1", "overview/active": "-1", "other": "@SUM(A1)", "problems/problems": "  前后留空 \t"}
	for id, text := range texts {
		r.Texts[id] = text
	}
	f := open(t, write(t, r))
	rows, err := f.GetRows("数据")
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		want, ok := texts[model.Ref(row[0])]
		if !ok {
			continue
		}
		at := fmt.Sprintf("C%d", i+1)
		formula, _ := f.GetCellFormula("数据", at)
		kind, _ := f.GetCellType("数据", at)
		if row[2] != want || formula != "" || kind != excelize.CellTypeInlineString {
			t.Errorf("%s is %q, formula %q, type %v", row[0], row[2], formula, kind)
		}
	}
}

func TestAnEditionWithoutTablesHasOnlyData(t *testing.T) {
	r := sample.Blank("2008", "白杨镇人民政府", 2012)
	r.Texts["fees"] = "未收费。"
	f := open(t, write(t, r))
	if got := f.GetSheetList(); !slices.Equal(got, []string{"数据"}) {
		t.Errorf("sheets %q", got)
	}
	if got := ledger(t, f)["fees"]; got != "未收费。" {
		t.Errorf("fees: %q", got)
	}
}

// TestTablesLeftOut: a report whose own outline has not all tables keeps their
// numbers, and a section that stands twice gets two sheets.
func TestTablesLeftOut(t *testing.T) {
	r := sample.Full()
	r.Outline = []model.Heading{{ID: "overview", Title: "总体情况"}, {ID: "appeals", Title: "复议"}, {ID: "appeals", Title: "又一次"}}
	f := open(t, write(t, r))
	if got := f.GetSheetList(); !slices.Equal(got, []string{"表四", "表四 (2)", "数据"}) {
		t.Errorf("sheets %q", got)
	}
	values := ledger(t, f)
	for ref, want := range map[model.Ref]string{"requests/new/total": "21", "disclosure/fees/amount": "190.457379", "appeals/review/total": "2", "disclosure/note": r.Texts["disclosure/note"]} {
		if values[ref] != want {
			t.Errorf("%s is %q, want %q", ref, values[ref], want)
		}
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWriteTellsOfAFullDisk(t *testing.T) {
	if err := xlsx.Write(broken{}, export.Compose(sample.Full())); err == nil {
		t.Error("no error")
	}
}

// FuzzNumber: whatever is typed into a cell is read back as the same number.
func FuzzNumber(f *testing.F) {
	for _, typed := range []string{"190.457379", "+19", "-8", "14.73万元", "0.00", "１２３", "=A1", "无", "甲\v\x01\xff乙\uffff"} {
		f.Add(typed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		const ref = "disclosure/fees/amount"
		r := sample.Blank("2021", "白杨镇人民政府", 2026)
		if strings.Contains(typed, "_x") {
			t.Skip("the library writes _x0041_ rightly and reads it back wrongly")
		}
		n := model.ParseNumber(export.Legible(typed))
		r.Numbers[ref] = n
		if got := model.ParseNumber(ledger(t, open(t, write(t, r)))[ref]); !got.Equal(n) {
			t.Errorf("%q is read back as %q", typed, got)
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	d := export.Compose(sample.Full())
	b.ReportAllocs()
	for b.Loop() {
		if err := xlsx.Write(io.Discard, d); err != nil {
			b.Fatal(err)
		}
	}
}

// A draft says so in the header of each printed sheet and in a corner of each table.
func TestDraft(t *testing.T) {
	draft, final := open(t, unfinished(t, sample.Full())), open(t, write(t, sample.Full()))
	for _, sheet := range draft.GetSheetList() {
		header, err := draft.GetHeaderFooter(sheet)
		if err != nil || header == nil || !strings.Contains(header.OddHeader, export.DraftMark) {
			t.Errorf("%s: the header is %+v, %v", sheet, header, err)
		}
		for f, want := range map[*excelize.File]bool{draft: sheet != "数据", final: false} {
			found, err := f.SearchSheet(sheet, export.DraftMark)
			if err != nil || (len(found) == 1) != want {
				t.Errorf("%s: the mark stands in %v, %v", sheet, found, err)
			}
		}
	}
}
