package reading

import (
	"strconv"
	"strings"
)

// Number is a number in prose with its counting word.
type Number struct {
	Digits string // half-width, without groups: "1234", "0.5"; Chinese numerals are worked out
	Unit   string // 件, 元, 万元, %, 个百分点 …
	Rough  bool   // 余, 多, 几: at least so many
}

// readNumber reads a figure's span of a folded text.
func readNumber(text []rune) (Number, bool) {
	if len(text) > 3 && text[0] == '百' && text[1] == '分' && text[2] == '之' {
		n, ok := readNumber(text[3:])
		n.Unit = "%"
		return n, ok && n.Digits != ""
	}
	var n Number
	i := 0
	var digits [24]byte
	k := 0
	for i < len(text) && (Digit(text[i]) >= 0 || text[i] == '.' || text[i] == ',') {
		if text[i] != ',' && k < len(digits) {
			digits[k] = byte(text[i])
			k++
		}
		i++
	}
	n.Digits = string(digits[:k])
	if i == 0 {
		for i < len(text) && strings.ContainsRune(manyOf+"點点", text[i]) {
			i++
		}
		value, ok := chinese(text[:i])
		if !ok {
			return Number{}, false
		}
		n.Digits = value
	}
	shift := 0
	for i < len(text) {
		switch text[i] {
		case ' ':
		case '余', '多', '几', '餘', '幾':
			n.Rough = true
		case '百':
			shift += 2
		case '千':
			shift += 3
		case '万':
			shift += 4
		case '亿':
			shift += 8
		default:
			n.Unit = strings.TrimSpace(string(text[i:]))
			i = len(text)
		}
		i++
	}
	for _, behind := range []string{"余", "多"} {
		if unit, ok := strings.CutSuffix(n.Unit, behind); ok {
			n.Unit, n.Rough = unit, true
		}
	}
	if n.Unit == "元" && shift >= 4 { // an amount keeps its unit
		n.Unit, shift = map[bool]string{true: "亿元", false: "万元"}[shift >= 8], shift%4
	}
	n.Digits = shifted(n.Digits, shift)
	return n, n.Digits != "" && n.Digits != "."
}

// shifted moves a decimal point to the right.
func shifted(digits string, by int) string {
	whole, fraction, _ := strings.Cut(digits, ".")
	for ; by > 0; by-- {
		next := "0"
		if fraction != "" {
			next, fraction = fraction[:1], fraction[1:]
		}
		whole += next
	}
	if fraction != "" {
		return whole + "." + fraction
	}
	return whole
}

var tens = map[rune]int64{'十': 10, '百': 100, '千': 1000}

// chinese works out 三十二, 一百零五, 两万三千, 二〇二六, 十二点五.
func chinese(text []rune) (string, bool) {
	if len(text) == 0 {
		return "", false
	}
	whole, fraction, pointed := strings.Cut(strings.ReplaceAll(string(text), "點", "点"), "点")
	if pointed {
		w, ok := chinese([]rune(whole))
		f, ok2 := positional([]rune(fraction))
		return w + "." + f, ok && ok2
	}
	if digits, ok := positional(text); ok {
		return strings.TrimLeft(digits[:len(digits)-1], "0") + digits[len(digits)-1:], true
	}
	var total, section, last int64
	for _, r := range text {
		switch value := int64(Numeral(r)); {
		case r == '两' || r == '兩':
			last = 2
		case value >= 0:
			last = value
		case tens[r] > 0:
			if last == 0 {
				last = 1
			}
			section += last * tens[r]
			last = 0
		case r == '万' || r == '萬':
			total, section, last = (total+section+last)*10_000, 0, 0
		case r == '亿' || r == '億':
			total, section, last = (total+section+last)*100_000_000, 0, 0
		}
		if total < 0 || total > 1_000_000_000_000 {
			return "", false
		}
	}
	return strconv.FormatInt(total+section+last, 10), true
}

// positional reads digits one by one: 二〇二六.
func positional(text []rune) (string, bool) {
	var b strings.Builder
	for _, r := range text {
		value := Numeral(r)
		if r == '两' || r == '兩' {
			value = 2
		}
		if value < 0 {
			return "", false
		}
		b.WriteByte(byte('0' + value))
	}
	return b.String(), b.Len() > 0
}
