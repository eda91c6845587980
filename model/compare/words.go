package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/model/reading"
)

// words takes a text apart into what is compared: years, numbers and Latin words are one
// whole each, everything else goes character by character.
func words(text string) []string {
	out := make([]string, 0, len(text)/3)
	for len(text) > 0 {
		n := wordEnd(text)
		out = append(out, text[:n])
		text = text[n:]
	}
	return out
}

// wordEnd is how long the word is with which a text begins.
func wordEnd(text string) int {
	r, n := utf8.DecodeRuneInString(text)
	switch {
	case alike(r):
		for n < len(text) {
			r, size := utf8.DecodeRuneInString(text[n:])
			if strings.ContainsRune(joints, r) { // 3.5, 1,026, 2026-1-31, www.gov.cn
				next, more := utf8.DecodeRuneInString(text[n+size:])
				if !alike(next) {
					break
				}
				n += size + more
				continue
			}
			if !alike(r) {
				break
			}
			n += size
		}
	case numeral(r):
		for n < len(text) {
			r, size := utf8.DecodeRuneInString(text[n:])
			if !numeral(r) {
				break
			}
			n += size
		}
	}
	return n
}

// joints stand within a number or a Latin word.
const joints = ".,．，-/@:_"

// alike says that a character belongs to a number in digits or to a Latin word.
func alike(r rune) bool {
	return reading.Digit(r) >= 0 || (r < 0x250 || r >= 'Ａ' && r <= 'ｚ') && unicode.IsLetter(r)
}

// numeral says that a character belongs to a number in Chinese: 三十二, 二〇二五.
func numeral(r rune) bool {
	return strings.ContainsRune("〇零一二三四五六七八九十百千万萬亿億两兩", r)
}
