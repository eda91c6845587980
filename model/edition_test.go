package model_test

import (
	"testing"

	"nianbao/model"
	"nianbao/model/sample"
)

func TestEditionsReadAndCover(t *testing.T) {
	all := sample.Editions(t)
	for _, e := range all {
		for i := range e.Sections {
			table := e.Sections[i].Table
			if table == nil {
				continue
			}
			for _, optional := range []bool{false, true} {
				g := table.Grid(func(*model.Line) bool { return optional })
				if err := g.Proof(); err != nil {
					t.Errorf("edition %s, table %s, optional rows %v: %v", e.ID, table.ID, optional, err)
				}
			}
		}
	}
}
