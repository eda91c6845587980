package compare

import "slices"

// grams are the pairs of neighbouring characters of a text, sorted: two texts are alike
// that have many of them in common.
type grams []uint64

func gramsOf(text string) grams {
	out := make(grams, 0, len(text)/3)
	before := rune(0)
	for _, r := range text {
		if r <= ' ' || r == '　' {
			continue
		}
		out = append(out, uint64(before)<<32|uint64(r))
		before = r
	}
	slices.Sort(out)
	return out
}

func (g grams) size() int { return len(g) }

// common is how many pairs stand in both.
func (g grams) common(h grams) (n int) {
	for len(g) > 0 && len(h) > 0 {
		switch {
		case g[0] < h[0]:
			g = g[1:]
		case g[0] > h[0]:
			h = h[1:]
		default:
			n, g, h = n+1, g[1:], h[1:]
		}
	}
	return n
}

// likeness is how much two texts have in common, in per cent.
func (g grams) likeness(h grams) int {
	if len(g)+len(h) == 0 {
		return 0
	}
	return 200 * g.common(h) / (len(g) + len(h))
}
