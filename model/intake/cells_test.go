package intake_test

import (
	"strings"
	"testing"

	"nianbao/model/intake"
	"nianbao/model/sample"
)

// Rows that were copied out of a spreadsheet, a tab between their cells.
func TestCells(t *testing.T) {
	e := sample.Example(t).Edition
	for _, c := range []struct {
		name, table, rows string
		want              string // the values in the form's order, totals too
		rest              string
	}{
		{"figures alone", "requests", "1\t2\n3\t4", "no labels", ""},
		{"words that are no label", "requests", "无\t2", "no labels", ""},
		{"labels without a head", "appeals", "结果维持\t结果纠正", "", ""},
		{
			"a row with its label in three merged cells", "requests", "一、本年新收政府信息公开申请数量\t\t\t1\t2\t0\t0\t0\t0\t3\n三、本年度办理结果\t（一）予以公开\t\t\t2\t\t\t\t\t2",
			"new/person=1 new/business=2 new/research=0 new/charity=0 new/legal=0 new/other-org=0 new/total=3 " +
				"granted/person= granted/business=2 granted/research= granted/charity= granted/legal= granted/other-org= granted/total=2", "",
		},
		{
			"a head in an order of its own", "disclosure", "信息内容\t现行有效件数\t本年制发件数\t本年废止件数\n规章\t9\t1\t2",
			"rules/issued=1 rules/repealed=2 rules/in-force=9", "",
		},
		{"too few figures", "requests", "（一）予以公开\t1\t2", "", "（一）予以公开\t1\t2"},
		{"a label with nothing behind it", "disclosure", "规章\t\t\t\n行政许可\t7", "permits/decisions=7 rules/in-force= rules/issued= rules/repealed=", ""},
		{"a row of another table", "disclosure", "行政许可\t7\n来信来访\t8", "permits/decisions=7", "来信来访\t8"},
	} {
		values, rest, _, ok := intake.Cells(e, e.Table(c.table), tabbed(c.rows))
		got := map[string]bool{}
		for _, v := range values {
			got[strings.TrimPrefix(string(v.At), c.table+"/")+"="+v.New] = true
		}
		want := strings.Fields(c.want)
		if !ok {
			got, want = map[string]bool{"no labels": true}, []string{c.want}
		}
		for _, w := range want {
			if !got[w] {
				t.Errorf("%s: %s is not among %v", c.name, w, got)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s: %d values, not %d: %v", c.name, len(got), len(want), got)
		}
		if s := strings.Join(rest, "\n"); s != c.rest {
			t.Errorf("%s: %q found no place", c.name, s)
		}
	}
}

func tabbed(text string) (rows [][]string) {
	for line := range strings.SplitSeq(text, "\n") {
		rows = append(rows, strings.Split(line, "\t"))
	}
	return rows
}
