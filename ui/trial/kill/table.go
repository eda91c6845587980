package main

import (
	"fmt"
	"slices"
	"time"
)

// row sums results up.
type row struct {
	name                              string
	kills, damaged, recovery, offered int
	missing                           []time.Duration
}

func (r *row) add(one result) {
	r.kills++
	r.missing = append(r.missing, one.missing)
	for count, is := range map[*int]bool{&r.damaged: one.damaged, &r.recovery: one.recovery, &r.offered: one.offered} {
		if is {
			*count++
		}
	}
}

func (r *row) String() string {
	slices.Sort(r.missing)
	at := func(percent int) float64 { return r.missing[(len(r.missing)-1)*percent/100].Seconds() }
	return fmt.Sprintf("%-24s%7d%9d%9.2f%9.2f%9.2f%7d of %d", r.name, r.kills, r.damaged, at(50), at(90), at(100), r.offered, r.recovery)
}

// tell prints what came of all kills.
func tell(results []result) {
	fmt.Printf("%-24s%7s%9s%27s%12s\n%-24s%16s%9s%9s%9s\n", "killed", "kills", "damaged", "seconds of typing missing", "offered", "", "", "half", "of ten 9", "worst")
	for _, by := range []func(result) string{
		func(r result) string { return r.document + ", " + r.place },
		func(r result) string { return r.moment },
		func(r result) string {
			if r.told {
				return "told to end"
			}
			return "killed"
		},
		func(result) string { return "all" },
	} {
		rows := map[string]*row{}
		var names []string
		for _, r := range results {
			name := by(r)
			if rows[name] == nil {
				rows[name] = &row{name: name}
				names = append(names, name)
			}
			rows[name].add(r)
		}
		slices.Sort(names)
		for _, name := range names {
			fmt.Println(rows[name])
		}
	}
}

// judge says what must not be.
func judge(results []result) error {
	damaged, late, lost := 0, 0, 0
	for _, r := range results {
		if r.damaged {
			damaged++
		}
		if r.late() {
			late++
		}
		if r.recovery && !r.offered {
			lost++
		}
	}
	if damaged+late+lost > 0 {
		return fmt.Errorf("%d reports damaged, %d times more than %s of typing missing (%s when told to end), %d times no recovery offered", damaged, late, bound, onTheWay, lost)
	}
	return nil
}
