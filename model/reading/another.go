package reading

import (
	"slices"
	"strings"
)

// What is told of others: of the whole county, of appeals of another kind.

var places = NewSet("县市省区州旗盟国局院各级")

// elsewhere is the place of a number that is never the body's own.
const elsewhere = '各'

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
			of, told = r.placeAt(i), strings.ContainsRune("从就放纵据根", r.plain[t.from]) // 从全县看，…
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
	opens := func(before string) bool {
		return slices.Contains([]string{"", "从", "就", "放眼", "纵观", "截至"}, before) || strings.HasPrefix(before, "据")
	}
	whole := string(r.plain[r.ts[i].from:min(r.ts[i].to+1, len(r.plain))]) // 县里
	for _, w := range lexiconOf().within["wide"] {
		if before, behind, ok := strings.Cut(whole, w); ok && opens(before) && !strings.HasPrefix(behind, "域") && !strings.HasPrefix(behind, "场") {
			name := []rune(w)
			return name[slices.IndexFunc(name, places.Has)]
		}
	}
	if slices.ContainsFunc(lexiconOf().within["among"], func(w string) bool { return strings.HasPrefix(text, w) }) {
		return elsewhere
	}
	if (strings.HasPrefix(text, "据") || strings.HasPrefix(text, "根据")) && (strings.HasSuffix(text, "通报") || strings.HasSuffix(text, "统计")) && r.within(i, "offices") { // 据县司法局通报
		return elsewhere
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
			return elsewhere
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
	if r.anyOf(string(r.plain[r.ts[r.since(from)].from:r.ts[max(to, i+1)-1].to]), "unrelated") {
		return true
	}
	because, affair := false, r.affairBefore(from)
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
			affair = affair || because || r.tagAt(j+1) == "asker" || j+2 < len(r.ts) && r.ts[j+1].kind == gap && r.tagAt(j+2) == "asker" // 行政处罚引发的
		}
	}
	return affair || r.denies(i)
}

// since is where the words begin that may set a clause's appeals apart: with the clause before,
// 除政府信息公开外，另有行政复议2件.
func (r *reader) since(from int) int {
	j := from - 1
	for j > 0 && r.ts[j-1].kind != number && r.markAt(j-1) != ';' && r.markAt(j-1) != ',' {
		j--
	}
	if j >= 0 && r.markAt(from-1) == ',' && r.plain[r.ts[j].from] == '除' {
		return j
	}
	return from
}

// affairBefore says that the clause before one tells what its appeals are of: 征地拆迁工作中，.
func (r *reader) affairBefore(from int) bool {
	if r.markAt(from-1) != ',' {
		return false
	}
	affair := false
	for j := from - 2; j >= 0 && (r.ts[j].kind != mark || r.ts[j].mark == '、'); j-- {
		if r.ts[j].kind == number || r.ownMatter(r.ts[j]) {
			return false
		}
		affair = affair || r.within(j, "affairs")
	}
	return affair && (r.tagAt(from-2) == "among" || r.plain[r.ts[from-1].from-1] == '中')
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
	for _, not := range []string{"不涉及", "未涉及", "不属于", "不属", "非"} {
		if strings.Contains(text, not+"政府信息公开") || strings.Contains(text, not+"信息公开") {
			return true
		}
	}
	if _, behind, ok := strings.Cut(text, "信息公开"); ok && (strings.Contains(behind, "无关") || strings.Contains(behind, "没有关系")) {
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
