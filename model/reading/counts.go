package reading

import (
	"slices"
	"strings"
)

// What is said of a number.

// number reads what is said of a number.
func (r *reader) number(i int) (Statement, bool) {
	n := r.ts[i].number
	if n.Rough || r.tagAt(i-1) == "rough" || r.tagAt(i+1) == "rough-behind" {
		return Statement{}, false
	}
	s := Statement{Number: n, From: r.ts[i].from, To: r.ts[i].to}
	head := r.headBefore(i)
	if head < 0 {
		if from := r.totals(i); from >= 0 { // 两项合计37件
			s.Subject, s.Act, s.From = "application", "due", r.ts[from].from
			return s, true
		}
		if own := r.owns(i); own > 0 { // 有1件行政复议
			s.Subject, s.To = r.subject(own), r.ts[own].to
			return s, s.Subject != ""
		}
		return r.behind(i, s)
	}
	s.From = r.ts[head].from
	if slices.Contains(subjects, r.tagAt(head)) {
		if s.Subject = r.subject(head); s.Subject == "application" && r.ofSome(head) != "" {
			return r.askedBy(head, r.ofSome(head), s)
		}
		if act := r.actBefore(head); act >= 0 && (r.ts[act].tag != "done" || !r.appeal(s.Subject)) { // 不服答复申请复议
			s.Act, s.From = r.ts[act].tag, r.ts[act].from
			if word := string(r.plain[r.ts[act].from:r.ts[act].to]); r.appeal(s.Subject) && (strings.Contains(word, "受理") || word == "办理") { // those of others
				return s, false
			}
		}
		if s.Act == "" {
			if b := r.actBehind(i); b >= 0 {
				s.Act, s.To = r.ts[b].tag, r.ts[b].to
			}
		}
		return s, s.Subject != "" && !r.joined(head) && !r.partly(head, s) && !(s.Act == "" && r.narrowed(head))
	}
	if kind := r.tagAt(head); applicant(kind) {
		return r.askedBy(head, kind, s)
	}
	s.Act = r.ts[head].tag
	if s.Act == "done" && slices.Contains(acts, r.tagAt(head-1)) { // 予以公开答复3件
		head--
		s.Act, s.From = r.ts[head].tag, r.ts[head].from
	}
	if slices.Contains(results, s.Act) || strings.HasPrefix(s.Act, "row/") {
		ok := false
		if s, ok = r.reasoned(r.clause(head), i, s); !ok || r.joined(head) {
			return s, false
		}
	}
	if s, ok := r.counted(i, head, s); ok && !r.partly(head, s) {
		return s, true
	}
	return s, false
}

// owns is the subject right behind a number, 0 if its clause goes on or there is none.
func (r *reader) owns(i int) int {
	i++
	for filler(r.tagAt(i)) {
		i++
	}
	if !slices.Contains(subjects, r.tagAt(i)) || i+1 < len(r.ts) && r.ts[i+1].kind != mark {
		return 0
	}
	return i
}

// reasoned narrows a result down to the reason that is told with it: 因不掌握无法提供的 are
// not all 无法提供. A reason that is no row of the table leaves nothing to compare.
func (r *reader) reasoned(from, to int, s Statement) (Statement, bool) {
	because := false
	for j := from; j < to; j++ {
		switch t := r.tagAt(j); {
		case strings.HasPrefix(t, "row/"):
			s.Act, s.From = t, min(s.From, r.ts[j].from)
			return s, true
		case t == "because":
			because = true
		}
	}
	return s, !because || strings.HasPrefix(s.Act, "row/")
}

// counted finds out what an act's number counts.
func (r *reader) counted(i, head int, s Statement) (Statement, bool) {
	next := i + 1
	for filler(r.tagAt(next)) {
		next++
	}
	switch tag := r.tagAt(next); {
	case slices.Contains(subjects, tag) && next > i:
		s.Subject, s.To = r.subject(next), r.ts[next].to
		return s, s.Subject != ""
	case tag == "carried-out" && s.Act == "carried": // 结转1件至下年度
		s.Act, s.To = tag, r.ts[next].to
	case next < len(r.ts) && r.ts[next].kind == gap && next == i+1:
		return s, false // 收到3件锦旗
	}
	if s.Act == "carried" && head > 0 && r.ts[head-1].kind == year {
		if act := r.carriedYear(head - 1); act != "" {
			s.Act, s.From = act, r.ts[head-1].from
		}
	}
	return r.take(head, s)
}

// behind reads 3件予以公开, 1件因不掌握无法提供 and 2件在期限之内，结转下年.
func (r *reader) behind(i int, s Statement) (Statement, bool) {
	if !opensClause(r.ts, i) {
		return s, false
	}
	clauses := 0
	found, because, received := -1, -1, -1
scan:
	for j := i + 1; j < len(r.ts); j++ {
		t := r.ts[j]
		switch {
		case t.kind == number, t.kind == mark && t.mark != ',':
			break scan
		case t.kind == mark:
			if clauses++; clauses > 1 || found >= 0 {
				break scan
			}
		case t.kind == year && r.carriedYear(j) != "":
			found, s.Act = j, r.carriedYear(j)
			if r.tagAt(j+1) == "carried" {
				found++
			}
			break scan
		case t.kind != word:
		case t.tag == "because":
			because = j
		case t.tag == "application" || t.tag == "request" && because < 0:
			s.Subject = r.subject(j)
		case strings.HasPrefix(t.tag, "row/") && (because >= 0 || clauses == 0 && r.rowTold(j)):
			found, s.Act = j, t.tag
			break scan
		case t.tag == "received" && clauses == 0:
			received = j
		case t.tag == "all" && clauses > 0: // 1件，均不予处理
			break scan
		case slices.Contains(results, t.tag), t.tag == "carried-out", t.tag == "carried-in", t.tag == "in-force", t.tag == "repealed",
			(t.tag == "upheld" || t.tag == "corrected" || t.tag == "pending") && clauses == 0 && r.appealed(i):
			found, s.Act = j, t.tag
			break scan
		case t.tag == "foreign" && because < 0, t.tag == "review", t.tag == "suit":
			return s, false
		}
	}
	if found >= 0 && r.counts(found) { // it belongs to the next number
		found = -1
	}
	if found < 0 && received > 0 { // 9件申请于年内收到
		found, s.Act = received, "received"
	}
	if found < 0 {
		return s, false
	}
	s.To = r.ts[found].to
	if (s.Act == "granted" || s.Act == "partial") && slices.ContainsFunc(r.ts[i+1:found], func(t token) bool { return t.kind == gap && r.plain[t.from] == '经' }) {
		return s, false // 1件经补正后予以公开
	}
	if slices.Contains(results, s.Act) {
		ok := false
		if s, ok = r.reasoned(i+1, found, s); !ok {
			return s, false
		}
	}
	return r.take(i, s)
}
