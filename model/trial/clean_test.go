package trial

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"nianbao/model"
)

// What stands beside a report must be true of it, or the trial measures nothing.
func TestTruth(t *testing.T) {
	for _, set := range sets {
		t.Run(set.dir, func(t *testing.T) { truths(t, subjects(t, set.dir), set.pairs) })
	}
}

func truths(t *testing.T, all []*subject, pairs int) {
	compared := 0
	if len(all) < 10 {
		t.Fatalf("only %d reports", len(all))
	}
	for _, s := range all {
		if s.last != nil {
			compared++
		}
		for _, say := range s.truth {
			if n := strings.Count(s.this.Texts[say.Text], say.plain()); n != 1 {
				t.Errorf("%s %s: %q stands there %d times", s.name, say.Text, say.plain(), n)
				continue
			}
			if wrong := say.wrong(t, s.this); wrong != "" {
				t.Errorf("%s %s %s: %q: %s", s.name, say.Text, say.Kind, say.plain(), wrong)
			}
		}
	}
	if compared < pairs {
		t.Errorf("only %d reports have last year's beside them", compared)
	}
}

// wrong says what a statement has against the table or itself, "" if it is right.
func (s statement) wrong(t testing.TB, r *model.Report) string {
	switch s.Kind {
	case "body", "fee":
		return ""
	case "year":
		_, marks := s.place(r)
		for _, m := range marks {
			if got := m.in(r.Texts[s.Text]); got != yearLike(got, r.Year) {
				return "the year is " + strconv.Itoa(r.Year)
			}
		}
		if len(marks) == 0 {
			return "no year is marked"
		}
		return ""
	case "parts":
		n := s.numbers(t, r)
		total := model.Int(0)
		for _, part := range n[1:] {
			total = total.Add(part)
		}
		if len(n) < 3 || total.Cmp(n[0]) != 0 {
			return "the parts come to " + total.String()
		}
		return ""
	case "growth", "share":
		n := s.numbers(t, r)
		if len(n) != 3 {
			return "not three numbers"
		}
		if got := s.percent(n[0], n[1]); math.Abs(got-float(n[2])) > 0.051 {
			return fmt.Sprintf("the percentage is %.2f", got)
		}
		return ""
	}
	if len(s.Cells) == 0 {
		return "speaks of no cell"
	}
	want := sum(r, s.Cells)
	if strings.HasPrefix(s.Kind, "none-") || strings.HasPrefix(s.Kind, "all-") {
		if want.Sign() != 0 {
			return "the table has " + want.String()
		}
		return ""
	}
	if n := s.numbers(t, r); len(n) != 1 || n[0].Cmp(want) != 0 {
		return "the table has " + want.String()
	}
	return ""
}

// percent is what two numbers give: the second in the first, or the change from the
// second to the first.
func (s statement) percent(a, b model.Number) float64 {
	if s.Kind == "share" {
		return 100 * float(b) / float(a)
	}
	return 100 * math.Abs(float(a)-float(b)) / float(b)
}

func float(n model.Number) float64 {
	f, err := strconv.ParseFloat(n.Digits(), 64)
	if err != nil {
		panic(err) // a readable number's own digits
	}
	return f
}

// A clean report has no finding at all, whether or not last year's is at hand. Only
// the due date depends on the day.
func TestClean(t *testing.T) {
	for _, set := range sets {
		t.Run(set.dir, func(t *testing.T) { clean(t, subjects(t, set.dir)) })
	}
}

func clean(t *testing.T, all []*subject) {
	for _, s := range all {
		for _, last := range []*model.Report{nil, s.last} {
			for _, f := range model.Check(s.this, last) {
				if f.Rule != "deadline" {
					t.Errorf("%s (last year's at hand: %v): %s at %v: %s %q", s.name, last != nil, f.Rule, f.At, f.Text, f.Words)
				}
			}
		}
	}
}
