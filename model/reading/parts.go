package reading

import (
	"slices"
	"strconv"
	"strings"
)

// Parts is a whole that a text tells with its parts: 共12条，其中A5条，B7条.
type Parts struct {
	Whole    Number
	Of       []Number // rough ones: at least so much
	From, To int      // the words, in runes

	wholes []int // numbers that the parts may belong to; the first is Whole
	stops  []int // after so many of the parts the list may be over
	nested int   // what the parts come to if some are parts of others
	plain  bool  // the parts are of no known kind
	more   bool  // parts may be left out: 其中包括
}

// Sum is what the parts come to.
func (p Parts) Sum() int { return sum(p.Of) }

func sum(of []Number) int {
	total := 0
	for _, n := range of {
		value, _ := n.whole()
		total += value
	}
	return total
}

// Rough says that one of the parts is told as at least so much.
func (p Parts) Rough() bool { return slices.ContainsFunc(p.Of, func(n Number) bool { return n.Rough }) }

// Right says that the parts come to a whole that they may belong to.
func (p Parts) Right() bool {
	for _, whole := range p.wholes {
		if p.Sum() <= whole && (p.more || p.Rough()) {
			return true
		}
		if p.Sum() == whole || p.nested == whole {
			return true
		}
		for _, n := range p.stops {
			if s := sum(p.Of[:n]); s == whole || n == 1 && p.plain && s <= whole { // one part need not be all
				return true
			}
		}
	}
	return false
}

// whole is a number without a fraction.
func (n Number) whole() (value int, ok bool) {
	value, err := strconv.Atoi(n.Digits)
	return value, err == nil
}

// Parts are the lists that tell the parts of a whole.
func (t *Text) Parts() []Parts {
	var out []Parts
	var before []token // the sentence before
	for k, s := range t.sentences {
		if slices.ContainsFunc(s, func(t token) bool { return t.kind == number }) {
			l := lister{plain: t.plain, ts: s, before: before, earlier: t.sentences[:k], own: t.own}
			l.marked()
			l.summed()
			l.implied()
			out = append(out, l.found...)
		}
		before = s
	}
	return out
}

// lister finds the lists of a sentence.
type lister struct {
	plain      []rune
	ts, before []token
	earlier    [][]token // all sentences before
	own        int       // the report's year
	found      []Parts
}

// marked finds the lists that a word or mark opens: 其中, 包括, a colon, a bracket.
func (l *lister) marked() {
	last := -1 // the first part of the list before
	for i := range l.ts {
		from, more, behind := l.opener(i)
		if from == 0 {
			continue
		}
		items, open := listed(l.plain, l.ts, from)
		if len(items) == 0 || items[0].at == last {
			continue
		}
		last = items[0].at
		wholes := l.wholes(i, items[0], behind)
		if len(wholes) > 0 && wholes[0].from < l.ts[0].from {
			wholes = append(wholes, l.summing(items[len(items)-1].at)...)
		}
		if len(wholes) == 0 {
			continue
		}
		if l.direct(i, wholes[0], items[0].class) {
			wholes = wholes[:1]
			items = l.closed(wholes[0], items)
		}
		whole, _ := wholes[0].number.whole()
		total := sum(numbers(items))
		switch kind := l.ts[i].tag; {
		case len(items) == 1: // 38块，其中新换80块
			more = true
		case more && !open && kind != "some" && 2*total >= whole: // 包括 often tells all
			more = false
		case kind == "part" && (items[0].class == "" && (len(items) == 2 && 3*total < 2*whole || len(items) == 3 && 2*total < whole) || l.deeds(items)): // 其中 may well tell a part
			more = true
		case kind == "among" && (len(items) < 3 && items[0].class == "result" || len(items) < 4 && l.mark(i+1) == 0 || items[0].class == "" && wholes[0].from < l.ts[0].from): // 115件中，予以公开35件、部分公开16件
			more = true
		}
		if l.topics(items) {
			continue
		}
		if open || len(items) == 1 && l.ts[i].tag != "part" {
			if l.ts[i].tag != "part" {
				continue
			}
			more = true
		}
		from = min(wholes[0].from, l.ts[i].from)
		if wholes[0].from < l.ts[0].from { // it stands in the sentence before
			from = l.ts[l.clause(i)].from
		}
		l.add(wholes, items, from, more)
	}
}

// opener is the place behind what opens a list at a place, 0 if nothing does. behind says
// that the whole stands right before it.
func (l *lister) opener(i int) (from int, more, behind bool) {
	t := &l.ts[i]
	if t.kind != word && t.kind != mark {
		return 0, false, false
	}
	next := func(j int) int { // over a mark: 其中：, 包括：
		if l.mark(j) == ':' || l.mark(j) == ',' {
			return j + 1
		}
		return j
	}
	switch {
	case t.kind == mark && l.sorts(i):
		return i + 1, false, false
	case t.kind == mark && (t.mark == ':' || t.mark == '('):
		if l.counted(i) < 0 || i+1 < len(l.ts) && opensList(l.ts[i+1]) {
			return 0, false, false
		}
		return i + 1, t.mark == '(', true
	case t.kind != word:
	case t.tag == "part":
		if respective(l.plain, l.ts, i) {
			return 0, false, false
		}
		return next(i + 1), false, false
	case t.tag == "holds", t.tag == "some":
		return next(i + 1), true, false
	case (t.tag == "among" || filler(t.tag) && l.plain[t.to-1] == '中') && (l.mark(i+1) == ',' || l.mark(i+1) == ':') && // 在办结的申请中
		!slices.ContainsFunc(l.ts[l.clause(i):i], func(t token) bool { return t.kind == mark }):
		return i + 2, false, false
	case t.tag == "among" && l.mark(i+1) == 0 && slices.ContainsFunc(l.ts[l.clause(i):i], func(t token) bool { return t.kind == number }): // 497条信息中有
		return i + 1, false, false
	}
	return 0, false, false
}

// sorts says that the words up to a mark tell how a number told before falls apart: 按公开渠道
// 划分，…; 办理结果：….
func (l *lister) sorts(i int) bool {
	if t := &l.ts[i]; t.mark != ',' && t.mark != ':' || t.depth > 0 {
		return false
	}
	from := l.clause(i)
	if slices.ContainsFunc(l.ts[from:i], func(t token) bool { return t.kind != word && t.kind != gap }) {
		return false
	}
	text := l.plain[l.ts[from].from:l.ts[i].from]
	if len(text) < 2 {
		return false
	}
	for j := i + 1; j < len(l.ts) && l.ts[j].kind != mark; j++ { // 从内容看，497条信息中有
		if l.tag(j) == "among" {
			return false
		}
	}
	if strings.ContainsRune("按从依就", text[0]) && (l.tag(i-1) == "sorted" || hasSuffix(text, "分") || hasSuffix(text, "分类") || hasSuffix(text, "统计")) {
		return true
	}
	done := func(t token) bool { return t.kind == word && t.tag == "done" }
	return from == 0 && l.ts[i].mark == ':' && len(text) < 8 && hasSuffix(text, "结果") && slices.ContainsFunc(l.before, done)
}

func (l *lister) tag(i int) tag {
	if i < 0 || i >= len(l.ts) || l.ts[i].kind != word {
		return ""
	}
	return l.ts[i].tag
}

func (l *lister) mark(i int) rune {
	if i < 0 || i >= len(l.ts) || l.ts[i].kind != mark {
		return 0
	}
	return l.ts[i].mark
}

// clause is where the clause of a place begins.
func (l *lister) clause(i int) int {
	for i > 0 && (l.ts[i-1].kind != mark || l.ts[i-1].mark == '、') {
		i--
	}
	return i
}

// counted is the number right before a place, but for what it counts, -1 if there is none.
func (l *lister) counted(i int) int {
	for i--; i >= 0; i-- {
		switch t := l.ts[i]; {
		case t.kind == number:
			return i
		case t.kind == word && (filler(t.tag) || t.tag == "request" || t.tag == "application" || t.tag == "review" || t.tag == "suit"), t.kind == gap && t.to-t.from <= 4:
		default:
			return -1
		}
	}
	return -1
}

// wholes are the numbers that a list's parts may come to: the nearest before it of the
// same counting word, then the others of the sentence; those of the sentence before
// where the list opens one.
func (l *lister) wholes(at int, part item, behind bool) (out []token) {
	fits := func(ts []token, i int) bool {
		t := ts[i]
		return t.kind == number && countable(t.number) && alike(t.number.Unit, part.number.Unit) && !compared(ts, i, l.own)
	}
	if behind {
		if i := l.counted(at); fits(l.ts, i) && !l.ts[i].number.Rough {
			return []token{l.ts[i]}
		}
		return nil
	}
	numbered, from := false, at
	if l.ts[at].kind == mark { // of several the first: 从主体看，…；从方式看，…
		for i := range l.ts[:at+1] {
			if l.ts[i].kind == mark && l.sorts(i) {
				from = l.clause(i)
				break
			}
		}
	}
	for i := from - 1; i >= 0; i-- {
		if l.ts[i].kind != number || l.ts[i].depth > l.ts[at].depth {
			continue
		}
		numbered = true
		if fits(l.ts, i) {
			out = append(out, l.ts[i])
		}
	}
	if len(out) > 0 && out[0].number.Rough {
		return nil
	}
	if l.tag(at) == "among" && !l.numbered(at) { // 新收申请中，…: how many they are is told somewhere before
		for _, s := range l.earlier {
			for i := range s {
				if fits(s, i) {
					out = append(out, s[i])
				}
			}
		}
		return out
	}
	if numbered && l.tag(at) != "among" || len(out) > 0 {
		return out
	}
	before := lister{plain: l.plain, ts: l.before}
	for i := range l.before {
		if !(same(part.class) == "result" && class(before.tagOf(i)) == "applicant") && fits(l.before, i) && !roughly(l.before, i) && (l.ts[at].kind == word || l.before[i].number.Unit == part.number.Unit) {
			out = append(out, l.before[i])
		}
	}
	return out
}

// numbered says that the clause up to a place has a number.
func (l *lister) numbered(at int) bool {
	return slices.ContainsFunc(l.ts[l.clause(at):at], func(t token) bool { return t.kind == number })
}

// deeds says that the parts are what was done with some: 其中纠正错链27条、撤下信息41条.
func (l *lister) deeds(items []item) bool {
	return slices.ContainsFunc(items, func(it item) bool {
		i := l.clause(it.at)
		if k := slices.IndexFunc(l.ts[i:it.at], func(t token) bool { return t.kind == mark }); k >= 0 {
			i += k + 1
		}
		for i < it.at && (filler(l.tag(i)) || opensList(l.ts[i])) {
			i++
		}
		return i+1 < it.at && (l.ts[i].does || l.tag(i) == "corrected" && it.sep == 0)
	})
}

// topics says that the parts are what things are about, which may be several at once: 涉及征地的
// 4件，涉及低保的3件.
func (l *lister) topics(items []item) bool {
	return items[0].class == "" && len(items) > 1 && !slices.ContainsFunc(items, func(it item) bool { return !strings.Contains(l.said(it), "涉及") })
}

// direct says that a list can be of nothing but the number right before it: 办结9件，其中予以
// 公开5件.
func (l *lister) direct(at int, whole token, kind tag) bool {
	i := slices.IndexFunc(l.ts, func(t token) bool { return t.from == whole.from && t.kind == number })
	if i < 0 || i > at || slices.ContainsFunc(l.ts[i+1:at], func(t token) bool {
		return t.kind != mark && (t.kind != word || !filler(t.tag) && !slices.Contains([]tag{"request", "application", "review", "suit"}, t.tag))
	}) {
		return false
	}
	switch c := class(l.tagOf(i)); kind {
	case "outcome", "suit":
		return c != "outcome"
	case "result", "reason":
		return c == "result" || c == "done" || c == "handled" || c == "due"
	}
	return false
}

// closed leaves out what is still open where the whole is of closed cases: 已审结十件，其中维持
// 七件、纠正三件，尚未审结二件.
func (l *lister) closed(whole token, items []item) []item {
	i := slices.IndexFunc(l.ts, func(t token) bool { return t.from == whole.from })
	said := l.said(item{at: i})
	if strings.HasSuffix(said, "审结") && !strings.HasSuffix(said, "未审结") {
		if k := slices.IndexFunc(items, func(it item) bool { return l.tagOf(it.at) == "pending" }); k > 0 {
			return items[:k]
		}
	}
	return items
}

// summing are the numbers behind a list that are told as a sum: 合计办结15件.
func (l *lister) summing(at int) (out []token) {
	for i := at + 1; i < len(l.ts); i++ {
		if l.ts[i].kind != number || !countable(l.ts[i].number) {
			continue
		}
		for j := i - 1; j > at && l.ts[j].kind == word; j-- {
			if l.tag(j) == "count" {
				out = append(out, l.ts[i])
				break
			}
		}
	}
	return out
}

// nested is what parts come to where those of a stretch up to a semicolon may be parts of its
// first: 不予公开4件，国家秘密1件、商业秘密3件；无法提供….
func nested(items []item) (total int) {
	for from := 0; from < len(items); {
		to := from + 1
		for to < len(items) && items[to].sep != ';' {
			to++
		}
		first, rest := sum(numbers(items[from:from+1])), sum(numbers(items[from+1:to]))
		if total += first; rest != first {
			total += rest
		}
		from = to
	}
	return total
}

// add keeps a list.
func (l *lister) add(wholes []token, items []item, from int, more bool) {
	p := Parts{Whole: *wholes[0].number, Of: numbers(items), From: from, more: more, plain: items[0].class == "", nested: nested(items)}
	for _, w := range wholes {
		value, _ := w.number.whole()
		p.wholes = append(p.wholes, value)
	}
	for k, it := range items[1:] {
		if it.over || it.last || it.sep != '、' && it.does && !items[k].does && k > 0 { // 自查4次，抽查3次，发现问题…
			p.stops = append(p.stops, k+1)
		}
	}
	p.To = max(l.ts[items[len(items)-1].at].to, wholes[0].to)
	if wholes[0].from > p.To || wholes[0].to > p.To {
		p.To = l.ts[items[len(items)-1].at].to
	}
	mixed := slices.ContainsFunc(p.Of, func(n Number) bool { return n.Unit != p.Whole.Unit })
	if mixed && (len(items) < 3 || 2*p.Sum() < p.wholes[0]) {
		return
	}
	l.found = append(l.found, p)
}
