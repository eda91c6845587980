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
	more   bool  // parts may be left out: 其中包括
	longer []int // what they come to with those behind, which may be no parts any more
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
		if p.Sum() <= whole && (p.more || p.Rough()) || slices.Contains(p.longer, whole) {
			return true
		}
		for _, n := range append(p.stops, len(p.Of)) {
			if sum(p.Of[:n]) == whole {
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
	var before, earlier []token // the sentence before, and those before it in the paragraph
	for _, s := range t.sentences {
		l := lister{plain: t.plain, ts: s, before: before, earlier: earlier}
		l.marked()
		l.summed()
		l.implied()
		out = append(out, l.found...)
		if earlier = append(earlier, before...); s == nil {
			earlier = nil
		}
		before = s
	}
	return out
}

// lister finds the lists of a sentence.
type lister struct {
	plain      []rune
	ts, before []token
	earlier    []token
	found      []Parts
}

// marked finds the lists that a word or mark opens: 其中, 包括, a colon, a bracket.
func (l *lister) marked() {
	for i := 0; i < len(l.ts); i++ {
		from, more, behind := l.opener(i)
		if from == 0 {
			continue
		}
		items, open := listed(l.ts, from)
		if len(items) == 0 {
			continue
		}
		wholes := l.wholes(i, items[0].number, behind)
		if len(wholes) == 0 {
			continue
		}
		whole, _ := wholes[0].number.whole()
		switch kind := l.ts[i].tag; {
		case len(items) == 1, kind == "among" && wholes[0].from < l.ts[0].from: // 38块，其中新换80块; 办结的申请中，予以公开15件
			more = true
		case more && !open && kind != "some" && (2*sum(numbers(items)) >= whole || items[0].class != ""): // 包括 often tells all
			more = false
		}
		if open || len(items) == 1 && l.ts[i].tag != "part" {
			if l.ts[i].tag != "part" {
				continue
			}
			more = true
		}
		from = wholes[0].from
		if from < l.ts[0].from { // it stands in the sentence before
			from = l.ts[l.clause(i)].from
		}
		l.add(wholes, items, from, more)
	}
}

// opener is the place behind what opens a list at a place, 0 if nothing does. behind says
// that the whole stands right before it.
func (l *lister) opener(i int) (from int, more, behind bool) {
	t := l.ts[i]
	next := func(j int) int { // over a mark: 其中：, 包括：
		if l.mark(j) == ':' || l.mark(j) == ',' {
			return j + 1
		}
		return j
	}
	switch {
	case t.kind == mark && t.mark == ':' && l.results(i): // 办结9件，结果为：
		return i + 1, false, false
	case t.kind == mark && (t.mark == ':' || t.mark == '('):
		if l.counted(i) < 0 || i+1 < len(l.ts) && opensList(l.ts[i+1]) {
			return 0, false, false
		}
		return i + 1, t.mark == '(', true
	case t.kind != word:
	case t.tag == "part":
		if strings.HasPrefix(string(l.plain[t.from:t.to]), "分别") && slices.ContainsFunc(l.ts[l.clause(i):i], func(t token) bool { return t.kind == mark || t.kind == word && t.tag == "link" }) { // A、B分别为
			return 0, false, false
		}
		return next(i + 1), false, false
	case t.tag == "holds", t.tag == "some":
		return next(i + 1), true, false
	case t.tag == "sorted" && strings.ContainsRune("按从依就", l.plain[l.ts[l.clause(i)].from]) && (l.mark(i+1) == ',' || l.mark(i+1) == ':'): // 按渠道划分，
		return i + 2, false, false
	case t.tag == "among" && i > 0 && l.ts[i-1].kind == mark: // ，当中A9条
		return i + 1, false, false
	case t.tag == "among" && i > 1 && l.tag(i+1) == "filler" && l.counted(i) >= 0: // 497条信息中有政策文件41条、…
		return i + 2, false, false
	case t.tag == "among" && l.mark(i+1) == ',' && !slices.ContainsFunc(l.ts[l.clause(i):i], func(t token) bool { return t.kind == mark }):
		return i + 2, false, false
	}
	return 0, false, false
}

// results says that the clause before a colon only says that a list of results follows, and
// that a number stands before it.
func (l *lister) results(i int) bool {
	from := l.clause(i)
	words := string(l.plain[l.ts[from].from:l.ts[i].from])
	return from > 0 && l.mark(from-1) == ',' && !strings.ContainsAny(words, "0123456789") && (strings.Contains(words, "结果") || strings.Contains(words, "具体")) &&
		slices.ContainsFunc(l.ts[:from], func(t token) bool { return t.kind == number })
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
// clause that has one.
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
		case t.kind == word && (filler(t.tag) || t.tag == "request" || t.tag == "application" || t.tag == "review" || t.tag == "suit" || t.tag == "foreign"), t.kind == gap && t.to-t.from <= 4:
		default:
			return -1
		}
	}
	return -1
}

// wholes are the numbers that a list's parts may come to: the nearest before it of the
// same counting word, then the others of the sentence; those of the sentence before
// where the list opens one.
func (l *lister) wholes(at int, part Number, behind bool) (out []token) {
	fits := func(ts []token, i int) bool {
		t := ts[i]
		return t.kind == number && countable(t.number) && alike(t.number, part) && !compared(ts, i)
	}
	if behind {
		if i := l.counted(at); fits(l.ts, i) && !l.ts[i].number.Rough {
			return []token{l.ts[i]}
		}
		return nil
	}
	numbered, from := false, at
	if l.tag(at) == "sorted" { // the first of several: 从主体看，…；从方式看，…
		from = l.clause(slices.IndexFunc(l.ts, func(t token) bool { return t.kind == word && t.tag == "sorted" }))
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
	if numbered && l.tag(at) != "among" && l.tag(at) != "sorted" || len(out) > 0 {
		return out
	}
	for i := range l.before {
		if fits(l.before, i) && !roughly(l.before, i) {
			out = append(out, l.before[i])
		}
	}
	if len(out) == 0 {
		return nil
	}
	for i := range l.earlier {
		if fits(l.earlier, i) {
			out = append(out, l.earlier[i])
		}
	}
	for i := at; i < len(l.ts); i++ { // 其中A5件、B4件，合计办结9件
		if fits(l.ts, i) && i > 0 && l.counts(i) {
			out = append(out, l.ts[i])
		}
	}
	return out
}

// counts says that a number is told as a sum: 共9件, 合计办结9件.
func (l *lister) counts(i int) bool {
	for i--; i >= 0 && l.ts[i].kind == word; i-- {
		if l.ts[i].tag == "count" {
			return true
		}
	}
	return false
}

// add keeps a list.
func (l *lister) add(wholes []token, items []item, from int, more bool) {
	p := Parts{Whole: wholes[0].number, From: from, more: more}
	if k := slices.IndexFunc(items, func(it item) bool { return it.ends }); k > 0 { // …；行政诉讼1件
		for n := k + 2; n <= len(items); n++ {
			p.longer = append(p.longer, sum(numbers(items[:n])))
		}
		items = items[:k+1]
	}
	p.Of = numbers(items)
	for _, w := range wholes {
		value, _ := w.number.whole()
		p.wholes = append(p.wholes, value)
	}
	for k, it := range items[1:] {
		if it.sep != '、' && it.does && !items[k].does && k > 0 { // 自查4次，抽查3次，发现问题…
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
