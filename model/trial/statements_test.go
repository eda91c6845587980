package trial

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/model"
)

func prose(name string, put func(*attempt) bool, rules ...string) fault {
	return fault{name: name, rules: rules, prose: true, put: put}
}

// told are the kinds of statement that the rule on numbers is asked to compare.
var told = strings.Fields(`received handled carried-in carried-out granted partial denied unable refused otherwise done
	review suit issued repealed in-force`)

// statements are numbers in the prose that differ from the table's.
func statements() []fault {
	var out []fault
	for _, kind := range told {
		out = append(out, prose("number: "+kind, func(a *attempt) bool { return a.misstate(like, kind) }, "text-number"))
	}
	// Nobody asked for these, but clerks write them and readers compare them.
	for _, kind := range []string{"applicant", "reason", "row", "permits", "penalties", "coercion"} {
		f := prose("number: "+kind, func(a *attempt) bool { return a.misstate(like, kind) }, "text-number")
		f.beyond = true
		out = append(out, f)
	}
	// In another notation than the author's.
	notations := []struct {
		name  string
		write func(string, int) string
	}{
		{"Chinese", func(_ string, n int) string { return chinese(n) }},
		{"full-width", func(_ string, n int) string { return wide(strconv.Itoa(n)) }},
		{"Arabic", func(_ string, n int) string { return strconv.Itoa(n) }},
		{"Arabic between spaces", func(_ string, n int) string { return " " + strconv.Itoa(n) + " " }},
	}
	for _, as := range notations {
		out = append(out, prose("number in "+as.name, func(a *attempt) bool { return a.misstate(as.write, told...) }, "text-number"))
	}
	return append(out,
		prose("number: last year's is left", leftover, "text-number"),
		prose("number: fees", misfee, "text-number"),
		behind("new", []string{"received"}, "requests/new", "requests/granted"),
		behind("granted", []string{"granted"}, "requests/new", "requests/granted"),
		behind("carried out", []string{"carried-out"}, "requests/new", "requests/carried-out"),
		prose("table moved on: issued", func(a *attempt) bool {
			return a.stale("issued") && a.add("disclosure/documents/issued", 1) && a.add("disclosure/documents/in-force", 1)
		}, "text-number"),
		prose("table moved on: review", func(a *attempt) bool {
			return a.stale("review") && a.add("appeals/review/upheld", 1)
		}, "text-number"),
	)
}

// misstate makes a statement's number wrong.
func (a *attempt) misstate(write func(old string, n int) string, kinds ...string) bool {
	s, ok := a.one(kinds...)
	if !ok {
		return false
	}
	_, marks := s.place(a.this)
	old := marks[0].in(a.this.Texts[s.Text])
	n := whole(read(old))
	m := a.wrong(n, s)
	if words := write(old, m); m >= 0 && words != "零" { // 零件 is a spare part
		return a.write(s.Text, marks[0], words)
	}
	return false
}

// wrong is a number that a clerk might type for n and that no reader would call
// right: who received new ones may count those carried in, or not.
func (a *attempt) wrong(n int, s statement) int {
	right := []int{n}
	if s.Kind == "received" || s.Kind == "handled" {
		right = append(right, a.count("requests/new/total"), a.count("requests/new/total")+a.count("requests/carried-in/total"))
	}
	for range 20 {
		m := []int{n + 1, n - 1, n + 10, n + 2, 10 * n, n / 10, swapped(n), n + 3}[a.IntN(8)]
		if m >= 0 && m < 10000 && !slices.Contains(right, m) {
			return m
		}
	}
	return -1
}

// swapped has its last two digits the other way round.
func swapped(n int) int { return n/100*100 + n%10*10 + n/10%10 }

// leftover puts last year's number where this year's stood.
func leftover(a *attempt) bool {
	s, ok := a.one(told...)
	if !ok || a.last == nil {
		return false
	}
	for _, ref := range s.Cells {
		if a.last.Edition.Cell(ref) == nil {
			return false
		}
	}
	_, marks := s.place(a.this)
	n, was := whole(sum(a.this, s.Cells)), whole(sum(a.last, s.Cells))
	if n == was || s.Kind == "received" && was == n+a.count("requests/carried-in/total") ||
		s.Kind == "handled" && was == a.count("requests/new/total") {
		return false
	}
	words := like(marks[0].in(a.this.Texts[s.Text]), was)
	return words != "零" && a.write(s.Text, marks[0], words)
}

// misfee alters a digit of the fees.
func misfee(a *attempt) bool {
	s, ok := a.one("fees")
	if !ok {
		return false
	}
	_, marks := s.place(a.this)
	old := []byte(marks[0].in(a.this.Texts[s.Text]))
	k := a.IntN(len(old))
	if old[k] < '0' || old[k] > '9' {
		return false
	}
	old[k] = '1' + (old[k]-'0'+byte(a.IntN(8)))%9
	if string(old) == marks[0].in(a.this.Texts[s.Text]) {
		return false
	}
	return a.write(s.Text, marks[0], string(old))
}

// behind makes the table move on, still in balance, with a statement left behind.
func behind(name string, kinds []string, rows ...string) fault {
	return prose("table moved on: "+name, func(a *attempt) bool {
		column, _ := pick(a, organs[:2])
		by := 1 + a.IntN(4)
		for _, row := range rows {
			a.add(model.Ref(row+"/"+column), by)
		}
		return a.stale(kinds...)
	}, "text-number")
}

// stale expects the finding at a statement that is as it was.
func (a *attempt) stale(kinds ...string) bool {
	s, ok := a.one(kinds...)
	if !ok {
		return false
	}
	_, marks := s.place(a.this)
	return a.say(s.Text, marks[0].from, marks[0].to)
}
