package model

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/model/reading"
)

// untold finds that something happened of which a section ought to tell, and it does
// not speak of it: a cell of the row is more than 0, or other prose tells an amount
// beside one of Words.
func (c *checking) untold() {
	section := c.Edition.Section(c.rule.Section)
	c.lookedThrough()
	if slices.ContainsFunc(c.prose, func(t passage) bool {
		return t.section == c.rule.Section && len(c.rule.words.in(t.Runes())) > 0
	}) {
		return
	}
	at := section.Texts[0].ID
	for _, cell := range c.Edition.Cells() {
		if cell.Table.ID != c.rule.Table || cell.Row.ID != c.rule.Row {
			continue
		}
		n, ok := c.stated(cell)
		if !ok {
			c.looked(0, 1)
			continue
		}
		c.looked(1, 0)
		if n.Sign() > 0 {
			c.report(fmt.Sprintf("“%s”不是 0，“%s”里应当写明%s的情况。", cell.Row.short(), section.Title, c.rule.Words[0]), at, cell.Ref)
			return
		}
	}
	for _, t := range c.prose {
		for _, word := range c.rule.Words {
			if words := amountBeside(t.text, word); t.section != c.rule.Section && words != "" {
				c.report(fmt.Sprintf("正文写了“%s”，“%s”里应当写明%s的情况。", words, section.Title, word), t.id, at).Words = words
				return
			}
		}
	}
}

// amountBeside are a word and an amount of money above 0 that is told with it, "" if
// there is none: 信息处理费350元, 350元信息处理费.
func amountBeside(text, word string) string {
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return ""
		}
		i += from
		from = i + len(word)
		rest := text[from:]
		if end := strings.IndexAny(rest, "，。；,;\n"); end >= 0 {
			rest = rest[:end]
		}
		if n := amountEnd(rest); n > 0 {
			return text[i : from+n]
		}
		k := i
		for k > 0 && (text[k-1] < 0x80 && strings.IndexByte("0123456789. ", text[k-1]) >= 0 || strings.HasSuffix(text[:k], "元") || strings.HasSuffix(text[:k], "万") || strings.HasSuffix(text[:k], "的")) {
			if text[k-1] < 0x80 {
				k--
			} else {
				k -= len("元")
			}
		}
		if amount := strings.TrimSuffix(strings.TrimSpace(text[k:i]), "的"); amountEnd(amount) == len(amount) && amount != "" {
			return strings.TrimSpace(text[k:from])
		}
	}
}

// amountEnd is the end of the first amount of money above 0 in a text, 0 if it has none.
func amountEnd(text string) int {
	for i := 0; i < len(text); i++ {
		if text[i] < '0' || text[i] > '9' {
			continue
		}
		k := i
		for k < len(text) && (reading.Digit(rune(text[k])) >= 0 || text[k] == '.' || text[k] == ',') {
			k++
		}
		unit := strings.TrimLeft(text[k:], " ")
		for _, u := range units {
			if u.yuan > 0 && strings.HasPrefix(unit, u.name) {
				end := len(text) - len(unit) + len(u.name)
				if n := ParseNumber(text[i:end]); n.Readable() && n.Sign() > 0 {
					return end
				}
			}
		}
		i = k
	}
	return 0
}
