package reading

import (
	"cmp"
	"slices"
	"strings"
)

// Statement is what a sentence says of one number, or that there is none.
type Statement struct {
	Subject  string // what is counted: application, review, suit, document
	Act      string // what is said of it, a tag of words.txt; "" if nothing is
	Number   Number // of digits "0" where the sentence denies
	Denies   bool   // 未收到…申请
	Claims   bool   // 均已办结: there is nothing else
	From, To int    // the words, in runes
}

var (
	subjects = []tag{"application", "request", "review", "suit", "document", "fees", "foreign"}
	results  = []tag{"granted", "partial", "denied", "unable", "refused", "otherwise"}
	acts     = append([]tag{
		"received", "carried-in", "carried-out", "carried", "due", "done", "handled", "open", "issued", "repealed", "in-force",
		"upheld", "corrected", "other-result", "pending",
	}, results...)
)

// kindOf is what an act is always said of, "" if it is said of many things.
func kindOf(act tag) tag {
	switch {
	case slices.Contains(results, act), act == "carried-in", act == "carried-out", act == "carried", strings.HasPrefix(act, "row/"):
		return "application"
	case act == "issued", act == "repealed", act == "in-force":
		return "document"
	}
	return ""
}

// Statements are what the sentences say of numbers. about is what the text speaks of where
// they do not say, "" if nothing can be taken for granted.
func (t *Text) Statements(about string) []Statement {
	r := reader{own: t.own, about: about, seen: map[tag]bool{about: true}}
	for _, s := range t.sentences {
		if s == nil { // a new paragraph
			r.last, r.seen = "", map[tag]bool{about: true}
			continue
		}
		r.read(s)
	}
	return r.out
}

type reader struct {
	own   int
	about string
	last  tag          // the subject of the sentence before
	seen  map[tag]bool // the subjects of the paragraph
	ts    []token
	out   []Statement
}

func (r *reader) read(ts []token) {
	r.ts = ts
	for i := range ts {
		if slices.Contains(subjects, r.tagAt(i)) {
			r.seen[r.subject(i)] = true
		}
	}
	scopes := r.scopes()
	for i, t := range ts {
		switch {
		case t.kind == number && !scopes[i]:
			if s, ok := r.number(i); ok {
				r.out = append(r.out, s)
			}
		case t.kind == word && t.tag == "none" && !scopes[i]:
			r.out = append(r.out, r.denial(i)...)
		case t.kind == word && t.tag == "all" && !scopes[i]:
			if s, ok := r.all(i); ok {
				r.out = append(r.out, s)
			}
		}
	}
	if s := r.subjectBefore(len(ts)); s != "" {
		r.last = s
	}
}

// scopes marks the tokens that do not speak of the report's year as a whole: another year's
// until a time is named again, a comparison's or a plan's clause.
func (r *reader) scopes() []bool {
	out := make([]bool, len(r.ts))
	elsewhen := false // of the sentence
	aside := false    // of the clause
	for i, t := range r.ts {
		switch {
		case t.kind == year:
			if r.carriedYear(i) == "" {
				elsewhen = t.year != r.own
			}
		case t.kind == day:
			elsewhen = true
		case t.kind == mark && (t.mark == ',' || t.mark == ';' || t.mark == '(' || t.mark == ')' || t.mark == ':'):
			aside = false
		case t.kind != word:
		case t.tag == "past":
			elsewhen = true
		case t.tag == "now":
			elsewhen = false
		case t.tag == "period":
			elsewhen = true
		case t.tag == "late", t.tag == "later", t.tag == "growth", t.tag == "decline", t.tag == "share":
			aside = true
		}
		out[i] = elsewhen || aside
	}
	return out
}

// carriedYear is what a year beside 结转 makes of it: 2025年结转, 结转至2027年.
func (r *reader) carriedYear(i int) tag {
	before := r.tagAt(i - 1)
	carries := before == "carried" || before == "into" || r.tagAt(i-2) == "carried"
	switch {
	case r.tagAt(i+1) == "carried" && r.ts[i].year == r.own-1:
		return "carried-in"
	case carries && r.ts[i].year == r.own+1:
		return "carried-out"
	}
	return ""
}

func (r *reader) tagAt(i int) tag {
	if i < 0 || i >= len(r.ts) || r.ts[i].kind != word {
		return ""
	}
	return r.ts[i].tag
}

// number reads what is said of a number.
func (r *reader) number(i int) (Statement, bool) {
	n := r.ts[i].number
	if n.Rough || r.tagAt(i-1) == "rough" || r.tagAt(i+1) == "rough-behind" {
		return Statement{}, false
	}
	s := Statement{Number: n, From: r.ts[i].from, To: r.ts[i].to}
	head := r.headBefore(i)
	if head < 0 {
		if own := r.owns(i); own > 0 { // 有1件行政复议
			s.Subject, s.To = r.subject(own), r.ts[own].to
			return s, s.Subject != ""
		}
		return r.behind(i, s)
	}
	s.From = r.ts[head].from
	if slices.Contains(subjects, r.tagAt(head)) {
		if s.Subject = r.subject(head); r.ofSome(head) {
			return s, false
		}
		act := r.actBefore(head)
		if act >= 0 {
			s.Act, s.From = r.ts[act].tag, r.ts[act].from
		}
		if s.Act == "" {
			if b := r.actBehind(i); b >= 0 {
				s.Act, s.To = r.ts[b].tag, r.ts[b].to
			}
		}
		return s, s.Subject != ""
	}
	s.Act = r.ts[head].tag
	if s.Act == "done" && slices.Contains(acts, r.tagAt(head-1)) { // 予以公开答复3件
		head--
		s.Act, s.From = r.ts[head].tag, r.ts[head].from
	}
	if slices.Contains(results, s.Act) || strings.HasPrefix(s.Act, "row/") {
		ok := false
		if s, ok = r.reasoned(r.clause(head), head, s); !ok {
			return s, false
		}
	}
	return r.counted(i, head, s)
}

// owns is the subject right behind a number, 0 if its clause goes on or there is none.
func (r *reader) owns(i int) int {
	i++
	for r.tagAt(i) == "filler" {
		i++
	}
	if !slices.Contains(subjects, r.tagAt(i)) || i+1 < len(r.ts) && r.ts[i+1].kind != mark {
		return 0
	}
	return i
}

// clause is where the clause of a place begins.
func (r *reader) clause(i int) int {
	for i > 0 && (r.ts[i-1].kind != mark || r.ts[i-1].mark == '、') && r.ts[i-1].kind != number {
		i--
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
	return s, !because && !strings.HasPrefix(s.Act, "row/") || strings.HasPrefix(s.Act, "row/") && r.tagAt(from) == "because"
}

// counted finds out what an act's number counts.
func (r *reader) counted(i, head int, s Statement) (Statement, bool) {
	next := i + 1
	for r.tagAt(next) == "filler" {
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
			found = j
			s.Act = r.carriedYear(j)
			break scan
		case t.kind != word:
		case t.tag == "because":
			because = j
		case because >= 0 && strings.HasPrefix(t.tag, "row/"):
			found, s.Act = j, t.tag
			break scan
		case t.tag == "received" && clauses == 0:
			received = j
		case slices.Contains(results, t.tag), t.tag == "carried-out", t.tag == "carried-in", t.tag == "in-force", t.tag == "repealed":
			found, s.Act = j, t.tag
			break scan
		case t.tag == "foreign" && because < 0, t.tag == "review", t.tag == "suit":
			return s, false
		}
	}
	if found < 0 && received > 0 { // 9件申请于年内收到
		found, s.Act = received, "received"
	}
	if found < 0 || r.counts(found) {
		return s, false
	}
	s.To = r.ts[found].to
	if slices.Contains(results, s.Act) {
		ok := false
		if s, ok = r.reasoned(i+1, found, s); !ok {
			return s, false
		}
	}
	return r.take(i, s)
}

// counts says that an act has a number of its own behind it.
func (r *reader) counts(act int) bool {
	act++
	for r.tagAt(act) == "filler" || r.tagAt(act) == "count" {
		act++
	}
	return act < len(r.ts) && r.ts[act].kind == number
}

// take gives a statement its subject: the nearest one before a place, else what the
// sentence before spoke of, else what the text is about.
func (r *reader) take(i int, s Statement) (Statement, bool) {
	if kind := kindOf(s.Act); kind != "" {
		s.Subject = kind
		return s, r.seen[kind]
	}
	s.Subject = cmp.Or(r.subjectBefore(i), r.last, r.about)
	return s, s.Subject != "" && s.Subject != "foreign"
}

// opensClause says that a number begins a clause, but for small words.
func opensClause(ts []token, i int) bool {
	for i--; i >= 0; i-- {
		switch t := ts[i]; {
		case t.kind == mark:
			return true
		case t.kind == gap, t.kind == day, t.kind == year:
		case t.kind == word && !slices.Contains(acts, t.tag) && !slices.Contains(subjects, t.tag):
		default:
			return false
		}
	}
	return true
}

// headBefore is the word that a number belongs to: the nearest one before it, over small
// words, a colon, a bracket, or a comma with 共. It is -1 if there is none.
func (r *reader) headBefore(i int) int {
	counted := false
	for j := i - 1; j >= 0; j-- {
		t := r.ts[j]
		switch {
		case t.kind == word && (slices.Contains(subjects, t.tag) || slices.Contains(acts, t.tag) || strings.HasPrefix(t.tag, "row/") && r.tagAt(r.clause(j)) == "because"):
			return j
		case t.kind == word && t.tag == "count":
			counted = true
		case t.kind == word && (t.tag == "filler" || t.tag == "all" || t.tag == "now" || t.tag == "handled" && j < i-1 || t.tag == "into" || t.tag == "still"):
		case t.kind == year && r.carriedYear(j) == "carried-out":
		case t.kind == mark && (t.mark == ':' || t.mark == '('):
		case t.kind == mark && t.mark == ',' && counted:
		default:
			return -1
		}
	}
	return -1
}

// subject is what the subject at a place is, "" for another's.
func (r *reader) subject(i int) tag {
	switch t := r.tagAt(i); t {
	case "request": // 低保申请 is another's
		if i > 0 && r.ts[i-1].kind == gap {
			return ""
		}
		return "application"
	case "foreign":
		return ""
	default:
		return t
	}
}

// ofSome says that a subject is told of one kind of applicant: 个人申请.
func (r *reader) ofSome(head int) bool {
	if r.tagAt(head-1) != "applicant" {
		return false
	}
	for j := head - 2; j >= 0 && r.ts[j].kind == word; j-- { // 公民、法人和其他组织 are all
		switch r.ts[j].tag {
		case "asker", "applicant":
			return false
		case "link":
		default:
			return true
		}
	}
	return r.markAt(head-2) != '、' || head > 2 && r.ts[head-3].kind == number
}

func (r *reader) markAt(i int) rune {
	if i < 0 || i >= len(r.ts) || r.ts[i].kind != mark {
		return 0
	}
	return r.ts[i].mark
}

// subjectBefore is the nearest subject before a place in the sentence.
func (r *reader) subjectBefore(i int) tag {
	for j := i - 1; j >= 0; j-- {
		if slices.Contains(subjects, r.tagAt(j)) {
			s := r.subject(j)
			if s == "" && r.reason(j) {
				continue
			}
			return cmp.Or(s, "foreign")
		}
		if r.tagAt(j) == "row/refuse-petition" && !r.reason(j) {
			return "foreign"
		}
	}
	return ""
}

// reason says that words tell why: 因…, 作为信访事项.
func (r *reader) reason(i int) bool {
	for j := r.clause(i); j < i; j++ {
		if r.tagAt(j) == "because" {
			return true
		}
	}
	return false
}

// actBefore is the act that a subject is the object of, -1 if there is none.
func (r *reader) actBefore(i int) int {
	for j := i - 1; j >= 0; j-- {
		t := r.ts[j]
		switch {
		case t.kind == number:
			return -1
		case t.kind == mark && (t.mark == ';' || t.mark == ','):
			return -1
		case t.kind == word && (slices.Contains(acts, t.tag) || strings.HasPrefix(t.tag, "row/")):
			return j
		}
	}
	return -1
}

// actBehind is the act right behind a number: 3件予以公开, 1件因…无法提供.
func (r *reader) actBehind(i int) int {
	for j := i + 1; j < len(r.ts); j++ {
		t := r.ts[j]
		switch {
		case t.kind == word && slices.Contains(results, t.tag), t.kind == word && (t.tag == "carried-out" || t.tag == "carried-in" || t.tag == "in-force" || t.tag == "repealed" || t.tag == "pending"):
			return j
		case t.kind == word && (t.tag == "filler" || t.tag == "all" || t.tag == "application" || t.tag == "request"):
		default:
			return -1
		}
	}
	return -1
}

// denial reads 未收到…申请, 无行政复议、行政诉讼 and 没有结转.
func (r *reader) denial(i int) []Statement {
	var out []Statement
	act, end := tag(""), i
	zero := Statement{Number: Number{Digits: "0"}, Denies: true, From: r.ts[i].from}
	j := i + 1
scan:
	for ; j < len(r.ts); j++ {
		t := r.ts[j]
		switch {
		case t.kind == word && slices.Contains(acts, t.tag):
			if len(out) > 0 {
				break scan
			}
			act, end = t.tag, j
		case t.kind == word && slices.Contains(subjects, t.tag):
			if s := r.subject(j); s != "" && !r.ofSome(j) {
				z := zero
				z.Subject, z.Act, z.To = s, act, t.to
				out = append(out, z)
			}
			end = j
		case t.kind == word && slices.Contains([]tag{"filler", "asker", "applicant", "raised", "matter", "link", "all", "because"}, t.tag):
		case t.kind == mark && t.mark == '、':
		default:
			break scan
		}
	}
	if j < len(r.ts) && r.ts[j].kind != mark { // 未对申请收取费用 denies something else
		return nil
	}
	if kind := kindOf(act); len(out) == 0 && kind != "" && r.seen[kind] {
		zero.Subject, zero.Act, zero.To = kind, act, r.ts[end].to
		return []Statement{zero}
	}
	return out
}

// all reads 均已办结 and 均获维持.
func (r *reader) all(i int) (Statement, bool) {
	for j := i + 1; j < len(r.ts); j++ {
		switch t := r.ts[j]; {
		case t.kind == word && (t.tag == "done" || t.tag == "upheld"):
			s := Statement{Act: t.tag, Claims: true, From: r.ts[i].from, To: t.to}
			return r.take(i, s)
		case t.kind == word && (t.tag == "filler" || t.tag == "all"):
		default:
			return Statement{}, false
		}
	}
	return Statement{}, false
}
