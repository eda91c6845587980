package command

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"nianbao/assets"
)

// lastYears writes last year's report beside the example: the same one, with other values.
func lastYears(t *testing.T, values ...string) {
	t.Helper()
	folder(t)
	last := bytes.Replace(assets.Example, []byte(`"year": 2026`), []byte(`"year": 2025`), 1)
	if err := os.WriteFile("去年.nianbao", last, 0o644); err != nil {
		t.Fatal(err)
	}
	ok(t, append([]string{"set", "去年.nianbao", "title=白杨镇人民政府2025年政府信息公开工作年度报告"}, values...)...)
}

func TestCheckTellsWhatChanged(t *testing.T) {
	lastYears(t, "disclosure/permits/decisions=20", "disclosure/penalties/decisions=5", "disclosure/documents/in-force=8",
		"requests/carried-out/person=1", "requests/granted/person=1", "problems/problems=栏目名称前后不一。")

	_, out, _ := do(t, "check", "示例.nianbao", "--last", "去年.nianbao")
	for _, want := range []string{
		"\n  与2025年度对照：正文 1134 字，其中 1060 字（93%）和去年一字不差；数字变了 9 个。\n",
		"\n    变化最大的数：行政许可 20→36（+16，+80.0%）；",
		"行政处罚 5→4（-1，-20.0%）；",
		"\n    整段照旧：一、总体情况（一）主动公开：“办理行政许可36件、作出行政处罚决定4件…”，39 字\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not told by %s", want, out)
		}
	}
	if _, alone, _ := do(t, "check", "示例.nianbao"); strings.Contains(alone, "对照") {
		t.Errorf("without last year's: %s", alone)
	}

	c, _ := checkedOf(t, "示例.nianbao", "--last", "去年.nianbao")
	with := c.Compared
	if with == nil || with.Last != "去年.nianbao" || with.Year != 2025 || with.Percent != 93 || len(with.Passages) != 9 || len(with.Copied) != 10 || len(with.Numbers) != 9 {
		t.Fatalf("%+v", with)
	}
	if n := with.Numbers[1]; n != (number{"disclosure/permits/decisions", "20", "36", "16", "+80.0%"}) {
		t.Errorf("%+v", n)
	}
	if p := with.Passages[6]; p != (passage{"problems/problems", 74, 0, 0}) {
		t.Errorf("%+v", p)
	}
	// Scripts that know nothing of it find what they always found, in its order.
	_, line, _ := do(t, "check", "示例.nianbao", "--last", "去年.nianbao", "--json")
	var keys []string
	d := json.NewDecoder(strings.NewReader(line))
	for depth := 0; d.More() || depth > 0; {
		token, err := d.Token()
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case json.Delim:
			if strings.ContainsRune("{[", rune(token)) {
				depth++
			} else {
				depth--
			}
		case string:
			if depth == 1 {
				keys = append(keys, token)
			}
		}
	}
	if got := strings.Join(keys, " "); got != "file 示例.nianbao edition 2021 office 白杨镇人民政府 year errors warnings findings compared" || strings.Count(line, "\n") != 1 {
		t.Errorf("it has %s, in %d lines", got, strings.Count(line, "\n"))
	}
	if _, line, _ := do(t, "check", "示例.nianbao", "--json"); strings.Contains(line, "compared") {
		t.Errorf("without last year's: %s", line)
	}
}

// Last year's report may be of any format that is read.
func TestLastOfAnyFormat(t *testing.T) {
	lastYears(t, "disclosure/permits/decisions=20")
	want, _ := checkedOf(t, "示例.nianbao", "--last", "去年.nianbao")
	ok(t, "export", "去年.nianbao", "--to", "docx,xlsx,html,txt")
	for _, ending := range []string{"docx", "xlsx", "html", "txt"} {
		got, _ := checkedOf(t, "示例.nianbao", "--last", "去年."+ending)
		got.Compared.Last = want.Compared.Last
		a, _ := json.Marshal(got)
		if b, _ := json.Marshal(want); !bytes.Equal(a, b) {
			t.Errorf("%s: %s\nnot %s", ending, a, b)
		}
	}
}
