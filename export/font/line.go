package font

import (
	"strings"
	"unicode"
)

// Where a line may end: by the rules of 避头尾, with Latin words and numbers kept whole
// and a figure kept with its unit.

// Marks that begin no line, and those that end none.
const (
	closing = "，。、；：？！）》」』”’％…·～〕】〉〗〞｝］﹚﹞‰℃°々ー,.;:?!)]}%"
	opening = "（《「『“‘〔【〈〖〝｛［﹙﹝￥＄＃№§([{$¥#"
	units   = "件条份次元年月日时分个项人名期篇万亿千百％%‰℃号时"
)

// Parts reports whether a line may end between a and b.
func Parts(a, b rune) bool {
	switch {
	case b == ' ', unicode.Is(unicode.Mn, b):
		return false // spaces hang out at the line's end
	case oneOf(closing, b) || oneOf(opening, a):
		return false
	case a == ' ':
		return true
	case Word(a) && Word(b):
		return false
	case Digit(a) && oneOf(units, b), a == '第' && Digit(b):
		return false
	case b == '元' && (a == '万' || a == '亿' || a == '千' || a == '百'):
		return false
	case a == b && (a == '—' || a == '…' || a == '─'):
		return false
	}
	return true
}

func oneOf(set string, r rune) bool { return strings.ContainsRune(set, r) }

// Digit reports whether r is a digit of either width.
func Digit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// Word reports whether r is part of a Latin word, a number or an address.
func Word(r rune) bool {
	switch {
	case r < 0x7F:
		return r > ' ' && !oneOf("()[]{}", r)
	case r < 0x2000:
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return r >= '０' && r <= '９' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ'
}
