package district

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"nianbao/model"
)

// District is what a district's bodies have sent in for a year.
type District struct {
	Name    string         // of the office whose report the sum is, "" if it is not known
	Year    int            // whose reports are summed
	Edition *model.Edition // the form of that year
	Roll    *Roll          // who must report; nil if nobody says so

	Faults bool            // reports with errors count, too
	Taken  map[string]bool // files that count although another of the same body differs, or although they have errors
	Left   map[string]bool // files that do not count

	returns []*Return
}

// Add takes a return in. It must not be called while the others are at work.
func (d *District) Add(r *Return) { d.returns = append(d.returns, r) }

// Years counts the returns of each year that is told.
func (d *District) Years() map[int]int {
	years := map[int]int{}
	for _, r := range d.returns {
		if r.Fault == "" && r.Year > 0 {
			years[r.Year]++
		}
	}
	return years
}

// Latest is the last year that is collected, 0 if no return tells its year.
func (d *District) Latest() (year int) {
	for y := range d.Collected() {
		year = max(year, y)
	}
	return year
}

// Collected are the years of which more than half as many returns came as of the commonest.
// Other years were typed wrong, or are those of reports that came in by mistake.
func (d *District) Collected() map[int]bool {
	years, most, out := d.Years(), 0, map[int]bool{}
	for _, n := range years {
		most = max(most, n)
	}
	for year, n := range years {
		if 2*n > most {
			out[year] = true
		}
	}
	return out
}

// Len is how many returns came in.
func (d *District) Len() int { return len(d.returns) }

// Entry is a file that came in, and what became of it.
type Entry struct {
	*Return
	State   State
	Member  int    // on the roll, -1 if it is not
	Counted bool   // its numbers are in the sum
	Why     string // a sentence, where the state alone does not say it
}

// Standing is a body that must report, or has reported, and what came in from it.
type Standing struct {
	Member
	Listed  bool // on the roll
	State   State
	Entries []*Entry // in order of their files
}

// Now are the entries without those of other years that are collected, too.
func (s *Standing) Now() (out []*Entry) {
	for _, e := range s.Entries {
		if e.State != Past {
			out = append(out, e)
		}
	}
	return out
}

// Tally is what came in, body by body, and file by file.
type Tally struct {
	*District
	Bodies  []*Standing // those of the roll in its order, then the others by name
	Entries []*Entry    // all files in order
	Loose   []*Entry    // files of which it is not known whose they are
}

// Tally decides what became of each return. What is decided does not depend on the order in
// which they were added.
func (d *District) Tally() *Tally {
	t := &Tally{District: d}
	returns := slices.Clone(d.returns)
	slices.SortStableFunc(returns, func(a, b *Return) int { return strings.Compare(a.File, b.File) })
	bodies := map[string]*Standing{} // of those not on the roll
	if d.Roll != nil {
		for _, m := range d.Roll.Members {
			t.Bodies = append(t.Bodies, &Standing{Member: m, Listed: true})
		}
	}
	found := map[string]int{} // names → members
	for _, r := range returns {
		e := &Entry{Return: r, Member: -1}
		t.Entries = append(t.Entries, e)
		name := r.Office
		if r.Fault != "" { // the name of the file may say whose it is
			name = strings.TrimSuffix(path.Base(r.File), path.Ext(r.File))
		}
		at, known := found[name]
		if !known {
			if i, ok := d.member(name, r.Fault != ""); ok {
				at = i
			} else {
				at = -1
			}
			found[name] = at
		}
		switch key := plainName(r.Office); {
		case at >= 0:
			e.Member = at
			t.Bodies[at].Entries = append(t.Bodies[at].Entries, e)
		case r.Fault != "" || key == "":
			t.Loose = append(t.Loose, e)
		default:
			if bodies[key] == nil {
				bodies[key] = &Standing{Member: Member{Name: r.Office, Kind: r.Kind}}
			}
			bodies[key].Entries = append(bodies[key].Entries, e)
		}
	}
	others := make([]*Standing, 0, len(bodies))
	for _, s := range bodies {
		others = append(others, s)
	}
	slices.SortFunc(others, func(a, b *Standing) int { return cmp.Compare(a.Name, b.Name) })
	t.Bodies = append(t.Bodies, others...)
	for _, e := range t.Loose {
		e.State, e.Why = Unreadable, e.Fault
		if e.Fault == "" {
			e.State, e.Why = Stranger, "没有单位名称，不知道是谁报的。"
		}
	}
	years := d.Collected()
	for _, s := range t.Bodies {
		d.decide(s, years)
	}
	return t
}

// member finds a body of the roll by its name, or by what a file is called.
func (d *District) member(name string, file bool) (int, bool) {
	if d.Roll == nil {
		return 0, false
	}
	if i, ok := d.Roll.Find(name); ok || !file {
		return i, ok
	}
	// The longest name that the file's has in it, if that is one body's only.
	text, best, found, twice := plainName(name), 0, 0, false
	for key, at := range d.Roll.byName {
		if len([]rune(key)) < 3 || !strings.Contains(text, key) || len(key) < best {
			continue
		}
		twice = len(key) == best && found != at[0]
		best, found = len(key), at[0]
	}
	return found, best > 0 && !twice
}

// decide says what became of a body's returns, and of the body. Reports of other years that
// are collected here are not taken for this year's.
func (d *District) decide(s *Standing, years map[int]bool) {
	var right []*Entry // those that could be the report of the year
	for _, e := range s.Entries {
		switch {
		case e.Fault != "":
			e.State, e.Why = Unreadable, e.Fault
		case e.Year != d.Year && years[e.Year]:
			e.State, e.Why = Past, fmt.Sprintf("这是%d年度的报告。", e.Year)
		case e.Year != d.Year:
			e.State, e.Why = OtherYear, fmt.Sprintf("这是%s年度的报告，要的是%d年度的。", yearName(e.Year), d.Year)
		case e.Edition.ID != d.Edition.ID:
			e.State, e.Why = OtherForm, fmt.Sprintf("用的是%s版的格式，%d年度要用%s版的。", e.Edition.ID, d.Year, d.Edition.ID)
		case d.Roll != nil && !s.Listed:
			e.State, e.Why = Stranger, fmt.Sprintf("“%s”不在应报名单里。", s.Name)
		default:
			right = append(right, e)
		}
	}
	var own []*Entry // without what came in again
	for _, e := range right {
		if i := slices.IndexFunc(own, func(o *Entry) bool { return o.Same(e.Return) }); i >= 0 {
			e.State, e.Why = Repeated, fmt.Sprintf("和“%s”的内容一样，只算一次。", own[i].File)
			continue
		}
		own = append(own, e)
	}
	taken, several := -1, false
	for i, e := range own {
		if d.Taken[e.File] && !d.Left[e.File] {
			if several = taken >= 0; !several {
				taken = i
			}
		}
	}
	for i, e := range own {
		errors := e.Count(model.Error)
		switch {
		case len(own) > 1:
			e.State, e.Why = Doubled, fmt.Sprintf("“%s”报了 %d 份内容不同的报告，要选定用哪一份。", s.Name, len(own))
			switch e.Counted = i == taken; {
			case several:
				e.Why = fmt.Sprintf("“%s”报了 %d 份内容不同的报告，选定的不止一份，用的是“%s”。", s.Name, len(own), own[taken].File)
			case taken >= 0:
				e.Why = fmt.Sprintf("“%s”报了 %d 份内容不同的报告，用的是选定的一份。", s.Name, len(own))
			}
		case errors > 0:
			e.State, e.Why = Faulty, fmt.Sprintf("有 %d 个错误。", errors)
			e.Counted = d.Faults || d.Taken[e.File]
		default:
			e.State, e.Counted = Received, true
		}
		e.Counted = e.Counted && !d.Left[e.File]
	}
	if s.State = Missing; !s.Listed {
		s.State = Past // whether it must report nobody says
	}
	for _, e := range s.Entries {
		if e.Counted || rank(e.State) > rank(s.State) {
			s.State = e.State
		}
		if e.Counted {
			break
		}
	}
}

// rank is how near a file of a state is to being the report.
func rank(s State) int {
	for i, known := range States {
		if known.State == s {
			return i
		}
	}
	return -1
}

// yearName is a year as a sentence has it.
func yearName(year int) string {
	if year == 0 {
		return "没有写明"
	}
	return strconv.Itoa(year)
}
