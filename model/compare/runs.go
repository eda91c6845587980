package compare

import (
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// Run is a stretch of words in one of two texts, or in both: kept (Same), gone or new.
type Run struct {
	Kind Kind
	Text string
}

// Runs tells what became of a text. Those that are not new give the old text, those
// that are not gone the new one. Where words are replaced, what is gone comes first.
func Runs(old, text string) []Run {
	a, b := words(old), words(text)
	if tooMany(a, b) { // so many that nobody looks at single characters
		if a, b = clauses(old), clauses(text); tooMany(a, b) {
			a, b = []string{old}, []string{text}
		}
	}
	var out []Run
	add := func(k Kind, words []string) {
		if len(words) > 0 {
			out = append(out, Run{k, strings.Join(words, "")})
		}
	}
	for _, c := range readable(diff(a, b)) {
		add(Same, c.before)
		add(Gone, c.gone)
		add(New, c.fresh)
	}
	return out
}

// tooMany bounds the time that a comparison takes, and the words that have a character
// of their own in it.
func tooMany(a, b []string) bool { return len(a)*len(b) > 4_000_000 || len(a)+len(b) > 1_000_000 }

// change is words that are gone, new, or replaced by others, and the words that are kept
// before them.
type change struct{ before, gone, fresh []string }

// diff finds the shortest way from one list of words to another: changes, and at the end
// one of nothing with the words that are kept behind them. The library compares
// characters, so each word goes by one of its own.
func diff(a, b []string) []change {
	known, codes := make([]string, 0, len(a)), make(map[string]rune, len(a))
	code := func(words []string) []rune {
		out := make([]rune, len(words))
		for i, w := range words {
			c, ok := codes[w]
			if !ok {
				c = rune(len(known) + 1)
				if c >= firstSurrogate {
					c += surrogates
				}
				codes[w], known = c, append(known, w)
			}
			out[i] = c
		}
		return out
	}
	d := diffmatchpatch.New()
	d.DiffTimeout = 0 // what it finds must not depend on the machine
	out := make([]change, 1)
	for _, step := range d.DiffMainRunes(code(a), code(b), false) {
		said := make([]string, 0, len(step.Text)/2)
		for _, c := range step.Text {
			if c >= firstSurrogate {
				c -= surrogates
			}
			said = append(said, known[c-1])
		}
		last := &out[len(out)-1]
		switch {
		case step.Type == diffmatchpatch.DiffDelete:
			last.gone = append(last.gone, said...)
		case step.Type == diffmatchpatch.DiffInsert:
			last.fresh = append(last.fresh, said...)
		case last.size() > 0:
			out = append(out, change{before: said})
		default:
			last.before = append(last.before, said...)
		}
	}
	if out[len(out)-1].size() > 0 {
		out = append(out, change{})
	}
	return out
}

// Surrogates are no characters.
const firstSurrogate, surrogates = 0xd800, 0x800

// size is how many words change.
func (c *change) size() int { return max(len(c.gone), len(c.fresh)) }

// readable makes of the shortest way one that can be read: words between two changes
// that are no longer than these change with them, and what came or went alone is moved
// to where a clause begins.
func readable(changes []change) []change {
	var out []change
	for i, c := range changes {
		for n := len(out); n > 0 && i < len(changes)-1; n = len(out) {
			p := out[n-1]
			if between := len(c.before); between > p.size() || between > c.size() {
				break
			}
			c = change{p.before, join(p.gone, c.before, c.gone), join(p.fresh, c.before, c.fresh)}
			out = out[:n-1]
		}
		out = append(out, c)
	}
	for i := range len(out) - 1 {
		c, next := &out[i], &out[i+1]
		switch {
		case len(c.gone) == 0:
			slide(&c.before, &c.fresh, &next.before, i == 0, i == len(out)-2)
		case len(c.fresh) == 0:
			slide(&c.before, &c.gone, &next.before, i == 0, i == len(out)-2)
		}
	}
	return out
}

func join(lists ...[]string) (out []string) {
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

// slide moves an edit between kept words to where its edges fall best. Words stay
// before it unless it is the first, and behind it unless it is the last.
func slide(before, edit, after *[]string, first, last bool) {
	all, n := join(*before, *edit, *after), len(*edit)
	from := len(*before)
	least, most := 1, len(all)-n-1
	if first {
		least = 0
	}
	if last {
		most++
	}
	at, best := from, -1
	try := func(k int) {
		if s := seam(all, k) + seam(all, k+n); s > best {
			at, best = k, s
		}
	}
	try(from)
	for k := from; k > least && all[k-1] == all[k+n-1]; k-- {
		try(k - 1)
	}
	for k := from; k < most && all[k] == all[k+n]; k++ {
		try(k + 1)
	}
	*before, *edit, *after = all[:at:at], all[at:at+n:at+n], all[at+n:]
}

// seam says how well a text parts before a word.
func seam(words []string, at int) int {
	switch {
	case at == 0 || at == len(words):
		return 3
	case strings.Contains(ends, words[at-1]):
		return 3
	case strings.Contains(pauses, words[at-1]):
		return 2
	case strings.Contains(openings, words[at]):
		return 1
	}
	return 0
}

// Punctuation of a text.
const (
	ends     = "。；！？;!?\n"
	pauses   = "，、：,:"
	openings = "“（《(【〔"
)

// clauses takes a text apart behind its punctuation.
func clauses(text string) []string {
	var out []string
	from := 0
	for i, r := range text {
		if end := i + len(string(r)); strings.ContainsRune(ends+pauses, r) {
			out, from = append(out, text[from:end]), end
		}
	}
	if from < len(text) {
		out = append(out, text[from:])
	}
	return out
}
