package source

import (
	"strconv"
	"strings"
)

// ordinal is n in a number format as OOXML names it; formats that no Chinese
// report uses come out decimal.
func ordinal(format string, n int) string {
	switch format {
	case "none", "bullet":
		return ""
	case "chineseCounting", "taiwaneseCounting":
		if n >= 100 {
			return digits(n, "○一二三四五六七八九")
		}
		return counting(n, "零一二三四五六七八九", "十百千万", true)
	case "chineseCountingThousand", "taiwaneseCountingThousand", "japaneseCounting":
		return counting(n, "零一二三四五六七八九", "十百千万", true)
	case "chineseLegalSimplified":
		return counting(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟万", false)
	case "ideographLegalTraditional", "japaneseLegal":
		return counting(n, "零壹貳參肆伍陸柒捌玖", "拾佰仟萬", false)
	case "ideographDigital", "japaneseDigitalTenThousand":
		return digits(n, "〇一二三四五六七八九")
	case "taiwaneseDigital":
		return digits(n, "○一二三四五六七八九")
	case "ideographTraditional":
		return pick(n, "甲乙丙丁戊己庚辛壬癸")
	case "ideographZodiac":
		return pick(n, "子丑寅卯辰巳午未申酉戌亥")
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return pick(n, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
	case "decimalEnclosedParen":
		return pick(n, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇")
	case "decimalEnclosedFullstop":
		return pick(n, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛")
	case "ideographEnclosedCircle":
		return pick(n, "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉")
	case "decimalFullWidth", "decimalFullWidth2":
		return digits(n, "０１２３４５６７８９")
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "numberInDash":
		return "- " + strconv.Itoa(n) + " -"
	case "lowerLetter":
		return strings.ToLower(letters(n))
	case "upperLetter":
		return letters(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	}
	return strconv.Itoa(n)
}

// pick is the n-th character, or decimal beyond the last.
func pick(n int, chars string) string {
	if all := []rune(chars); 1 <= n && n <= len(all) {
		return string(all[n-1])
	}
	return strconv.Itoa(n)
}

// digits writes n digit by digit.
func digits(n int, chars string) string {
	all := []rune(chars)
	var text strings.Builder
	for _, c := range strconv.Itoa(n) {
		text.WriteRune(all[c-'0'])
	}
	return text.String()
}

// counting writes n as it is spoken: 一百零三. short drops the 一 of 一十.
func counting(n int, chars, units string, short bool) string {
	if n <= 0 || n > 99999 {
		return digits(max(n, 0), chars)
	}
	one, unit := []rune(chars), []rune(units)
	decimal := strconv.Itoa(n)
	var text strings.Builder
	zero := false
	for i, c := range decimal {
		place := len(decimal) - 1 - i
		if c == '0' {
			zero = true
			continue
		}
		if zero {
			text.WriteRune(one[0])
			zero = false
		}
		if !(short && c == '1' && place == 1 && i == 0) {
			text.WriteRune(one[c-'0'])
		}
		if place > 0 {
			text.WriteRune(unit[place-1])
		}
	}
	return text.String()
}

// letters counts A … Z, AA, BB … as Word does.
func letters(n int) string {
	if n < 1 || n > 780 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var text strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{
		{1000, "M"},
		{900, "CM"},
		{500, "D"},
		{400, "CD"},
		{100, "C"},
		{90, "XC"},
		{50, "L"},
		{40, "XL"},
		{10, "X"},
		{9, "IX"},
		{5, "V"},
		{4, "IV"},
		{1, "I"},
	} {
		for n >= r.value {
			text.WriteString(r.sign)
			n -= r.value
		}
	}
	return text.String()
}
