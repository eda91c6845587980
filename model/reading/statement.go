package reading

import (
	"cmp"
	"slices"
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
	subjects = []tag{"application", "request", "review", "suit", "document", "foreign"}
	results  = []tag{"granted", "partial", "denied", "unable", "refused", "otherwise"}
	acts     = append([]tag{
		"received", "carried-in", "carried-out", "carried", "done", "handled", "open", "issued", "repealed", "in-force",
		"upheld", "corrected", "other-result", "pending",
	}, results...)
)

// Statements are what the sentences say of numbers. about is what the text speaks of where
// they do not say, "" if nothing can be taken for granted.
func (t *Text) Statements(about string) []Statement {
	r := reader{own: t.own, about: about}
	for _, s := range t.sentences {
		if s == nil { // a new paragraph
			r.last = ""
			continue
		}
		r.read(s)
	}
	return r.out
}

type reader struct {
	own   int
	about string
	last  tag // the subject of the sentence before
	ts    []token
	out   []Statement
}

func (r *reader) read(ts []token) {
	r.ts = ts
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
	before := i - 1
	if r.tagAt(before) == "into" {
		before--
	}
	switch {
	case r.tagAt(i+1) == "carried" && r.ts[i].year == r.own-1:
		return "carried-in"
	case r.tagAt(before) == "carried" && r.ts[i].year == r.own+1:
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
		return r.behind(i, s)
	}
	s.From = r.ts[head].from
	if slices.Contains(subjects, r.tagAt(head)) {
		s.Subject = r.subject(head)
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
	if head > 0 && s.Act == "done" && slices.Contains(results, r.tagAt(head-1)) { // 予以公开答复3件
		head--
		s.Act, s.From = r.ts[head].tag, r.ts[head].from
	}
	return r.counted(i, head, s)
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

// behind reads 3件予以公开 and 1件部分公开.
func (r *reader) behind(i int, s Statement) (Statement, bool) {
	act := r.actBehind(i)
	if act < 0 || !opensClause(r.ts, i) {
		return s, false
	}
	s.Act, s.To = r.ts[act].tag, r.ts[act].to
	return r.take(i, s)
}

// take gives a statement its subject: the nearest one before a place, else what the
// sentence before spoke of, else what the text is about.
func (r *reader) take(i int, s Statement) (Statement, bool) {
	s.Subject = cmp.Or(r.subjectBefore(i), r.last, r.about)
	return s, s.Subject != "" && s.Subject != "foreign"
}

// opensClause says that a number begins a clause, but for small words.
func opensClause(ts []token, i int) bool {
	for i--; i >= 0; i-- {
		switch t := ts[i]; {
		case t.kind == mark:
			return true
		case t.kind == word && (t.tag == "filler" || t.tag == "part" || t.tag == "link" || t.tag == "all" || t.tag == "now" || t.tag == "count"):
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
		case t.kind == word && (slices.Contains(subjects, t.tag) || slices.Contains(acts, t.tag)):
			return j
		case t.kind == word && t.tag == "count":
			counted = true
		case t.kind == word && (t.tag == "filler" || t.tag == "now" || t.tag == "handled" && j < i-1 || t.tag == "into"):
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

// subjectBefore is the nearest subject before a place in the sentence.
func (r *reader) subjectBefore(i int) tag {
	for j := i - 1; j >= 0; j-- {
		if slices.Contains(subjects, r.tagAt(j)) {
			if s := r.subject(j); s != "" {
				return s
			}
			return "foreign"
		}
	}
	return ""
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
		case t.kind == word && slices.Contains(acts, t.tag):
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

// denial reads 未收到…申请 and 无行政复议、行政诉讼.
func (r *reader) denial(i int) []Statement {
	var out []Statement
	act := tag("")
	for j := i + 1; j < len(r.ts); j++ {
		t := r.ts[j]
		switch {
		case t.kind == word && slices.Contains(acts, t.tag):
			if len(out) > 0 {
				return out
			}
			act = t.tag
		case t.kind == word && slices.Contains(subjects, t.tag):
			if s := r.subject(j); s != "" {
				out = append(out, Statement{Subject: s, Act: act, Number: Number{Digits: "0"}, Denies: true, From: r.ts[i].from, To: t.to})
			}
		case t.kind == word && (t.tag == "filler" || t.tag == "asker" || t.tag == "matter" || t.tag == "link" || t.tag == "all"):
		case t.kind == mark && t.mark == '、':
		default:
			return out
		}
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
