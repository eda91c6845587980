package model

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/model/reading"
)

// private finds what of a person's own would be published with the report: a mobile
// number, an identity number, the number of a bank card, an e-mail address at one of
// the providers in Words. An office's telephone, its code and its address are no
// secret.
func (c *checking) private() {
	c.lookedThrough()
	for _, t := range c.prose {
		if !t.secret {
			continue
		}
		mail := false
		for i := 0; i < len(t.text); i++ {
			b := t.text[i]
			if b == '@' {
				mail = true
			}
			if b < '0' || b > '9' && b != wideLead {
				continue
			}
			r, _ := utf8.DecodeRuneInString(t.text[i:])
			mail = mail || r == '＠'
			if reading.Digit(r) >= 0 {
				row := readDigits(t.text, i)
				for _, p := range row.private() {
					f := c.report(fmt.Sprintf("正文里有%s“%s”，公开前请删去或者改为单位的办公电话、账号。", p.what, p.words), t.id)
					if p.what == identity {
						f.Text = fmt.Sprintf("正文里有%s“%s”，公开前请删去。", p.what, p.words)
					}
					f.Words = p.words
				}
				i = row.end - 1
			}
		}
		if !mail {
			continue
		}
		for _, words := range c.mailboxes(t.text) {
			c.report(fmt.Sprintf("正文里有个人邮箱“%s”，公开前请改为单位的邮箱或者删去。", words), t.id).Words = words
		}
	}
}

// separators stand between groups of figures.
const separators = " -－—\u00a0\u3000"

// leastPrivate is how many figures a number of a person has at least.
const leastPrivate = 11

// tellsNumbers says that a text has so many figures in a row, or an address of mail: few
// have.
func tellsNumbers(text []rune) bool {
	n := 0
	for _, r := range text {
		switch {
		case r >= '一' && r <= '龥':
			n = 0
		case reading.Digit(r) >= 0:
			if n++; n >= leastPrivate {
				return true
			}
		case r == '@', r == '＠':
			return true
		case !strings.ContainsRune(separators, r):
			n = 0
		}
	}
	return false
}

// wideLead is the byte with which a full-width figure begins.
const wideLead = 0xEF

const identity = "身份证号码"

// row is a row of figures, in groups with a space or a stroke between.
type row struct {
	text       string
	groups     []group
	end        int
	before     rune // what stands before it
	behind     rune // and behind it
	behindThat rune
}

// group are figures side by side.
type group struct {
	from, to int // bytes
	digits   string
}

// readDigits reads the figures that begin at a place.
func readDigits(text string, at int) row {
	out := row{text: text}
	out.before, _ = utf8.DecodeLastRuneInString(text[:at])
	for i := at; ; {
		g := group{from: i}
		var b []byte
		for i < len(text) {
			r, size := utf8.DecodeRuneInString(text[i:])
			d := reading.Digit(r)
			if d < 0 {
				break
			}
			b = append(b, byte('0'+d))
			i += size
		}
		g.to, g.digits = i, string(b)
		out.groups, out.end = append(out.groups, g), i
		r, size := utf8.DecodeRuneInString(text[i:])
		if !strings.ContainsRune(separators, r) {
			break
		}
		if next, _ := utf8.DecodeRuneInString(text[i+size:]); reading.Digit(next) < 0 {
			break
		}
		i += size
	}
	r, size := utf8.DecodeRuneInString(text[out.end:])
	out.behind = r
	out.behindThat, _ = utf8.DecodeRuneInString(text[min(out.end+size, len(text)):])
	return out
}

// held is something private that was found.
type held struct{ what, words string }

// private looks for numbers of persons in a row of figures.
func (w row) private() (out []held) {
	if latin(w.before) || strings.ContainsRune("/_=.．#*＊", w.before) {
		return nil // part of a web address, a file's name or another number
	}
	last := w.groups[len(w.groups)-1]
	tail := ""
	if (w.behind == 'X' || w.behind == 'x' || w.behind == 'Ｘ') && !latin(w.behindThat) {
		tail = "X"
	} else if latin(w.behind) || strings.ContainsRune("_@＠", w.behind) || w.behind == '.' && (latin(w.behindThat) || reading.Digit(w.behindThat) >= 0) {
		return nil
	}
	all := ""
	for _, g := range w.groups {
		all += g.digits
	}
	whole := w.text[w.groups[0].from:last.to]
	switch n := len(all); {
	case n == 17 && tail == "X" && isIdentity(all+tail):
		return []held{{identity, w.text[w.groups[0].from : last.to+utf8.RuneLen(w.behind)]}}
	case n == 18 && tail == "" && isIdentity(all):
		return []held{{identity, whole}}
	case tail == "" && n >= 16 && n <= 19 && isCard(all) && !w.counted() && !strings.Contains(nearBefore(w.text, w.groups[0].from), "信用代码"):
		return []held{{"银行卡号", whole}}
	}
	for i := 0; i < len(w.groups) && tail == ""; {
		n := w.mobile(i)
		if n == 0 {
			i++
			continue
		}
		if i+n < len(w.groups) || !w.counted() {
			out = append(out, held{"手机号码", w.text[w.groups[i].from:w.groups[i+n-1].to]})
		}
		i += n
	}
	return out
}

// mobile is how many groups from the i-th on are a mobile number: 13800000000,
// 138-0000-0000, 86 138 0000 0000.
func (w row) mobile(i int) int {
	for _, sizes := range [][]int{{11}, {3, 4, 4}, {3, 8}, {7, 4}, {4, 4, 3}, {3, 3, 5}, {5, 6}} {
		if i+len(sizes) > len(w.groups) {
			continue
		}
		number := ""
		for k, n := range sizes {
			if g := w.groups[i+k].digits; len(g) == n {
				number += g
			}
		}
		whole := len(sizes) == 1 || i+len(sizes) == len(w.groups) && (i == 0 || i == 1 && strings.TrimLeft(w.groups[0].digits, "0") == "86")
		if len(number) == 11 && whole && number[0] == '1' && number[1] >= '3' {
			return len(sizes)
		}
	}
	if g := w.groups[i]; i == 0 && len(w.groups) == 1 && len(g.digits) == 13 && strings.HasPrefix(g.digits, "861") && g.digits[3] >= '3' {
		return 1
	}
	return 0
}

// counted says that the row is an amount or a count: 13900000000元.
func (w row) counted() bool {
	return strings.ContainsRune("元万亿件条个人户次份亩吨米度%％年", w.behind)
}

func latin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ'
}

// nearBefore are the few characters before a place.
func nearBefore(text string, at int) string {
	from := at
	for n := 0; n < 8 && from > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
	}
	return text[from:at]
}

// isIdentity says that 18 characters are an identity number: of a province, a day of
// birth, and with the right last character (GB 11643).
func isIdentity(s string) bool {
	if s[0] < '1' || s[0] > '8' {
		return false
	}
	year, month, day := s[6:10], s[10:12], s[12:14]
	if year < "1900" || year > "2099" || month < "01" || month > "12" || day < "01" || day > "31" {
		return false
	}
	sum, weight := 0, 1
	for i := 16; i >= 0; i-- {
		weight = weight * 2 % 11
		sum += int(s[i]-'0') * weight
	}
	return s[17] == "10X98765432"[sum%11]
}

// isCard says that figures are the number of a bank card: they begin as those do and
// have the right last one (GB/T 17552, Luhn).
func isCard(s string) bool {
	known := strings.HasPrefix(s, "62") || strings.HasPrefix(s, "9558") || len(s) == 16 && s[0] >= '3' && s[0] <= '6'
	if !known {
		return false
	}
	sum := 0
	for i := range len(s) {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

// mailboxes are the addresses in a text at a provider of private mail.
func (c *checking) mailboxes(text string) (out []string) {
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '@')
		if wide := strings.Index(text[at:], "＠"); i < 0 || wide >= 0 && wide < i {
			i = wide
		}
		if i < 0 {
			return out
		}
		i += at
		_, size := utf8.DecodeRuneInString(text[i:])
		from, to := i, i+size
		for from > 0 && mailSign(text[from-1]) {
			from--
		}
		for to < len(text) && mailSign(text[to]) {
			to++
		}
		domain := strings.ToLower(strings.Trim(text[i+size:to], ".-"))
		if from < i && slices.ContainsFunc(c.rule.Words, func(p string) bool { return domain == p || strings.HasSuffix(domain, "."+p) }) {
			out = append(out, text[from:i+size]+strings.Trim(text[i+size:to], ".-"))
		}
		at = to
	}
}

func mailSign(b byte) bool {
	return latin(rune(b)) || b >= '0' && b <= '9' || b == '.' || b == '_' || b == '-' || b == '+'
}
