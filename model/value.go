package model

import (
	"strconv"
	"strings"
)

// Get is the value at an address as text; ok is false if nothing is there.
func (r *Report) Get(ref Ref) (value string, ok bool) {
	switch ref {
	case RefOffice:
		return r.Office, r.Office != ""
	case RefKind:
		return string(r.Kind), r.Kind != ""
	case RefYear:
		return strconv.Itoa(r.Year), r.Year != 0
	case RefTitle:
		return r.Title, r.Title != ""
	case RefOutline:
		return writeOutline(r.Outline), len(r.Outline) > 0
	case RefUnplaced:
		return strings.Join(r.Unplaced, "\n"), len(r.Unplaced) > 0
	}
	if key, is := strings.CutPrefix(string(ref), acceptPrefix); is {
		value, ok = r.Accepted[key]
		return value, ok
	}
	if id, is := strings.CutPrefix(string(ref), beforePrefix); is {
		n, ok := r.Before[Ref(id)]
		return strconv.Itoa(n), ok
	}
	if r.Edition.Cell(ref) != nil {
		n, ok := r.Numbers[ref]
		return n.Raw(), ok
	}
	value, ok = r.Texts[ref]
	return value, ok
}

const (
	acceptPrefix = "@accept:"
	beforePrefix = "@before:"
)

// AcceptRef is the address of the reason with which a warning is accepted.
func AcceptRef(key string) Ref { return Ref(acceptPrefix + key) }

// BeforeRef is the address of the count of a note's paragraphs that stand
// before the table.
func BeforeRef(note Ref) Ref { return Ref(beforePrefix + string(note)) }

// put sets or, with ok false, removes the value at an address. It is the only
// place where a report changes while it is being worked on.
func (r *Report) put(ref Ref, value string, ok bool) {
	switch ref {
	case RefOffice:
		r.Office = value
		return
	case RefKind:
		r.Kind = Kind(value)
		return
	case RefYear:
		r.Year, _ = strconv.Atoi(value)
		return
	case RefTitle:
		r.Title = value
		return
	case RefOutline:
		r.Outline = readOutline(value)
		return
	case RefUnplaced:
		if r.Unplaced = nil; ok && value != "" {
			r.Unplaced = strings.Split(value, "\n")
		}
		return
	}
	if key, is := strings.CutPrefix(string(ref), acceptPrefix); is {
		setOrDrop(r.Accepted, key, value, ok)
		return
	}
	if id, is := strings.CutPrefix(string(ref), beforePrefix); is {
		n, _ := strconv.Atoi(value)
		setOrDrop(r.Before, Ref(id), n, ok && n > 0)
		return
	}
	if c := r.Edition.Cell(ref); c != nil {
		n := ParseNumber(value)
		// A blank is kept only where its presence says that an optional row exists.
		setOrDrop(r.Numbers, ref, n, ok && (!n.Blank() || c.Optional()))
		return
	}
	setOrDrop(r.Texts, ref, value, ok && value != "")
}

func setOrDrop[K comparable, V any](m map[K]V, key K, value V, keep bool) {
	if keep {
		m[key] = value
	} else {
		delete(m, key)
	}
}
