package model

import (
	"fmt"
	"strings"
)

// partSums finds lists of the prose whose parts do not come to their whole.
func (c *checking) partSums() {
	for i := range c.prose {
		p := &c.prose[i]
		text := c.reading(p)
		for _, l := range text.Parts() {
			whole, sum, rough, right := ParseNumber(l.Whole.Digits), Int(0), false, false
			var terms []string
			for _, n := range l.Of {
				sum = sum.Add(ParseNumber(n.Digits))
				rough = rough || n.Rough
				right = right || len(terms) > 0 && sum.Readable() && sum.Cmp(whole) == 0
				terms = append(terms, n.Digits)
			}
			if !sum.Readable() || !whole.Readable() {
				c.looked(0, 1)
				continue
			}
			right = right || rough && sum.Cmp(whole) <= 0
			c.compared(p.id, text.Words(l.From, l.To), strings.Join(terms, "＋")+"＝"+sum.String(), right)
			if right {
				continue
			}
			least := map[bool]string{true: "至少"}[rough]
			words := text.Words(l.From, l.To)
			c.report(fmt.Sprintf("“%s”各部分相加（%s）%s为 %s，总数写的是 %s。", short(words), strings.Join(terms, "＋"), least, sum, whole), p.id).Words = words
		}
	}
}

// percents finds percentages of the prose that its numbers do not give.
func (c *checking) percents() {
	for i := range c.prose {
		p := &c.prose[i]
		text := c.reading(p)
		for _, n := range text.Percents() {
			words := text.Words(n.From, n.To)
			if c.compared(p.id, words, "按数字算是 "+percent(n.Gives[0]), n.Right()); n.Right() {
				continue
			}
			c.report(fmt.Sprintf("“%s”与前面的数字不符：按数字算是 %s。", words, percent(n.Gives[0])), p.id).Words = words
		}
	}
}

func percent(x float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", x), "0"), ".") + "%"
}

// short is a list's beginning and end: enough to find it.
func short(words string) string {
	const most = 24
	r := []rune(words)
	if len(r) <= most {
		return words
	}
	return string(r[:most/2]) + "…" + string(r[len(r)-most/2:])
}
