package trial

import (
	"strings"
	"unicode/utf8"

	"nianbao/model"
)

// stale are last year's leftovers.
func stale() []fault {
	var out []fault
	for _, place := range []string{"period", "opening", "passage"} {
		out = append(out, prose("year: "+place, func(a *attempt) bool {
			var fit []statement
			for _, s := range a.truth {
				if s.Kind == "year" && s.Place == place {
					fit = append(fit, s)
				}
			}
			s, ok := pick(a, fit)
			if !ok {
				return false
			}
			_, marks := s.place(a.this)
			mark, _ := pick(a, marks)
			return a.write(s.Text, mark, yearLike(mark.in(a.this.Texts[s.Text]), a.this.Year-1))
		}, "wrong-year"))
	}
	return append(out,
		prose("year: title", func(a *attempt) bool {
			year := model.Int(int64(a.this.Year)).String()
			i := strings.Index(a.this.Title, year)
			return i >= 0 && a.write(model.RefTitle, span{i, i + len(year)}, model.Int(int64(a.this.Year-1)).String())
		}, "wrong-year"),
		prose("last year's: a text", func(a *attempt) bool { return a.copied(true, 40, func(s string) string { return s }) }, "same-as-last-year"),
		prose("last year's: a text behind this year's", func(a *attempt) bool { return a.copied(false, 40, func(s string) string { return s }) }, "same-as-last-year"),
		prose("last year's: but for the year", func(a *attempt) bool {
			return a.copied(true, 40, func(s string) string {
				year := func(n int) string { return model.Int(int64(n)).String() }
				s = strings.ReplaceAll(s, year(a.this.Year), year(a.this.Year+1))
				return strings.ReplaceAll(s, year(a.this.Year-1), year(a.this.Year))
			})
		}, "same-as-last-year"),
		prose("last year's: but for a figure", func(a *attempt) bool {
			return a.copied(true, 60, func(s string) string {
				if i := strings.IndexAny(s, "123456789"); i >= 0 {
					return s[:i] + string('1'+(s[i]-'0')%9) + s[i+1:]
				}
				return s
			})
		}, "same-as-last-year"),
	)
}

// copied puts a text of last year's in the place of this year's, or behind it.
func (a *attempt) copied(instead bool, least int, change func(string) string) bool {
	if a.last == nil {
		return false
	}
	var fit []model.Ref
	for _, ref := range a.texts() {
		was := a.last.Texts[ref]
		if ref == "preface" || strings.HasSuffix(string(ref), "/note") || strings.Contains(was, "信息处理费") {
			continue
		}
		if !strings.Contains(was, "\n") && utf8.RuneCountInString(was) >= least {
			fit = append(fit, ref)
		}
	}
	ref, ok := pick(a, fit)
	if !ok {
		return false
	}
	words := change(a.last.Texts[ref])
	if instead {
		a.set(ref, words)
		return a.paragraph(ref, 0)
	}
	from := len(a.this.Texts[ref]) + 1
	a.set(ref, a.this.Texts[ref]+"\n"+words)
	return a.paragraph(ref, from)
}

// paragraph expects the finding anywhere in the text from a place on.
func (a *attempt) paragraph(ref model.Ref, from int) bool {
	a.say(ref, from, from)
	a.fault, a.within = span{from, len(a.this.Texts[ref])}, span{from, len(a.this.Texts[ref])}
	return true
}
