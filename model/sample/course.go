package sample

import (
	"math/rand/v2"

	"nianbao/model"
)

// Course is a body's reports of several years, of all editions: one year is missing, one is
// only half filled, in one a total is stated that is not what its parts come to.
func Course() (out []*model.Report) {
	random := rand.New(rand.NewPCG(30, 21))
	for _, y := range []struct {
		year    int
		edition string
	}{{2018, "2008"}, {2019, "2019"}, {2020, "2019"}, {2021, "2021"}, {2023, "2021"}, {2024, "2021"}, {2025, "2021"}, {2026, "2021"}} {
		r := Blank(y.edition, "白杨镇人民政府", y.year)
		for _, c := range r.Edition.Cells() {
			most := int64(3)
			switch {
			case c.Total() || c.Optional():
				continue
			case c.Row.ID == "permits":
				most = 1500
			case c.Row.ID == "new" || c.Row.ID == "granted" || c.Row.ID == "penalties":
				most = 60
			}
			r.Numbers[c.Ref] = model.Int(random.Int64N(most))
		}
		switch y.year {
		case 2023:
			r.Numbers["requests/new/total"] = model.Int(400)
		case 2024:
			delete(r.Numbers, "requests/granted/person")
		}
		out = append(out, r)
	}
	return out
}
