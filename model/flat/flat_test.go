package flat_test

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/district"
	"nianbao/model/flat"
	"nianbao/model/sample"
)

// form is a way to write rows.
type form struct {
	write func(io.Writer) flat.Writer
	read  func(b []byte, editions model.Editions, got func(*district.Return)) error
}

var forms = map[string]form{
	"csv": {flat.NewCSV, func(b []byte, editions model.Editions, got func(*district.Return)) error {
		return flat.ReadCSV(bytes.NewReader(b), "a.csv", editions, got)
	}},
	"parquet": {flat.NewParquet, func(b []byte, editions model.Editions, got func(*district.Return)) error {
		return flat.ReadParquet(bytes.NewReader(b), int64(len(b)), "a.parquet", editions, got)
	}},
}

// What was written is read again: the same bodies with the same numbers, blank, nought,
// unreadable and amounts alike.
func TestRoundTrip(t *testing.T) {
	for name, form := range forms {
		t.Run(name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(1, 2))
			editions := sample.Editions(t)
			var sent []*district.Return
			var b bytes.Buffer
			w := form.write(&b)
			for i := range 40 {
				r := sample.Report(random, editions[i%len(editions)])
				r.Office = strings.Repeat("甲", i+1) + "镇"
				ret := district.Receive("f", r, nil, nil)
				if len(r.Edition.Cells()) == 0 {
					continue // the oldest form has no tables
				}
				sent = append(sent, ret)
				if err := w.Write(ret); err != nil {
					t.Fatal(err)
				}
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			var back []*district.Return
			if err := form.read(b.Bytes(), editions, func(r *district.Return) { back = append(back, r) }); err != nil {
				t.Fatal(err)
			}
			if len(back) != len(sent) {
				t.Fatalf("%d bodies came back of %d", len(back), len(sent))
			}
			for i, r := range back {
				s := sent[i]
				if r.Office != s.Office || r.Kind != s.Kind || r.Year != s.Year || r.Edition.ID != s.Edition.ID {
					t.Errorf("%s came back as %s %s %d %s", s.Office, r.Office, r.Kind, r.Year, r.Edition.ID)
				}
				want := map[model.Ref]flat.Row{}
				for row := range flat.Rows(s) {
					want[model.Ref(row.Address)] = row
				}
				for row := range flat.Rows(r) {
					if want[model.Ref(row.Address)] != row {
						t.Errorf("%s: %+v came back as %+v", s.Office, want[model.Ref(row.Address)], row)
					}
					delete(want, model.Ref(row.Address))
				}
				if len(want) > 0 {
					t.Errorf("%s: %v did not come back", s.Office, want)
				}
			}
		})
	}
}

// How single numbers stand in a row.
func TestRows(t *testing.T) {
	for name, c := range map[string]struct{ at, typed, value, unit, says string }{
		"a count":                   {"requests/new/person", "12", "12", "", ""},
		"full width":                {"requests/new/person", "１２", "12", "", ""},
		"with a counting word":      {"requests/new/person", "12件", "12", "", ""},
		"nought":                    {"requests/new/person", "0", "0", "", ""},
		"blank":                     {"requests/new/person", "", "", "", ""},
		"no number":                 {"requests/new/person", "约12", "", "", "约12"},
		"an amount":                 {amount, "190.457379", "190.457379", "万元", ""},
		"an amount in another unit": {amount, "300元", "0.03", "万元", ""},
		"money where a count is":    {"requests/new/person", "3万元", "", "", "3万元"},
	} {
		t.Run(name, func(t *testing.T) {
			r := sample.Example(t)
			r.Apply(model.Change{At: model.Ref(c.at), New: c.typed})
			for row := range flat.Rows(district.Receive("f", r, nil, nil)) {
				if row.Address == c.at && (row.Value != c.value || row.Unit != c.unit || row.Typed != c.says) {
					t.Errorf("is %q %q %q", row.Value, row.Unit, row.Typed)
				}
			}
		})
	}
}

const amount = "disclosure/fees/amount"

// What a table from elsewhere may be like, and what is said of one that is no such table.
func TestReadCSV(t *testing.T) {
	for name, c := range map[string]struct {
		text   string
		bodies int
		says   string
	}{
		"columns in another order, and one more": {"\ufeffyear,note,address,value,edition,office\n2026,x,requests/new/person,3,2021,甲镇\n2026,x,requests/new/business,4,2021,甲镇\n2026,,requests/new/person,3,2021,乙镇\n", 2, ""},
		"nothing":                                {"", 0, "不是逗号分隔的数据，第一行应当是各列的名称。"},
		"a head alone":                           {"office,year,edition,address,value\n", 0, "里一行数据也没有。"},
		"another table":                          {"a,b\n1,2\n", 0, "里没有“office”这一列；要的是年报程序写出来的数据。"},
		"a form of the future":                   {"office,year,edition,address,value\n甲镇,2026,2099,requests/new/person,3\n", 0, "第 1 行数据用的是本程序不认识的格式版本“2099”，请升级本程序。"},
		"an address of no form":                  {"office,year,edition,address,value\n甲镇,2026,2021,requests/x/y,3\n", 0, "第 1 行数据的地址“requests/x/y”在2021版格式里没有。"},
		"two numbers for a cell":                 {"office,year,edition,address,value\n甲镇,2026,2021,requests/new/person,3\n甲镇,2026,2021,requests/new/person,4\n", 0, "第 2 行数据：“甲镇”的“一、本年新收政府信息公开申请数量·自然人”有两个数。"},
		"a value that is none":                   {"office,year,edition,address,value\n甲镇,2026,2021,requests/new/person,三\n", 0, "第 1 行数据的值“三”不是数。"},
		"a year that is none":                    {"office,year,edition,address,value\n甲镇,今年,2021,requests/new/person,3\n", 0, "第 1 行数据的年度“今年”不是年份。"},
		"two columns of a name":                  {"office,year,edition,address,value,value\n", 0, "里有两列都叫“value”，不知道用哪一列。请删去一列。"},
		"sorted by another column":               {"office,year,edition,address,value\n甲镇,2026,2021,requests/new/person,3\n乙镇,2026,2021,requests/new/person,3\n甲镇,2026,2021,requests/new/business,3\n", 0, "第 3 行数据：“甲镇”2026年度的数没有排在一起。请按单位和年度排好顺序。"},
		"a kind that nobody knows":               {"office,kind,year,edition,address,value\n甲厂,企业,2026,2021,requests/new/person,3\n", 0, "第 1 行数据的单位类别“企业”不认识。"},
		"a unit that nobody knows":               {"office,year,edition,address,value,unit\n甲镇,2026,2021,disclosure/fees/amount,3,美元\n", 0, "第 1 行数据的计量单位“美元”不认识。"},
		"a number and a text":                    {"office,year,edition,address,value,typed\n甲镇,2026,2021,requests/new/person,3,约4\n", 0, "第 1 行数据的“一、本年新收政府信息公开申请数量·自然人”既是数“3”，又是文字“约4”。请只留一个。"},
		"a year of no calendar":                  {"office,year,edition,address,value\n甲镇,0,2021,requests/new/person,3\n", 0, "第 1 行数据的年度“0”不是年份。"},
		"GBK":                                    {"office,year,edition,address,value\n\xbc\xd7\xd5\xf2,2026,2021,requests/new/person,3\n", 1, ""},
		"no text":                                {"office,year,edition,address,value\n甲镇,2026,2021,requests/new/person,3\n\xff\xfe\x80,2026,2021,requests/new/person,3\n", 0, "第 2 行数据的“office”一列有认不出的文字。请把文件另存为 UTF-8 编码。"},
		"quotes":                                 {"\"office\",\"year\",\"edition\",\"address\",\"value\"\n\"甲\"\"镇\",2026,2021,requests/new/person,\"1,234\"\n", 1, ""},
		"a quote without an end":                 {"office,year,edition,address,value\n\"甲镇,2026,2021,requests/new/person,3\n" + strings.Repeat("乙镇,2026,2021,requests/new/person,3\n", 50000), 0, "第 1 行数据长得不正常，多半是少了一个引号。"},
		"a line that is too short":               {"office,year,edition,address,value\n甲镇,2026\n", 0, "第 1 行数据的列数或者引号不对。"},
	} {
		t.Run(name, func(t *testing.T) {
			n := 0
			err := flat.ReadCSV(strings.NewReader(c.text), "a.csv", sample.Editions(t), func(*district.Return) { n++ })
			said := ""
			if err != nil {
				said = err.Error()
			}
			if said != c.says || c.says == "" && n != c.bodies {
				t.Errorf("%d bodies, says %q", n, said)
			}
		})
	}
}

// A Parquet file that is cut or changed is refused, whatever the library makes of it.
func TestBrokenParquet(t *testing.T) {
	var b bytes.Buffer
	w := flat.NewParquet(&b)
	if err := w.Write(district.Receive("f", sample.Example(t), nil, nil)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		broken := bytes.Clone(b.Bytes())
		for range 1 + random.IntN(4) {
			broken[random.IntN(len(broken))] = byte(random.Uint32())
		}
		broken = broken[:len(broken)-random.IntN(2)*random.IntN(len(broken))]
		_ = forms["parquet"].read(broken, sample.Editions(t), func(*district.Return) {})
	}
	if err := forms["parquet"].read([]byte("PAR1"), sample.Editions(t), nil); err == nil || err.Error() != "不是 Parquet 数据，或者已经损坏。" {
		t.Errorf("says %v", err)
	}
}

// A body of which rows are missing is refused: what is left would be another report. The
// others are read.
func TestMissingRows(t *testing.T) {
	var b bytes.Buffer
	w := flat.NewCSV(&b)
	for _, office := range []string{"甲镇", "乙镇", "丙镇"} {
		r := sample.Example(t)
		r.Office = office
		if err := w.Write(district.Receive("f", r, nil, nil)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(b.String(), "\n")
	var kept []string
	for i, line := range lines {
		if !strings.HasPrefix(line, "乙镇") || i%7 > 0 {
			kept = append(kept, line)
		}
	}
	var said []string
	err := flat.ReadCSV(strings.NewReader(strings.Join(kept, "")), "a.csv", sample.Editions(t), func(r *district.Return) { said = append(said, r.File+"："+r.Fault) })
	want := fmt.Sprintf("a.csv#甲镇2026：|a.csv#乙镇2026：“乙镇”2026年度的数据少了 %d 行，不完整。没有填的数也要有一行。|a.csv#丙镇2026：", len(lines)-len(kept))
	if got := strings.Join(said, "|"); err != nil || got != want {
		t.Errorf("%v, %s, want %s", err, got, want)
	}
}
