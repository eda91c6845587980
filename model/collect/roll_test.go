package collect_test

import (
	"archive/zip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/collect"
)

// workbook writes a roll of so many bodies as a workbook, as Excel does it.
func workbook(t testing.TB, path string, bodies int) {
	t.Helper()
	var texts, rows strings.Builder
	texts.WriteString(`<sst><si><t>单位名称</t></si><si><t>类别</t></si><si><t>别名</t></si><si><t>报送期限</t></si><si><t>乡镇</t></si><si><t>1月20日</t></si>`)
	rows.WriteString(`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>`)
	for i := range bodies {
		fmt.Fprintf(&texts, `<si><t>第%d镇人民政府</t></si><si><t>%d号镇</t></si>`, i, i)
		fmt.Fprintf(&rows, `<row r="%d" spans="1:4"><c r="A%[1]d" s="1" t="s"><v>%[2]d</v></c><c r="B%[1]d" s="1" t="s"><v>4</v></c><c r="C%[1]d" s="1" t="s"><v>%[3]d</v></c><c r="D%[1]d" s="1" t="s"><v>5</v></c></row>`, i+2, 2*i+6, 2*i+7)
	}
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	z := zip.NewWriter(file)
	for _, part := range [][2]string{
		{"xl/workbook.xml", `<workbook><sheets><sheet name="名单" r:id="a"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`},
		{"xl/sharedStrings.xml", texts.String() + "</sst>"},
		{"xl/worksheets/sheet1.xml", rows.String() + "</sheetData></worksheet>"},
	} {
		w, err := z.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(part[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
}

// The roll of a nation's townships is read from a workbook, too; what is longer is refused
// with a sentence.
func TestLongRoll(t *testing.T) {
	path := filepath.Join(t.TempDir(), "名单.xlsx")
	workbook(t, path, 60_000)
	roll, err := collect.Roll(path)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(roll.Members); n != 60_000 || roll.Members[n-1].Name != "第59999镇人民政府" {
		t.Errorf("%d members", n)
	}
	if i, ok := roll.Find("59999号镇"); !ok || i != 59_999 {
		t.Errorf("the last one is %d, %v", i, ok)
	}
	workbook(t, path, 90_000)
	if _, err := collect.Roll(path); err == nil || !strings.Contains(model.Sentence(err), "“名单.xlsx”") {
		t.Errorf("says %v", err)
	}
}

func BenchmarkLongRoll(b *testing.B) {
	path := filepath.Join(b.TempDir(), "名单.xlsx")
	workbook(b, path, 60_000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := collect.Roll(path); err != nil {
			b.Fatal(err)
		}
	}
}
