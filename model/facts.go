package model

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Facts are the few numbers that one sentence of a text tells. The sentence is
// where they are kept: they are read out of it and written into it.
type Facts struct {
	Name   string `json:"name"`
	Fields []Fact `json:"fields"`
	Says   string `json:"says"` // the sentence, with {id} for each number
	None   string `json:"none"` // the sentence if all of them are 0
}

// Fact is one number of the facts.
type Fact struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Unit string `json:"unit"`
	As   string `json:"as,omitempty"` // kind of number: "" count, "amount"
}

// Gap stands in a sentence for what the clerk is still to fill in; the check of
// template words finds it.
const Gap = "XX"

// Takes reads what was typed for a fact, without its unit; ok is false if it is no
// such number. What is blank may stay so.
func (f *Fact) Takes(typed string) (n Number, ok bool) {
	n = ParseNumber(typed)
	switch {
	case n.Blank():
		return n, true
	case n.Unit() != "" && n.Unit() != f.Unit:
		if n, ok = n.In(f.Unit); !ok {
			return n, false
		}
	}
	n = n.With("")
	return n, n.Readable() && n.Sign() >= 0 && !n.huge() && (f.As == "amount" || n.Whole())
}

// fixed are the words of the sentence before, between and behind the numbers.
func (f *Facts) fixed() []string {
	out := []string{f.Says}
	for i := range f.Fields {
		before, behind, ok := strings.Cut(out[i], "{"+f.Fields[i].ID+"}")
		if !ok {
			return nil
		}
		out[i] = before
		out = append(out, behind)
	}
	return out
}

// plain says that words may stand in a number's place: they are few, and of the same
// sentence.
func (f *Facts) plain(words string) bool {
	const most = 20
	return utf8.RuneCountInString(words) <= most && !strings.ContainsAny(words, "\n。")
}

// find gives the sentence's place in a text and what stands in the numbers' places.
func (f *Facts) find(text string) (from, to int, values []string, ok bool) {
	fixed := f.fixed()
	for start := 0; ; {
		i := strings.Index(text[start:], fixed[0])
		if i < 0 {
			break
		}
		from, to, values = start+i, start+i+len(fixed[0]), nil
		for _, words := range fixed[1:] {
			j := strings.Index(text[to:], words)
			if j < 0 || !f.plain(text[to:to+j]) {
				break
			}
			value := trimSpace(text[to : to+j])
			if value == Gap {
				value = ""
			}
			values, to = append(values, value), to+j+len(words)
		}
		if len(values) == len(f.Fields) {
			return from, to, values, true
		}
		start = from + len(fixed[0])
	}
	if from = strings.Index(text, f.None); from < 0 {
		return 0, 0, nil, false
	}
	for range f.Fields {
		values = append(values, "0")
	}
	return from, from + len(f.None), values[len(values)-len(f.Fields):], true
}

// Read gives the numbers that a text tells, as they stand there; ok is false if it
// has no such sentence.
func (f *Facts) Read(text string) (values []string, ok bool) {
	_, _, values, ok = f.find(text)
	return values, ok
}

// Write is the text with the numbers told: in the sentence that is there, else in
// one before all else. A blank number leaves a gap.
func (f *Facts) Write(text string, values []string) string {
	zero, blanks := true, 0
	sentence := f.Says
	for i, value := range values {
		n := ParseNumber(value)
		if n.Blank() {
			value = Gap
			blanks++
		}
		zero = zero && n.Readable() && n.Sign() == 0
		sentence = strings.Replace(sentence, "{"+f.Fields[i].ID+"}", value, 1)
	}
	if zero {
		sentence = f.None
	}
	from, to, _, there := f.find(text)
	switch {
	case there:
		return text[:from] + sentence + text[to:]
	case blanks == len(values):
		return text
	case text == "":
		return sentence
	}
	return sentence + "\n" + text
}

func (f *Facts) lint() error {
	if f == nil {
		return nil
	}
	fixed := f.fixed()
	if f.Name == "" || len(f.Fields) == 0 || fixed == nil {
		return fmt.Errorf("the facts have no name, or their sentence has not all of them in order")
	}
	for i, words := range append(fixed, f.None) {
		if words == "" || strings.ContainsAny(words, "{}\n") {
			return fmt.Errorf("the facts: %q is no part of a sentence", words)
		}
		if i < len(f.Fields) && (f.Fields[i].Name == "" || f.Fields[i].As != "" && f.Fields[i].As != "amount") {
			return fmt.Errorf("the fact %q has no name or an unknown kind", f.Fields[i].ID)
		}
	}
	return nil
}
