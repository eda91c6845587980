package model

import (
	"maps"
	"slices"
)

// Apart lists the addresses at which two reports hold different values, in printed order.
// Unlike Differences it asks for what they hold, not for what they print: reasons and lines
// without a place count, totals that follow from other cells do not.
func Apart(a, b *Report) []Ref {
	differ := map[Ref]bool{}
	look := func(ref Ref) {
		x, had := a.Get(ref)
		if y, has := b.Get(ref); x != y || had != has {
			differ[ref] = true
		}
	}
	order := []Ref{RefOffice, RefKind, RefYear, RefTitle}
	if p := a.Edition.Preface; p != nil {
		order = append(order, p.ID)
	}
	order = append(order, RefOutline)
	for _, r := range []*Report{a, b} {
		for _, p := range r.Parts() {
			for _, c := range r.Edition.Cells() {
				if p.Table != nil && c.Table.ID == p.Table.ID {
					order = append(order, c.Ref)
				}
			}
			for _, t := range p.Texts {
				order = append(order, t.ID)
			}
		}
	}
	for ref := range union(a.Numbers, b.Numbers) {
		look(ref)
	}
	for ref := range union(a.Texts, b.Texts) {
		look(ref)
	}
	for ref := range union(a.Before, b.Before) {
		look(BeforeRef(ref))
	}
	for key := range union(a.Accepted, b.Accepted) {
		look(AcceptRef(key))
	}
	for _, ref := range []Ref{RefOffice, RefKind, RefYear, RefTitle, RefOutline, RefUnplaced} {
		look(ref)
	}
	var out []Ref
	for _, ref := range order {
		if differ[ref] {
			out = append(out, ref)
			delete(differ, ref)
		}
	}
	return append(out, slices.Sorted(maps.Keys(differ))...)
}

// Taking is what puts another report's values at some addresses into a report.
func Taking(from *Report, refs []Ref) []Change {
	changes := make([]Change, len(refs))
	for i, ref := range refs {
		value, ok := from.Get(ref)
		changes[i] = Change{At: ref, New: value, Drop: !ok}
	}
	return changes
}

// Fork is how two reports that were made from one differ from each other now: by values that
// one of them has changed, or both.
type Fork struct{ Mine, Theirs, Both []Ref }

// NewFork compares two reports with the one that they were made from.
func NewFork(base, mine, theirs *Report) Fork {
	var f Fork
	own := func(refs []Ref) bool {
		return slices.ContainsFunc(refs, func(ref Ref) bool { return ref == RefOutline || OwnText(ref) })
	}
	changed := func(ref Ref, r *Report) bool {
		x, had := base.Get(ref)
		y, has := r.Get(ref)
		return x != y || had != has
	}
	for _, ref := range Apart(mine, theirs) {
		switch m, t := changed(ref, mine), changed(ref, theirs); {
		case m && t:
			f.Both = append(f.Both, ref)
		case m:
			f.Mine = append(f.Mine, ref)
		default:
			f.Theirs = append(f.Theirs, ref)
		}
	}
	// Texts of a report's own are what its outline makes of them: not to be mixed.
	if own(f.Mine) && own(f.Theirs) {
		for _, side := range []*[]Ref{&f.Mine, &f.Theirs} {
			*side = slices.DeleteFunc(*side, func(ref Ref) bool {
				mixed := ref == RefOutline || OwnText(ref)
				if mixed {
					f.Both = append(f.Both, ref)
				}
				return mixed
			})
		}
	}
	return f
}
