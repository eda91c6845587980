package reading

import (
	"slices"
	"strings"
)

// Lists that no 其中 opens.

// summed finds the lists whose whole comes last: 网站190条，微信66条，合计256条.
func (l *lister) summed() {
	for i, t := range l.ts {
		if t.kind != number || !countable(t.number) || roughly(l.ts, i) || !l.total(i) {
			continue
		}
		var items []item
		for j := l.clause(i) - 1; j >= 0; j-- {
			p := l.ts[j]
			if p.kind == mark && (p.mark == ';' || p.mark == ':') || p.kind == word && (p.tag == "part" || p.tag == "among") || p.kind == number && p.depth == t.depth && p.number.Unit != t.number.Unit {
				break
			}
			if p.kind != number || p.depth != t.depth {
				continue
			}
			if !countable(p.number) || compared(l.ts, j) || roughly(l.ts, j) {
				items = nil
				break
			}
			items = append([]item{{number: p.number, at: j, class: l.classAt(j)}}, items...)
		}
		for k := len(items) - 2; k >= 0; k-- { // 办结9件，予以公开5件、部分公开3件，两项相加8件
			if items[k].class != items[len(items)-1].class {
				items = items[k+1:]
				break
			}
		}
		if len(items) < 2 || l.carries(items[0].at, i) {
			continue
		}
		p := Parts{Whole: t.number, Of: numbers(items), From: l.ts[items[0].at].from, To: t.to}
		whole, _ := t.number.whole()
		p.wholes = []int{whole}
		for k := range items[:len(items)-1] { // what comes first may be no part
			if sum(p.Of[k:]) == whole {
				p.Of = p.Of[k:]
				break
			}
		}
		if !l.holds(p.From, p.To) {
			l.found = append(l.found, p)
		}
	}
}

// carries says that a number is told of what was carried in: what it adds up to is another
// rule's.
func (l *lister) carries(from, to int) bool {
	return slices.ContainsFunc(l.ts[l.clause(from):to], func(t token) bool { return t.kind == word && (t.tag == "carried-in" || t.tag == "carried") })
}

// holds says that a list has been found among these words.
func (l *lister) holds(from, to int) bool {
	return slices.ContainsFunc(l.found, func(p Parts) bool { return p.From < to && p.To > from })
}

// classAt is the class of what a number counts: that of the last word before it in its
func (l *lister) classAt(i int) tag {
	for j := i - 1; j >= 0 && (l.ts[j].kind != mark && l.ts[j].kind != number); j-- {
		if c := class(l.tag(j)); c != "" {
			return c
		}
	}
	return ""
}

// actAt is what is said of a number: the last such word before it in its clause.
func (l *lister) actAt(i int) tag {
	for j := i - 1; j >= 0 && (l.ts[j].kind != mark && l.ts[j].kind != number); j-- {
		if t := l.tag(j); slices.Contains(acts, t) || strings.HasPrefix(t, "row/") {
			return t
		}
	}
	return ""
}

// total says that a number's clause only says that it is a sum: 以上共, 三项合计.
func (l *lister) total(i int) bool {
	counts := false
	from := l.clause(i)
	for j := from; j < i; j++ {
		switch t := l.ts[j]; {
		case t.kind == word && t.tag == "count":
			counts = true
		case t.kind == word && (filler(t.tag) || t.tag == "all" || t.tag == "rough-behind" || counts && t.tag == "done"): // 以上, 合计办结
		case t.kind == gap && t.to-t.from <= 3 && j == from: // 三项
		default:
			return false
		}
	}
	return counts && from > 0
}

// implied finds the lists that nothing opens: of applicants behind the applications, and
// those that tell what is left.
func (l *lister) implied() {
	for i, t := range l.ts {
		if t.kind != number || !countable(t.number) || roughly(l.ts, i) || compared(l.ts, i) {
			continue
		}
		comma := i + 1
		for comma < len(l.ts) && (filler(l.tag(comma)) || l.tag(comma) == "request" || l.tag(comma) == "application") {
			comma++
		}
		if l.mark(comma) != ',' {
			continue
		}
		items, open := listed(l.ts, comma+1)
		if open || len(items) < 2 || l.holds(t.from, l.ts[items[len(items)-1].at].to) {
			continue
		}
		first := items // those that are parts for sure
		if k := slices.IndexFunc(items, func(it item) bool { return it.ends }); k > 0 {
			first = items[:k+1]
		}
		every := func(has func(item) bool) bool {
			return !slices.ContainsFunc(first, func(it item) bool { return !has(it) })
		}
		group := groups[l.actAt(i)]
		switch last := slices.IndexFunc(items, func(it item) bool { return it.last }); {
		case last > 0:
			if l.another(i) { // 建议4件、提案6件，…其余9件
				continue
			}
			items = items[:last+1]
		case every(func(it item) bool { return it.share }), every(func(it item) bool { return it.class == "split" }),
			group != "" && every(func(it item) bool { return strings.HasPrefix(l.actAt(it.at), group) }),
			items[0].class == "applicant" && l.classAt(i) != "applicant", l.contrary(first):
			// 网站占203条，公众号占138条; 牵头5项，配合7项; 不予公开的3件，属于…的2件
		default:
			continue
		}
		l.add([]token{t}, items, t.from, false)
	}
}

// another says that a number of the same kind stands before one in its sentence.
func (l *lister) another(i int) bool {
	return slices.ContainsFunc(l.ts[:i], func(t token) bool { return t.kind == number && alike(t.number, l.ts[i].number) })
}

// contrary says that the parts tell something and its contrary: 采纳11条，未采纳3条.
func (l *lister) contrary(items []item) bool {
	said := func(it item) string {
		return string(l.plain[l.ts[l.clause(it.at)].from:l.ts[it.at].from])
	}
	first := []rune(strings.TrimRight(said(items[0]), " 了的有"))
	if len(first) < 2 {
		return false
	}
	stem := string(first[len(first)-2:])
	against := false
	for _, it := range items {
		words := said(it)
		if !strings.Contains(words, stem) {
			return false
		}
		against = against || strings.Contains(words, "未"+stem) || strings.Contains(words, "不"+stem) || strings.Contains(words, "正在"+stem)
	}
	return against
}
