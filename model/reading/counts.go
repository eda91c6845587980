package reading

import (
	"cmp"
	"slices"
	"strings"
)

// What is said of a number.

// number reads what is said of a number.
func (r *reader) number(i int) (Statement, bool) {
	n := *r.ts[i].number
	if n.Rough || r.tagAt(i-1) == "rough" || r.tagAt(i+1) == "rough-behind" {
		return Statement{}, false
	}
	if n.Digits == "1" && r.noneAround(i) { // 没有收到一件申请
		return Statement{}, false
	}
	s := Statement{Number: n, From: r.ts[i].from, To: r.ts[i].to}
	if k := r.named(i); k >= 0 && !r.byYear(i) { // 企业、其他组织分别为4件、2件
		return r.telling(k, s)
	}
	if list := r.list(i); len(list) > 1 && !r.byYear(i) { // 三次分别收到申请12件、15件、18件
		return s, false
	}
	head := r.headBefore(i)
	if head < 0 {
		if k := r.topic(i); k >= 0 { // 行政强制方面，实施5件; 以自然人为主，有13件
			if kind := r.tagAt(k); applicant(kind) {
				return r.askedBy(k, kind, s)
			}
			s.Subject = r.subject(k)
			return s, s.Subject != ""
		}
		if strings.HasSuffix(n.Unit, "元") && r.subjectBefore(i) == "fees" && r.counting(i) { // 行政事业性收费为检验费，合计12万元
			s.Subject = "fees"
			return s, true
		}
		if strings.HasSuffix(n.Unit, "元") && r.subjectBefore(i) == "procurement" && r.bare(i) { // 政府集中采购6项，总金额18.6万元
			s.Subject, s.Act = "procurement", "spent"
			return s, true
		}
		if k := r.nextYear(i); k >= 0 { // 未到期、转入2027年办理的有1件
			s.Act, s.From = "carried-out", r.ts[k].from
			return r.take(k, s)
		}
		if from, act := r.totals(i); act != "" { // 两项合计37件
			s.Subject, s.Act, s.From = "application", act, r.ts[from].from
			return s, true
		}
		if own := r.owns(i); own > 0 { // 有1件行政复议
			s.Subject, s.To = r.subject(own), r.ts[own].to
			return s, s.Subject != ""
		}
		return r.behind(i, s)
	}
	s.From = r.ts[head].from
	if from := r.handed(head); from >= 0 { // 2025年转来的申请5件
		s.Subject, s.Act, s.From = "application", "carried-in", r.ts[from].from
		return s, true
	}
	if isSubject(r.tagAt(head)) {
		if s.Subject = r.subject(head); s.Subject == "application" && r.ofSome(head) != "" {
			return r.askedBy(head, r.ofSome(head), s)
		}
		if act := r.actBefore(head); act >= 0 && !r.decided(head) && (r.ts[act].tag != "done" && r.ts[act].tag != "open" || !r.appeal(s.Subject)) { // 不服答复申请复议
			s.Act, s.From = r.ts[act].tag, r.ts[act].from
			if year := r.carriedYear(act - 1); s.Act == "carried" && year != "" || s.Act == "handled" && year == "carried-out" { // 2025年结转过来的申请1件
				s.Act, s.From = year, r.ts[act-1].from
			}
			if s.Act == "received" && s.Subject == "document" && r.says(act, "新增") {
				s.Act = "issued"
			}
			if word := string(r.plain[r.ts[act].from:r.ts[act].to]); r.appeal(s.Subject) && (strings.Contains(word, "受理") || word == "办理") && !r.ours(head) { // those of others
				return s, false
			}
		}
		if s.Subject == "procurement" && strings.HasSuffix(n.Unit, "元") {
			s.Act = "spent"
		}
		if s.Act == "" {
			if b := r.actBehind(i); b >= 0 {
				s.Act, s.To = r.ts[b].tag, r.ts[b].to
			}
		}
		if isResult(s.Act) { // 因属于内部事务信息不予公开的申请1件
			ok := false
			if s, ok = r.reasoned(r.clause(head), i, s); !ok {
				return s, false
			}
		}
		return s, s.Subject != "" && !r.joined(head) && !r.partly(head, s) && !(s.Act == "" && r.narrowed(head))
	}
	if r.tagAt(head) == "handed" { // 2025年转来的5件
		s.Subject, s.Act, s.From = "application", "carried-in", r.ts[head-1].from
		return s, r.seen["application"]
	}
	if r.tagAt(head) == "charge" { // 行政事业性收费目录动态更新，全年收费12万元
		s.Subject = "fees"
		return s, true
	}
	if kind := r.tagAt(head); applicant(kind) {
		return r.askedBy(head, kind, s)
	}
	s.Act = r.ts[head].tag
	if from := r.clause(head) - 1; s.Act == "done" && from >= 0 && r.ts[from].kind == number && strings.HasSuffix(r.ts[from].number.Unit, "日") { // 10个工作日内办结20件
		return s, false
	}
	if (s.Act == "done" || s.Act == "handled") && isAct(r.tagAt(head-1)) { // 予以公开答复3件, 部分公开处理1件
		head--
		s.Act, s.From = r.ts[head].tag, r.ts[head].from
	}
	if isResult(s.Act) || strings.HasPrefix(s.Act, "row/") {
		ok := false
		if s, ok = r.reasoned(r.clause(head), i, s); !ok || r.joined(head) {
			return s, false
		}
	}
	if s.Act == "handled" && slices.ContainsFunc(r.ts[r.clause(head):head], func(t token) bool { return t.kind == word && (t.tag == "no-more" || t.tag == "none") }) {
		return s, false // 不再按申请处理的1件
	}
	if s, ok := r.counted(i, head, s); ok && !r.partly(head, s) {
		return s, true
	}
	return s, false
}

// owns is the subject right behind a number, 0 if its clause goes on or there is none.
func (r *reader) owns(n int) int {
	i := n + 1
	for filler(r.tagAt(i)) {
		i++
	}
	if !isSubject(r.tagAt(i)) {
		return 0
	}
	next := r.tagAt(i + 1)
	switch t := r.tagAt(i); {
	case i+1 == len(r.ts), r.ts[i+1].kind == mark:
		return i
	case t == "application" || t == "request": // 全年46件申请由1人办理, 46件申请中
		if before := r.tagAt(n - 1); next == "among" || before == "now" {
			return i
		}
	case next == "link" || next == "all":
		return i
	}
	return 0
}

// groups are how the rows of a result begin.
var groups = map[tag]tag{"denied": "row/deny-", "unable": "row/unable-", "refused": "row/refuse-", "otherwise": "row/other-"}

// reasoned narrows a result down to the reason that is told with it: 因不掌握无法提供的 are
// not all 无法提供. A reason that is no row of the table leaves nothing to compare.
func (r *reader) reasoned(from, to int, s Statement) (Statement, bool) {
	because, row := false, tag("")
	if r.markAt(from-1) == ',' && groups[s.Act] != "" && strings.HasPrefix(r.tagAt(from-2), groups[s.Act]) { // 经检索不掌握，无法提供3件
		from -= 2
	}
	for j := from; j < to; j++ {
		switch t := r.tagAt(j); {
		case strings.HasPrefix(t, "row/"):
			switch group := groups[s.Act]; {
			case group == "": // 隐去个人隐私后部分公开
			case !strings.HasPrefix(t, group) && t != s.Act:
				return s, false
			case row != "" && row != t || r.tagAt(j-1) == "link": // 不掌握或者没有现成信息而无法提供
				return s, true
			default:
				row, s.From = t, min(s.From, r.ts[j].from)
			}
		case t == "and-so-on" && row != "": // 不掌握等原因
			return s, true
		case t == "because":
			because = true
		}
	}
	if row != "" {
		s.Act = row
		return s, true
	}
	return s, !because || strings.HasPrefix(s.Act, "row/") || groups[s.Act] == ""
}

// counted finds out what an act's number counts.
func (r *reader) counted(i, head int, s Statement) (Statement, bool) {
	next := i + 1
	for filler(r.tagAt(next)) {
		next++
	}
	switch tag := r.tagAt(next); {
	case isSubject(tag) && next > i:
		s.Subject, s.To = r.subject(next), r.ts[next].to
		return s, s.Subject != ""
	case tag == "carried-out" && s.Act == "carried": // 结转1件至下年度
		s.Act, s.To = tag, r.ts[next].to
	case next < len(r.ts) && r.ts[next].kind == gap && next == i+1:
		return s, false // 收到3件锦旗
	}
	if s.Act == "carried" && r.tagAt(head+1) == "into" && r.ts[head+2].kind == year {
		s.Act = cmp.Or(r.carriedYear(head+2), s.Act)
	}
	if s.Act == "carried" && head > 0 && r.ts[head-1].kind == year {
		if act := r.carriedYear(head - 1); act != "" {
			s.Act, s.From = act, r.ts[head-1].from
		}
	}
	return r.take(head, s)
}

// behind reads 3件予以公开, 1件因不掌握无法提供 and 2件在期限之内，结转下年: what is said of a
// number behind it in its clause, or at the beginning of the two that follow.
func (r *reader) behind(i int, s Statement) (Statement, bool) {
	ofSome := i > 0 && r.says(i-1, "的") && kindOf(r.tagAt(i+1)) == "document" // 不再适用的2件予以废止
	if !ofSome && !opensClause(r.ts, i) || r.denied(i) {
		return s, false
	}
	if (i == 0 || r.ts[i-1].kind == mark) && r.tagAt(i+1) == "done" && r.tagAt(i+2) == "among" { // 30件答复中
		s.Act, s.To = "done", r.ts[i+1].to
		return r.take(i, s)
	}
	if k := r.askerBehind(i); k >= 0 {
		s.To = r.ts[k].to
		return r.askedBy(k, r.ts[k].tag, s)
	}
	found, act := r.saidBehind(i, &s)
	if found < 0 || r.counts(found) { // it belongs to the next number
		return s, false
	}
	s.Act, s.To = act, r.ts[found].to
	if (act == "granted" || act == "partial") && slices.ContainsFunc(r.ts[i+1:found], func(t token) bool { return t.kind == gap && r.plain[t.from] == '经' }) {
		return s, false // 1件经补正后予以公开
	}
	if isResult(act) {
		ok := false
		if s, ok = r.reasoned(i+1, found, s); !ok {
			return s, false
		}
	}
	return r.take(i, s)
}

// askerBehind is the kind of applicant that the clause behind a number tells of and nothing
// else, -1 if there is none: 25件由自然人提出.
func (r *reader) askerBehind(i int) int {
	found := -1
	for j := i + 1; j < len(r.ts) && r.ts[j].kind != mark; j++ {
		switch t := r.ts[j]; {
		case r.says(j, "本"), r.says(j, "我"): // 20件为本镇村民
			return -1
		case t.kind == word && applicant(t.tag) && found < 0:
			found = j
		case t.kind == word && (filler(t.tag) || t.tag == "asker" || t.tag == "raised" || t.tag == "request" || t.tag == "application"), t.kind == gap && t.to-t.from <= 2 && found < 0:
		default:
			return -1
		}
	}
	return found
}

// noneAround says that not even one is told of: 没有收到一件申请, 一件申请也没有.
func (r *reader) noneAround(i int) bool {
	for j := i - 1; j >= 0 && r.ts[j].kind == word; j-- {
		if r.ts[j].tag == "none" {
			return true
		}
	}
	for j := i + 1; j < len(r.ts) && r.ts[j].kind == word; j++ {
		if r.ts[j].tag == "none" {
			return r.says(j-1, "也") || r.says(j-1, "都")
		}
	}
	return false
}

// denied says that there is none of a number: 没有一件转入下年.
func (r *reader) denied(i int) bool {
	for i--; filler(r.tagAt(i)); i-- {
	}
	return r.tagAt(i) == "none"
}

// saidBehind is the place of what is said of a number behind it, -1 if nothing is, and what
// it is.
func (r *reader) saidBehind(i int, s *Statement) (at int, act tag) {
	received, because, all, dated := -1, false, false, false
	several := false          // reasons
	clauses, opens := 0, true // opens: nothing of weight has been said in the clause
	for j := i + 1; j < len(r.ts); j++ {
		t := r.ts[j]
		switch {
		case t.kind == mark && (t.mark == '“' || t.mark == '”'):
		case t.kind == mark && t.mark == ',' && clauses < 2:
			clauses, opens = clauses+1, true
		case t.kind == mark, t.kind == number, clauses > 0 && !opens:
			return received, "received"
		case t.kind == year && r.carriedYear(j) != "":
			act := r.carriedYear(j)
			if next := r.tagAt(j + 1); next == "carried" || next == "handed" {
				j++
			}
			if r.counts(j) { // the next number's
				return received, "received"
			}
			return j, act
		case t.kind != word:
			opens, dated = false, dated || t.kind == day
		case filler(t.tag), t.tag == "into", t.tag == "handed", t.tag == "carried" && j+1 < len(r.ts) && r.ts[j+1].kind != mark:
		case t.tag == "none", t.tag == "all" && clauses > 0: // 1件，均不予处理
			return received, "received"
		case t.tag == "all":
			all = true
		case t.tag == "because":
			because = true
		case strings.HasPrefix(t.tag, "row/") && (r.tagAt(j+1) == "link" || r.markAt(j+1) == '、'): // 不掌握或需另行制作
			several = true
		case strings.HasPrefix(t.tag, "row/") && several:
		case strings.HasPrefix(t.tag, "row/") && (because || clauses == 0 && r.rowTold(j)),
			isResult(t.tag), t.tag == "carried-out", t.tag == "carried-in", t.tag == "in-force", t.tag == "repealed",
			t.tag == "done" && clauses == 0 && (all || opens && r.about == "application" && (j+1 == len(r.ts) || r.ts[j+1].kind == mark)),
			(t.tag == "upheld" || t.tag == "corrected" || t.tag == "pending" || t.tag == "other-result") && clauses == 0 && r.appealed(i):
			return j, t.tag
		case t.tag == "carried" && clauses == 0 && (j+1 == len(r.ts) || r.ts[j+1].kind == mark): // 3件结转
			return j, t.tag
		case t.tag == "application" || t.tag == "request" && !because:
			s.Subject = r.subject(j)
		case t.tag == "received" && clauses == 0 && !dated && !because:
			received, opens = j, false
		case t.tag == "foreign" && !because && opens && clauses == 0, t.tag == "review", t.tag == "suit":
			return -1, ""
		default:
			opens = false
		}
	}
	return received, "received"
}

// handed is the year from which applications that are counted were handed on, -1 if that is
// not what is told of them.
func (r *reader) handed(head int) (from int) {
	if t := r.tagAt(head); t != "request" && t != "application" {
		return -1
	}
	i := head - 1
	for filler(r.tagAt(i)) {
		i--
	}
	if r.tagAt(i) != "handed" || r.carriedYear(i-1) != "carried-in" {
		return -1
	}
	return i - 1
}
