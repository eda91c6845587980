package trial

import (
	"math"
	"strconv"
	"strings"

	"nianbao/model"
)

// figures are lists that do not add up and percentages that do not follow.
func figures() []fault {
	list := func(part bool) func(*attempt) bool {
		return func(a *attempt) bool {
			s, ok := a.one("parts")
			if !ok {
				return false
			}
			all, marks := s.place(a.this)
			k := 0
			if part {
				k = 1 + a.IntN(len(marks)-1)
			}
			old := marks[k].in(a.this.Texts[s.Text])
			m := a.wrong(whole(read(old)), s)
			if m < 0 {
				return false
			}
			words := like(old, m)
			if words == "零" || !a.write(s.Text, marks[k], words) {
				return false
			}
			// The whole list disagrees: any of its words will do.
			a.fault = span{all.from, all.to + len(words) - len(old)}
			return true
		}
	}
	return []fault{
		prose("list: a part", list(true), "text-parts"),
		prose("list: the whole", list(false), "text-parts"),
		prose("percentage: of change", func(a *attempt) bool { return a.mispercent("growth") }, "text-percent"),
		prose("percentage: share", func(a *attempt) bool { return a.mispercent("share") }, "text-percent"),
		prose("percentage: another base", func(a *attempt) bool {
			s, ok := a.one("growth", "share")
			if !ok {
				return false
			}
			n := s.numbers(nil, a.this)
			k := 1 // of a change, the number before
			if s.Kind == "share" {
				k = a.IntN(2)
			}
			_, marks := s.place(a.this)
			old := marks[k].in(a.this.Texts[s.Text])
			m := a.wrong(whole(n[k]), s)
			if m <= 0 {
				return false
			}
			n[k] = model.Int(int64(m))
			if math.Abs(s.percent(n[0], n[1])-float(n[2])) < 1 {
				return false
			}
			words := like(old, m)
			return a.write(s.Text, marks[k], words) && a.around(s, len(words)-len(old))
		}, "text-percent"),
		prose("percentage: up for down", func(a *attempt) bool {
			s, ok := a.one("growth")
			if !ok {
				return false
			}
			all, _ := s.place(a.this)
			words := s.plain()
			for _, pair := range [][2]string{{"增加", "减少"}, {"增长", "下降"}, {"减少", "增加"}, {"增幅", "降幅"}} {
				if i := strings.LastIndex(words, pair[0]); i >= 0 {
					return a.write(s.Text, span{all.from + i, all.from + i + len(pair[0])}, pair[1]) && a.around(s, 0)
				}
			}
			return false
		}, "text-percent"),
	}
}

// around accepts the finding anywhere in the statement's words.
func (a *attempt) around(s statement, grown int) bool {
	at := strings.Index(a.subject.this.Texts[s.Text], s.plain())
	a.fault = span{at, at + len(s.plain()) + grown}
	return true
}

// mispercent alters a percentage beyond what rounding explains.
func (a *attempt) mispercent(kind string) bool {
	s, ok := a.one(kind)
	if !ok {
		return false
	}
	n := s.numbers(nil, a.this)
	right := s.percent(n[0], n[1])
	wrong := []float64{right + 1.2, right - 1.3, right + 10, right / 2, right - 5, 100 - right}[a.IntN(6)]
	if wrong < 1 || math.Abs(wrong-right) < 1 {
		return false
	}
	_, marks := s.place(a.this)
	words := strconv.FormatFloat(wrong, 'f', 1, 64)
	grown := len(words) - len(marks[2].in(a.this.Texts[s.Text]))
	return a.write(s.Text, marks[2], words) && a.around(s, grown)
}
