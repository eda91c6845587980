package intake_test

import (
	"errors"
	"strings"
	"testing"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/model/intake"
	"nianbao/model/intake/source"
	"nianbao/model/store"
)

// FuzzPlace: whatever a document says, it is refused in a sentence, or it becomes a report
// that can be saved and opened again as it is.
func FuzzPlace(f *testing.F) {
	editions, err := model.ReadEditions(assets.Editions())
	if err != nil {
		f.Fatal(err)
	}
	f.Add("edition", "2021", "青禾镇人民政府2024年政府信息公开工作年度报告\n#一、总体情况\n（一）主动公开\n全年公开信息12条。\n1\t2\t3\n二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n")
	f.Add("year", "99999999999999999999", "一、总体情况。{requests/new/total}\n一、总体情况\n\t\t\n㈠{{\n")
	f.Add("office", "\u202e", "数据\naddress\tlabel\tvalue\nrequests/new/person\t甲\t1e99\n")
	f.Fuzz(func(t *testing.T, key, value, text string) {
		if len(text) > 1<<14 {
			return
		}
		d := &source.Document{Name: "a.txt", Format: "txt", Props: map[string]string{key: value}}
		for line := range strings.SplitSeq(strings.ToValidUTF8(text, "\ufffd"), "\n") {
			if !strings.Contains(line, "\t") {
				body, titled := strings.CutPrefix(line, "#")
				b := source.Block{Text: body}
				if titled {
					b.Level = len(body)%9 + 1
				}
				d.Blocks = append(d.Blocks, b)
				continue
			}
			var row []source.Cell
			for i, cell := range strings.Split(line, "\t") {
				row = append(row, source.Cell{Text: cell, Col: i, ColSpan: 1, RowSpan: 1})
			}
			if n := len(d.Blocks); n > 0 && d.Blocks[n-1].Table != nil {
				d.Blocks[n-1].Table.Rows = append(d.Blocks[n-1].Table.Rows, row)
			} else {
				d.Blocks = append(d.Blocks, source.Block{Table: &source.Table{Rows: [][]source.Cell{row}}})
			}
		}
		draft, err := intake.Place(d, editions)
		if err != nil {
			var e *source.Error
			if draft != nil || !errors.As(err, &e) {
				t.Fatalf("%v, %v", draft, err)
			}
			return
		}
		kept := store.Encode(draft.Report)
		again, err := store.Decode(kept, editions)
		if err != nil {
			t.Fatalf("%v: %s", err, kept)
		}
		if twice := store.Encode(again); string(twice) != string(kept) {
			t.Errorf("%s\nbecame\n%s", kept, twice)
		}
	})
}
