package model

import "time"

// Session is the only door through which an open report changes. It keeps the
// undo history and tells one watcher after every change.
type Session struct {
	report  *Report
	done    []step
	undone  []step
	watch   func(changed []Ref)
	settled bool // the last step takes no more edits
}

// A step is what one undo takes back.
type step struct {
	name  string
	edits []Edit
	at    time.Time
}

// mergeWithin is how close two edits of one address must follow each other to
// be one undo step: the pause in which a clerk goes on typing the same value.
const mergeWithin = time.Second

// NewSession opens a report for work. The session owns it from here on.
func NewSession(r *Report) *Session { return &Session{report: r, settled: true} }

// Report is the report as it stands; only the session may change it.
func (s *Session) Report() *Report { return s.report }

// Watch sets the one function that is told which addresses have changed.
func (s *Session) Watch(f func(changed []Ref)) { s.watch = f }

// Set puts a value at an address; typing on at the same address within a second
// is one undo step. now is the time of the key.
func (s *Session) Set(ref Ref, value string, now time.Time) {
	s.do(Change{At: ref, New: value}, "", now)
}

// Group makes several changes one undo step.
func (s *Session) Group(name string, now time.Time, changes ...Change) {
	if len(changes) == 0 {
		return
	}
	s.settled = true
	st := step{name: name, at: now}
	for _, c := range changes {
		e := s.report.edit(c)
		s.report.apply(e)
		e.New, e.Has = s.report.Get(e.At)
		if !e.Empty() {
			st.edits = append(st.edits, e)
		}
	}
	if len(st.edits) == 0 {
		return
	}
	s.push(st)
	s.settled = true
	s.tell(st.edits)
}

func (s *Session) do(c Change, name string, now time.Time) {
	e := s.report.edit(c)
	s.report.apply(e)
	e.New, e.Has = s.report.Get(e.At) // as the report keeps it
	if e.Empty() {
		return
	}
	if n := len(s.done); n > 0 && !s.settled && len(s.done[n-1].edits) == 1 {
		last := &s.done[n-1]
		if gap := now.Sub(last.at); gap >= 0 && gap < mergeWithin {
			if merged, ok := last.edits[0].Merge(e); ok {
				s.undone = nil
				last.edits[0], last.at = merged, now
				if merged.Empty() {
					s.done = s.done[:n-1]
					s.settled = true
				}
				s.tell([]Edit{e})
				return
			}
		}
	}
	s.push(step{name: name, edits: []Edit{e}, at: now})
	s.settled = false
	s.tell([]Edit{e})
}

func (s *Session) push(st step) {
	s.done = append(s.done, st)
	s.undone = nil
}

// Settle ends the step being typed: the next edit starts a new one.
func (s *Session) Settle() { s.settled = true }

// Undo takes the last step back; it says which addresses changed.
func (s *Session) Undo() []Ref { return s.move(&s.done, &s.undone, true) }

// Redo makes the step again that was last taken back.
func (s *Session) Redo() []Ref { return s.move(&s.undone, &s.done, false) }

// CanUndo says that there is a step to take back.
func (s *Session) CanUndo() bool { return len(s.done) > 0 }

// CanRedo says that there is a step to make again.
func (s *Session) CanRedo() bool { return len(s.undone) > 0 }

func (s *Session) move(from, to *[]step, back bool) []Ref {
	s.settled = true
	n := len(*from)
	if n == 0 {
		return nil
	}
	st := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, st)
	var made []Edit
	for i := range st.edits {
		e := st.edits[i]
		if back {
			e = st.edits[len(st.edits)-1-i].Invert()
		}
		s.report.apply(e)
		made = append(made, e)
	}
	return s.tell(made)
}

func (s *Session) tell(edits []Edit) []Ref {
	refs := make([]Ref, len(edits))
	for i, e := range edits {
		refs[i] = e.At
	}
	if s.watch != nil {
		s.watch(refs)
	}
	return refs
}
