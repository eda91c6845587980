package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nianbao/model/reading"
)

// slip is a slip of the pen in a text.
type slip struct {
	mend
	fixed bool   // by is what has to stand there
	says  string // the sentence
}

// writing is a text that was looked through for slips; what it found stands in order.
type writing struct {
	text  []rune
	found []slip
	wide  int    // full-width marks
	half  []mend // half-width marks among Chinese characters, and what they should be
	names []name // proper names in brackets or quotation marks
	rule  *Rule

	open     []bracket // those that are not closed yet
	start    int       // of the paragraph
	prose    bool      // the paragraph has sentences
	stops    bool      // and stops between them
	spaces   []int     // in it, between two Chinese characters
	straight []int     // straight quotation marks in it
}

// mostSlips is how many slips of a text are told at a time.
const mostSlips = 100

func (w *writing) add(from, to int, by string, fixed bool, says string, args ...any) {
	if len(w.found) >= mostSlips {
		return
	}
	w.found = append(w.found, slip{mend{from, to, by}, fixed, fmt.Sprintf(says, args...)})
}

// words are the characters from…to.
func (w *writing) words(from, to int) string { return string(w.text[from:to]) }

// slips finds slips of the pen in all prose: miswritings, words written twice,
// brackets without a fellow, marks of the wrong width, and proper names spelt in two
// ways.
func (c *checking) slips() {
	c.lookedThrough()
	var texts []*writing
	wide, half := 0, 0
	for i := range c.prose {
		w := c.prose[i].slips
		if w.rule != c.rule {
			w = newWriting(w.text, c.rule)
		}
		texts = append(texts, w)
		wide, half = wide+w.wide, half+len(w.half)
	}
	throughout := half >= manyHalf && half > wide
	if throughout {
		c.halfThroughout(texts, half)
	}
	for i, w := range texts {
		if !throughout {
			c.halfHere(i, w)
		}
		c.slipsOf(i, w)
	}
	c.spelt(texts)
}

// known says that a character is part of a miswriting that has been found.
func (w *writing) known(at int) bool {
	return slices.ContainsFunc(w.found, func(s slip) bool { return s.fixed && s.from <= at && at < s.to })
}

// slipsOf tells the slips of a text, those that say the same as one.
func (c *checking) slipsOf(i int, w *writing) {
	t := c.prose[i]
	said := map[string]bool{}
	for k, s := range w.found {
		if said[s.says] {
			continue
		}
		said[s.says] = true
		var places []mend
		for _, other := range w.found[k:] {
			if other.says == s.says {
				places = append(places, other.mend)
			}
		}
		f := c.report(s.says, t.id)
		f.Words = seek(w.text, s.from, s.to)
		if s.fixed {
			f.Fix = c.mending(t.id, places)
		}
	}
}

// mending is the change that mends a text, nil if it cannot be made.
func (c *checking) mending(id Ref, places []mend) []Change {
	if stored, ok := c.mended(c.Texts[id], places); ok {
		return []Change{{At: id, New: stored}}
	}
	return nil
}

// seek are the characters from…to of a text, with as many of their neighbours as it
// takes to find them there and nowhere before.
func seek(text []rune, from, to int) string {
	all := string(text)
	at := len(string(text[:from]))
	for from > 0 || to < len(text) {
		if strings.Index(all, string(text[from:to])) == at {
			break
		}
		if to < len(text) && text[to] != '\n' {
			to++
		} else if from > 0 && text[from-1] != '\n' {
			from--
			at -= len(string(text[from]))
		} else {
			break
		}
	}
	return string(text[from:to])
}

// newWriting looks a text through.
func newWriting(text []rune, rule *Rule) *writing {
	w := &writing{text: text, rule: rule}
	w.read()
	slices.SortStableFunc(w.found, func(a, b slip) int { return cmp.Compare(a.from, b.from) })
	slices.SortFunc(w.half, func(a, b mend) int { return cmp.Compare(a.from, b.from) })
	return w
}

// read goes through the text once.
func (w *writing) read() {
	var twice repeats
	for i := 0; i < len(w.text); i++ {
		r := w.text[i]
		if n := twice.next(w.text, i); n > 0 && w.rule.doubles.mistaken(w.text, i+1-2*n, n) {
			word := w.words(i+1-n, i+1)
			w.add(i+1-2*n, i+1, word, true, "“%s%s”写重了，应当只写一个“%s”。", word, word, word)
			twice.restart(i + 1)
		}
		if t := w.rule.typos.at(w.text, i); t != nil {
			w.add(i, i+t.told, t.meant, true, "“%s”应当写作“%s”。", string(t.wrong.Runes[:t.told]), t.meant)
		} else if from, wrong, phrase, ok := w.rule.spelt.at(w.text, i); ok && !w.known(wrong) && w.rule.typos.in(w.words(from, from+len(phrase))) == nil {
			w.add(from, from+len(phrase), string(phrase), true, "“%s”应当写作“%s”。", w.words(from, from+len(phrase)), string(phrase))
		}
		if han(r) {
			if r == '我' {
				w.alone(i)
			}
			continue
		}
		if r == '\n' {
			w.endParagraph(i)
			continue
		}
		if end := w.documentYear(i); end > i {
			twice.restart(end)
			i = end - 1
			continue
		}
		w.mark(i)
	}
	w.endParagraph(len(w.text))
	w.endText()
}

// documentYear is the end of the year of a document's number that begins at a place,
// i if there is none. The year stands in 〔〕.
func (w *writing) documentYear(i int) (end int) {
	if i+6 > len(w.text) || reading.Digit(w.text[i+4]) < 0 || !strings.ContainsRune("〔[［【(（﹝〖", w.text[i]) || !strings.ContainsRune("〕]］】)）﹞〗", w.text[i+5]) {
		return i
	}
	year := 0
	for _, r := range w.text[i+1 : i+5] {
		d := reading.Digit(r)
		if d < 0 {
			return i
		}
		year = 10*year + d
	}
	k := i + 6
	for k < len(w.text) && w.text[k] == ' ' {
		k++
	}
	number := k
	for k < len(w.text) && reading.Digit(w.text[k]) >= 0 {
		k++
	}
	if year < 1949 || year > 2100 || k == number || k == len(w.text) || w.text[k] != '号' && w.text[k] != '號' {
		return i
	}
	if w.text[i] != '〔' || w.text[i+5] != '〕' {
		right := "〔" + w.words(i+1, i+5) + "〕" + w.words(i+6, k+1)
		w.add(i, k+1, right, true, "文号的年份用六角括号，“%s”应当写作“%s”。", w.words(i, k+1), right)
	}
	return k + 1
}
