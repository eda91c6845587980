package model

import (
	"fmt"
	"strings"

	"nianbao/model/reading"
)

// stale finds last year's year where this year's is meant.
func (c *checking) stale() {
	for _, p := range c.prose {
		text := []rune(p.text)
		for _, s := range reading.Stale(text, c.Year) {
			words := string(text[s.From:s.To])
			c.report(fmt.Sprintf("“%s”不是报告的年度，这里是不是应当写 %d 年？", words, c.Year), p.id).Words = only(p.text, text, s.From, s.To)
		}
	}
}

// only is the words at a place with as much behind them as tells them from the same words
// elsewhere in the text.
func only(whole string, text []rune, from, to int) string {
	for end := to; end < len(text) && text[end] != '\n'; end++ {
		if words := string(text[from:end]); strings.Count(whole, words) == 1 {
			return words
		}
	}
	return string(text[from:to])
}
