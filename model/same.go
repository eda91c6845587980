package model

import (
	"maps"
	"slices"
)

// Same says that two reports print alike: cover, outline, numbers and prose.
// What only describes an import (Unplaced) and the clerk's reasons do not count.
func Same(a, b *Report) bool {
	return len(Differences(a, b)) == 0
}

// Differences lists the addresses at which two reports do not print alike.
func Differences(a, b *Report) []Ref {
	var out []Ref
	if a.Edition.ID != b.Edition.ID {
		out = append(out, "@edition")
	}
	for _, ref := range []Ref{RefOffice, RefKind, RefYear, RefTitle} {
		x, _ := a.Get(ref)
		if y, _ := b.Get(ref); x != y {
			out = append(out, ref)
		}
	}
	if !slices.Equal(a.Headings(), b.Headings()) {
		out = append(out, RefOutline)
	}
	for _, c := range a.Edition.Cells() {
		if !a.Value(c.Ref).Equal(b.Value(c.Ref)) {
			out = append(out, c.Ref)
		}
	}
	for _, ref := range slices.Sorted(maps.Keys(union(a.Texts, b.Texts))) {
		if a.Prose(ref) != b.Prose(ref) {
			out = append(out, ref)
		}
	}
	for _, ref := range slices.Sorted(maps.Keys(union(a.Before, b.Before))) {
		if a.Before[ref] != b.Before[ref] {
			out = append(out, BeforeRef(ref))
		}
	}
	return out
}

func union[K comparable, V any](a, b map[K]V) map[K]V {
	u := maps.Clone(a)
	if u == nil {
		u = map[K]V{}
	}
	maps.Copy(u, b)
	return u
}
