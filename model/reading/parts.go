package reading

import (
	"slices"
	"strings"
)

// Parts is a whole that a text tells with its parts: 共12条，其中A5条，B7条.
type Parts struct {
	Whole    Number
	Of       []Number // one of them rough: at least so much
	From, To int      // the words, in runes
}

// Parts are the lists that tell all parts of a whole: two or more, with the whole's counting
// word, and no 等 or 包括.
func (t *Text) Parts() []Parts {
	var out []Parts
	add := func(p Parts, ok bool) {
		if ok {
			out = append(out, p)
		}
	}
	var whole token // of the sentence before
	for _, s := range t.sentences {
		before := whole
		whole = token{}
		if from := among(s); from > 0 && before.kind == number {
			add(list(s, from, before))
		}
		for i, t := range s {
			if t.kind != number || t.number.Rough || !countable(t.number) || compared(s, i) {
				continue
			}
			if from := begins(s, i); from > 0 {
				add(list(s, from, t))
			}
			if whole.kind != number && first(s, i) {
				whole = t
			}
		}
	}
	return out
}

// countable says that a number is one of things, which can be told apart.
func countable(n Number) bool {
	return !slices.Contains([]string{"%", "％", "‰", "元", "万元", "亿元", "年", "天", "个百分点", "百分点", "倍", "个工作日", "工作日", "小时"}, n.Unit)
}

// first says that no number comes before one in its sentence.
func first(ts []token, i int) bool {
	return !slices.ContainsFunc(ts[:i], func(t token) bool { return t.kind == number })
}

// begins is the place behind 其中, or behind a colon, that follows a whole, 0 if neither
// does.
func begins(ts []token, i int) int {
	j := i + 1
	for j < len(ts) && ts[j].kind == word && slices.Contains([]tag{"filler", "request", "application"}, ts[j].tag) {
		j++
	}
	if j < len(ts) && ts[j].kind == mark && ts[j].mark == ':' {
		return j + 1
	}
	if j+1 < len(ts) && ts[j].kind == word && ts[j].tag == "among" && ts[j+1].kind == mark && ts[j+1].mark == ',' { // 5件申请中，
		return j + 2
	}
	for j < len(ts) && ts[j].kind == mark && (ts[j].mark == ',' || ts[j].mark == '(' || ts[j].mark == ';') {
		j++
		if end := comparison(ts, j); end > j { // 30条，较上年增加5条，其中…
			j = end
		}
	}
	if j < len(ts) && ts[j].kind == word && ts[j].tag == "part" {
		return j + 1
	}
	return 0
}

// compared says that a number is told of another year or as a difference.
func compared(ts []token, i int) bool {
	for i--; i >= 0 && ts[i].kind != mark; i-- {
		if ts[i].kind == word && compares(ts[i].tag) {
			return true
		}
	}
	return false
}

// compares says that a word compares with another year.
func compares(t tag) bool {
	return t == "late" || t == "past" || t == "growth" || t == "decline"
}

// comparison is the end of a clause that compares, i if it does not.
func comparison(ts []token, i int) int {
	late := false
	for j := i; j < len(ts); j++ {
		if ts[j].kind == mark {
			if late {
				return j
			}
			return i
		}
		late = late || ts[j].kind == word && compares(ts[j].tag)
	}
	return i
}

// among is the place behind 其中 or 在…信息中, with which a sentence takes up the whole of
// the one before it, 0 if it does not.
func among(ts []token) int {
	for i, t := range ts {
		switch {
		case t.kind == number:
			return 0
		case t.kind == word && t.tag == "part" && i == 0:
			return 1
		case t.kind == mark && t.mark == ',':
			if i > 0 && ts[i-1].kind == word && ts[i-1].tag == "among" {
				return i + 1
			}
			return 0
		}
	}
	return 0
}

// list reads the parts that begin at a place. It ends where something else is told: in
// another counting word, or of another kind than the first part (办结 behind 自然人).
func list(ts []token, from int, whole token) (Parts, bool) {
	p := Parts{Whole: whole.number, From: whole.from}
	depth, kind, now, apart := whole.depth, tag(""), tag(""), true
	if from < len(ts) {
		p.From = min(p.From, ts[from].from)
		depth = ts[from].depth
	}
	if whole.from > ts[from].from {
		p.From = ts[from].from // the whole stands in the sentence before
	}
loop:
	for i := from; i < len(ts); i++ {
		t := ts[i]
		switch {
		case t.depth > depth: // what is told of a part in brackets
		case t.depth < depth:
			break loop
		case t.kind == word && t.tag == "open-list":
			return p, false
		case t.kind == word && t.tag == "and-so-on":
			if i+1 == len(ts) || ts[i+1].kind == mark {
				return p, false
			}
		case t.kind == word && (compares(t.tag) || t.tag == "part"):
			break loop
		case t.kind == word && (slices.Contains(acts, t.tag) || strings.HasPrefix(t.tag, "row/")):
			now = class(t.tag)
		case t.kind == mark && t.mark != ':':
			apart, now = true, ""
		case t.kind == number && t.number.Unit == "%":
		case t.kind == number:
			if !apart || t.number.Unit != p.Whole.Unit || len(p.Of) > 0 && now != kind {
				break loop
			}
			if i+1 < len(ts) && ts[i+1].kind == word && ts[i+1].tag == "rough-behind" {
				t.number.Rough = true
			}
			p.Of, p.To, kind, apart = append(p.Of, t.number), t.to, now, false
		}
	}
	return p, len(p.Of) > 1
}

// class puts the results of an application together: they are parts of one whole.
func class(act tag) tag {
	switch {
	case slices.Contains(results, act), act == "open", strings.HasPrefix(act, "row/"):
		return "result"
	case act == "upheld", act == "corrected", act == "other-result", act == "pending":
		return "outcome"
	}
	return act
}
