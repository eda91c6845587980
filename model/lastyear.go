package model

import "slices"

// LastYear finds for the texts of a report what last year's says in their places:
// the text of the same id, or else the one with the likest heading. Every text of
// last year's has its place beside one of this year's.
func (r *Report) LastYear(last *Report) map[Ref][]Passage {
	out := map[Ref][]Passage{}
	parts := r.Parts()
	here := map[Ref]bool{}
	for i := range parts {
		parts[i].Texts = r.Fields(parts[i])
		for _, t := range parts[i].Texts {
			here[t.ID] = true
		}
	}
	if preface := r.Edition.Preface; preface != nil {
		here[preface.ID] = true
	}
	put := func(at Ref, t Passage) { out[at] = append(out[at], t) }
	if preface := last.Edition.Preface; preface != nil && last.Texts[preface.ID] != "" {
		put(preface.ID, Passage{ID: preface.ID, Text: preface})
	}
	for _, was := range last.Parts() {
		for _, t := range was.Texts {
			switch {
			case len(Paragraphs(last.Texts[t.ID])) == 0:
			case here[t.ID] && !OwnText(t.ID):
				put(t.ID, t)
			default:
				if at := place(parts, was, t); at != "" {
					put(at, t)
				}
			}
		}
	}
	return out
}

// place finds the text beside which last year's text of another outline belongs.
func place(parts []Part, was Part, t Passage) Ref {
	title := t.Title
	if title == "" && t.Text != nil {
		title = t.Text.Name
	}
	if title == "" {
		title = was.Title
	}
	var section *Part
	for i := range parts {
		if p := &parts[i]; p.ID == was.ID && !OwnText(Ref(p.ID)) || p.Title == was.Title {
			section = p
		}
	}
	if section == nil {
		likest := leastLike
		for i := range parts {
			if n := like(parts[i].Title, was.Title); n >= likest {
				section, likest = &parts[i], n
			}
		}
	}
	look := parts
	if section != nil {
		look = []Part{*section}
	}
	best, likest := Ref(""), leastLike
	for _, p := range look {
		for _, one := range p.Texts {
			titles := []string{one.Title}
			if one.Text != nil {
				titles = append(append(titles, one.Text.Name), one.Text.Alias...)
			}
			for _, name := range titles {
				if n := like(name, title); n > likest || n == likest && best == "" {
					best, likest = one.ID, n
				}
			}
		}
	}
	if best != "" || len(look) == 0 {
		return best
	}
	if section == nil { // nowhere: with what else there is to report
		section = &look[len(look)-1]
	}
	if len(section.Texts) == 0 {
		return ""
	}
	return section.Texts[0].ID
}

// leastLike is how alike headings must be to mean the same, in per cent.
const leastLike = 70

// like says how alike two headings are, in per cent: how much of the shorter one
// stands in the other as it is, or how many characters they share.
func like(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	longest, row := 0, make([]int, len(y)+1)
	for _, r := range x {
		for k := len(y); k > 0; k-- { // backwards: row still holds the line before
			if row[k] = 0; y[k-1] == r {
				row[k] = row[k-1] + 1
			}
			longest = max(longest, row[k])
		}
	}
	total, shared, rest := len(x)+len(y), 0, slices.Clone(y)
	for _, r := range x {
		if i := slices.Index(rest, r); i >= 0 {
			shared, rest = shared+1, slices.Delete(rest, i, i+1)
		}
	}
	return max(100*longest/min(len(x), len(y)), 200*shared/total)
}
