package reading

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// What share of one number another is.

// rated is what a rate is of, nil if its word does not end at a token: 办结率, 满意度, 主动公开
// 比例.
func (c *comparison) rated(i int) []rune {
	t := c.ts[i]
	text := c.plain[:t.to]
	text = trimWords(text, "为", "是", "达到", "达", "约", "的", "至")
	if len(text) < 3 || t.from >= len(text) && i == 0 {
		return nil
	}
	switch last := text[len(text)-1]; {
	case last == '率', last == '度' && text[len(text)-2] == '意':
		text = text[:len(text)-1]
	case hasSuffix(text, "比例"):
		text = text[:len(text)-2]
	default:
		return nil
	}
	from := len(text)
	for from > 0 && len(text)-from < 4 && text[from-1] > 0x2fff && !strings.ContainsRune(marks, text[from-1]) {
		from--
	}
	return text[from:]
}

func hasSuffix(text []rune, word string) bool {
	return strings.HasSuffix(string(text[max(0, len(text)-len([]rune(word))):]), word)
}

// trimWords takes words off the end of a text.
func trimWords(text []rune, words ...string) []rune {
	for _, w := range words {
		if hasSuffix(text, w) {
			return trimWords(text[:len(text)-len([]rune(w))], words...)
		}
	}
	return text
}

// figure is a number that a percentage may come from.
type figure struct {
	value float64
	unit  string
	at    int
}

func (c *comparison) figures(ts []token) (out []figure) {
	for i, t := range ts {
		if t.kind != number || roughly(ts, i) {
			continue
		}
		if n, err := strconv.ParseFloat(t.number.Digits, 64); err == nil && (countable(t.number) || strings.HasSuffix(t.number.Unit, "元")) {
			out = append(out, figure{n, t.number.Unit, i})
		}
	}
	return out
}

func quotient(out []float64, a, b float64) []float64 {
	if b > 0 {
		out = append(out, 100*a/b)
	}
	return out
}

// shares are the last number before 占 in each of those before it that are no shares
// themselves, and in the one that is told behind it, or by what 占 names: 占应办件的7.8%. A list
// that opens a sentence belongs to the whole of the one before.
func (c *comparison) shares(at int) (out []float64) {
	all := c.figures(c.ts)
	k := slices.IndexFunc(all, func(f figure) bool { return f.at > at })
	if k < 0 {
		k = len(all)
	}
	if k == 0 {
		return nil
	}
	part := all[k-1]
	in := func(fs []figure, fits func(figure) bool) []float64 {
		var out []float64
		for _, f := range slices.Backward(fs) {
			if alike(f.unit, part.unit) && fits(f) {
				out = quotient(out, part.value, f.value)
			}
		}
		return out
	}
	if inside := in(all[k:], func(f figure) bool { return f.at < c.percent }); inside != nil { // 占总数34件的58.8%
		return inside
	}
	if base := c.base(at); base != "" {
		named := in(all[:k-1], func(f figure) bool { return strings.Contains(c.clause(f.at), base) })
		if named != nil {
			return named
		}
	}
	opener := part.at - 1 // of the list that the part stands in
	for opener >= 0 && (c.ts[opener].kind != word || c.ts[opener].tag != "part" && c.ts[opener].tag != "among") {
		opener--
	}
	out = in(all[:k-1], func(f figure) bool { return !c.shared(f.at) })
	inside := in(all[:k-1], func(f figure) bool { return f.at < opener }) != nil
	if inside && len(out) > 0 && !c.elsewhere(at) {
		return out
	}
	if opener >= 0 && !inside || c.elsewhere(at) { // 其中，… the whole stands in the sentence before
		whole := in(c.figures(c.before), func(figure) bool { return true })
		if whole == nil {
			return nil
		}
		return append(whole, out...)
	}
	out = append(out, in(all[k:], func(f figure) bool { return c.adds(f.at) })...)
	if len(out) == 0 && c.percent-at > 1 { // 占总数的80%
		out = in(c.figures(c.before), func(figure) bool { return true })
	}
	return out
}

// base is the word by which 占 names what the share is of: 应办 of 占应办件的7.8%, 办结 of
// 占办结总数的60%; "" if it names none.
func (c *comparison) base(at int) string {
	words := trimWords(c.plain[c.ts[at].to:c.ts[c.percent].from], "为", "约", "的", "量", "数", "总", "件", "全部", "申请")
	for len(words) > 2 && strings.ContainsRune("本全总已年", words[0]) {
		words = words[1:]
	}
	if len(words) < 2 || len(words) > 4 {
		return ""
	}
	return string(words[:2])
}

// shared says that a number is told with a share of its own: 27件，占60%.
func (c *comparison) shared(i int) bool {
	for i++; i < len(c.ts) && c.ts[i].kind != number; i++ {
		if c.ts[i].kind == word && c.ts[i].tag == "share" {
			return true
		}
	}
	return false
}

// adds says that a number is told as a sum: 合计45件.
func (c *comparison) adds(i int) bool {
	for i--; i >= 0 && c.ts[i].kind == word; i-- {
		if c.ts[i].tag == "count" {
			return true
		}
	}
	return false
}

// elsewhere says that 占 names a base that its sentence need not tell: 占新收申请的46.9%.
func (c *comparison) elsewhere(at int) bool {
	for _, t := range c.ts[at+1 : c.percent] {
		if t.kind == gap || t.kind == word && !filler(t.tag) && t.tag != "count" && t.tag != "request" && t.tag != "application" {
			return true
		}
	}
	return false
}

// rates are what the rate is of in each number before it: 收到5件，办结4件，办结率80%. What it is
// of may be told in the sentence before: 应办41件。办结38件，办结率92.7%.
func (c *comparison) rates(at int) (out []float64) {
	all := c.figures(c.ts[:at])
	parts := c.told(all, c.rated(at))
	if end := c.end(); len(parts) == 0 && end > c.percent { // 公开率为62.5%（发文160件，公开100件）
		all = c.figures(c.ts[:end])
		all = all[slices.IndexFunc(append(all, figure{at: end}), func(f figure) bool { return f.at > c.percent }):]
		parts = c.told(all, c.rated(at))
	}
	if len(parts) == 0 {
		return nil
	}
	first := parts[0]
	wholes := all[:slices.IndexFunc(all, func(f figure) bool { return f.at == first.at })]
	if len(wholes) == 0 {
		wholes = c.figures(c.before)
	}
	add := func(value float64) {
		for _, whole := range slices.Backward(wholes) {
			if alike(whole.unit, first.unit) {
				out = quotient(out, value, whole.value)
			}
		}
	}
	total := 0.0
	for k, f := range parts {
		if strings.ContainsAny(c.words(f.at), "全均都") && c.ts[c.percent].number.Digits == "100" { // 12个村全部建成，建成率100%
			return nil
		}
		add(f.value)
		if total += f.value; k > 0 { // 满意的和基本满意的
			add(total)
		}
	}
	return out
}

// told are the numbers that are told to be what a rate is of, in as many of its last
// characters as tell any: 主动公开 before 公开. What was to be done is the whole: 应公开, 应办.
func (c *comparison) told(all []figure, rate []rune) (out []figure) {
	for n := len(rate); n > 1 && len(out) == 0; n-- {
		stem := rate[len(rate)-n:]
		for _, f := range all {
			words := c.words(f.at)
			if (strings.Contains(words, string(stem)) || n == 2 && finished(words, string(stem))) && !strings.Contains(words, "应"+string(stem[:1])) {
				out = append(out, f)
			}
		}
		if n == 4 && slices.Contains([]string{"按时", "按期", "及时"}, string(stem[:2])) {
			break
		}
	}
	return out
}

// finished says that words tell of what is done as a rate does: 已办 of 办结率, 收回 of 回收率.
func finished(words, stem string) bool {
	first, _ := utf8.DecodeRuneInString(stem)
	return strings.Contains(words, "已"+string(first)) || stem == "回收" && strings.Contains(words, "收回")
}

// words are those that tell what a number counts: before it in its clause, behind it where it
// begins the clause.
func (c *comparison) words(i int) string {
	from := i
	for from > 0 && c.ts[from-1].kind != mark && c.ts[from-1].kind != number {
		from--
	}
	before := string(c.plain[c.ts[from].from:c.ts[i].from])
	if told := strings.Trim(before, "有的 "); told != "" && !strings.HasSuffix(told, "中") && !strings.HasSuffix(told, "里") { // 26名代表中25名表示满意
		return before
	}
	to := i + 1
	for to < len(c.ts) && c.ts[to].kind != mark && c.ts[to].kind != number {
		to++
	}
	return before + string(c.plain[c.ts[i].from:c.ts[to-1].to])
}

// clause are the words of the clause of a place.
func (c *comparison) clause(i int) string {
	from, to := i, i
	for from > 0 && c.ts[from-1].kind != mark {
		from--
	}
	for to < len(c.ts) && c.ts[to].kind != mark {
		to++
	}
	return string(c.plain[c.ts[from].from:c.ts[to-1].to])
}
