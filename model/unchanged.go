package model

import (
	"maps"
	"slices"
	"strings"

	"nianbao/model/reading"
)

// run is how many characters in a row must stand in last year's report to count as
// taken from there. A figure or a word that is new spoils the runs around it, so a
// paragraph that was really brought up to date soon falls below the rule's share.
const run = 6

// unchanged finds paragraphs that stand in last year's report but for their years:
// at least Share per cent of them. A paragraph of fewer characters than Limit, or
// with one of the formal Words, is the same every year and passed over, as are the
// texts in Except.
func (c *checking) unchanged() {
	if c.last == nil {
		c.lacks(noLast)
		return
	}
	was := c.desk.Memory.printed(c.before, c.rule.Except)
	var p plain
	for _, t := range c.prose {
		text := c.Texts[t.id]
		if len(text) < c.rule.Limit || slices.Contains(c.rule.Except, t.id) {
			continue
		}
		for line := range strings.SplitSeq(text, "\n") {
			p.read(line, liveNow)
			if len(p.text) < max(c.rule.Limit, run) || len(c.rule.words.in(p.text)) > 0 {
				continue
			}
			c.looked(1, 0)
			if share := was.share(&p); share < c.rule.Share {
				continue
			}
			says := "几乎相同"
			switch {
			case was.exact[p.exact]:
				says = "相同"
			case was.whole[p.whole()]:
				says = "相同（只有年份不同）"
			}
			words := trimSpace(c.Expand(line))
			c.report("“"+opening(words)+"…”一段与去年的报告"+says+"，请核对是否需要更新。", t.id).Words = words
		}
	}
}

// opening is how a paragraph begins: enough to tell it from the others.
func opening(paragraph string) string {
	n := 0
	for i := range paragraph {
		if n++; n > 8 {
			return paragraph[:i]
		}
	}
	return paragraph
}

// print tells whether words stand in a report's prose.
type print struct {
	of    map[Ref]string // its texts, and
	but   []Ref          // those that are left out
	runs  hashes
	whole map[uint64]bool // paragraphs
	exact map[uint64]bool // and with their years
}

func newPrint(texts map[Ref]string, except []Ref) *print {
	size := 0
	for _, text := range texts {
		size += len(text) / len("字")
	}
	was := &print{of: maps.Clone(texts), but: except, runs: newHashes(size), whole: map[uint64]bool{}, exact: map[uint64]bool{}}
	var p plain
	for id, text := range texts {
		if slices.Contains(except, id) {
			continue
		}
		for line := range strings.SplitSeq(text, "\n") {
			p.read(line, liveBefore)
			for _, h := range p.runs {
				was.runs.add(h)
			}
			was.whole[p.whole()], was.exact[p.exact] = true, true
		}
	}
	return was
}

// hashes is a set of hashes: a table with room to spare, in which a hash stands where its
// last bits say, or behind.
type hashes []uint32

// newHashes has room for so many.
func newHashes(n int) hashes {
	size := 64
	for size < 2*n {
		size *= 2
	}
	return make(hashes, size)
}

// slot is where a hash stands, or would.
func (s hashes) slot(h uint32) int {
	i := int(h) & (len(s) - 1)
	for s[i] != 0 && s[i] != h {
		i = (i + 1) & (len(s) - 1)
	}
	return i
}

func (s hashes) add(h uint32)      { s[s.slot(h)] = h }
func (s hashes) has(h uint32) bool { return s[s.slot(h)] == h && h != 0 }

// share is how much of a paragraph stands there, in per cent.
func (was *print) share(p *plain) int {
	n := 0
	for _, h := range p.runs {
		if was.runs.has(h) {
			n++
		}
	}
	return 100 * n / len(p.runs)
}

// Marks in a plain paragraph: a year, and a live number. A live number follows the
// table, so this year's is never last year's.
const (
	anyYear rune = iota + 1
	liveNow
	liveBefore
)

// plain is a paragraph without white space and the shapes of its characters, with
// marks for its years and live numbers. It is read into again and again.
type plain struct {
	text  []rune
	runs  []uint32 // hashes
	exact uint64   // a hash of all, with the years as they are
}

func (p *plain) read(paragraph string, live rune) {
	p.text, p.exact = slices.Grow(p.text[:0], len(paragraph)/len("字")+16), seed
	for i, r := range paragraph {
		if r < '一' { // others are what they are
			switch {
			case r <= ' ', r == '　', r == '\u00a0':
				continue
			case r == '{':
				if _, ok := token(paragraph[i:]); ok {
					r = live
				}
			}
		}
		r = fold(r)
		p.exact = mix(p.exact, r)
		if r == '年' && p.endsInYear() {
			p.text, r = p.text[:len(p.text)-4], anyYear
		}
		p.text = append(p.text, r)
	}
	p.hash()
}

// seed and mix make a hash of characters (FNV-1a).
const seed uint64 = 14695981039346656037

func mix(h uint64, r rune) uint64 { return (h ^ uint64(r)) * 1099511628211 }

// endsInYear says that the last characters are the four digits of a year.
func (p *plain) endsInYear() bool {
	n := len(p.text)
	if n < 4 {
		return false
	}
	is := func(value func(rune) int) bool {
		for _, r := range p.text[n-4:] {
			if value(r) < 0 {
				return false
			}
		}
		return n == 4 || value(p.text[n-5]) < 0
	}
	return is(reading.Digit) || is(reading.Numeral)
}

// hash rolls over the text.
func (p *plain) hash() {
	const base = 0x9e3779b97f4a7c15
	out := uint64(1) // base to the power of run
	for range run {
		out *= base
	}
	p.runs = slices.Grow(p.runs[:0], len(p.text))
	h := uint64(0)
	for i, r := range p.text {
		h = h*base + uint64(r)
		if i >= run {
			h -= uint64(p.text[i-run]) * out
		}
		if i >= run-1 {
			p.runs = append(p.runs, uint32(h>>32))
		}
	}
}

// whole is a hash of all the text.
func (p *plain) whole() uint64 {
	h := seed
	for _, r := range p.text {
		h = mix(h, r)
	}
	return h
}
