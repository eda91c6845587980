package model

import (
	"fmt"
	"strconv"
	"strings"
)

// partSums finds lists of the prose whose parts do not come to their whole.
func (c *checking) partSums() {
	for i := range c.prose {
		p := &c.prose[i]
		for _, l := range p.lists {
			words, right := p.Words(l.From, l.To), l.Right()
			var terms []string
			for _, n := range l.Of {
				terms = append(terms, n.Digits)
			}
			c.compared(p.id, words, strings.Join(terms, "＋")+"＝"+strconv.Itoa(l.Sum()), right)
			if right {
				continue
			}
			says := fmt.Sprintf("“%s”各部分相加（%s）为 %d，总数写的是 %s。", short(words), strings.Join(terms, "＋"), l.Sum(), l.Whole.Digits)
			switch {
			case len(terms) == 1:
				says = fmt.Sprintf("“%s”的一部分 %s 比总数 %s 还多。", short(words), terms[0], l.Whole.Digits)
			case l.Rough():
				says = fmt.Sprintf("“%s”各部分相加（%s）至少为 %d，总数写的是 %s。", short(words), strings.Join(terms, "＋"), l.Sum(), l.Whole.Digits)
			}
			c.report(says, p.id).Words = words
		}
	}
}

// percents finds percentages of the prose that its numbers do not give.
func (c *checking) percents() {
	for i := range c.prose {
		p := &c.prose[i]
		for _, n := range p.shares {
			words := p.Words(n.From, n.To)
			if c.compared(p.id, words, "按数字算是 "+percent(n.Gives[0]), n.Right()); n.Right() {
				continue
			}
			says := fmt.Sprintf("“%s”与前面的数字不符：按数字算是 %s。", words, percent(n.Gives[0]))
			if n.Against {
				says = fmt.Sprintf("“%s”与前面的数字不符：按数字算，增减正相反。", words)
			}
			c.report(says, p.id).Words = words
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
