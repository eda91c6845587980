package export

import (
	"strings"
	"unicode/utf8"
)

// titleWidth is how many characters of the title's size fit a line with some
// room at both sides: the type area holds 20.
const titleWidth = 18

// longestTitle bounds what is broken at sense boundaries; something longer was
// pasted by mistake and is broken where the line is full.
const longestTitle = 200

// titleLines breaks a title at sense boundaries into balanced lines: the body,
// then the year and kind of report.
func titleLines(title, office string) []string {
	if width(title) <= titleWidth {
		return []string{title}
	}
	head, rest := "", title
	if office != "" && strings.HasPrefix(title, office) {
		head, rest = office, title[len(office):]
	} else if i := strings.IndexAny(title, "0123456789"); i > 0 {
		head, rest = strings.TrimSuffix(title[:i], "关于"), title[i:]
		if len(head) < i {
			rest = title[len(head):]
		}
	}
	var out []string
	for _, part := range []string{head, rest} {
		if part != "" {
			out = append(out, balanced(part)...)
		}
	}
	return out
}

// ends of words after which a long line of a title may be broken.
var titleEnds = []string{"人民政府", "办公室", "委员会", "省", "自治州", "市", "县", "区", "镇", "乡", "街道", "年", "政府信息公开", "工作"}

// balanced breaks a part that is too wide into lines of about equal width,
// behind a word's end if one is near the middle.
func balanced(s string) []string {
	w := width(s)
	if w <= titleWidth || w > longestTitle {
		return []string{s}
	}
	best, at := w*w, len(s)/2
	for i := range s {
		if i == 0 {
			continue
		}
		off := 2*width(s[:i]) - w
		cost := off * off
		if !endsWord(s[:i]) {
			cost += 8 * w
		}
		if cost < best && !insideNumber(s, i) {
			best, at = cost, i
		}
	}
	for at < len(s) && !utf8.RuneStart(s[at]) {
		at++
	}
	if at == 0 || at >= len(s) {
		return []string{s}
	}
	return append(balanced(s[:at]), balanced(s[at:])...)
}

func endsWord(s string) bool {
	for _, end := range titleEnds {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

func insideNumber(s string, i int) bool {
	ascii := func(b byte) bool { return b < utf8.RuneSelf }
	return ascii(s[i]) && ascii(s[i-1])
}

// width is a text's width in characters; two ASCII characters are one.
func width(s string) int {
	n := 0
	for _, r := range s {
		if r < utf8.RuneSelf {
			n++
		} else {
			n += 2
		}
	}
	return (n + 1) / 2
}
