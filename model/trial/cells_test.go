package trial

import (
	"strconv"
	"strings"

	"nianbao/model"
)

// cell is a random cell that takes numbers of a kind and is no total.
func (a *attempt) cell(as string) *model.Cell {
	var fit []*model.Cell
	for _, c := range a.this.Edition.Cells() {
		if !c.Total() && c.As() == as && !c.Optional() {
			fit = append(fit, c)
		}
	}
	c, _ := pick(a, fit)
	return c
}

// cells are wrong contents of single cells.
func cells() []fault {
	typed := func(name, rule, as string, words ...string) fault {
		return exact(name, rule, func(a *attempt) bool {
			c := a.cell(as)
			if c == nil {
				return false
			}
			word, _ := pick(a, words)
			n := a.this.Numbers[c.Ref]
			a.set(c.Ref, strings.ReplaceAll(word, "N", n.Digits()))
			return a.mark(c.Ref)
		})
	}
	return []fault{
		typed("words in a cell", "not-a-count", "count", "无", "/", "-", "—", "无。", "约N", "若干", "N余件"),
		typed("a fraction in a count", "not-a-count", "count", "N.5", "0.3", "N.25"),
		typed("a negative count", "not-a-count", "count", "-1", "－3", "-12"),
		typed("money in a count", "not-a-count", "count", "3万元", "500元"),
		typed("a negative amount", "not-a-count", "amount", "-0.5", "-12"),
		typed("a unit in a count", "unit-in-cell", "count", "N件", "N 件", "N次", "N　件"),
		exact("a unit in the fees", "unit-in-cell", func(a *attempt) bool {
			ref := model.Ref("disclosure/fees/amount")
			if a.this.Edition.Cell(ref) == nil {
				return false
			}
			a.set(ref, a.this.Numbers[ref].Digits()+[]string{"万元", "元"}[a.IntN(2)])
			return a.mark(ref)
		}),
		exact("an amount without its unit", "unit-missing", func(a *attempt) bool {
			ref := model.Ref("disclosure/procurement/amount")
			if n := a.this.Numbers[ref]; n.Sign() == 0 || n.Unit() == "" {
				return false
			}
			a.set(ref, []string{a.this.Numbers[ref].Digits(), strconv.Itoa(10000 + a.IntN(900000))}[a.IntN(2)])
			return a.mark(ref)
		}),
		exact("a blank cell", "blank-cell", func(a *attempt) bool {
			c := a.cell([]string{"count", "count", "count", "amount", "signed"}[a.IntN(5)])
			if c == nil {
				return false
			}
			a.this.Apply(model.Change{At: c.Ref, Drop: true})
			return a.mark(c.Ref)
		}),
		exact("purchases without amount", "procurement-pair", func(a *attempt) bool {
			ref := model.Ref("disclosure/procurement/amount")
			if a.this.Edition.Cell(ref) == nil || a.count("disclosure/procurement/projects") == 0 {
				return false
			}
			a.set(ref, "0")
			return a.mark(ref)
		}),
		exact("amount without purchases", "procurement-pair", func(a *attempt) bool {
			if a.this.Numbers["disclosure/procurement/amount"].Sign() == 0 {
				return false
			}
			a.set("disclosure/procurement/projects", "0")
			return a.mark("disclosure/procurement/projects")
		}),
		exact("published over made", "published-over-made", func(a *attempt) bool {
			made := a.count("disclosure/documents/made")
			if a.this.Edition.Cell("disclosure/documents/made") == nil {
				return false
			}
			a.set("disclosure/documents/published", strconv.Itoa(made+1+a.IntN(6)))
			return a.mark("disclosure/documents/published")
		}),
		exact("rules of a body that makes none", "rules-made", func(a *attempt) bool {
			columns := []model.Ref{"issued", "repealed", "in-force", "made", "published", "in-public"}
			ref := "disclosure/rules/" + columns[a.IntN(len(columns))]
			if a.this.Edition.Cell(ref) == nil {
				return false
			}
			a.set(ref, strconv.Itoa(1+a.IntN(3)))
			return a.mark(ref)
		}),
	}
}
