package district_test

import (
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/district"
)

// table is a text with tabs as rows of cells.
func table(text string) (rows [][]string) {
	for line := range strings.Lines(text) {
		rows = append(rows, strings.Split(strings.TrimRight(line, "\n"), "\t"))
	}
	return rows
}

// Rolls as offices write them.
func TestReadRoll(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []district.Member
		says string
	}{
		"names alone": {
			"白杨镇人民政府\n\n柳河街道办事处\n县水务局\n",
			[]district.Member{{Name: "白杨镇人民政府", Kind: model.Township}, {Name: "柳河街道办事处", Kind: model.Subdistrict}, {Name: "县水务局", Kind: model.Department}},
			"",
		},
		"columns in any order, below a title": {
			"青原县2026年度应报单位\n序号\t类别\t单位名称\t报送期限\t简称\n1\t乡镇\t白杨镇人民政府\t2027年1月15日\t白杨镇、白杨\n2\t部门\t县水务局\t01-20\t\n",
			[]district.Member{{Name: "白杨镇人民政府", Kind: model.Township, Aliases: []string{"白杨镇", "白杨"}, Due: "01-15"}, {Name: "县水务局", Kind: model.Department, Due: "01-20"}},
			"",
		},
		"a day from a workbook":    {"单位\t期限\n白杨镇\t2027-01-15\n", []district.Member{{Name: "白杨镇", Kind: model.Township, Due: "01-15"}}, ""},
		"nothing":                  {"\n\n", nil, "名单第 1 行起没有单位名称。名单一行写一个单位，或者是有“单位名称”一列的表。"},
		"a kind that nobody knows": {"单位名称\t类别\n白杨镇\t企业\n", nil, "名单第 2 行的单位类别“企业”不认识。可以写乡镇、街道、县、市或者部门，也可以空着。"},
		"no day":                   {"单位名称\t报送期限\n白杨镇\t尽快\n", nil, "名单第 2 行的报送期限“尽快”不是日期。请写成 1月20日 这样，也可以空着。"},
		"a line without a name":    {"单位名称\t类别\n\t乡镇\n", nil, "名单第 2 行没有单位名称。请补上，或者删去这一行。"},
		"the same line twice":      {"白杨镇\n县水务局\n白杨镇\n", nil, "名单里“白杨镇”写了两次。请删去一行，或者把名称写得分得清。"},
		"the same body twice":      {"白杨镇\n白杨镇人民政府\n", nil, "名单里“白杨镇”和“白杨镇人民政府”都叫“白杨镇人民政府”，分不清是谁报的。请把其中一个的名称或者别名改得不一样。"},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := district.ReadRoll(table(c.text))
			if err != nil {
				if got := model.Sentence(err); got != c.says {
					t.Errorf("says %q, want %q", got, c.says)
				}
				return
			}
			if len(r.Members) != len(c.want) || c.says != "" {
				t.Fatalf("members are %+v", r.Members)
			}
			for i, m := range r.Members {
				w := c.want[i]
				if m.Name != w.Name || m.Kind != w.Kind || m.Due != w.Due || strings.Join(m.Aliases, "|") != strings.Join(w.Aliases, "|") {
					t.Errorf("member %+v, want %+v", m, w)
				}
			}
		})
	}
}

// Whose report it is: by name, alias, with or without what is written in many ways. What
// could be two bodies' is nobody's.
func TestFind(t *testing.T) {
	roll, err := district.ReadRoll(table("单位名称\t别名\n白杨镇人民政府\t白杨\n柳河街道办事处\t\n青原县水务局\t县水务局\n东山县新民乡人民政府\t\n西山县新民乡人民政府\t\n大同镇\t\n"))
	if err != nil {
		t.Fatal(err)
	}
	for office, want := range map[string]string{
		"白杨镇人民政府":       "白杨镇人民政府",
		"白杨镇":           "白杨镇人民政府",
		" 白 杨 镇 政 府":    "白杨镇人民政府",
		"白楊鎮人民政府":       "白杨镇人民政府",
		"白杨":            "白杨镇人民政府",
		"青原县白杨镇人民政府":    "白杨镇人民政府",
		"柳河街道":          "柳河街道办事处",
		"柳河街道办事处\u200b": "柳河街道办事处",
		"县水务局":          "青原县水务局",
		"水务局":           "青原县水务局",
		"西山县新民乡":        "西山县新民乡人民政府",
		"新民乡":           "",
		"小白杨镇":          "",
		"白杨镇中心小学":       "",
		"同镇":            "",
		"":              "",
	} {
		i, ok := roll.Find(office)
		got := ""
		if ok {
			got = roll.Members[i].Name
		}
		if got != want {
			t.Errorf("%q is %q, want %q", office, got, want)
		}
	}
}
