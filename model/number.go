package model

import (
	"math"
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

// Add is n + m without units; it is unreadable if either is, or if the result
// has no room.
func (n Number) Add(m Number) Number {
	if n.state != readable || m.state != readable {
		return Unknown()
	}
	a, b, scale, ok := align(n, m)
	sum := a + b
	if !ok || (a > 0) == (b > 0) && (sum > 0) != (a > 0) && a != 0 && b != 0 {
		return Unknown()
	}
	return Number{coef: sum, scale: scale, state: readable}
}

// Neg is -n.
func (n Number) Neg() Number {
	if n.state == readable {
		n.coef, n.plus, n.raw = -n.coef, false, ""
	}
	return n
}

// Abs is n without its sign.
func (n Number) Abs() Number {
	if n.coef < 0 {
		return n.Neg()
	}
	return n
}

// Sub is n - m.
func (n Number) Sub(m Number) Number { return n.Add(m.Neg()) }

// Cmp compares two readable numbers of the same unit: -1, 0 or 1.
func (n Number) Cmp(m Number) int {
	a, b, _, ok := align(n, m)
	if !ok { // so far apart that the signs and sizes decide
		x, y := float64(n.coef)/float64(pow10(n.scale)), float64(m.coef)/float64(pow10(m.scale))
		a, b = int64(math.Copysign(1, x-y)), 0
	}
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Equal says that both are blank, or both the same number and unit, or both
// unreadable and typed alike. 3 and 3.0 are equal.
func (n Number) Equal(m Number) bool {
	if n.state != m.state {
		return false
	}
	if n.state == readable {
		return n.unit == m.unit && n.Cmp(m) == 0
	}
	return n.raw == m.raw
}

// Yuan is an amount in 元; ok is false if the number carries no unit of money.
func (n Number) Yuan() (amount Number, ok bool) {
	for _, u := range units {
		if u.name == n.unit && u.yuan > 0 && n.state == readable {
			return n.times(u.yuan), true
		}
	}
	return Number{}, false
}

// In is an amount with a unit of money, expressed in another one: 50000元 in
// 万元 is 5万元. Trailing zeros that the change brings are dropped.
func (n Number) In(unit string) (Number, bool) {
	amount, ok := n.Yuan()
	if !ok || !amount.Readable() {
		return Number{}, false
	}
	for _, u := range units {
		if u.name != unit || u.yuan == 0 {
			continue
		}
		for worth := u.yuan; worth > 1; worth /= 10 {
			if amount.scale >= maxDigits {
				return Number{}, false
			}
			amount.scale++
		}
		for amount.scale > 0 && amount.coef%10 == 0 {
			amount.coef /= 10
			amount.scale--
		}
		amount.unit = unit
		return amount, true
	}
	return Number{}, false
}

// With is n with another unit ("" for none).
func (n Number) With(unit string) Number {
	if n.unit != unit && n.state == readable {
		n.unit, n.raw = unit, ""
	}
	return n
}

func (n Number) times(k int64) Number {
	coef, scale := n.coef, n.scale
	for k > 1 && scale > 0 && k%10 == 0 {
		k /= 10
		scale--
	}
	if coef != 0 && (coef*k)/coef != k {
		return Unknown()
	}
	return Number{coef: coef * k, scale: scale, state: readable}
}

func align(n, m Number) (a, b int64, scale uint8, ok bool) {
	a, b, scale = n.coef, m.coef, max(n.scale, m.scale)
	a, ok1 := scaleUp(a, scale-n.scale)
	b, ok2 := scaleUp(b, scale-m.scale)
	return a, b, scale, ok1 && ok2
}

func scaleUp(coef int64, by uint8) (int64, bool) {
	p := pow10(by)
	if coef != 0 && (coef*p)/p != coef {
		return 0, false
	}
	return coef * p, true
}

func pow10(k uint8) int64 {
	p := int64(1)
	for ; k > 0; k-- {
		p *= 10
	}
	return p
}

// ungroup removes thousands separators; they must separate groups of three.
func ungroup(s string) (string, bool) {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\'' {
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
