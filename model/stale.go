package model

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/model/reading"
)

// stale finds last year's year where this year's is meant, and any other in the title.
func (c *checking) stale() {
	if c.Year == 0 {
		c.lacks("没有填年度")
		return
	}
	c.lookedThrough()
	for _, s := range reading.Scan([]rune(c.Title), c.Year) {
		if s.Sense != reading.Figure && s.Year != c.Year {
			words := string([]rune(c.Title)[s.From:s.To])
			c.report(fmt.Sprintf("标题里的“%s”不是报告的年度，这里是不是应当写 %d 年？", words, c.Year), RefTitle).Words = words
		}
	}
	for i := range c.prose {
		p := &c.prose[i]
		for _, s := range p.stale[slices.Contains(c.rule.Texts, p.id)] {
			words := p.Words(s.From, s.To)
			c.report(fmt.Sprintf("“%s”不是报告的年度，这里是不是应当写 %d 年？", words, c.Year), p.id).Words = only(p.text, p.Script, s)
		}
	}
}

// only is the words at a place with as much behind them as tells them from the same words
// elsewhere in the text.
func only(whole string, text reading.Script, s reading.Span) string {
	for end := s.To; end < s.To+16; end++ {
		if words := text.Words(s.From, end); strings.Count(whole, words) == 1 {
			return words
		}
	}
	return text.Words(s.From, s.To)
}
