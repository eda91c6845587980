package trial

import (
	"math/rand/v2"
	"slices"
	"strings"

	"nianbao/model"
)

// fault is one kind of fault and how it is put into a report.
type fault struct {
	name   string
	rules  []string // any of these has to find it
	prose  bool     // counts for the share of the prose; of the tables and the form all must be found
	beyond bool     // more than is asked of the rule: listed, not counted
	put    func(*attempt) bool
}

// faults are all kinds; put says whether the fault can be in the report at hand.
func faults() []fault {
	return slices.Concat(sums(), cells(), years(), statements(), claims(), figures(), stale(), foreign(), private(), slips(), gaps(), forms())
}

// attempt is a copy of a clean report that a fault is put into.
type attempt struct {
	*rand.Rand
	*subject   // the clean report
	this, last *model.Report
	at         []model.Ref // the finding speaks of one of these …
	text       model.Ref   // … and, for prose, of words in this text
	fault      span        // that touch the fault
	within     span        // and go no further than this
}

func try(r *rand.Rand, s *subject) *attempt {
	a := &attempt{Rand: r, subject: s, this: s.this.Clone()}
	if s.last != nil {
		a.last = s.last.Clone()
	}
	return a
}

// found says that a finding is the one that the fault calls for.
func (a *attempt) found(rules []string, f model.Finding) bool {
	if !slices.Contains(rules, f.Rule) || !slices.ContainsFunc(f.At, func(ref model.Ref) bool { return slices.Contains(a.at, ref) }) {
		return false
	}
	if a.text == "" {
		return true
	}
	text := a.prose(a.text)
	for from := 0; f.Words != ""; {
		i := strings.Index(text[from:], f.Words)
		if i < 0 {
			return false
		}
		i += from
		end := i + len(f.Words)
		if i < a.fault.to && end > a.fault.from && i >= a.within.from && end <= a.within.to {
			return true
		}
		from = i + 1
	}
	return false
}

func (a *attempt) prose(ref model.Ref) string {
	if ref == model.RefTitle {
		return a.this.Title
	}
	return a.this.Prose(ref)
}

// count is a cell's number, -1 if it is none.
func (a *attempt) count(ref model.Ref) int { return whole(a.this.Value(ref)) }

func whole(n model.Number) int {
	if !n.Readable() || !n.Whole() {
		return -1
	}
	k := 0
	for _, r := range n.Digits() {
		if r < '0' || r > '9' {
			return -1
		}
		k = 10*k + int(r-'0')
	}
	return k
}

func (a *attempt) set(ref model.Ref, value string) { a.this.Apply(model.Change{At: ref, New: value}) }

// add changes a count; it must be able to.
func (a *attempt) add(ref model.Ref, by int) bool {
	n := a.count(ref)
	if n < 0 || n+by < 0 {
		return false
	}
	a.set(ref, model.Int(int64(n+by)).String())
	return true
}

// mark says where a finding without words is to be.
func (a *attempt) mark(at ...model.Ref) bool {
	a.at = at
	return true
}

// say says where a finding with words is to be: it touches the fault and stays in
// the sentence.
func (a *attempt) say(ref model.Ref, from, to int) bool {
	text := a.prose(ref)
	a.at, a.text, a.fault, a.within = []model.Ref{ref}, ref, span{from, to}, span{0, len(text)}
	const ends = "。！？\n"
	if i := strings.LastIndexAny(text[:from], ends); i >= 0 {
		a.within.from = i
	}
	if i := strings.IndexAny(text[to:], ends); i >= 0 {
		a.within.to = to + i + len("。")
		a.within.to = min(a.within.to, len(text))
	}
	return true
}

// write puts words in the place of others and expects the finding there.
func (a *attempt) write(ref model.Ref, at span, words string) bool {
	text := a.prose(ref)
	a.set(ref, text[:at.from]+words+text[at.to:])
	return a.say(ref, at.from, at.from+len(words))
}

// pick is one of a list; ok is false if it is empty.
func pick[T any](a *attempt, list []T) (one T, ok bool) {
	if len(list) == 0 {
		return one, false
	}
	return list[a.IntN(len(list))], true
}

// one is a statement of one of the kinds.
func (a *attempt) one(kinds ...string) (statement, bool) {
	var fit []statement
	for _, s := range a.truth {
		if slices.Contains(kinds, s.Kind) {
			fit = append(fit, s)
		}
	}
	return pick(a, fit)
}

// texts are the ids of the texts that have words, in a fixed order.
func (a *attempt) texts() []model.Ref {
	var out []model.Ref
	for ref, text := range a.this.Texts {
		if text != "" {
			out = append(out, ref)
		}
	}
	slices.Sort(out)
	return out
}

// spot is a stretch of a text.
type spot struct {
	ref model.Ref
	span
}

// spots are all places of a word.
func (a *attempt) spots(word string) (out []spot) {
	for _, ref := range a.texts() {
		text := a.this.Texts[ref]
		for from := 0; ; {
			i := strings.Index(text[from:], word)
			if i < 0 {
				break
			}
			from += i + len(word)
			out = append(out, spot{ref, span{from - len(word), from}})
		}
	}
	return out
}

// sentence is the sentence around a place.
func (a *attempt) sentence(s spot) string {
	text := a.this.Texts[s.ref]
	from := strings.LastIndexAny(text[:s.from], "。\n") + 1 // inside 。 is as good
	to := strings.IndexAny(text[s.to:], "。\n")
	if to < 0 {
		return text[from:]
	}
	return text[from : s.to+to]
}
