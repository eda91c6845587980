package reading

import (
	"slices"
	"strings"
)

// Lists that no 其中 opens.

// implied finds the lists that nothing opens: those that tell what is left, and those whose
// parts are of a kind that the whole is told to have.
func (l *lister) implied() {
	for i, t := range l.ts {
		if t.kind != number || !countable(t.number) || roughly(l.ts, i) || compared(l.ts, i, l.own) {
			continue
		}
		if l.left(i) {
			continue
		}
		if _, ok := totals(l.plain, l.ts, i); ok && len(l.added(i)) > 1 { // it belongs to what stands before
			continue
		}
		comma, near := l.behind(i)
		if comma < 0 {
			continue
		}
		items, open := listed(l.plain, l.ts, comma+1)
		if open || len(items) < 2 || semicolon(l.ts[comma:items[0].at], t.depth) || items[0].number.Unit != t.number.Unit || l.holds(t.from, l.ts[items[0].at].to) {
			continue
		}
		first := items // those that are parts for sure
		if k := slices.IndexFunc(items, func(it item) bool { return it.over }); k > 1 {
			first = items[:k]
		}
		switch n := l.build(i, items); {
		case l.ofKind(i, items):
			l.add([]token{t}, items, t.from, false)
		case l.broken(i, first[len(first)-1].at, first):
		case near && (l.contrary(first) || l.paired(first)):
			l.add([]token{t}, first, t.from, false)
		case near && n > 0:
			l.add([]token{t}, items[:n], t.from, false)
		}
	}
}

// broken says that the parts come to less than the whole and that another number follows,
// which may be one of them.
func (l *lister) broken(whole, last int, items []item) bool {
	n, _ := l.ts[whole].number.whole()
	if sum(numbers(items)) >= n {
		return false
	}
	for j := last + 1; j < len(l.ts) && l.mark(j) != ';'; j++ {
		if t := l.ts[j]; t.kind == number && t.depth == l.ts[whole].depth && t.number.Unit == l.ts[whole].number.Unit {
			return true
		}
	}
	return false
}

// behind is the mark behind a number's clause, -1 if another number stands before it. near
// says that only what is counted stands between: 收到申请10件.
func (l *lister) behind(i int) (comma int, near bool) {
	near = true
	for j := i + 1; j < len(l.ts); j++ {
		switch t := l.ts[j]; {
		case t.depth != l.ts[i].depth, t.kind == number, t.kind == word && (opensList(t) || compares(t.tag)):
			return -1, false
		case t.kind == mark && (t.mark == ',' || t.mark == ':'):
			return j, near
		case t.kind == mark && t.mark != '、':
			return -1, false
		case t.kind != word || !filler(t.tag) && t.tag != "request" && t.tag != "application":
			near = false
		}
	}
	return -1, false
}

// ofKind says that the parts are what the whole is known to fall into: applicants, results,
// outcomes, the reasons of a result.
func (l *lister) ofKind(i int, items []item) bool {
	whole := l.tagOf(i)
	kind := items[0].class
	if kind == "open" { // 公开3件；部分公开1件
		kind = items[1].class
	}
	for _, it := range items {
		if it.class == kind || it.class == "open" && kind == "result" || it.class == "reason" && (kind == "result" || kind == "outcome") || it.class == "" {
			continue
		}
		if it.class != "result" || kind != "reason" {
			return false
		}
		kind = "result"
	}
	switch kind {
	case "applicant", "outcome", "suit":
		return class(whole) != kind && class(whole) != "result" && whole != "remanded"
	case "result":
		return class(whole) != kind && class(whole) != "reason" && len(items) > 2
	case "reason":
		group := map[tag]string{"denied": "row/deny-", "unable": "row/unable-", "refused": "row/refuse-", "otherwise": "row/other-"}[whole]
		return group != "" && !slices.ContainsFunc(items, func(it item) bool { return it.class != "" && !strings.HasPrefix(l.tagOf(it.at), group) })
	}
	return false
}

// left finds a list that tells what is left, by its last part: 发现问题12个，已整改9个，其余3个.
// What it is left of may be any number before, or two together: 建议4件、提案6件.
func (l *lister) left(i int) bool {
	rest := false
	for j := i - 1; j >= l.clause(i) && !rest; j-- {
		if l.ts[j].kind == number {
			return false
		}
		rest = l.tag(j) == "rest"
	}
	if !rest {
		return false
	}
	var run []int // the numbers before
	joined := 0   // so many of the first of them stand in one clause
	for j := i - 1; j >= 0 && l.mark(j) != ';'; j-- {
		if l.ts[j].kind != number || l.ts[j].depth != l.ts[i].depth || compared(l.ts, j, l.own) {
			continue
		}
		if l.ts[j].number.Unit != l.ts[i].number.Unit || roughly(l.ts, j) {
			break
		}
		run = append([]int{j}, run...)
	}
	if len(run) < 2 || l.holds(l.ts[run[0]].from, l.ts[i].to) {
		return false
	}
	for joined = 1; joined < len(run) && l.clause(run[joined]) == l.clause(run[0]); joined++ {
	}
	if len(run) > 3 || joined > 1 && len(run)-joined > 1 { // too many to be told apart
		return false
	}
	last := len(run) - 1
	p := Parts{
		Whole: *l.ts[run[0]].number, Of: []Number{*l.ts[run[last]].number, *l.ts[i].number},
		From: l.ts[run[0]].from, To: l.ts[i].to,
	}
	value := func(k int) int { n, _ := l.ts[k].number.whole(); return n }
	told := func(n int) bool { // in the sentence before
		return slices.ContainsFunc(l.before, func(t token) bool {
			if t.kind != number {
				return false
			}
			k, ok := t.number.whole()
			return ok && k == n
		})
	}
	parts, wanted := value(i), 0
	for k := last; k > 0; k-- { // any of the last of them may be the parts
		parts += value(run[k])
		for _, w := range run[:k] {
			if value(w) == parts || value(w) == parts-value(i) { // 已审结五件，维持四件、其他一件，其余二件尚未审结
				wanted = parts
			}
		}
		if told(parts) || k == 1 && told(parts+value(run[0])) {
			wanted = parts
		}
		if together := 0; k >= joined && joined > 1 {
			for _, w := range run[:joined] {
				together += value(w)
			}
			if together == parts {
				wanted = parts
			}
		}
	}
	p.wholes = []int{value(run[0])}
	if wanted > 0 { // right, whatever is the whole
		p.wholes = []int{p.Sum()}
	}
	l.found = append(l.found, p)
	return true
}

// said are the words of a part before its number, or behind it where it begins the clause.
func (l *lister) said(it item) string {
	from, to := l.clause(it.at), it.at
	if words := strings.TrimRight(string(l.plain[l.ts[from].from:l.ts[to].from]), " 有"); words != "" {
		return words
	}
	for to+1 < len(l.ts) && l.ts[to+1].kind != mark && l.ts[to+1].kind != number {
		to++
	}
	return string(l.plain[l.ts[it.at].to:l.ts[to].to])
}

// contrary says that the parts tell something and its contrary: 采纳11条，未采纳3条.
func (l *lister) contrary(items []item) bool {
	first := []rune(strings.TrimRight(l.said(items[0]), "了的"))
	if len(first) < 2 {
		return false
	}
	stem := string(first[len(first)-2:])
	against := false
	for _, it := range items {
		words := l.said(it)
		if !strings.Contains(words, stem) {
			return false
		}
		against = against || strings.Contains(words, "未"+stem) || strings.Contains(words, "不"+stem) || strings.Contains(words, "正在"+stem)
	}
	return against
}

// Words that tell one half, and the other.
var pairs = [][2]string{
	{"牵头", "配合"},
	{"牵头", "参与"},
	{"主办", "协办"},
	{"主办", "会办"},
	{"主办", "分办"},
	{"完成", "推进"},
	{"完成", "结转"},
	{"完成", "实施"},
	{"完成", "办理"},
	{"办结", "推进"},
	{"落实", "推进"},
	{"同意", "退回"},
	{"通过", "退回"},
	{"整改", "推进"},
	{"线上", "线下"},
	{"上级", "本级"},
	{"原创", "转载"},
}

// paired says that two parts are the halves of a whole: 牵头5项，配合7项.
func (l *lister) paired(items []item) bool {
	if len(items) != 2 {
		return false
	}
	a, b := l.said(items[0]), l.said(items[1])
	return slices.ContainsFunc(pairs, func(p [2]string) bool {
		return strings.Contains(a, p[0]) && strings.Contains(b, p[1]) || strings.Contains(a, p[1]) && strings.Contains(b, p[0])
	})
}

// build is how many parts from the first are told in clauses of one build, 0 if too few: as
// shares, or three and more as what is done with each: 网站占203条，微信占138条; 主动公开的58份，
// 依申请公开的97份，不予公开的9份.
func (l *lister) build(whole int, items []item) int {
	many := func(least int, fits func(words string) bool) int {
		n := 0
		for n < len(items) && fits(l.said(items[n])) {
			n++
		}
		if n < least || fits(l.said(item{at: whole})) { // the whole is one of them
			return 0
		}
		return n
	}
	return max(
		many(2, func(words string) bool { return strings.HasSuffix(words, "占") }),
		many(3, func(words string) bool { return strings.HasSuffix(words, "的") }),
		many(3, func(words string) bool { return strings.HasPrefix(words, "通过") }),
	)
}
