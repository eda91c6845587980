package reading

import (
	"slices"
	"strings"
)

// What is told of others: of the whole county, of appeals of another kind.

var places = NewSet("县市省区州旗盟国局院")

// place finds of each statement of the sentence whose it is: of 全县行政复议56件 the county's,
// and so of what follows it, up to one's own.
func (r *reader) place() {
	out := r.out[r.sentence:]
	if len(out) == 0 || !slices.ContainsFunc(r.plain[r.ts[0].from:r.ts[len(r.ts)-1].to], places.Has) {
		return
	}
	var of rune
	told := false // since the place was named
	for i, t := range r.ts {
		switch {
		case t.kind == number, t.kind == word && t.tag == "none":
			told = true
		case t.kind == mark:
			if t.mark == ';' || !told && !strings.ContainsRune("、“”", t.mark) {
				of = 0
			}
		case t.kind == gap && r.placeAt(i) != 0:
			of, told = r.placeAt(i), false
		case strings.ContainsAny(string(r.plain[t.from:t.to]), "我本"), t.kind == word && t.tag == "filler" && r.plain[t.from] == '全': // 全镇
			of = 0
		}
		if of == 0 {
			continue
		}
		for k := range out {
			if t.from < out[k].To && out[k].To <= t.to {
				out[k].Of = of
			}
		}
	}
}

// placeAt is the place whose name, or whose office's, a clause begins with, 0 if it does not:
// 全县, 县政府收到.
func (r *reader) placeAt(i int) rune {
	for j := i - 1; j >= 0 && (r.ts[j].kind != mark || r.ts[j].mark == '、'); j-- {
		if t := r.ts[j]; t.kind != year && t.kind != day && (t.kind != word || t.tag != "now" && t.tag != "filler" && t.tag != "past" && t.tag != "period") {
			return 0
		}
	}
	text := string(r.plain[r.ts[i].from:r.ts[i].to])
	for _, w := range lexiconOf().within["wide"] {
		if before, behind, ok := strings.Cut(text, w); ok && (before == "" || strings.HasPrefix(before, "据")) && !strings.HasPrefix(behind, "域") && !strings.HasPrefix(behind, "场") {
			return []rune(w)[1]
		}
	}
	if !r.acts(i) && !strings.HasSuffix(text, "审理") {
		return 0
	}
	text = strings.TrimSuffix(strings.TrimSuffix(text, "审理"), "办公室")
	for _, w := range lexiconOf().within["offices"] {
		if before, ok := strings.CutSuffix(text, w); ok && !strings.HasPrefix(before, "向") {
			if name := []rune(w); name[len(name)-1] == '府' || name[1] == '级' {
				return name[0]
			}
			return '局'
		}
	}
	return 0
}

// acts says that it is told right behind a place what somebody received or did.
func (r *reader) acts(i int) bool {
	for i++; r.tagAt(i) == "now" || r.tagAt(i) == "count" || filler(r.tagAt(i)); i++ {
	}
	t := r.tagAt(i)
	return t == "received" || t == "handled" || t == "done" || t == "due"
}

// another says that appeals are told of that have nothing to do with this form: 土地确权行政
// 复议2件, 行政诉讼1件，与政府信息公开无关.
func (r *reader) another(i int, s Statement) bool {
	if !r.appeal(s.Subject) {
		return false
	}
	from, to := r.stretch(i, s)
	because, affair := false, false
	for j := from; j < max(to, i); j++ {
		t := r.ts[j]
		before := string(r.plain[max(0, t.from-2):t.from])
		switch {
		case t.kind == gap:
			affair = affair || r.within(j, "affairs")
			because = because || strings.Contains(string(r.plain[t.from:t.to]), "不服")
		case t.kind != word:
		case t.tag == "matter" && strings.HasSuffix(before, "非"), r.appeal(t.tag) && (strings.HasSuffix(before, "其他") || strings.HasSuffix(before, "其它")):
			return true
		case r.ownMatter(t):
			return false
		case t.tag == "because":
			because = true
		case t.tag == "permit", t.tag == "penalty", t.tag == "coercion", t.tag == "foreign":
			affair = affair || because
		}
	}
	return affair || r.denies(i)
}

// ownMatter says that a word is of the disclosure of information.
func (r *reader) ownMatter(t token) bool {
	return t.kind == word && (t.tag == "matter" || t.tag == "application" || t.tag == "request" || t.tag == "open" || isResult(t.tag) ||
		t.tag == "foreign" && strings.HasPrefix(string(r.plain[t.from:t.to]), "信息"))
}

// denies says that what follows a number denies that it is of this form, or names another
// matter: ，系征地补偿纠纷.
func (r *reader) denies(i int) bool {
	end, next := i+1, i+1 // of the sentence up to a semicolon, of the clause that follows
	for end < len(r.ts) && r.markAt(end) != ';' {
		end++
	}
	text := string(r.plain[r.ts[i].to:r.ts[end-1].to])
	for _, not := range []string{"不涉及", "不属于", "非"} {
		if strings.Contains(text, not+"政府信息公开") || strings.Contains(text, not+"信息公开") {
			return true
		}
	}
	if _, behind, ok := strings.Cut(text, "信息公开"); ok && strings.Contains(behind, "无关") {
		return true
	}
	if m := r.markAt(next); m != ',' && m != '(' {
		return false
	}
	is, affair := false, false
	for next++; next < len(r.ts) && r.ts[next].kind != mark; next++ {
		t := r.ts[next]
		if t.kind == number || r.ownMatter(t) {
			return false
		}
		is = is || t.kind == word && (r.says(next, "系") || r.says(next, "为") || r.says(next, "是") || t.tag == "because")
		affair = affair || r.within(next, "affairs")
	}
	return affair && (is || r.markAt(i+1) == '(') && !slices.ContainsFunc(r.ts[r.clause(i):i], r.ownMatter)
}
