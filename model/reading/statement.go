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

// clause is where the clause of a place begins.
func (r *reader) clause(i int) int {
	for i > 0 && (r.ts[i-1].kind != mark || r.ts[i-1].mark == '、') && r.ts[i-1].kind != number {
		i--
	}
	return i
}

// take gives a statement its subject: the nearest one before a place, else what the
// sentence before spoke of, else what the text is about.
func (r *reader) take(i int, s Statement) (Statement, bool) {
	if kind := kindOf(s.Act); kind != "" {
		s.Subject = kind
		return s, r.seen[kind]
	}
	s.Subject = cmp.Or(s.Subject, r.subjectBefore(i), r.last, r.about)
	return s, s.Subject != "" && s.Subject != "foreign"
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
