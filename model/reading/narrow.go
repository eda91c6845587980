package reading

import (
	"cmp"
	"slices"
	"strings"
)

// joined says that a number is told of two things together: 予以公开和部分公开共20件.
func (r *reader) joined(head int) bool {
	i := head - 1
	for filler(r.tagAt(i)) {
		i--
	}
	if r.tagAt(i) != "link" && r.markAt(i) != '、' {
		return false
	}
	for i--; filler(r.tagAt(i)); i-- {
	}
	t := r.tagAt(i)
	if group := groups[r.tagAt(head)]; group != "" && strings.HasPrefix(t, group) { // 不掌握、无法提供的1件
		return false
	}
	return isResult(t) || strings.HasPrefix(t, "row/") || t != "foreign" && isSubject(t)
}

// zeros reads 行政复议、行政诉讼均为0件 and 企业和科研机构各2件, which say it of each.
func (r *reader) zeros(i int) (out []Statement) {
	if r.tagAt(i-1) == "each" {
		return r.each(i)
	}
	head := r.headBefore(i)
	if n := r.ts[i].number; head < 0 || n.Digits != "0" || !isSubject(r.tagAt(head)) || !r.joined(head) {
		return nil
	}
	for j := head; j >= 0 && (r.ts[j].kind == word || r.markAt(j) == '、'); j-- {
		if s := r.subject(j); isSubject(s) {
			out = append([]Statement{{Subject: s, Number: *r.ts[i].number, From: r.ts[j].from, To: r.ts[i].to}}, out...)
		}
	}
	return out
}

// each reads 企业和科研机构各2件: the names before 各 are two or more, and nothing else.
func (r *reader) each(i int) (out []Statement) {
	for j := i - 2; j >= 0; j-- {
		switch t := r.tagAt(j); {
		case applicant(t), isSubject(t) && t != "foreign", isResult(t), strings.HasPrefix(t, "row/"):
			if s, ok := r.telling(j, Statement{Number: *r.ts[i].number, From: r.ts[j].from, To: r.ts[i].to}); ok {
				out = append([]Statement{s}, out...)
			}
		case t == "link", filler(t), r.markAt(j) == '、':
		case r.ts[j].kind == mark && len(out) > 1:
			return out
		default:
			return nil
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// partly says that a number is one of the applications that came one way, or of which a
// list tells: 通过网络收到25件, 其中申请3件.
func (r *reader) partly(head int, s Statement) bool {
	if s.Subject != "application" || s.Act != "" && s.Act != "received" && s.Act != "handled" && s.Act != "done" {
		return false
	}
	ways, same := 0, false // same: words of one way, 网上申请平台
	for i := r.clause(head); i < head; i++ {
		switch r.tagAt(i) {
		case "channel":
			if !same {
				ways++
			}
			same = true
		case "link", "":
			same = same && r.tagAt(i) == "" && r.markAt(i) != '、'
		case "channels", "and-so-on":
			return false
		}
	}
	if ways == 1 {
		r.few = head
		return true
	}
	return s.Act == "" && slices.ContainsFunc(r.ts[:head], func(t token) bool { return t.kind == word && t.tag == "part" })
}

// named is the name that a number is told of in a list of names before one of numbers, -1
// if there is none.
func (r *reader) named(i int) int {
	k, j := 0, i-1
	for ; j >= 0 && r.markAt(j) != ',' && r.markAt(j) != ';' && !r.says(j, "分别"); j-- {
		if r.ts[j].kind == number {
			k++
		}
	}
	if j < 0 || !r.says(j, "分别") {
		return -1
	}
	numbers := k + 1
	for n := i + 1; n < len(r.ts) && (r.ts[n].kind == number || r.markAt(n) == '、' || r.tagAt(n) == "link"); n++ {
		if r.ts[n].kind == number {
			numbers++
		}
	}
	var names []int
	for j--; j >= 0 && (r.ts[j].kind == word || r.markAt(j) == '、' || r.ts[j].kind == gap && r.ts[j].to-r.ts[j].from <= 4); j-- {
		if t := r.tagAt(j); applicant(t) || isSubject(t) && t != "foreign" || isAct(t) || strings.HasPrefix(t, "row/") {
			names = append([]int{j}, names...)
		}
	}
	if numbers < 2 || len(names) != numbers {
		return -1
	}
	return names[k]
}

// says that a word begins with others.
func (r *reader) says(i int, words string) bool {
	at, to := r.ts[i].from, r.ts[i].to
	for _, c := range words {
		if at == to || r.plain[at] != c {
			return false
		}
		at++
	}
	return true
}

// telling is what a number says of a name.
func (r *reader) telling(name int, s Statement) (Statement, bool) {
	switch t := r.tagAt(name); {
	case applicant(t):
		return r.askedBy(name, t, s)
	case isSubject(t):
		s.Subject = r.subject(name)
		return s, s.Subject != ""
	default:
		s.Act = t
		return r.take(name, s)
	}
}

// decided says that decisions are counted: 受理并作出行政许可决定12件.
func (r *reader) decided(head int) bool {
	t := r.tagAt(head)
	return (t == "permit" || t == "penalty" || t == "coercion") && head > 0 && (r.says(head-1, "作出") || r.says(head-1, "核发") || r.says(head-1, "实施"))
}

// topic is the subject of the clause before a number's that names nothing itself, -1 if
// there is none: 行政强制方面，实施5件; 行政复议案件，2026年有3件.
func (r *reader) topic(i int) int {
	j := i - 1
	for filler(r.tagAt(j)) || r.tagAt(j) == "now" || j > 0 && r.ts[j].kind == year && r.ts[j].year == r.own {
		j--
	}
	if r.markAt(j) != ',' || j == i-1 {
		return -1
	}
	told := slices.ContainsFunc(r.ts[r.clause(j):j], func(t token) bool { return t.kind == number || t.kind == word && isAct(t.tag) })
	behind := i + 1
	for filler(r.tagAt(behind)) {
		behind++
	}
	if last := r.tagAt(j - 1); !told && r.tagAt(behind) != "none" && // 一件也没有
		(r.appeal(last) || last == "application") {
		return j - 1
	}
	if k := r.mostly(j); k >= 0 && !told {
		return k
	}
	for k := r.clause(j); k < j; k++ {
		switch t := r.tagAt(k); {
		case t == "permit" || t == "penalty" || t == "coercion" || t == "service":
			if k == r.clause(j) && !slices.ContainsFunc(r.ts[k:j], func(t token) bool { return t.kind == number }) {
				return k
			}
		}
	}
	return -1
}

// mostly is the kind of applicant that most are said to be in the clause before a comma, -1 if
// there is none: 申请人以自然人为主，有13件.
func (r *reader) mostly(comma int) int {
	words := string(r.plain[r.ts[r.clause(comma)].from:r.ts[comma].from])
	if !strings.HasSuffix(words, "为主") && !strings.HasSuffix(words, "居多") && !strings.HasSuffix(words, "最多") && !strings.HasSuffix(words, "主体") {
		return -1
	}
	found := -1
	for k := r.clause(comma); k < comma; k++ {
		if applicant(r.tagAt(k)) {
			if found >= 0 {
				return -1
			}
			found = k
		}
	}
	return found
}

// counting says that a number's clause only counts: 合计, 共.
func (r *reader) counting(i int) bool {
	counts := false
	for i--; i >= 0 && r.ts[i].kind != mark; i-- {
		if t := r.tagAt(i); t != "count" && !filler(t) {
			return false
		}
		counts = counts || r.tagAt(i) == "count"
	}
	return counts
}

// bare says that a number's clause tells nothing but that it is one.
func (r *reader) bare(i int) bool {
	for i--; i >= 0 && r.ts[i].kind != mark; i-- {
		if t := r.tagAt(i); t != "count" && !filler(t) {
			return false
		}
	}
	return true
}

// nextYear is the year to which a number is told to be carried over right before it, -1 if it
// is not.
func (r *reader) nextYear(i int) int {
	for i--; filler(r.tagAt(i)) || r.tagAt(i) == "handled"; i-- {
	}
	if r.carriedYear(i) == "carried-out" {
		return i
	}
	return -1
}

// totals is what a number's clause adds up, and where it begins: the applications received and
// those carried in, or all results; "" if it does not.
func (r *reader) totals(i int) (from int, act tag) {
	counts := false
	from = i
	for i--; i >= 0 && r.ts[i].kind != mark && r.ts[i].kind != number; i-- {
		switch t := r.ts[i]; {
		case t.kind == word && t.tag == "count":
			counts = true
		case t.kind == word && (filler(t.tag) || t.tag == "rough-behind" || t.tag == "all"):
		case t.kind == gap && t.to-t.from <= 3 && (i == 0 || r.ts[i-1].kind == mark): // 两项
		default:
			return 0, ""
		}
		from = i
	}
	if !counts {
		return 0, ""
	}
	received, carried, results := false, false, 0
	for _, s := range r.out[r.sentence:] {
		if s.Subject == "application" {
			received, carried = received || s.Act == "received", carried || s.Act == "carried-in"
			if isResult(s.Act) {
				results++
			}
		}
	}
	switch {
	case received && carried && results == 0:
		return from, "due"
	case results > 3 && !received: // 予以公开…，其他处理2件，总计42件
		return from, "done"
	}
	return 0, ""
}

// askedBy reads how many applications are of a kind of applicant: of those received or
// handled, not of those with one result.
func (r *reader) askedBy(head int, kind tag, s Statement) (Statement, bool) {
	s.Subject, s.Act = "application", kind
	if cmp.Or(r.subjectBefore(head), r.last, r.about) != "application" {
		return s, false
	}
	for i := head - 1; i >= 0; i-- {
		if act := r.tagAt(i); isAct(act) || strings.HasPrefix(act, "row/") {
			return s, slices.Contains([]tag{"received", "due", "handled", "done"}, act)
		}
	}
	return s, true
}

// narrowed says that more is said of the applications than that they are: 涉及征地的申请14件.
func (r *reader) narrowed(head int) bool {
	if t := r.tagAt(head); t != "request" && t != "application" || r.tagAt(head-1) != "filler" {
		return false
	}
	return slices.ContainsFunc(r.ts[r.clause(head):head], func(t token) bool { return t.kind == gap && t.to-t.from > 1 })
}

// ours says that a clause speaks of 政府信息公开 before an appeal, which the body then is a
// party to.
func (r *reader) ours(head int) bool {
	return slices.ContainsFunc(r.ts[r.clause(head):head], func(t token) bool { return t.kind == word && t.tag == "matter" })
}

// appeal says that a subject is a review or a suit.
func (r *reader) appeal(s tag) bool { return s == "review" || strings.HasSuffix(s, "suit") }

// appealed says that the sentence speaks of appeals before a place.
func (r *reader) appealed(i int) bool {
	return r.appeal(cmp.Or(r.subjectBefore(i), r.last))
}
