package model

import (
	"strings"
	"unicode/utf8"
)

// Edit changes the value at one address. Had and Has say whether there was and
// will be a value; an edit and its inverse undo each other exactly.
type Edit struct {
	At       Ref
	Old, New string
	Had, Has bool
}

// Change is an edit that is still to be made: the new value, or none.
type Change struct {
	At   Ref    `json:"at"`
	New  string `json:"new"`
	Drop bool   `json:"drop,omitempty"` // remove the value
}

// Invert is the edit that takes e back.
func (e Edit) Invert() Edit {
	return Edit{At: e.At, Old: e.New, New: e.Old, Had: e.Has, Has: e.Had}
}

// Merge joins an edit with the one that follows it at the same address.
func (e Edit) Merge(next Edit) (Edit, bool) {
	if e.At != next.At {
		return e, false
	}
	e.New, e.Has = next.New, next.Has
	return e, true
}

// Empty says that the edit changes nothing.
func (e Edit) Empty() bool { return e.Had == e.Has && e.Old == e.New }

// edit prepares a change against the report's present value.
func (r *Report) edit(c Change) Edit {
	// A file holds whole characters only: what is shown must be what it will hold.
	e := Edit{At: c.At, New: strings.ToValidUTF8(c.New, string(utf8.RuneError)), Has: !c.Drop}
	e.Old, e.Had = r.Get(c.At)
	return e
}

func (r *Report) apply(e Edit) { r.put(e.At, e.New, e.Has) }

// Apply makes changes to a report that no session watches, in order.
func (r *Report) Apply(changes ...Change) {
	for _, c := range changes {
		r.apply(r.edit(c))
	}
}
