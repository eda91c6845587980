package model

import (
	"fmt"
	"slices"
	"strings"
)

// Changes to a report's outline. Each gives the change that makes the new outline;
// who makes it decides about the texts.

// outline is the change to an outline; the form's own needs no value.
func (r *Report) outline(hs []Heading) Change {
	if slices.Equal(hs, r.Edition.Outline()) {
		return Change{At: RefOutline, Drop: true}
	}
	return Change{At: RefOutline, New: writeOutline(hs)}
}

// Sub says that the heading is a subheading.
func (h Heading) Sub() bool { return strings.Contains(h.ID, "/") }

// block is the range of a heading and what stands under it, empty if it is not there.
func block(hs []Heading, id string) (from, to int) {
	from = slices.IndexFunc(hs, func(h Heading) bool { return h.ID == id })
	if from < 0 {
		return 0, 0
	}
	to = from + 1
	for !hs[from].Sub() && to < len(hs) && hs[to].Sub() {
		to++
	}
	return from, to
}

// renumbered forgets odd numbers of the level of a heading: they held for another order.
func renumbered(hs []Heading, id string) []Heading {
	section, _, sub := strings.Cut(id, "/")
	for i := range hs {
		if hs[i].Sub() == sub && (!sub || strings.HasPrefix(hs[i].ID, section+"/")) {
			hs[i].Mark = ""
		}
	}
	return hs
}

// Retitled gives a heading another title.
func (r *Report) Retitled(id, title string) Change {
	hs := slices.Clone(r.Headings())
	for i := range hs {
		if hs[i].ID == id {
			hs[i].Title = title
		}
	}
	return r.outline(hs)
}

// Moved puts a heading, and what stands under it, before the one above it (by -1)
// or behind the one below it (by 1); ok is false where there is none.
func (r *Report) Moved(id string, by int) (c Change, ok bool) {
	hs := slices.Clone(r.Headings())
	from, to := block(hs, id)
	if from == to {
		return c, false
	}
	other := to
	if by < 0 {
		other = from - 1
		for other >= 0 && hs[other].Sub() && !hs[from].Sub() {
			other--
		}
	}
	if other < 0 || other >= len(hs) || hs[other].Sub() != hs[from].Sub() {
		return c, false
	}
	start, end := block(hs, hs[other].ID)
	moved := slices.Clone(hs[from:to])
	if by < 0 {
		hs = slices.Insert(slices.Delete(hs, from, to), start, moved...)
	} else {
		hs = slices.Delete(slices.Insert(hs, end, moved...), from, to)
	}
	return r.outline(renumbered(hs, id)), true
}

// Added puts a new subheading behind another one or, with the id of a section, at
// the section's beginning.
func (r *Report) Added(after, title string) (c Change, id string) {
	hs := slices.Clone(r.Headings())
	at := slices.IndexFunc(hs, func(h Heading) bool { return h.ID == after }) + 1
	section, _, _ := strings.Cut(after, "/")
	id = r.fresh(section + "/part-")
	return r.outline(renumbered(slices.Insert(hs, at, Heading{ID: id, Title: title}), id)), id
}

// AddedSection puts a new section behind another one.
func (r *Report) AddedSection(after, title string) (c Change, id string) {
	hs := slices.Clone(r.Headings())
	_, at := block(hs, after)
	id = r.fresh("part-")
	return r.outline(renumbered(slices.Insert(hs, at, Heading{ID: id, Title: title}), id)), id
}

// fresh is an id that nothing in the report has, nor ever had a text.
func (r *Report) fresh(prefix string) string {
	for n := 1; ; n++ {
		id := fmt.Sprintf("%s%d", prefix, n)
		_, written := r.Texts[Ref(id)]
		if !written && !slices.ContainsFunc(r.Headings(), func(h Heading) bool { return h.ID == id }) {
			return id
		}
	}
}

// Removed takes a heading, and for a section the headings under it, out of the outline.
func (r *Report) Removed(id string) Change {
	hs := slices.Clone(r.Headings())
	from, to := block(hs, id)
	return r.outline(renumbered(slices.Delete(hs, from, to), id))
}

// Restored brings back the subheadings that the form prescribes for a section and
// the report lacks; ok is false if it has them all.
func (r *Report) Restored(section string) (c Change, ok bool) {
	hs := slices.Clone(r.Headings())
	has := func(id string) int { return slices.IndexFunc(hs, func(h Heading) bool { return h.ID == id }) }
	last := has(section) // behind it comes what is missing next
	for _, h := range r.Edition.Outline() {
		if !strings.HasPrefix(h.ID, section+"/") {
			continue
		}
		if at := has(h.ID); at >= 0 {
			last = at
			continue
		}
		last++
		hs, ok = slices.Insert(hs, last, h), true
	}
	return r.outline(renumbered(hs, section+"/")), ok
}
