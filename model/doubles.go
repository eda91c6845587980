package model

import (
	"fmt"
	"slices"

	"nianbao/model/reading"
)

// doubles tells which words stand twice by mistake.
type doubles struct {
	single map[rune][][]rune    // characters that are looked at, and words that begin or end with them
	pairs  map[[2]rune]bool     // words of two characters that may stand twice
	longer map[[2]rune][][]rune // words that begin with one of two characters: 公开 stands twice in 公开公开栏, and rightly
}

// newDoubles reads the lines of a list: a character and words that begin or end with
// it; = and words that may be doubled; + and words that begin with one that is doubled.
func newDoubles(lines [][]string) (*doubles, error) {
	d := &doubles{single: map[rune][][]rune{}, pairs: map[[2]rune]bool{}, longer: map[[2]rune][][]rune{}}
	for _, words := range lines {
		head := []rune(words[0])
		if len(head) != 1 {
			return nil, fmt.Errorf("%s: a line begins with one character", words[0])
		}
		if head[0] != '=' && head[0] != '+' && d.single[head[0]] != nil {
			return nil, fmt.Errorf("%s has two lines", words[0])
		}
		for _, w := range words[1:] {
			word := []rune(w)
			switch {
			case head[0] == '=' && len(word) == 2:
				d.pairs[[2]rune(word)] = true
			case head[0] == '+' && len(word) > 2:
				d.longer[[2]rune(word)] = append(d.longer[[2]rune(word)], word)
			case head[0] != '=' && head[0] != '+' && len(word) > 1 && (word[0] == head[0] || word[len(word)-1] == head[0]):
				d.single[head[0]] = append(d.single[head[0]], word)
			default:
				return nil, fmt.Errorf("%s is no word for the line of %s", w, words[0])
			}
		}
	}
	return d, nil
}

// longest is how many characters may stand twice.
const longest = 12

// repeats finds what stands twice in a row, as it is read character by character.
type repeats struct {
	runs  [longest + 1]int // how many characters are the same as so many before
	any   bool             // some of them are not 0
	from  int              // of the stretch of Chinese that is being read
	where [256]int         // behind which place characters were met last, by their last bits
}

// next is how many characters end at i and stand before themselves, 0 for none.
func (p *repeats) next(text []rune, i int) int {
	r := text[i]
	if !han(r) {
		p.restart(i + 1)
		return 0
	}
	last := p.where[byte(r)]
	p.where[byte(r)] = i + 1
	if i+1-last > longest || last <= p.from {
		// Met too long ago, or not at all. Most characters go this way.
		if p.any {
			p.runs, p.any = [longest + 1]int{}, false
		}
		return 0
	}
	found := 0
	p.any = true
	for n := 1; n <= longest && i-n >= p.from; n++ {
		if r != text[i-n] {
			p.runs[n] = 0
		} else if p.runs[n]++; p.runs[n] == n && found == 0 {
			found = n
		}
	}
	return found
}

// restart begins again at a place; nothing before it counts.
func (p *repeats) restart(i int) {
	p.from = i
	if p.any {
		p.runs, p.any = [longest + 1]int{}, false
	}
}

// mistaken says that n characters at a place, and the n behind them, are one too many.
func (d *doubles) mistaken(text []rune, i, n int) bool {
	switch n {
	case 1:
		words, looked := d.single[text[i]]
		return looked && !slices.ContainsFunc(words, func(w []rune) bool {
			return begins(text, i+1, w) || begins(text, i+1-len(w), w)
		})
	case 2:
		if pair := [2]rune{text[i], text[i+1]}; pair[0] == pair[1] || d.pairs[pair] {
			return false
		}
	}
	if n > 1 && (counts(text[i]) || !slices.ContainsFunc(text[i:i+n], func(r rune) bool { return r != text[i] })) {
		return false // 一户一户, 哈哈哈哈
	}
	// The last two characters decide whether a longer word begins: 便民服务便民服务站.
	k := i + 2*n - 2
	return !slices.ContainsFunc(d.longer[[2]rune{text[k], text[k+1]}], func(w []rune) bool { return begins(text, k, w) })
}

// counts says that a word begins with a number, or with each: one after the other.
func counts(r rune) bool {
	return reading.Numeral(r) >= 0 || r == '十' || r == '百' || r == '两' || r == '每' || r == '逐'
}

// han says that a character is Chinese.
func han(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r >= 0x20000 && r <= 0x3FFFF
}
