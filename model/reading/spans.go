package reading

import (
	"slices"
	"strings"
)

// Span is a stretch of a text that is a year, a date or a number with its counting word.
type Span struct {
	From, To int // runes
	Sense    Sense
	Year     int // of a year
}

// Sense says what a span is.
type Sense int

// A moved year goes with the report from one year to the next; a kept one is that of a
// law, a document, a plan or a single day.
const (
	MovedYear Sense = iota + 1
	KeptYear
	Figure
)

// Scan finds the years and figures of a text of the report of a year. A moved year
// begins with its four digits. Live numbers ({table/row/column}) are passed over.
func Scan(text []rune, year int) []Span { return scanInto(nil, text, year) }

func scanInto(found []Span, text []rune, year int) []Span {
	s := &scan{text: text, year: year, found: found}
	for s.at < len(text) {
		r := text[s.at]
		if !heeded.Has(r) { // nearly always
			s.at++
			continue
		}
		switch {
		case r == '{':
			s.at = s.pastToken()
		case r == '《':
			s.titles++
			s.at++
		case r == '》':
			s.titles = max(0, s.titles-1)
			s.at++
		case s.yearHere(), s.dayHere(), s.figureHere():
			// Each has moved on behind what it found.
		case Digit(r) >= 0:
			s.at = s.digitsEnd(s.at)
		default:
			s.at++
		}
	}
	return s.found
}

// openings begin years, dates and figures.
const openings = "0123456789０１２３４５６７８９一二两兩三四五六七八九十百千万萬亿億零〇○ＯO"

var isOpening, heeded = NewSet(openings), NewSet(openings + "{《》")

// opens says that a year, a date or a figure may begin with a character.
func opens(r rune) bool { return isOpening.Has(r) }

type scan struct {
	text   []rune
	year   int
	at     int
	titles int // how many 《 are open
	found  []Span
}

func (s *scan) add(from, to int, sense Sense, year int) {
	s.found = append(s.found, Span{from, to, sense, year})
	s.at = to
}

// pastToken is the place behind a live number, or behind one brace.
func (s *scan) pastToken() int {
	if s.rune(s.at+1) == '{' {
		return s.at + 2
	}
	for end := s.at + 1; end < len(s.text); end++ {
		switch s.text[end] {
		case '{', '\n':
			return s.at + 1
		case '}':
			if strings.Count(string(s.text[s.at:end]), "/") == 2 {
				return end + 1
			}
			return s.at + 1
		}
	}
	return s.at + 1
}

func (s *scan) rune(i int) rune {
	if i < 0 || i >= len(s.text) {
		return 0
	}
	return s.text[i]
}

// skip is the place behind spaces.
func (s *scan) skip(i int) int {
	for s.rune(i) == ' ' || s.rune(i) == '　' {
		i++
	}
	return i
}

// follows is the length of the word that stands at a place, 0 if it is none of a book's.
func (s *scan) follows(i int, words book) int {
	for _, w := range words[s.rune(i)] {
		if i+len(w) <= len(s.text) && slices.Equal(s.text[i:i+len(w)], w) {
			return len(w)
		}
	}
	return 0
}

// Digit is the value of a digit of either width, -1 if it is none.
func Digit(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '０' && r <= '９':
		return int(r - '０')
	}
	return -1
}

const numerals = "〇一二三四五六七八九"

// Numeral is the value of a Chinese digit, -1 if it is none.
func Numeral(r rune) int {
	switch r {
	case '〇', '○', '零', 'Ｏ', 'O':
		return 0
	case '一':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return -1
}

func (s *scan) digitsEnd(i int) int {
	for Digit(s.rune(i)) >= 0 {
		i++
	}
	return i
}

// number reads one or two digits, or a Chinese number up to 三十一; end is i if
// there is none.
func (s *scan) number(i int) (n, end int) {
	if end = s.digitsEnd(i); end > i {
		if end-i > 2 {
			return 0, i
		}
		for _, r := range s.text[i:end] {
			n = 10*n + Digit(r)
		}
		return n, end
	}
	for end = i; ; end++ {
		r := s.rune(end)
		switch k := Numeral(r); {
		case r == '十':
			n = max(n, 1) * 10
		case k > 0:
			n += k
		default:
			return n, end
		}
	}
}
