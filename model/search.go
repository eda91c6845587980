package model

import "unicode"

// Match is a place where words were found: characters From…To of the text at an
// address, as a field shows it.
type Match struct {
	Ref      Ref
	From, To int
}

// searched lists the addresses that a search goes through, in printed order.
func (r *Report) searched() []Ref {
	refs := []Ref{RefTitle}
	if r.Edition.Preface != nil {
		refs = append(refs, r.Edition.Preface.ID)
	}
	for _, p := range r.Parts() {
		for _, t := range p.Texts {
			refs = append(refs, t.ID)
		}
	}
	return refs
}

// field is the text at an address as its field shows it.
func (r *Report) field(ref Ref) []rune {
	text, _ := r.Get(ref)
	if ref != RefTitle {
		text = r.Shown(text)
	}
	return []rune(text)
}

// Search finds words in the title and in all prose. Small and capital letters are
// the same; live numbers are not looked into: they follow their cells.
func (r *Report) Search(words string) []Match {
	var out []Match
	for _, ref := range r.searched() {
		out = append(out, r.searchIn(ref, []rune(words))...)
	}
	return out
}

func (r *Report) searchIn(ref Ref, words []rune) (out []Match) {
	text := r.field(ref)
	live := r.Edition.Tokens(string(text))
	for at := 0; len(words) > 0 && at+len(words) <= len(text); {
		to := at + len(words)
		found := alike(text[at:to], words)
		for _, t := range live {
			if at < t.To && t.From < to {
				found = false
			}
		}
		if !found {
			at++
			continue
		}
		out = append(out, Match{ref, at, to})
		at = to
	}
	return out
}

func alike(a, b []rune) bool {
	for i, r := range a {
		if r != b[i] && unicode.ToLower(r) != unicode.ToLower(b[i]) {
			return false
		}
	}
	return true
}

// Replace is the change that puts other words where matches of one text are, which
// stand in their order.
func (r *Report) Replace(matches []Match, by string) Change {
	ref := matches[0].Ref
	text := r.field(ref)
	var out []rune
	at := 0
	for _, m := range matches {
		out = append(append(out, text[at:m.From]...), []rune(by)...)
		at = m.To
	}
	stored := string(append(out, text[at:]...))
	if ref != RefTitle {
		stored = r.Typed(stored)
	}
	return Change{At: ref, New: stored}
}

// ReplaceAll is what puts other words wherever words are found, a change for each
// text, and how many places that are.
func (r *Report) ReplaceAll(words, by string) (changes []Change, places int) {
	for _, ref := range r.searched() {
		if matches := r.searchIn(ref, []rune(words)); len(matches) > 0 {
			changes = append(changes, r.Replace(matches, by))
			places += len(matches)
		}
	}
	return changes, places
}
