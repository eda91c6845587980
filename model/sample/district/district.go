// Package district makes the bodies of invented counties and their reports, year after
// year: names, tables that balance and follow from the year before, and prose that agrees
// with them. The same seed gives the same district.
package district

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"

	"nianbao/model"
)

// Body is a body that reports.
type Body struct {
	Office  string
	Kind    model.Kind
	Aliases []string // what it is also called, unique like its name
	County  string

	trade *trade
	unit  string // 白杨镇, 水利局
	seed  uint64
}

// perCounty is how many bodies a county has.
const perCounty = 40

// Most is how many bodies there are names for.
const Most = 1000 * perCounty

// New makes n bodies, 40 to a county. Those of a single county go by names that are unique
// in it; of several, every name has the county's before it.
func New(seed uint64, n int) ([]Body, error) {
	if n < 1 || n > Most {
		return nil, fmt.Errorf("district: %d bodies, 1 to %d can be made", n, Most)
	}
	random := rand.New(rand.NewPCG(seed, 30)) // the notice by which the form is asked
	counties := names(random, countyHeads, countyTails, (n+perCounty-1)/perCounty)
	out := make([]Body, 0, n)
	for i := range counties {
		counties[i] += pick(random, countyEnds)
		out = append(out, county(random, counties[i], min(perCounty, n-len(out)), len(counties) > 1)...)
	}
	return out, nil
}

// county makes the bodies of a county: nearly half of them townships, a tenth subdistricts,
// the others departments.
func county(random *rand.Rand, name string, n int, several bool) []Body {
	townships, subdistricts := (n*9+19)/20, (n+9)/10
	subdistricts = min(subdistricts, n-townships)
	places := names(random, placeHeads, placeTails, townships+subdistricts)
	departments := random.Perm(len(trades) - 2)
	out := make([]Body, n)
	for i := range out {
		b := Body{County: name, seed: random.Uint64()}
		prefix, short := "", ""
		if several {
			prefix = name
		}
		switch {
		case i < townships:
			b.Kind, b.trade = model.Township, &trades[0]
			b.unit = places[i] + []string{"镇", "镇", "乡"}[i%3]
			b.Office, short = prefix+b.unit+"人民政府", prefix+b.unit
		case i < townships+subdistricts:
			b.Kind, b.trade = model.Subdistrict, &trades[1]
			b.unit = places[i] + "街道"
			b.Office, short = prefix+b.unit+"办事处", prefix+b.unit
		default:
			b.Kind, b.trade = model.Department, &trades[2+departments[i-townships-subdistricts]]
			b.unit = b.trade.name
			b.Office, short = name+b.unit, prefix+b.trade.short
		}
		if short != b.Office && random.IntN(3) > 0 {
			b.Aliases = append(b.Aliases, short)
		}
		out[i] = b
	}
	return out
}

// names are n different ones of two parts.
func names(random *rand.Rand, heads, tails []rune, n int) []string {
	out := make([]string, 0, n)
	for _, k := range random.Perm(len(heads) * len(tails)) {
		if head, tail := heads[k/len(tails)], tails[k%len(tails)]; head != tail && len(out) < n {
			out = append(out, string([]rune{head, tail}))
		}
	}
	return out
}

// Report is the body's report of a year, of the form of 2021.
func (b *Body) Report(e *model.Edition, year int) *model.Report {
	r := model.NewReport(e, b.Office, b.Kind, year)
	for ref, n := range b.numbers(year) {
		r.Numbers[ref] = n
	}
	for _, c := range e.Cells() { // what nothing is known of is 0
		if _, ok := r.Numbers[c.Ref]; !ok && !c.Total() && !c.Optional() {
			r.Numbers[c.Ref] = model.Int(0)
		}
	}
	b.write(r)
	return r
}

// of is what chance gives the body for a matter in a year, the same each time it is asked;
// year 0 is for what stays.
func (b *Body) of(matter string, year int) *rand.Rand {
	h := fnv.New64a()
	_, _ = h.Write([]byte(matter))
	return rand.New(rand.NewPCG(b.seed^h.Sum64(), uint64(year)))
}

func pick[T any](random *rand.Rand, of []T) T { return of[random.IntN(len(of))] }
