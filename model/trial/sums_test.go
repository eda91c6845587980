package trial

import (
	"strconv"
	"strings"

	"nianbao/model"
)

// exact is a fault that a rule either finds or does not work: each has to be found.
func exact(name, rule string, put func(*attempt) bool) fault {
	return fault{name: name, rules: []string{rule}, put: put}
}

var (
	organs  = []string{"person", "business", "research", "charity", "legal", "other-org"}
	results = strings.Fields(`granted partial deny-secret deny-law deny-security deny-third-party deny-internal deny-process
		deny-enforcement deny-query unable-not-held unable-not-made unable-unclear refuse-petition refuse-repeat
		refuse-publication refuse-abusive refuse-confirm`)
	groups = []string{"review", "suit", "suit-after-review"}
)

func (a *attempt) request(rows ...string) model.Ref {
	row, _ := pick(a, rows)
	column, _ := pick(a, organs)
	return model.CellRef("requests", row, column)
}

// off is a number a little beside another, never below 0.
func (a *attempt) off(n int) int {
	for {
		if m := n + []int{1, -1, 2, 10, -10, 9}[a.IntN(6)]; m >= 0 {
			return m
		}
	}
}

// stated puts a wrong total into a report.
func (a *attempt) stated(ref model.Ref) bool {
	a.set(ref, strconv.Itoa(a.off(a.count(ref))))
	return a.mark(ref)
}

// moved changes a count alone.
func (a *attempt) moved(ref model.Ref) bool {
	a.set(ref, strconv.Itoa(a.off(a.count(ref))))
	return a.mark(ref)
}

// sums are breaches of what the tables themselves must add up to.
func sums() []fault {
	row := func(rows ...string) func(*attempt) bool {
		return func(a *attempt) bool {
			name, _ := pick(a, rows)
			return a.stated(model.CellRef("requests", name, "total"))
		}
	}
	return []fault{
		exact("row sum of a result", "requests-row-sum", row(results...)),
		exact("row sum of new or carried", "requests-row-sum", row("new", "carried-in", "carried-out")),
		exact("sum of the results", "requests-result-sum", func(a *attempt) bool {
			return a.stated(a.request("total"))
		}),
		exact("grand total", "requests-result-sum", func(a *attempt) bool {
			return a.stated("requests/total/total")
		}),
		exact("balance: new", "requests-balance", func(a *attempt) bool { return a.moved(a.request("new")) }),
		exact("balance: carried in", "requests-balance", func(a *attempt) bool { return a.moved(a.request("carried-in")) }),
		exact("balance: carried out", "requests-balance", func(a *attempt) bool { return a.moved(a.request("carried-out")) }),
		exact("balance: a result", "requests-balance", func(a *attempt) bool {
			ref := a.request(results...)
			_, _, column, _ := ref.Cell()
			a.moved(ref)
			return a.mark(model.CellRef("requests", "total", column))
		}),
		exact("balance: a result in another column", "requests-balance", func(a *attempt) bool {
			row, _ := pick(a, results)
			from, to := a.request(row), a.request(row)
			_, _, column, _ := from.Cell()
			if from == to || !a.add(from, -1) || !a.add(to, 1) {
				return false
			}
			return a.mark(model.CellRef("requests", "total", column))
		}),
		exact("appeals sum", "appeals-sum", func(a *attempt) bool {
			group, _ := pick(a, groups)
			return a.stated(model.CellRef("appeals", group, "total"))
		}),
		exact("appeals over applications", "appeals-over-requests", func(a *attempt) bool {
			if a.last == nil { // the older cases may be last year's applications
				return false
			}
			group, _ := pick(a, groups)
			requests := a.count("requests/new/total") + whole(a.last.Value("requests/new/total"))
			a.add(model.CellRef("appeals", group, "upheld"), requests+1+a.IntN(5))
			return a.mark("appeals/" + model.Ref(group) + "/total")
		}),
	}
}
