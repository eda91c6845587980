package model

import (
	"cmp"
	"slices"
	"strings"
)

// Level says how serious a finding is.
type Level string

// The levels: the report is wrong; it may be right and can be accepted with a
// written reason; something to look at.
const (
	Error   Level = "error"
	Warning Level = "warning"
	Hint    Level = "hint"
)

var levelNames = map[Level]string{Error: "错误", Warning: "警告", Hint: "提示"}

// Name is the level in Chinese.
func (l Level) Name() string { return levelNames[l] }

// Finding is one thing that is wrong with a report.
type Finding struct {
	Rule     string   `json:"rule"`
	Level    Level    `json:"level"`
	At       []Ref    `json:"at"`
	Text     string   `json:"text"`               // one Chinese sentence
	Words    string   `json:"words,omitempty"`    // the very words of the prose that it is about
	Fix      []Change `json:"fix,omitempty"`      // where there is exactly one way to mend it
	Accepted string   `json:"accepted,omitempty"` // the reason with which a clerk accepted it
}

// Key names the finding among all others of the report, so that an acceptance
// holds as long as the same rule speaks of the same place and words.
func (f Finding) Key() string {
	var b strings.Builder
	b.WriteString(f.Rule)
	for _, ref := range f.At {
		b.WriteString(" " + string(ref))
	}
	if f.Words != "" {
		b.WriteString(" " + f.Words)
	}
	return b.String()
}

// Count counts the findings of a level that nobody has accepted.
func Count(fs []Finding, level Level) int {
	n := 0
	for _, f := range fs {
		if f.Level == level && f.Accepted == "" {
			n++
		}
	}
	return n
}

// sortFindings puts findings in the order of the printed report.
func sortFindings(r *Report, fs []Finding) {
	place := map[string]int{}
	if e := r.Edition; e.Preface != nil {
		place[string(e.Preface.ID)] = 1
	}
	for i, h := range r.Headings() {
		if _, seen := place[h.ID]; !seen {
			place[h.ID] = i + 2
		}
	}
	rank := func(f Finding) int {
		if len(f.At) == 0 {
			return 0
		}
		if n, ok := place[string(f.At[0])]; ok {
			return n
		}
		return place[f.At[0].Section()]
	}
	slices.SortStableFunc(fs, func(a, b Finding) int { return cmp.Compare(rank(a), rank(b)) })
}
