package xlsx

import (
	"fmt"

	"nianbao/model"
)

func (s *sheet) parts(c *model.Cell) []model.Ref { return partsOf(s.report.Edition, c) }

// partsOf are the typed cells that a total comes to, through all totals between: as in the
// model a stated total has no part in another one.
func partsOf(e *model.Edition, c *model.Cell) []model.Ref {
	direct := c.RowSum
	if direct == nil {
		direct = c.ColSum
	}
	var out []model.Ref
	for _, ref := range direct {
		if part := e.Cell(ref); part.Total() {
			out = append(out, partsOf(e, part)...)
		} else {
			out = append(out, ref)
		}
	}
	return out
}

// follows says that a total is written as a formula: the report states no other
// number, and the formula sees every number that the model sees.
func (s *sheet) follows(c *model.Cell) bool {
	if _, differs := s.report.Stated(c); differs || !c.Total() {
		return false
	}
	for _, ref := range s.parts(c) {
		if n := s.report.Numbers[ref]; n.Readable() && !counted(n) {
			return false
		}
		if _, ok := s.at[ref]; !ok {
			return false
		}
	}
	return true
}

// sum is the formula of a total. Like the model's it shows nothing if all parts
// are blank, and nothing if one of them cannot be read.
func (s *sheet) sum(c *model.Cell) string {
	parts := list(s.areas(s.parts(c)), ",", place.String)
	return fmt.Sprintf(`IF(OR(COUNT(%[1]s)=0,COUNTA(%[1]s)>COUNT(%[1]s)),"",SUM(%[1]s))`, parts)
}

func (s *sheet) areas(refs []model.Ref) []area {
	places := make([]place, len(refs))
	for i, ref := range refs {
		places[i] = s.at[ref]
	}
	return areas(places)
}
