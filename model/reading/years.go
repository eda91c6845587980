package reading

import "strings"

// Years, and what they are the years of.

// Words behind a year, or its day, that make it the year of a law or an edition.
var lawWords = newBook("版", "修订", "修訂", "修正", "起施行", "施行", "国令", "国务院令")

var (
	numberOf  = newBook("号", "號")
	reckoned  = newBook("统计", "統計", "计算", "計算")
	onwards   = newBook("以来", "以來")
	yearsEnds = newBook("底", "末")
)

const (
	dashes   = "—–-－~～至到"
	listing  = "、和与及與" // between bare years: 2024、2025年
	openers  = "〔[［【(（"
	closers  = "〕]］】)）"
	dayMarks = ".-/．"
)

// yearHere takes a year, a span of years, or the number of a document.
func (s *scan) yearHere() bool {
	from := s.at
	year, end := s.fourDigits(from)
	if year == 0 {
		return false
	}
	marked := s.rune(s.skip(end)) == '年'
	if to := s.documentNumber(from, end); to > 0 {
		s.add(from-1, to, KeptYear, year)
		return true
	}
	if to := s.spanOfYears(end); to > 0 {
		s.add(from, to, KeptYear, year)
		return true
	}
	if !marked {
		return Digit(s.text[from]) >= 0 && s.bareYear(from, end, year)
	}
	end = s.skip(end) + 1
	if s.rune(end) == '度' {
		end++
	}
	month, day, to := s.monthAndDay(end)
	moves := s.titles == 0 && near(year, s.year)
	switch {
	case day > 0 && !bound(month, day):
		moves = false // one day of that year: nothing happened on it a year later
	case s.lawWord(to) > to, s.startsThen(to), s.namesTitle(to):
		moves = false
	case s.follows(to, onwards) > 0 && year != s.year:
		moves = false
	}
	if !moves {
		s.add(from, s.lawWord(to), KeptYear, year)
		return true
	}
	s.add(from, end, MovedYear, year)
	if bound(month, day) {
		s.at = to
	}
	return true
}

// fourDigits reads a year in digits of one kind, 0 if there is none.
func (s *scan) fourDigits(i int) (year, end int) {
	value := Digit
	if Digit(s.rune(i)) < 0 {
		value = Numeral
	}
	for end = i; value(s.rune(end)) >= 0; end++ {
		if end-i >= 4 {
			return 0, i
		}
		year = 10*year + value(s.rune(end))
	}
	if end-i != 4 || year < 1949 || year > 2100 {
		return 0, i
	}
	return year, end
}

// documentNumber is the end of 〔2019〕60号 around a year, 0 if it is none.
func (s *scan) documentNumber(from, end int) int {
	if !strings.ContainsRune(openers, s.rune(from-1)) || !strings.ContainsRune(closers, s.rune(end)) || from == 0 || end == len(s.text) {
		return 0
	}
	to := end + 1
	if i := s.digitsEnd(s.skip(to)); s.follows(i, numberOf) > 0 {
		to = i + 1
	}
	return to
}

// spanOfYears is the end of 2021—2025年 or 2024、2025年 behind its first year, 0 if
// no other year follows.
func (s *scan) spanOfYears(end int) int {
	joins, last := dashes+listing, 0
	for {
		i := s.skip(end)
		if s.rune(i) == '年' {
			i, joins = s.skip(i+1), dashes
		}
		from := i
		for s.rune(i) != 0 && strings.ContainsRune(joins, s.rune(i)) {
			i++
		}
		if i == from {
			return last
		}
		i = s.skip(i)
		year, next := s.fourDigits(i)
		if year == 0 {
			return last
		}
		end, last = next, next
		if k := s.skip(next); s.rune(k) == '年' {
			if month, _, _ := s.monthAndDay(k + 1); month > 0 {
				return 0
			}
			last = k + 1
		}
	}
}

// monthAndDay reads what follows 年, zeros where nothing does.
func (s *scan) monthAndDay(i int) (month, day, end int) {
	end = i
	n, to := s.number(s.skip(i))
	if to = s.skip(to); n == 0 || s.rune(to) != '月' {
		return 0, 0, end
	}
	month, end = n, to+1
	n, to = s.number(s.skip(end))
	if to = s.skip(to); n == 0 || s.rune(to) != '日' {
		return month, 0, end
	}
	return month, n, to + 1
}

// bareYear takes a year without 年: a day in figures, the part of a web address.
func (s *scan) bareYear(from, end, year int) bool {
	if s.isFigure(end) || !near(year, s.year) {
		return false
	}
	mark := s.rune(end)
	if month, i := s.number(end + 1); mark != 0 && strings.ContainsRune(dayMarks, mark) && month > 0 && s.rune(i) == mark {
		if day, to := s.number(i + 1); day > 0 {
			if bound(month, day) && s.titles == 0 {
				s.add(from, end, MovedYear, year)
				s.at = to
			} else {
				s.add(from, to, KeptYear, year)
			}
			return true
		}
	}
	s.add(from, end, KeptYear, year)
	return true
}

// near says that a year is meant from the report's own year: last year's, this, next.
func near(year, own int) bool { return year >= own-1 && year <= own+1 }

// bound says that a day begins or ends a year: the statistics' period.
func bound(month, day int) bool { return month == 1 && day == 1 || month == 12 && day == 31 }

// lawWord is the end of a word that makes the year that of a law, i if there is none.
func (s *scan) lawWord(i int) int {
	if s.rune(i) == '第' { // 2019年第711号
		if end := s.digitsEnd(i + 1); end > i+1 && s.follows(end, numberOf) > 0 {
			return end + 1
		}
	}
	return i + s.follows(i, lawWords)
}

// startsThen says that something began with the year: 2025年起, but not 1月1日起至….
func (s *scan) startsThen(i int) bool {
	next := s.rune(i + 1)
	if next == '，' || next == ',' {
		next = s.rune(i + 2)
	}
	return s.rune(i) == '起' && next != '至' && next != '到' && s.follows(i+1, reckoned) == 0
}

// namesTitle says that the year is that of a document that is named: 2025年印发的《…》.
func (s *scan) namesTitle(i int) bool {
	for k := i; k < i+12; k++ {
		switch s.rune(k) {
		case 0, '，', '。', '；', '：', '、', ',', ';', '\n':
			return false
		case '的':
			if s.rune(k+1) == '《' {
				return true
			}
		}
	}
	return false
}

// WriteYear puts a year in place of another in digits of the same kind.
func WriteYear(digits []rune, year int) {
	for i := len(digits) - 1; i >= 0; i-- {
		d := year % 10
		year /= 10
		switch r := digits[i]; {
		case Digit(r) >= 0:
			digits[i] = r - rune(Digit(r)) + rune(d)
		case d == Numeral(r): // its own form of zero stays
		default:
			digits[i] = []rune(numerals)[d]
			for _, other := range digits {
				if d == 0 && Numeral(other) == 0 {
					digits[i] = other
				}
			}
		}
	}
}
