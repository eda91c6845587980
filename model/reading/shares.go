package reading

import (
	"slices"
	"strconv"
	"strings"
)

// What share of one number another is.

// rated is what a rate is of, "" if its word does not end at a token: 办结率, 满意度.
func (c *comparison) rated(i int) string {
	t := c.ts[i]
	text := c.plain[:t.to]
	text = trimWords(text, "为", "是", "达到", "达", "约", "的", "至")
	if len(text) < 3 || t.from >= len(text) && i == 0 {
		return ""
	}
	last := text[len(text)-1]
	if last != '率' && !(last == '度' && text[len(text)-2] == '意') && !hasSuffix(text, "比例") {
		return ""
	}
	text = text[:len(text)-1]
	if last == '例' {
		text = text[:len(text)-1]
	}
	stem := string(text[max(0, len(text)-2):])
	for _, ahead := range []string{"按时", "按期", "及时"} {
		if hasSuffix(text[:max(0, len(text)-2)], ahead) {
			return ahead + stem
		}
	}
	return stem
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
// themselves, and in the one that is told behind it. A list that opens a sentence belongs to
// the whole of the one before.
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
			if alike(Number{Unit: f.unit}, Number{Unit: part.unit}) && fits(f) {
				out = quotient(out, part.value, f.value)
			}
		}
		return out
	}
	if inside := in(all[k:], func(f figure) bool { return f.at < c.percent }); inside != nil { // 占总数34件的58.8%
		return inside
	}
	first := slices.IndexFunc(c.ts[:part.at], func(t token) bool { return t.kind == word && (t.tag == "part" || t.tag == "among") })
	out = in(all[:k-1], func(f figure) bool { return !c.shared(f.at) })
	if len(out) > 0 && first > all[0].at && !c.elsewhere(at) {
		return out
	}
	if first >= 0 && first < all[0].at || c.elsewhere(at) { // 其中，… the whole stands in the sentence before
		whole := in(c.figures(c.before), func(figure) bool { return true })
		if whole == nil && (first < 0 || c.ts[first].tag == "part") {
			return nil
		}
		return append(whole, out...)
	}
	return append(out, in(all[k:], func(f figure) bool { return c.adds(f.at) })...)
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
	before := string(c.plain[c.ts[0].from:c.ts[at].from])
	for _, t := range c.ts[at+1 : c.percent] {
		if t.kind == gap || t.kind == word && !filler(t.tag) && t.tag != "count" && t.tag != "request" && t.tag != "application" {
			words := []rune(string(c.plain[t.from:t.to]))
			return !strings.Contains(before, string(words[:min(2, len(words))])) // 收回184份，…占收回问卷的91%
		}
	}
	return false
}

// rates are what the rate is of in each number before it: 收到5件，办结4件，办结率80%.
func (c *comparison) rates(at int) (out []float64) {
	stem := c.rated(at)
	all := c.figures(c.ts[:at])
	told := func(i int) bool { // a number's clause tells what the rate is of
		from, to := i, i
		for from > 0 && c.ts[from-1].kind != mark {
			from--
		}
		for to < len(c.ts) && c.ts[to].kind != mark {
			to++
		}
		words := string(c.plain[c.ts[from].from:c.ts[to-1].to])
		if strings.Contains(words, stem) {
			return true
		}
		r := []rune(stem)
		return len(r) == 2 && (strings.Contains(words, "已"+stem[:len(string(r[0]))]) || stem == "回收" && strings.Contains(words, "收回") ||
			stem == "办结" && strings.Contains(words, "已办"))
	}
	whole := func(part figure, among []figure) {
		for _, f := range slices.Backward(among) {
			if alike(Number{Unit: f.unit}, Number{Unit: part.unit}) {
				out = quotient(out, part.value, f.value)
			}
		}
	}
	both := figure{} // 满意36人，基本满意4人
	for k := len(all) - 1; k >= 0; k-- {
		if !told(all[k].at) {
			continue
		}
		whole(all[k], all[:k])
		if both.value > 0 && both.unit == all[k].unit {
			whole(figure{all[k].value + both.value, both.unit, 0}, all[:k])
		}
		both = all[k]
	}
	if both.value > 0 && out == nil { // 全年应办41件。办结38件，办结率92.7%
		whole(both, c.figures(c.before))
	}
	return out
}
