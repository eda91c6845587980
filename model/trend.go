package model

import "fmt"

// Trend is a group of figures of the form that are shown side by side over the years.
type Trend struct {
	ID     string        `json:"id"`
	Title  string        `json:"title"`
	Unit   string        `json:"unit"`
	As     string        `json:"as"` // how they are drawn: "bars", "stacked" or "lines"
	Series []TrendSeries `json:"series"`
}

// TrendSeries is one figure: what its cells come to. Where two editions mean the same
// figure of a trend, its id is the same, whatever the cells are.
type TrendSeries struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Cells []Ref  `json:"cells"`
}

// Trend finds a trend by its id, nil if the form has none of that id.
func (e *Edition) Trend(id string) *Trend {
	for i := range e.Trends {
		if e.Trends[i].ID == id {
			return &e.Trends[i]
		}
	}
	return nil
}

// Of finds a figure by its id, nil if the trend, which may be nil, has none of that id.
func (t *Trend) Of(id string) *TrendSeries {
	if t == nil {
		return nil
	}
	for i := range t.Series {
		if t.Series[i].ID == id {
			return &t.Series[i]
		}
	}
	return nil
}

// Figure is what cells of a report come to, and how far that can be relied on.
type Figure struct {
	Number Number // blank if it cannot be told
	Stated bool   // some of its parts are not filled in: it is the total that the report states
	Off    Number // the total that the report states, where it is not what its parts come to
}

// Figure adds up cells of the report. As everywhere, what was counted goes before what is
// stated, and what is only partly there is no number.
func (r *Report) Figure(refs ...Ref) (f Figure) {
	sum, stated := Int(0), Int(0)
	differs := false
	for _, ref := range refs {
		c := r.Edition.Cell(ref)
		if c == nil {
			return Figure{}
		}
		n, whole := r.leaf(c)
		said, ok := r.Numbers[ref]
		ok = ok && c.Total() && c.Takes(said)
		switch {
		case whole && ok && !n.Equal(said.With("")):
			differs = true
		case whole:
			said = n
		case ok:
			n, f.Stated = said, true
		default:
			return Figure{}
		}
		sum, stated = sum.Add(n.With("")), stated.Add(said.With(""))
	}
	if f.Number = sum; differs {
		f.Off = stated
	}
	return f
}

// lintTrends proves that trends are of cells of the form that can be added up.
func (e *Edition) lintTrends() error {
	seen := map[string]bool{}
	for _, t := range e.Trends {
		if t.ID == "" || seen[t.ID] || t.Title == "" || t.Unit == "" || len(t.Series) == 0 {
			return fmt.Errorf("trend %q: its id is empty or used twice, or it has no title, unit or series", t.ID)
		}
		seen[t.ID] = true
		if t.As != "bars" && t.As != "stacked" && t.As != "lines" {
			return fmt.Errorf("trend %s: it cannot be drawn as %q", t.ID, t.As)
		}
		names := map[string]bool{}
		for _, s := range t.Series {
			if s.ID == "" || s.Name == "" || names[s.ID] || len(s.Cells) == 0 {
				return fmt.Errorf("trend %s: series %q: its id is empty or used twice, or it has no name or cells", t.ID, s.ID)
			}
			names[s.ID] = true
			cells := map[Ref]bool{}
			for _, ref := range s.Cells {
				c := e.byRef[ref]
				if c == nil || cells[ref] {
					return fmt.Errorf("trend %s: series %s: no cell %s, or it is there twice", t.ID, s.ID, ref)
				}
				if cells[ref] = true; c.As() != "count" && c.Unit() != t.Unit {
					return fmt.Errorf("trend %s: series %s: %s is no count, and not in %s", t.ID, s.ID, ref, t.Unit)
				}
			}
		}
	}
	return nil
}
