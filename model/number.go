package model

import (
	"strconv"
	"strings"
	"unicode"
)

// Number is a value as a clerk typed it. Blank is not zero, and what cannot be
// read is kept as it was typed. A readable number is an exact decimal of up to
// 18 digits with an optional unit; binary floating point is never involved.
// The zero Number is blank.
type Number struct {
	raw   string // as typed, surrounding space removed; "" if worked out
	coef  int64  // the digits as one integer
	scale uint8  // how many of them stand behind the point
	plus  bool   // typed with a leading + (the form's 本年增/减 prints it)
	state numberState
	unit  string // 元, 万元, 亿元 or a counting word such as 件; usually ""
}

type numberState uint8

const (
	blank numberState = iota
	readable
	unreadable
)

const maxDigits = 18

// units that may stand behind a number, longest first. The worth in 元 is 0 for
// counting words.
var units = []struct {
	name string
	yuan int64
}{
	{"亿元", 100_000_000},
	{"万元", 10_000},
	{"人次", 0},
	{"元", 1},
	{"件", 0},
	{"条", 0},
	{"次", 0},
	{"份", 0},
	{"项", 0},
	{"个", 0},
	{"宗", 0},
	{"起", 0},
}

// Int is the number n.
func Int(n int64) Number {
	return Number{coef: n, state: readable}
}

// ParseNumber reads what a clerk typed: half- and full-width digits, spaces of
// every kind, thousands separators, a sign, a decimal point, a unit. It never
// fails: what it cannot read is an unreadable Number that keeps the text.
func ParseNumber(typed string) Number {
	raw := trimSpace(typed)
	if raw == "" {
		return Number{}
	}
	n := Number{raw: raw, state: unreadable}
	body := narrow(raw)
	for _, u := range units {
		if rest, ok := strings.CutSuffix(body, u.name); ok && rest != "" {
			n.unit, body = u.name, trimSpace(rest)
			break
		}
	}
	if strings.HasPrefix(body, "¥") {
		body = trimSpace(strings.TrimPrefix(body, "¥"))
	}
	negative := false
	switch {
	case strings.HasPrefix(body, "+"):
		n.plus, body = true, trimSpace(body[1:])
	case strings.HasPrefix(body, "-"):
		negative, body = true, trimSpace(body[1:])
	}
	whole, fraction, pointed := strings.Cut(body, ".")
	whole, ok := ungroup(whole)
	if !ok || pointed && fraction == "" || whole == "" && fraction == "" || !allDigits(fraction) {
		return unread(raw)
	}
	digits := strings.TrimLeft(whole+fraction, "0")
	if len(digits) > maxDigits || len(fraction) > maxDigits {
		return unread(raw)
	}
	if digits != "" {
		n.coef, _ = strconv.ParseInt(digits, 10, 64) // at most 18 digits: always fits
	}
	if negative {
		n.coef = -n.coef
	}
	n.scale, n.state = uint8(len(fraction)), readable
	return n
}

func unread(raw string) Number { return Number{raw: raw, state: unreadable} }

// Unknown is the value of a total whose parts cannot all be read.
func Unknown() Number { return Number{state: unreadable} }

// Blank says that nothing stands in the cell.
func (n Number) Blank() bool { return n.state == blank }

// Readable says that the text is a number.
func (n Number) Readable() bool { return n.state == readable }

// Raw is what was typed, without surrounding space; of a number that was worked
// out it is the plain form.
func (n Number) Raw() string {
	if n.raw == "" && n.state == readable {
		return n.String()
	}
	return n.raw
}

// Unit is the unit that was typed with the number, or "".
func (n Number) Unit() string { return n.unit }

// Sign is -1, 0 or 1; 0 also for a blank or unreadable number.
func (n Number) Sign() int {
	switch {
	case n.coef < 0:
		return -1
	case n.coef > 0:
		return 1
	}
	return 0
}

// Whole says that the number is readable and has no fraction other than zeros.
func (n Number) Whole() bool {
	return n.state == readable && (n.scale == 0 || n.coef%pow10(n.scale) == 0)
}

// String is the number in plain half-width form with its unit: "1234", "-8",
// "+19", "190.457379", "14.73万元". A blank number is "", an unreadable one is
// what was typed.
func (n Number) String() string {
	if n.state != readable {
		return n.raw
	}
	return n.Digits() + n.unit
}

// Digits is String without the unit.
func (n Number) Digits() string {
	if n.state != readable {
		return n.raw
	}
	digits := strconv.FormatInt(n.coef, 10)
	sign := ""
	if n.coef < 0 {
		sign, digits = "-", digits[1:]
	} else if n.plus && n.coef > 0 {
		sign = "+"
	}
	if n.scale == 0 {
		return sign + digits
	}
	if pad := int(n.scale) + 1 - len(digits); pad > 0 {
		digits = strings.Repeat("0", pad) + digits
	}
	point := len(digits) - int(n.scale)
	return sign + digits[:point] + "." + digits[point:]
}

// ungroup removes thousands separators; they must separate groups of three.
func ungroup(s string) (string, bool) {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Zs, r) || r == '\'' { // not a line's end: two lines are two numbers
			return ','
		}
		return r
	}, s)
	if !strings.Contains(s, ",") {
		return s, allDigits(s)
	}
	groups := strings.Split(s, ",")
	for i, g := range groups {
		if !allDigits(g) || i > 0 && len(g) != 3 || i == 0 && (len(g) == 0 || len(g) > 3) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// narrow turns full-width signs, digits and separators into ASCII ones.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～': // the full-width copy of ASCII
			return r - '！' + '!'
		case r == '−' || r == '–' || r == '﹣':
			return '-'
		case r == '￥':
			return '¥'
		case r == '﹐':
			return ','
		case r == '﹢':
			return '+'
		}
		return r
	}, s)
}

// invisible characters that word processors and web pages leave behind.
const invisible = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"

func trimSpace(s string) string {
	return strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(invisible, r)
	})
}
