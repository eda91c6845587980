package reading

import "slices"

// Lists whose whole comes last.

// summed finds the lists whose whole comes last: 网站190条，微信66条，合计256条.
func (l *lister) summed() {
	for i, t := range l.ts {
		if t.kind != number || !countable(t.number) || roughly(l.ts, i) {
			continue
		}
		many, ok := totals(l.plain, l.ts, i)
		if !ok {
			l.repeated(i)
			continue
		}
		items := l.added(i)
		if many < 0 && (len(items) < 3 || items[0].class != "result") { // 共办结15件 of results
			continue
		}
		if many > 0 && many < len(items) {
			items = items[len(items)-many:]
		}
		if len(items) < max(2, many) || l.carries(items[0].at, i) {
			continue
		}
		p := Parts{Whole: *t.number, Of: numbers(items), From: l.ts[items[0].at].from, To: t.to}
		whole, _ := t.number.whole()
		p.wholes = []int{whole}
		for k := range items[:len(items)-1] { // what comes first may be no part
			if many <= 0 && sum(p.Of[k:]) == whole {
				p.Of = p.Of[k:]
				break
			}
		}
		if !l.wrong(p.From, p.To) {
			l.found = append(l.found, p)
		}
	}
}

// added are the numbers before a sum that it may be of: the nearest of one kind.
func (l *lister) added(i int) (items []item) {
	t := l.ts[i]
	for j := l.clause(i) - 1; j >= 0; j-- {
		p := l.ts[j]
		if p.kind == mark && (p.mark == ';' || p.mark == ':') || p.kind == word && (p.tag == "part" || p.tag == "among") || p.kind == number && p.depth == t.depth && p.number.Unit != t.number.Unit {
			break
		}
		if p.kind != number || p.depth != t.depth {
			continue
		}
		if !countable(p.number) || compared(l.ts, j, l.own) || roughly(l.ts, j) {
			return nil
		}
		it := item{number: *p.number, at: j, class: l.classAt(j)}
		if it.class == "open" { // 公开重大建设项目信息18条
			it.class = ""
		}
		if len(items) > 0 && items[0].class != it.class && (items[0].class != "" || l.clause(j) != l.clause(items[0].at)) {
			break
		}
		items = append([]item{it}, items...)
	}
	return items
}

// repeated finds a sum that is told by the way: 建议5件、提案4件，9件均已办复. It has to be
// more than each of them.
func (l *lister) repeated(i int) {
	end := l.clause(i) - 1
	if end < 1 || end != i-1 || l.mark(end) != ',' || l.tag(i+1) != "all" {
		return
	}
	var of []Number
	from := 0
	for j := l.clause(end); j < end; j++ {
		p := l.ts[j]
		if p.kind != number || p.depth != l.ts[i].depth {
			continue
		}
		if p.number.Unit != l.ts[i].number.Unit || roughly(l.ts, j) || compared(l.ts, j, l.own) {
			return
		}
		if len(of) == 0 {
			from = p.from
		}
		of = append(of, *p.number)
	}
	whole, _ := l.ts[i].number.whole()
	if len(of) < 2 || slices.ContainsFunc(of, func(n Number) bool { k, ok := n.whole(); return !ok || k >= whole }) || l.holds(from, l.ts[i].to) {
		return
	}
	l.found = append(l.found, Parts{Whole: *l.ts[i].number, Of: of, From: from, To: l.ts[i].to, wholes: []int{whole}})
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

// wrong says that one of the lists among these words is.
func (l *lister) wrong(from, to int) bool {
	return slices.ContainsFunc(l.found, func(p Parts) bool { return p.From < to && p.To > from && !p.Right() })
}

// classAt is the class of what a number counts: that of the last word before it in its
// clause that has one, or of a word behind it where it begins the clause.
func (l *lister) classAt(i int) tag { return class(l.tagOf(i)) }

// tagOf is the word that tells what a number counts, as classAt finds it.
func (l *lister) tagOf(i int) tag {
	found := tag("")
	take := func(j int) bool { // a result says more than that something was handled
		t := l.tag(j)
		if c := class(t); c != "" && (found == "" || c == "result" && class(found) != "result") {
			found = t
		}
		return l.ts[j].kind == mark || l.ts[j].kind == number
	}
	for j := i - 1; j >= 0 && !take(j); j-- {
	}
	if found != "" {
		return found
	}
	for j := i + 1; j < len(l.ts) && !take(j); j++ {
	}
	return found
}

// totals says that a number's clause only says that it is a sum, and of how many numbers, 0 if
// it does not: 以上共, 三项合计.
func totals(plain []rune, ts []token, i int) (many int, ok bool) {
	from := i
	for from > 0 && (ts[from-1].kind != mark || ts[from-1].mark == '、') {
		from--
	}
	for j := from; j < i; j++ {
		switch t := ts[j]; {
		case t.kind == word && t.tag == "count":
			ok = true
		case t.kind == word && (filler(t.tag) || t.tag == "all" || t.tag == "rough-behind"): // 以上
		case t.kind == word && ok && t.tag == "done": // 共办结
			many = -1
		case t.kind == gap && t.to-t.from <= 3 && j == from: // 三项
			if many = Numeral(plain[t.from]); plain[t.from] == '两' {
				many = 2
			}
			many = max(0, many)
		default:
			return 0, false
		}
	}
	return many, ok && from > 0
}
