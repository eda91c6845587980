package compare

import (
	"cmp"
	"slices"
)

// alignment is the paragraphs of a passage in both years, and which belong together.
type alignment struct {
	this, last []said
	matches    []match // in the order of this year's, as far as they have one
}

// match is paragraphs that belong together. One has none on the other side, or one, or
// it was split into several, or several became it.
type match struct {
	this, last []said
	moved      bool
}

// align finds out which paragraphs belong together. First those that are equal, then
// between them those that are alike.
func (a *alignment) align() {
	if len(a.this) == 0 || len(a.last) == 0 {
		a.matches = lone(a.this, a.last)
		return
	}
	i, j := 0, 0
	for _, c := range diff(allTexts(a.last), allTexts(a.this)) {
		for range c.before {
			a.matches = append(a.matches, match{a.this[j : j+1], a.last[i : i+1], false})
			i, j = i+1, j+1
		}
		a.matches = append(a.matches, pair(a.this[j:j+len(c.fresh)], a.last[i:i+len(c.gone)])...)
		i, j = i+len(c.gone), j+len(c.fresh)
	}
}

func allTexts(list []said) (out []string) {
	for _, s := range list {
		out = append(out, s.text)
	}
	return out
}

// lone are paragraphs that belong to none.
func lone(this, last []said) (out []match) {
	for i := range last {
		out = append(out, match{last: last[i : i+1]})
	}
	for j := range this {
		out = append(out, match{this: this[j : j+1]})
	}
	return out
}

// shapes are how many of this year's paragraphs can belong to how many of last year's.
var shapes = [...]struct{ this, last int }{{1, 1}, {1, 2}, {2, 1}, {1, 3}, {3, 1}, {1, 0}, {0, 1}}

// mostPairs bounds the time. More paragraphs than anybody writes are matched in two halves.
const mostPairs = 100_000

// pair matches paragraphs, both in their order, so that as much as can be is alike.
func pair(this, last []said) []match {
	n, m := len(this), len(last)
	switch {
	case n == 0 || m == 0:
		return lone(this, last)
	case n*m > mostPairs:
		return append(pair(this[:n/2], last[:m/2]), pair(this[n/2:], last[m/2:])...)
	}
	l := likenesses{this: this, last: last, common: make([]int, n*m)}
	for k := range l.common {
		l.common[k] = this[k/m].common(last[k%m].grams)
	}
	width := m + 1
	best, step := make([]int, (n+1)*width), make([]int, (n+1)*width)
	for k := range best {
		j, i := k/width, k%width
		if best[k] = -1; k == 0 {
			best[k] = 0
			continue
		}
		for s, shape := range shapes {
			if shape.this > j || shape.last > i {
				continue
			}
			was := best[k-shape.this*width-shape.last]
			gain, ok := l.worth(j-shape.this, j, i-shape.last, i)
			if ok && was+gain > best[k] {
				best[k], step[k] = was+gain, s
			}
		}
	}
	var out []match
	for k := n*width + m; k > 0; {
		shape := shapes[step[k]]
		j, i := k/width, k%width
		out = append(out, match{this[j-shape.this : j], last[i-shape.last : i], false})
		k -= shape.this*width + shape.last
	}
	slices.Reverse(out)
	return out
}

// Least likeness, in per cent: of two paragraphs in the same passage; of one with the
// several that it was split into, of which each must be in it for the most part; and of
// two in different places, where nothing but the words speaks for it.
const (
	leastHere  = 30
	leastPiece = 60
	leastThere = 60
)

// likenesses are how much each paragraph of one year has in common with each of the other.
type likenesses struct {
	this, last []said
	common     []int
}

// worth is how much this year's paragraphs from…to have in common with last year's
// since…until; it is false if too little.
func (l *likenesses) worth(from, to, since, until int) (common int, ok bool) {
	switch {
	case from == to || since == until:
		return 0, true
	case to == from+1 && until == since+1:
		common = l.common[from*len(l.last)+since]
		return common, 200*common >= leastHere*(l.this[from].size()+l.last[since].size()) && common > 0
	}
	one, several := l.this[from], l.last[since:until]
	if to > from+1 {
		one, several = l.last[since], l.this[from:to]
	}
	var all grams
	for i, s := range several {
		k := from*len(l.last) + since + i
		if to > from+1 {
			k = (from+i)*len(l.last) + since
		}
		if 100*l.common[k] < leastPiece*s.size() {
			return 0, false
		}
		all = append(all, s.grams...)
	}
	slices.Sort(all)
	return one.common(all), len(all) > 0
}

// moved looks for the paragraphs that are left over among those of all other passages.
func moved(all []*alignment) {
	type place struct {
		passage, match int
		said
	}
	var gone, fresh []place
	for i, a := range all {
		for k, m := range a.matches {
			switch {
			case len(m.last) == 0:
				fresh = append(fresh, place{i, k, m.this[0]})
			case len(m.this) == 0:
				gone = append(gone, place{i, k, m.last[0]})
			}
		}
	}
	if len(gone)*len(fresh) > mostPairs {
		return
	}
	type two struct {
		gone, fresh place
		likeness    int
	}
	var found []two
	for _, g := range gone {
		for _, f := range fresh {
			if n := g.likeness(f.grams); n >= leastThere || g.text == f.text {
				found = append(found, two{g, f, n})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b two) int { return cmp.Compare(b.likeness, a.likeness) })
	for _, t := range found {
		here, there := &all[t.fresh.passage].matches[t.fresh.match], &all[t.gone.passage].matches[t.gone.match]
		if !here.moved && !there.moved {
			here.last, here.moved, there.moved = there.last, true, true
		}
	}
}
