package model

import (
	"fmt"
	"slices"
	"strings"
)

// Verdict is what became of a rule: how many places of the report it held, and what it
// found.
type Verdict struct {
	Rule   *Rule
	Held   int       // places that it looked at, right or wrong
	Missed int       // places that it could not look at: a number is missing or cannot be read
	Lacks  string    // why it could not be asked at all, "" if it could
	Found  []Finding // in the order of the report
}

// Outcome is a verdict in one word.
type Outcome uint8

// The outcomes, the gravest first.
const (
	Faulty  Outcome = iota // something was found that nobody has accepted
	Unasked                // it could not be asked, or not everywhere
	Excused                // all that was found is accepted with a reason
	Kept                   // it was asked, and nothing was found
	Idle                   // the report has nothing that it is about
)

var outcomeNames = [...]string{"有问题", "未能核对", "已说明", "符合", "不涉及"}

// Name is the outcome in Chinese.
func (o Outcome) Name() string { return outcomeNames[o] }

// Outcome tells how the rule came out. One that could not be asked everywhere is never
// told as kept.
func (v Verdict) Outcome() Outcome {
	open := v.Open()
	switch {
	case open > 0:
		return Faulty
	case v.Lacks != "" || v.Missed > 0:
		return Unasked
	case len(v.Found) > 0:
		return Excused
	case v.Held == 0:
		return Idle
	}
	return Kept
}

// Open counts the findings that nobody has accepted.
func (v Verdict) Open() int {
	n := 0
	for _, f := range v.Found {
		if f.Accepted == "" {
			n++
		}
	}
	return n
}

// Extent tells how much was looked at: 25 行, "" if nothing.
func (v Verdict) Extent() string {
	if v.Held == 0 {
		return ""
	}
	return fmt.Sprintf("%d %s", v.Held, checks[v.Rule.Kind].of)
}

// Note tells in a sentence what is to be known beside the outcome, "" if nothing.
func (v Verdict) Note() string {
	var said []string
	say := func(pattern string, args ...any) { said = append(said, fmt.Sprintf(pattern, args...)) }
	if n := v.Open(); n > 0 {
		say("%d 处%s", n, v.worst().Name())
	}
	if n := len(v.Found) - v.Open(); n > 0 {
		say("%d 处已说明理由", n)
	}
	if v.Lacks != "" {
		say("%s", v.Lacks)
	}
	if v.Missed > 0 {
		also := "另有 "
		if v.Held == 0 {
			also = ""
		}
		say("%s%d %s数字不全，没有核对", also, v.Missed, checks[v.Rule.Kind].of)
	}
	return strings.Join(said, "；")
}

// worst is the gravest level among what is open.
func (v Verdict) worst() Level {
	for _, level := range []Level{Error, Warning} {
		if Count(v.Found, level) > 0 {
			return level
		}
	}
	return Hint
}

// Compared are words of the prose that tell a number, and what they were held against.
type Compared struct {
	At    Ref    // the text
	Words string // of it
	With  string // the cells by their names, or the sum
	Holds bool
}

// Record is a check of which a record is kept (核对记录): every rule with what became of it,
// in the edition's order, and the statements of the prose that were held against numbers.
type Record struct {
	Verdicts []Verdict
	Compared []Compared
}

// Count counts the verdicts with an outcome.
func (r *Record) Count(o Outcome) int {
	n := 0
	for _, v := range r.Verdicts {
		if v.Outcome() == o {
			n++
		}
	}
	return n
}

// Record checks a report as Check does, and keeps what was looked at.
func (d Desk) Record(r, last *Report) *Record {
	c := d.run(r, last, &Record{})
	byRule := map[string][]Finding{}
	for _, f := range c.found {
		byRule[f.Rule] = append(byRule[f.Rule], f)
	}
	for i := range c.record.Verdicts {
		v := &c.record.Verdicts[i]
		v.Found = byRule[v.Rule.ID]
	}
	place := map[Ref]int{}
	for i, t := range c.prose {
		place[t.id] = i
	}
	slices.SortStableFunc(c.record.Compared, func(a, b Compared) int { return place[a.At] - place[b.At] })
	return c.record
}
