package reading

import "slices"

// Stale finds the year before a report's own where the own one is meant: not in a
// comparison, in what was carried over, in a date, or where last year is spoken of.
func Stale(text []rune, own int) []Span {
	var out []Span
	plain := lexiconOf().fold(text)
	for _, s := range sentences(tokens(text, own)) {
		for i, t := range s {
			if t.kind == year && t.moved && t.year == own-1 && (period(plain, t) || !excused(s, i, own)) {
				out = append(out, Span{From: t.from, To: t.to, Sense: MovedYear, Year: t.year})
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
		if t.kind == word && (compares(t.tag) || t.tag == "looks-back") && !apart(ts, i, j) {
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
