package model_test

import (
	"io/fs"
	"strings"
	"testing"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/model/sample"
)

func TestEditionsReadAndCover(t *testing.T) {
	all := sample.Editions(t)
	for _, e := range all {
		for i := range e.Sections {
			table := e.Sections[i].Table
			if table == nil {
				continue
			}
			for _, optional := range []bool{false, true} {
				g := table.Grid(func(*model.Line) bool { return optional })
				if err := g.Proof(); err != nil {
					t.Errorf("edition %s, table %s, optional rows %v: %v", e.ID, table.ID, optional, err)
				}
			}
		}
	}
}

// Data is read as strictly as code: each slip is an error that says where.
func TestEditionIsLinted(t *testing.T) {
	right, err := fs.ReadFile(assets.Editions(), "2021.json")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := model.ReadEdition(right, assets.Editions()); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ what, old, new, says string }{
		{"a misspelt key", `"basis"`, `"bases"`, "bases"},
		{"a section twice", `"id": "problems"`, `"id": "overview"`, "overview"},
		{"a text twice", `"id": "overview/platform"`, `"id": "overview/active"`, "overview/active"},
		{"a sum of what is not there", `["upheld", "corrected", "other", "pending"]`, `["upheld", "corrected", "others", "pending"]`, "others"},
		{"an unknown kind of number", `"as": "amount"`, `"as": "money"`, "money"},
		{"a table that is too narrow", `"widths": [1, 1, 1, 1]`, `"widths": [1, 1, 1]`, "disclosure"},
		{"an unknown rule", `"kind": "balance"`, `"kind": "balances"`, "balances"},
		{"an unknown level", `"level": "error", "kind": "number"`, `"level": "bad", "kind": "number"`, "bad"},
		{"a rule about a row that is not there", `"left": ["new", "carried-in"]`, `"left": ["new", "carried"]`, "carried"},
		{"a rule about a section that is not there", `"section": "overview", "limit"`, `"section": "overviews", "limit"`, "overviews"},
		{"a rule without its words", `"says": ["各类申请人"]`, `"says": []`, "requests-row-sum"},
		{"a rule that nobody has named", `"id": "jump"`, `"id": "leap"`, "leap"},
		{"a sentence with a cell that is not there", `{requests/new/total}件，上年`, `{requests/newer/total}件，上年`, "requests/newer"},
		{"a sentence with an open brace", `XX增加XX件`, `XX增加{XX件`, "disclosure/note"},
		{"facts without one of them", `{notices}件`, `{notice}件`, "other"},
		{"two cells of one name", `"name": "公开出版物"`, `"name": "重复申请"`, "重复申请"},
		{"a name with a brace", `"name": "公开出版物"`, `"name": "公开{出版物"`, "公开{出版物"},
		{"a list that is not there", `"typos": "typos"`, `"typos": "typo"`, "typo"},
		{"something behind the end", "\n}\n", "\n}\n{}", "follows"},
	} {
		spoilt := strings.Replace(string(right), c.old, c.new, 1)
		if c.old == "\n}\n" {
			spoilt = string(right) + "{}"
		}
		if spoilt == string(right) {
			t.Errorf("%s: %s is not in the edition", c.what, c.old)
			continue
		}
		if _, err := model.ReadEdition([]byte(spoilt), assets.Editions()); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}
