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
	Of       rune   // the place that it is told of, 县 of 全县, 各 of others, 0 if of none
	From, To int    // the words, in runes
}

// isSubject says that a word names what can be counted.
func isSubject(t tag) bool {
	switch t {
	case "application", "request", "review", "suit", "direct-suit", "later-suit", "document", "service", "permit", "penalty", "coercion", "procurement", "fees", "foreign":
		return true
	}
	return false
}

// isResult says that a word names the result of an application.
func isResult(t tag) bool {
	switch t {
	case "granted", "partial", "denied", "unable", "refused", "otherwise":
		return true
	}
	return false
}

// isAct says that a word tells what became of something.
func isAct(t tag) bool {
	switch t {
	case "received", "carried-in", "carried-out", "carried", "due", "done", "handled", "open", "issued", "repealed", "in-force",
		"upheld", "corrected", "remanded", "other-result", "pending", "spent":
		return true
	}
	return isResult(t)
}

// goesAhead says that a word may stand right before 行政许可 where all of them are meant.
func goesAhead(t tag) bool {
	switch t {
	case "handled", "done", "received", "open", "now", "all", "count", "link", "none", "asker", "and-so-on", "matter", "permit", "penalty", "coercion", "foreign", "because":
		return true
	}
	return false
}

// kindOf is what an act is always said of, "" if it is said of many things.
func kindOf(act tag) tag {
	switch {
	case isResult(act), act == "carried-in", act == "carried-out", act == "carried", strings.HasPrefix(act, "row/"):
		return "application"
	case act == "issued", act == "repealed", act == "in-force":
		return "document"
	case act == "spent":
		return "procurement"
	}
	return ""
}

// Statements are what the sentences say of numbers. about is what the text speaks of where
// they do not say, "" if nothing can be taken for granted.
func (t *Text) Statements(about string) []Statement {
	r := reader{plain: t.plain, own: t.own, about: about, seen: map[tag]bool{about: true}, few: -1}
	for _, s := range t.sentences {
		if s == nil { // a new paragraph
			r.last, r.ts, r.few, r.seen = "", nil, -1, map[tag]bool{about: true}
			continue
		}
		r.read(s)
	}
	return r.out
}

type reader struct {
	plain    []rune
	own      int
	about    string
	last     tag          // the subject of the sentence before
	seen     map[tag]bool // the subjects of the paragraph
	ts       []token
	out      []Statement
	sentence int   // the first of its statements
	run      []int // the years that are listed together
	few      int   // the place of the last number that was of some only, -1 if it was of all
}

func (r *reader) read(ts []token) {
	before := r.ts
	r.ts, r.sentence = ts, len(r.out)
	r.few = r.begun(before)
	r.run = r.years()
	says := false // something of a number
	for i := range ts {
		switch t := &ts[i]; {
		case t.kind == number:
			says = true
		case t.kind != word:
		case isSubject(t.tag):
			r.seen[r.subject(i)] = true
		case t.tag == "none", t.tag == "all", t.tag == "upheld":
			says = true
		}
	}
	if says && !r.papers() {
		r.readNumbers()
	}
	if s := r.subjectBefore(r.passing(len(ts))); s != "" {
		r.last = s
	}
	r.place()
}

// readNumbers reads what the sentence says of its numbers, and of what there is none of.
func (r *reader) readNumbers() {
	scopes := r.scopes()
	for i := range r.ts {
		t := &r.ts[i]
		if t.kind != number && t.kind != word {
			continue
		}
		switch {
		case t.kind == number && r.byYear(i):
			if s, ok := r.ofOwn(i); ok {
				r.out, r.few = append(r.out, s), -1
			}
		case t.kind == word && t.tag == "none" && scopes[i]:
			if s, ok := r.noneCarried(i); ok {
				r.out = append(r.out, s)
			}
		case scopes[i]:
		case t.kind == number:
			switch s, ok := r.number(i); {
			case ok && r.some(i, s):
				if r.few < 0 {
					r.few = i
				}
			case ok:
				if s.Act == "row/other-rest" && !slices.ContainsFunc(r.out, func(s Statement) bool { return isResult(s.Act) }) {
					s.Act = "withdrawn" // and not only these may count there
				}
				r.out, r.few = append(r.out, s), -1
			default:
				r.out = append(r.out, r.zeros(i)...)
			}
		case t.kind == word && t.tag == "none":
			for _, s := range r.denial(i) {
				if !r.limited(i, s) && !r.another(i, s) {
					r.out = append(r.out, s)
				}
			}
		case t.kind == word && t.tag == "upheld":
			if s, ok := r.only(i); ok && r.few < 0 {
				r.out = append(r.out, s)
			}
		case t.kind == word && t.tag == "all":
			if s, ok := r.all(i); ok && r.few < 0 {
				r.out = append(r.out, s)
			}
		}
	}
}

func (r *reader) tagAt(i int) tag {
	if i < 0 || i >= len(r.ts) || r.ts[i].kind != word {
		return ""
	}
	return r.ts[i].tag
}

// papers says that documents are told apart by how they are published: 主动公开的58件，
// 依申请公开的23件.
func (r *reader) papers() bool {
	for i, t := range r.ts {
		if t.kind == number && i > 0 {
			j := i - 1
			if r.says(j, "的") && j > 0 {
				j--
			}
			if r.tagAt(j) == "foreign" && r.says(j, "主动公开") {
				return true
			}
		}
	}
	return false
}

// clause is where the clause of a place begins.
func (r *reader) clause(i int) int {
	for i > 0 && (r.ts[i-1].kind != mark || strings.ContainsRune("、“”", r.ts[i-1].mark)) && r.ts[i-1].kind != number {
		i--
	}
	return i
}

// take gives a statement its subject: the nearest one before a place, else what the
// sentence before spoke of, else what the text is about.
func (r *reader) take(i int, s Statement) (Statement, bool) {
	if kind := kindOf(s.Act); kind != "" {
		if kind == "document" && r.sifted(i) {
			return s, false
		}
		s.Subject = kind
		return s, r.seen[kind]
	}
	here := cmp.Or(s.Subject, r.subjectBefore(i))
	if here == "" && r.appeal(r.last) && r.seen["review"] && (r.seen["suit"] || r.seen["direct-suit"] || r.seen["later-suit"]) {
		return s, false // 被纠正的2件, behind reviews and suits
	}
	if here == "" && r.last == "foreign" && slices.ContainsFunc(r.ts, func(t token) bool { return t.kind == word && isResult(t.tag) }) {
		here = r.about // results are those of applications
	}
	s.Subject = cmp.Or(here, r.last, r.about)
	return s, s.Subject != "" && s.Subject != "foreign"
}

// sifted says that documents were gone through and that it is not done with all yet: 清理12件，拟
// 废止3件，继续有效9件.
func (r *reader) sifted(i int) bool {
	return slices.ContainsFunc(r.ts[:i], func(t token) bool { return t.kind == word && t.tag == "later" })
}

// subject is what the subject at a place is, "" for another's.
func (r *reader) subject(i int) tag {
	switch t := r.tagAt(i); t {
	case "request": // 低保申请 is another's
		if before := r.tagAt(i - 1); r.tagAt(i+1) != "sorted" && (i > 0 && r.ts[i-1].kind == gap || before == "dated" || before == "plain") {
			return "" // but 从申请主体看 speaks of all
		}
		return "application"
	case "foreign":
		return ""
	case "permit", "penalty", "coercion": // 食品经营许可 is one kind of them
		if before := r.tagAt(i - 1); i > 0 && (r.ts[i-1].kind == gap || r.ts[i-1].kind == word && !filler(before) && !goesAhead(before)) {
			return ""
		}
		return t
	default:
		return t
	}
}

// ofSome is the kind of applicant that a subject is told of, "" if it is of all: 个人申请,
// but 公民、法人和其他组织 are all.
func (r *reader) ofSome(head int) tag {
	i := head - 1
	for filler(r.tagAt(i)) || r.tagAt(i) == "raised" || r.tagAt(i) == "asker" {
		i--
	}
	kind := r.tagAt(i)
	if !applicant(kind) {
		return ""
	}
	for i--; i >= 0; i-- {
		switch t := r.ts[i]; {
		case t.kind == word && (applicant(t.tag) || t.tag == "asker"):
			return ""
		case t.kind == word && t.tag == "link", t.kind == mark && t.mark == '、':
		default:
			return kind
		}
	}
	return kind
}

// applicant says that a word names a kind of applicant.
func applicant(t tag) bool { return strings.HasPrefix(t, "from/") }

// filler says that a word has no weight of its own.
func filler(t tag) bool { return t == "filler" || t == "rest" }

func (r *reader) markAt(i int) rune {
	if i < 0 || i >= len(r.ts) || r.ts[i].kind != mark {
		return 0
	}
	return r.ts[i].mark
}

// subjectBefore is the nearest subject before a place in the sentence.
func (r *reader) subjectBefore(i int) tag {
	apart := false
	for j := i - 1; j >= 0; j-- {
		apart = apart || r.markAt(j) == ';'
		if isSubject(r.tagAt(j)) {
			s := r.subject(j)
			if apart && strings.HasSuffix(s, "-suit") { // 复议后起诉3件；法院审结5件
				s = "suit"
			}
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

// passing is the place up to which subjects are what a sentence speaks of: the kind of
// application that it only ends with, 征收补偿类申请增多, is not.
func (r *reader) passing(end int) int {
	for i := end - 1; i >= 0; i-- {
		if r.ts[i].kind == number {
			return end
		}
		if isSubject(r.tagAt(i)) {
			if r.tagAt(i) == "request" && r.subject(i) == "" {
				return r.passing(i)
			}
			return end
		}
	}
	return end
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
