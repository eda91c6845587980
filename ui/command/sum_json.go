package command

import (
	"nianbao/model"
	"nianbao/model/district"
)

// A line of `nianbao sum --json` for each file,
type fileLine struct {
	File     string          `json:"file"`
	State    district.State  `json:"state"`
	Counted  bool            `json:"counted"`
	Office   string          `json:"office"`
	Member   string          `json:"member"` // of the roll, "" for none
	Year     int             `json:"year"`
	Edition  string          `json:"edition"`
	Why      string          `json:"why"`
	Errors   int             `json:"errors"`
	Warnings int             `json:"warnings"`
	Findings []model.Finding `json:"findings"`
	Notes    []string        `json:"notes"`
}

// one for each body from which nothing came,
type missingLine struct {
	Member string         `json:"member"`
	State  district.State `json:"state"`
	Due    string         `json:"due"`
}

// and one for the sum, the last.
type sumLine struct {
	Office   string            `json:"office"`
	Year     int               `json:"year"`
	Edition  string            `json:"edition"`
	Files    int               `json:"files"`
	Counted  int               `json:"counted"`
	Members  int               `json:"members"`
	States   map[string]int    `json:"states"` // of files; of bodies for missing
	Numbers  map[string]string `json:"numbers"`
	Gaps     []gapLine         `json:"gaps"`
	Findings []model.Finding   `json:"findings"`
	Others   []string          `json:"others"`
	Shut     []string          `json:"shut"`
	Made     []string          `json:"made"`
}

// gapLine is a number that should be in the sum and is not.
type gapLine struct {
	File string    `json:"file"`
	At   model.Ref `json:"at"`
	Why  string    `json:"why"`
}

func (c *call) sumLines(s summed) error {
	last := sumLine{
		Office: s.Name, Year: s.Year, Edition: s.Edition.ID, Files: len(s.Found.Files), Counted: len(s.Sum.Parts),
		States: map[string]int{}, Numbers: map[string]string{}, Gaps: []gapLine{}, Findings: orNone(s.Of),
		Others: list(s.Found.Others), Shut: list(s.Found.Shut), Made: list(s.Found.Made),
	}
	for _, e := range s.Entries {
		last.States[string(e.State)]++
		line := fileLine{
			File: e.File, State: e.State, Counted: e.Counted, Office: e.Office, Year: e.Year, Why: e.Why,
			Errors: e.Count(model.Error), Warnings: e.Count(model.Warning), Findings: orNone(e.Found), Notes: list(e.Notes),
		}
		if e.Member >= 0 {
			line.Member = s.Bodies[e.Member].Name
		}
		if e.Return.Edition != nil {
			line.Edition = e.Return.Edition.ID
		}
		if err := c.line(line); err != nil {
			return err
		}
	}
	for _, b := range s.Bodies {
		if b.Listed {
			last.Members++
		}
		if b.State != district.Missing {
			continue
		}
		last.States[string(district.Missing)]++
		if err := c.line(missingLine{b.Name, b.State, b.Due.String()}); err != nil {
			return err
		}
	}
	for _, cell := range s.Edition.Cells() {
		if n := s.Sum.Report.Value(cell.Ref); !n.Blank() {
			last.Numbers[string(cell.Ref)] = n.String()
		}
	}
	for _, g := range s.Sum.Gaps {
		last.Gaps = append(last.Gaps, gapLine{g.Entry.File, g.Cell.Ref, g.Why})
	}
	return c.line(last)
}

func orNone(found []model.Finding) []model.Finding {
	if found == nil {
		return []model.Finding{}
	}
	return found
}
