package reading

import (
	"slices"
	"strings"
)

// What of a sentence speaks of the report's year.

// scopes marks the tokens that do not speak of the report's year as a whole: another year's
// until a time is named again, a comparison's or a plan's clause.
func (r *reader) scopes() []bool {
	out := make([]bool, len(r.ts))
	elsewhen := false // of the sentence
	aside := false    // of the clause
	ever := false     // of all years
	against := r.compares(0)
	outside, numbered := false, false // before a bracket; a number has been told
	for i, t := range r.ts {
		switch {
		case t.kind == number:
			numbered = true
		case t.kind == mark && t.mark == '(':
			outside = elsewhen
		case t.kind == mark && t.mark == ')':
			elsewhen = outside
		}
		switch {
		case t.kind == year:
			if r.carriedYear(i) == "" && !against {
				elsewhen = t.year != r.own
			}
			aside = aside || against && t.year != r.own
		case t.kind == day:
			elsewhen = !r.yearEnd(i)
		case t.kind == mark && t.mark != '、' && t.mark != '“' && t.mark != '”':
			aside, against = false, r.compares(i+1)
			if t.mark == ';' { // what follows speaks for itself
				elsewhen = false
			}
		case t.kind == gap && slices.Contains(r.plain[t.from:t.to], '年') && r.within(i, "years"): // 三年来, 三年累计
			elsewhen = true
		case t.kind != word:
		case t.tag == "since" && !elsewhen && r.says(i, "以来"): // 条例实施以来, but 今年以来
			elsewhen = i == 0 || r.tagAt(i-1) != "now" && !r.says(i-1, "年初") && r.ts[i-1].kind != year && r.ts[i-1].kind != day
		case t.tag == "past":
			ever = !elsewhen && r.plain[t.from] == '历'
			elsewhen, aside = elsewhen || !against, aside || against
		case t.tag == "in-force" && ever: // 历年所发且仍在执行的
			elsewhen = false
		case t.tag == "now":
			elsewhen = false
		case t.tag == "period":
			elsewhen, aside = elsewhen || !numbered && !strings.ContainsRune("平每各", r.plain[t.from]), true
		case t.tag == "rise": // 由上年末的11件调整为9件
			elsewhen, aside = false, false
		case t.tag == "late", t.tag == "later", t.tag == "growth", t.tag == "decline", t.tag == "share":
			aside = true
		}
		out[i] = elsewhen || aside
	}
	return out
}

// yearEnd says that a day is the end of the report's year: 截至12月底.
func (r *reader) yearEnd(i int) bool {
	t := r.ts[i]
	if !strings.HasPrefix(string(r.plain[t.from:t.to]), "12月") {
		return false
	}
	before := string(r.plain[max(0, t.from-2):t.from])
	return before == "截至" || before == "截止" || strings.ContainsRune("到至", r.plain[max(0, t.from-1)])
}

// compares says that the clause that begins at a place compares with another year.
func (r *reader) compares(i int) bool {
	for ; i < len(r.ts) && (r.ts[i].kind != mark || r.ts[i].mark == '、'); i++ {
		if t := r.tagAt(i); t == "late" || t == "growth" || t == "decline" {
			return true
		}
	}
	return false
}

// carriedYear is what a year beside 结转 makes of it: 2025年结转, 结转至2027年.
func (r *reader) carriedYear(i int) tag {
	if i < 0 || i >= len(r.ts) || r.ts[i].kind != year {
		return ""
	}
	before := r.tagAt(i - 1)
	carries := before == "carried" || before == "handed" || before == "into" || r.tagAt(i-2) == "carried"
	switch {
	case (r.tagAt(i+1) == "carried" || r.tagAt(i+1) == "handed") && r.ts[i].year == r.own-1:
		return "carried-in"
	case (carries || r.tagAt(i+1) == "carried-out") && r.ts[i].year == r.own+1:
		return "carried-out"
	}
	return ""
}
