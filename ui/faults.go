package ui

import "nianbao/model"

// faults is what stands between a report and its final form.
type faults struct {
	items                  []item // errors first, then what is open
	errors, warnings, open int
}

// faults looks at the report as it is now, not as it was when the clerk last paused.
func (w *Window) faults() faults {
	var f faults
	var open []item
	for _, it := range w.itemsOf(w.found) {
		switch {
		case it.Accepted != "":
		case it.open:
			f.open++
			open = append(open, it)
		case it.Level == model.Error:
			f.errors++
			f.items = append(f.items, it)
		case it.Level == model.Warning:
			f.warnings++
		}
	}
	f.items = append(f.items, open...)
	return f
}
