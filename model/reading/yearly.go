package reading

// Years and numbers that are listed together: 2024年、2025年、2026年分别收到申请12件、15件、18件.

// years are the places of two or more years that are listed together in a sentence.
func (r *reader) years() (run []int) {
	for i, t := range r.ts {
		if t.kind != year {
			continue
		}
		if n := len(run); n > 0 && run[n-1] == i-2 && (r.markAt(i-1) == '、' || r.tagAt(i-1) == "link") {
			run = append(run, i)
		} else if n < 2 {
			run = []int{i}
		}
	}
	if len(run) < 2 {
		return nil
	}
	return run
}

// byYear says that a number is told of years that are listed together.
func (r *reader) byYear(i int) bool {
	if r.run == nil || i < r.run[0] {
		return false
	}
	last := r.run[len(r.run)-1]
	for j := r.list(i)[0] - 1; j > last; j-- {
		if r.ts[j].kind == number || r.markAt(j) == ';' || r.markAt(j) == ',' && !r.says(j+1, "分别") {
			return false
		}
	}
	return true
}

// ofOwn is what such a list tells of the report's year.
func (r *reader) ofOwn(i int) (Statement, bool) {
	list := r.list(i)
	if len(list) != len(r.run) || r.compares(r.clause(list[0])) {
		return Statement{}, false
	}
	for k, at := range list {
		if at != i || r.ts[r.run[k]].year != r.own {
			continue
		}
		s, ok := r.number(list[0])
		if !ok || s.To > r.ts[list[0]].to || r.some(list[0], s) {
			return s, false
		}
		s.Number, s.From, s.To = *r.ts[i].number, r.ts[i].from, r.ts[i].to
		return s, !s.Number.Rough
	}
	return Statement{}, false
}

// list is the places of the numbers of one kind that stand in a row with a number, with nothing
// said of each: 12件、15件和18件.
func (r *reader) list(i int) (out []int) {
	joined := func(a, b int) bool {
		return a >= 0 && b < len(r.ts) && r.ts[a].kind == number && r.ts[b].kind == number &&
			r.ts[a].number.Unit == r.ts[b].number.Unit && (r.markAt(a+1) == '、' || r.tagAt(a+1) == "link")
	}
	at := i
	for joined(i-2, i) {
		i -= 2
	}
	out = []int{i}
	for joined(i, i+2) {
		i += 2
		out = append(out, i)
	}
	if n := len(out) - 1; n > 0 && i+1 < len(r.ts) && r.ts[i+1].kind != mark { // 3件、1件予以公开
		if out = out[:n]; i == at {
			out = []int{at}
		}
	}
	return out
}
