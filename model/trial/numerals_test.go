package trial

import (
	"strconv"
	"strings"
	"testing"

	"nianbao/model"
)

// The trial reads and writes numerals itself: it must not take the program's word.

const digits = "零一二三四五六七八九"

// read takes a number of any notation.
func read(typed string) model.Number {
	if !strings.ContainsAny(typed, digits+"两十百千") {
		return model.ParseNumber(typed)
	}
	total, digit := 0, 0
	for _, r := range typed {
		if r == '两' {
			r = '二'
		}
		if i := strings.IndexRune(digits, r); i >= 0 {
			digit = i / len("零")
			continue
		}
		worth := map[rune]int{'十': 10, '百': 100, '千': 1000}[r]
		if worth == 0 {
			return model.ParseNumber(typed)
		}
		if digit == 0 { // 十五
			digit = 1
		}
		total, digit = total+digit*worth, 0
	}
	return model.Int(int64(total + digit))
}

// chinese writes 0 to 9999 in Chinese.
func chinese(n int) string {
	digit := func(d int) string { return string([]rune(digits)[d]) }
	if n == 0 {
		return "零"
	}
	out, gap := "", false
	for _, step := range []struct {
		worth int
		name  string
	}{{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}} {
		d := n / step.worth % 10
		switch {
		case d > 0:
			if gap && out != "" {
				out += "零"
			}
			out, gap = out+digit(d)+step.name, false
		case out != "":
			gap = true
		}
	}
	if strings.HasPrefix(out, "一十") {
		out = strings.TrimPrefix(out, "一")
	}
	return out
}

// wide writes full-width digits.
func wide(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '.' {
			return r - '0' + '０'
		}
		return r
	}, s)
}

// like writes n in the notation of another number.
func like(model string, n int) string {
	switch {
	case strings.ContainsAny(model, digits+"两十百千"):
		return chinese(n)
	case strings.ContainsAny(model, "０１２３４５６７８９"):
		return wide(strconv.Itoa(n))
	}
	return strconv.Itoa(n)
}

// yearLike writes a year in the notation of another: 2022, ２０２２, 二〇二二.
func yearLike(model string, n int) string {
	if !strings.ContainsAny(model, "〇一二三四五六七八九") {
		return like(model, n)
	}
	return strings.Map(func(r rune) rune { return []rune("〇一二三四五六七八九")[r-'0'] }, strconv.Itoa(n))
}

func TestNumerals(t *testing.T) {
	for n, want := range map[int]string{0: "零", 7: "七", 10: "十", 15: "十五", 20: "二十", 96: "九十六", 101: "一百零一", 110: "一百一十", 231: "二百三十一", 1008: "一千零八", 4380: "四千三百八十"} {
		if got := chinese(n); got != want {
			t.Errorf("%d is written %s, want %s", n, got, want)
		}
		if got := read(want); got.String() != strconv.Itoa(n) {
			t.Errorf("%s is read as %s", want, got)
		}
		if got := read(wide(strconv.Itoa(n))); got.Cmp(model.Int(int64(n))) != 0 {
			t.Errorf("%s is read as %s", wide(strconv.Itoa(n)), got)
		}
	}
}
