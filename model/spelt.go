package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// name is a proper name in quotation marks or brackets, as of an account.
type name struct {
	from, to int
}

// A name of fewer characters may well differ in one from another right name; one of
// more is a sentence.
const leastName, mostName = 6, 14

// name keeps a name between two brackets, if one of the rule's words stands beside it:
// “…”微信公众号, 微信公众号（…）.
func (w *writing) name(b bracket, i int) {
	if n := i - b.at - 1; n < leastName || n > mostName || !strings.ContainsRune("“（(「", b.mark) {
		return
	}
	for _, r := range w.text[b.at+1 : i] {
		if !han(r) || strings.ContainsRune(ofPlaces, r) {
			return
		}
	}
	if slices.ContainsFunc(w.rule.words.words, func(word []rune) bool {
		return begins(w.text, i+1, word) || begins(w.text, b.at-len(word), word)
	}) {
		w.names = append(w.names, name{b.at + 1, i})
	}
}

// ofPlaces are characters of names of lesser places, of which there are many: two of
// those may well differ in one character. So may two names by one of several.
const (
	ofPlaces  = "省市县縣区區乡鄉镇鎮村街社校局站所"
	ofSeveral = "东東南西北中上下前后後老新大小甲乙丙"
)

// spelt finds a name that is spelt in two ways: one character is another.
func (c *checking) spelt(texts []*writing) {
	type way struct {
		name        []rune
		text, times int
		at          name
	}
	var ways []*way
	for i, w := range texts {
		for _, n := range w.names {
			word := w.text[n.from:n.to]
			k := slices.IndexFunc(ways, func(o *way) bool { return slices.Equal(o.name, word) })
			if k < 0 {
				k, ways = len(ways), append(ways, &way{word, i, 0, n})
			}
			ways[k].times++
		}
	}
	// The way that is met with less often comes first.
	slices.SortStableFunc(ways, func(a, b *way) int {
		return cmp.Or(cmp.Compare(a.times, b.times), cmp.Compare(b.text, a.text), cmp.Compare(b.at.from, a.at.from))
	})
	for i, a := range ways {
		for _, b := range ways[i+1:] {
			if sameButOne(a.name, b.name) {
				f := c.report(fmt.Sprintf("“%s”和另一处的“%s”只差一个字，请核对是不是同一个名称。", string(a.name), string(b.name)), c.prose[a.text].id)
				f.Words = seek(texts[a.text].text, a.at.from, a.at.to)
				break
			}
		}
	}
}

// sameButOne says that two names differ in one character only, and not as two of several.
func sameButOne(a, b []rune) bool {
	if len(a) != len(b) {
		return false
	}
	n := 0
	for i, r := range a {
		if r == b[i] {
			continue
		}
		if n++; counts(r) || counts(b[i]) || strings.ContainsRune(ofSeveral, r) || strings.ContainsRune(ofSeveral, b[i]) {
			return false
		}
	}
	return n == 1
}
