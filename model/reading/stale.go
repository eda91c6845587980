package reading

import "slices"

// Stale is the year before a report's own where the own one is meant: not in a
// comparison, in what was carried over, in a date, or where last year is spoken of.
func (t *Text) Stale() []Span {
	var out []Span
	for _, s := range t.sentences {
		for i, y := range s {
			if y.kind == year && y.moved && y.year == t.own-1 && (period(t.plain, y) || !excused(s, i, t.own)) {
				out = append(out, Span{From: y.from, To: y.to, Sense: MovedYear, Year: y.year})
			}
		}
	}
	return out
}

// period says that a year is told with its first or last day, as the statistics' are.
func period(plain []rune, t token) bool {
	s := &scan{text: plain}
	month, day, _ := s.monthAndDay(t.to)
	return day > 0 && bound(month, day)
}

// excused says that last year may well be meant.
func excused(ts []token, i int, own int) bool {
	r := reader{own: own, ts: ts}
	if r.carriedYear(i) != "" || i+1 < len(ts) && ts[i+1].kind == day {
		return true
	}
	for j := i + 1; j < min(i+3, len(ts)); j++ {
		if ts[j].kind == word && (ts[j].tag == "since" || ts[j].tag == "carried-in" || ts[j].tag == "carried") {
			return true
		}
	}
	for j, t := range ts {
		if t.kind == year && t.year == own {
			return true // both are told side by side
		}
		if t.kind == word && (compares(t.tag) || t.tag == "looks-back" || t.tag == "raised") && !apart(ts, i, j) {
			return true
		}
	}
	return false
}

// apart says that a comma or semicolon stands between two tokens.
func apart(ts []token, i, j int) bool {
	return slices.ContainsFunc(ts[min(i, j):max(i, j)], func(t token) bool {
		return t.kind == mark && (t.mark == ',' || t.mark == ';')
	})
}
