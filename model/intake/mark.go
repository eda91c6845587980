package intake

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// numbering is the kind of number that opens a heading.
type numbering uint8

const (
	none       numbering = iota
	sectional            // 一、 or 第一部分
	bracketed            // （一）
	arabic               // 1. or 1、
	arabicPair           // （1）
)

var marks = []struct {
	kind    numbering
	pattern *regexp.Regexp // over the plain text
}{
	{sectional, regexp.MustCompile(`^第[一二三四五六七八九十]{1,3}(部分|章|项)?[、.,:： ]*`)},
	{sectional, regexp.MustCompile(`^[一二三四五六七八九十壹贰叁肆伍陆柒捌玖]{1,3}[、.,． ] *`)},
	{bracketed, regexp.MustCompile(`^\( *[一二三四五六七八九十]{1,3} *\)[、.,]? *`)},
	{arabicPair, regexp.MustCompile(`^\( *[0-9]{1,2} *\)[、.,]? *`)},
	{arabic, regexp.MustCompile(`^[0-9]{1,2}[、.,] *`)},
}

// opening are the characters that a mark begins with.
const opening = "第一二三四五六七八九十壹贰叁肆伍陆柒捌玖(0123456789"

// splitMark parts a heading into its number as it stands and the rest.
func splitMark(s string) (kind numbering, mark, rest string) {
	flat := plain(s)
	if first, _ := utf8.DecodeRuneInString(flat); !strings.ContainsRune(opening, first) {
		return none, "", s // as nearly all
	}
	for _, m := range marks {
		if end := m.pattern.FindStringIndex(flat); end != nil {
			// plain keeps the count of runes, not of bytes.
			n := utf8.RuneCountInString(flat[:end[1]])
			cut := len(s)
			for i := range s {
				if n == 0 {
					cut = i
					break
				}
				n--
			}
			if m.kind == arabic && cut < len(s) && s[cut] >= '0' && s[cut] <= '9' {
				continue // 3,000 or 12.5 is a number, not a heading's
			}
			return m.kind, trim(s[:cut]), trim(s[cut:])
		}
	}
	return none, "", s
}
