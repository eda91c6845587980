package model

import (
	"strings"

	"nianbao/model/reading"
)

// mention is a name of a body or a place in a text: its stem from…end, and its kind
// up to to.
type mention struct{ from, end, to int }

// noName are characters that no name of a place has.
const noName = "系件的了等个們们我该每某两几其此将把被按照据通由经已未没并且都也是为与各全本乡镇村街辖属请可号路巷省旗"

// Characters that are none of a name if they stand before one, or end one.
const (
	notFirst = "来到寄找询问送至往向对从于以让使给在同跟赴及或无有因当含见并和且则又仅凡若从访查阅看询打"
	notLast  = "对集城市小重制心点范色强名国下返故异他古困区大区县于"
)

// mentionAt reads the name whose kind stands at end…to, backwards: behind the name of a
// superior place, a word behind which names begin, or what no name has.
func (l *look) mentionAt(end, to int) (m mention, ok bool) {
	p, from := l.plain, end
	for from > 0 && end-from < 6 && han(p[from-1]) {
		r, least := p[from-1], 1
		if end-from < 2 && to-end == 1 {
			least = 2 // 大同镇, but 同时街道 is none
		}
		if strings.ContainsRune(noName, r) || l.words.behind.ends(p[:from], least) || l.words.beside.ends(p[:from], least) || end-from > 1 && (strings.ContainsRune(superiors, r) || l.inYear(from)) {
			break
		}
		from--
	}
	for end-from > 2 && strings.ContainsRune(notFirst, p[from]) {
		from++
	}
	if n := end - from; n < 2 || n > 4 || strings.ContainsRune(notLast, p[end-1]) || from > 0 && p[from-1] == '原' || p[from] == '原' || l.words.common.ends(p[from:end], 2) {
		return mention{}, false
	}
	return mention{from, end, to}, true
}

// inYear says that 年 or 年度 of a year ends at a place.
func (l *look) inYear(at int) bool {
	text := l.plain[:at]
	if hasSuffix(text, []rune("年度")) {
		text = text[:at-1]
	}
	return hasSuffix(text, []rune("年")) && len(text) > 4 && yearOf(text[len(text)-5:]) > 0
}

// yearOf is the year of four digits that a text begins with, 0 if there is none.
func yearOf(text []rune) int {
	year := 0
	for _, r := range text[:min(4, len(text))] {
		d := reading.Digit(r)
		if d < 0 {
			d = reading.Numeral(r)
		}
		if d < 0 {
			return 0
		}
		year = 10*year + d
	}
	if year < 1949 || year > 2100 {
		return 0
	}
	return year
}

// behindBody is what follows the name of a body: behind 人民政府, 办事处, 党委、政府.
func (l *look) behindBody(to int) []rune {
	rest := l.plain[to:]
	for _, w := range []string{"人民政府", "党委、政府", "党委政府", "政府", "办事处", "党工委、办事处"} {
		if word := []rune(w); hasPrefix(rest, word) {
			return rest[len(word):]
		}
	}
	return rest
}

// ofYear says that a report of this kind follows: 2026年政府信息公开…报告.
func ofYear(rest []rune) bool {
	for len(rest) > 0 && strings.ContainsRune("关于 \n", rest[0]) {
		rest = rest[1:]
	}
	if yearOf(rest) == 0 || len(rest) < 5 || rest[4] != '年' {
		return false
	}
	text := string(cutClause(rest[5:]))
	return strings.Contains(text, "信息公开") && (strings.Contains(text, "报告") || strings.Contains(text, "年报")) ||
		strings.Contains(text, "政务公开") && strings.Contains(text, "报告")
}

const (
	sentenceEnds = "。!?\n"
	clauseEnds   = sentenceEnds + ",;:"
)

// cutClause is a text up to the next mark.
func cutClause(text []rune) []rune {
	for i, r := range text {
		if strings.ContainsRune(clauseEnds, r) {
			return text[:i]
		}
	}
	return text
}

// around is the stretch around a place up to the next of some marks.
func (l *look) around(m mention, marks string) []rune {
	from, to := m.from, m.to
	for from > 0 && !strings.ContainsRune(marks, l.plain[from-1]) {
		from--
	}
	for to < len(l.plain) && !strings.ContainsRune(marks, l.plain[to]) {
		to++
	}
	return l.plain[from:to]
}

// quoted is the mark of the 《》 or quotation that a place lies in, 0 if it does not.
func (l *look) quoted(at int) rune {
	titles, quotes := 0, 0
	for i := at - 1; i >= 0 && l.plain[i] != '\n'; i-- {
		switch l.plain[i] {
		case '《':
			titles++
		case '》':
			titles--
		case '“', '「':
			quotes++
		case '”', '」':
			quotes--
		}
	}
	switch {
	case titles > 0:
		return '《'
	case quotes > 0:
		return '“'
	}
	return 0
}
