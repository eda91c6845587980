package model

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Report is the content of one year's report: values only, at addresses of its
// edition. Numbers hold what was typed or, for a total, what an outside report
// states; Value tells what is printed.
type Report struct {
	Edition  *Edition
	Office   string
	Kind     Kind
	Year     int
	Title    string
	Numbers  map[Ref]Number
	Texts    map[Ref]string
	Outline  []Heading         // empty: the edition's own sections and subheadings
	Before   map[Ref]int       // how many paragraphs of a note stand before its table
	Accepted map[string]string // warnings accepted: Finding.Key → the written reason
	Unplaced []string          // lines of an imported report that found no place
}

// Heading is a section's title (its id has no slash) or a subheading (the id of
// the text under it), in the order of the report.
type Heading struct {
	ID    string `json:"id"`
	Title string `json:"title,omitempty"` // without its number
	Mark  string `json:"mark,omitempty"`  // the printed number, if it is not the one that follows from the order
}

// Kind is the kind of body that reports.
type Kind string

// The kinds of body.
const (
	Township    Kind = "township"
	Subdistrict Kind = "subdistrict"
	County      Kind = "county"
	City        Kind = "city"
	Department  Kind = "department"
)

// Kinds lists the kinds of body with their Chinese names.
var Kinds = []struct {
	Kind Kind
	Name string
}{
	{Township, "乡镇人民政府"},
	{Subdistrict, "街道办事处"},
	{County, "县（市、区）人民政府"},
	{City, "设区的市人民政府"},
	{Department, "政府部门"},
}

// Name is the kind in Chinese, or "" for an unknown one.
func (k Kind) Name() string {
	for _, known := range Kinds {
		if known.Kind == k {
			return known.Name
		}
	}
	return ""
}

// KindOf guesses the kind of a body from its name.
func KindOf(office string) Kind {
	name := strings.NewReplacer("鄉", "乡", "鎮", "镇", "縣", "县", "區", "区").Replace(office)
	short := strings.TrimSuffix(strings.TrimSuffix(name, "人民政府"), "政府")
	has := func(ends ...string) bool {
		return slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(short, end) })
	}
	switch {
	case has("街道", "街道办事处", "街办事处", "街道办", "办事处"):
		return Subdistrict
	case has("乡", "镇", "苏木"):
		return Township
	case has("县", "区", "旗"):
		return County
	case has("市") && short != name, has("自治州", "盟"):
		return City
	}
	return Department
}

// NewReport is an empty report of a body and year.
func NewReport(e *Edition, office string, kind Kind, year int) *Report {
	r := &Report{
		Edition: e, Office: office, Kind: kind, Year: year,
		Numbers: map[Ref]Number{}, Texts: map[Ref]string{}, Before: map[Ref]int{}, Accepted: map[string]string{},
	}
	r.Title = r.Printed(e.Title)
	return r
}

// Clone is a deep copy; the edition is shared.
func (r *Report) Clone() *Report {
	c := *r
	c.Numbers, c.Texts = maps.Clone(r.Numbers), maps.Clone(r.Texts)
	c.Before, c.Accepted = maps.Clone(r.Before), maps.Clone(r.Accepted)
	c.Outline, c.Unplaced = slices.Clone(r.Outline), slices.Clone(r.Unplaced)
	return &c
}

// Value is the number printed in a cell: what stands there, else what a total's
// parts come to.
func (r *Report) Value(ref Ref) Number {
	if n, ok := r.Numbers[ref]; ok {
		return n
	}
	if c := r.Edition.Cell(ref); c != nil && c.Total() {
		n, _ := r.Computed(c)
		return n
	}
	return Number{}
}

// Computed is what a total's parts come to. It is blank if all parts are,
// unknown if one cannot be read; whole says that every part is a number.
// Stated totals have no part in it: only what was counted is added up.
func (r *Report) Computed(c *Cell) (sum Number, whole bool) {
	whole = true
	for _, cell := range c.parts {
		part, complete := r.leaf(cell)
		whole = whole && complete
		switch {
		case part.Blank(), sum.state == unreadable:
		case !part.Readable():
			sum = Unknown()
		case sum.Blank():
			sum = part.With("")
		default:
			sum = sum.Add(part)
		}
	}
	return sum, whole && sum.Readable()
}

// leaf is a typed number, or a total from its own parts. A number of the wrong
// kind, such as half a case, is as good as unreadable.
func (r *Report) leaf(c *Cell) (n Number, complete bool) {
	if c.Total() {
		return r.Computed(c)
	}
	n = r.Numbers[c.Ref]
	if n.Readable() && !c.Takes(n) {
		n = Unknown()
	}
	return n, n.Readable()
}

// Stated is a total that an outside report states, where it differs from what
// its parts come to.
func (r *Report) Stated(c *Cell) (stated Number, differs bool) {
	stated, ok := r.Numbers[c.Ref]
	if !ok || !c.Total() {
		return Number{}, false
	}
	sum, _ := r.Computed(c)
	return stated, !stated.Equal(sum)
}

// Settle drops the totals that the report states and that are what their parts
// come to: from here on they follow their parts.
func (r *Report) Settle() {
	for _, c := range r.Edition.Cells() {
		if !c.Total() {
			continue
		}
		if stated, ok := r.Numbers[c.Ref]; ok {
			if sum, _ := r.Computed(c); stated.Equal(sum) {
				delete(r.Numbers, c.Ref)
			}
		}
	}
}

// Grid lays a table of the report out, with the optional rows that it has.
func (r *Report) Grid(t *Table) *Grid {
	return t.Grid(func(row *Line) bool {
		for _, b := range t.Blocks {
			for _, c := range b.Columns {
				if _, ok := r.Numbers[CellRef(t.ID, row.ID, c.ID)]; ok {
					return true
				}
			}
		}
		return false
	})
}

// Get is the value at an address as text; ok is false if nothing is there.
func (r *Report) Get(ref Ref) (value string, ok bool) {
	switch ref {
	case RefOffice:
		return r.Office, r.Office != ""
	case RefKind:
		return string(r.Kind), r.Kind != ""
	case RefYear:
		return strconv.Itoa(r.Year), r.Year != 0
	case RefTitle:
		return r.Title, r.Title != ""
	case RefOutline:
		return writeOutline(r.Outline), len(r.Outline) > 0
	}
	if key, is := strings.CutPrefix(string(ref), acceptPrefix); is {
		value, ok = r.Accepted[key]
		return value, ok
	}
	if id, is := strings.CutPrefix(string(ref), beforePrefix); is {
		n, ok := r.Before[Ref(id)]
		return strconv.Itoa(n), ok
	}
	if r.Edition.Cell(ref) != nil {
		n, ok := r.Numbers[ref]
		return n.Raw(), ok
	}
	value, ok = r.Texts[ref]
	return value, ok
}

const (
	acceptPrefix = "@accept:"
	beforePrefix = "@before:"
)

// AcceptRef is the address of the reason with which a warning is accepted.
func AcceptRef(key string) Ref { return Ref(acceptPrefix + key) }

// BeforeRef is the address of the count of a note's paragraphs that stand
// before the table.
func BeforeRef(note Ref) Ref { return Ref(beforePrefix + string(note)) }

// put sets or, with ok false, removes the value at an address. It is the only
// place where a report changes while it is being worked on.
func (r *Report) put(ref Ref, value string, ok bool) {
	switch ref {
	case RefOffice:
		r.Office = value
		return
	case RefKind:
		r.Kind = Kind(value)
		return
	case RefYear:
		r.Year, _ = strconv.Atoi(value)
		return
	case RefTitle:
		r.Title = value
		return
	case RefOutline:
		r.Outline = readOutline(value)
		return
	}
	if key, is := strings.CutPrefix(string(ref), acceptPrefix); is {
		setOrDrop(r.Accepted, key, value, ok)
		return
	}
	if id, is := strings.CutPrefix(string(ref), beforePrefix); is {
		n, _ := strconv.Atoi(value)
		setOrDrop(r.Before, Ref(id), n, ok && n > 0)
		return
	}
	if c := r.Edition.Cell(ref); c != nil {
		n := ParseNumber(value)
		// A blank is kept only where its presence says that an optional row exists.
		setOrDrop(r.Numbers, ref, n, ok && (!n.Blank() || c.Optional()))
		return
	}
	setOrDrop(r.Texts, ref, value, ok && value != "")
}

func setOrDrop[K comparable, V any](m map[K]V, key K, value V, keep bool) {
	if keep {
		m[key] = value
	} else {
		delete(m, key)
	}
}

// Same says that two reports print alike: cover, outline, numbers and prose.
// What only describes an import (Unplaced) and the clerk's reasons do not count.
func Same(a, b *Report) bool {
	return len(Differences(a, b)) == 0
}

// Differences lists the addresses at which two reports do not print alike.
func Differences(a, b *Report) []Ref {
	var out []Ref
	if a.Edition.ID != b.Edition.ID {
		out = append(out, "@edition")
	}
	for _, ref := range []Ref{RefOffice, RefKind, RefYear, RefTitle} {
		x, _ := a.Get(ref)
		if y, _ := b.Get(ref); x != y {
			out = append(out, ref)
		}
	}
	if !slices.Equal(a.Headings(), b.Headings()) {
		out = append(out, RefOutline)
	}
	for _, c := range a.Edition.Cells() {
		if !a.Value(c.Ref).Equal(b.Value(c.Ref)) {
			out = append(out, c.Ref)
		}
	}
	for _, ref := range slices.Sorted(maps.Keys(union(a.Texts, b.Texts))) {
		if a.Prose(ref) != b.Prose(ref) {
			out = append(out, ref)
		}
	}
	for _, ref := range slices.Sorted(maps.Keys(union(a.Before, b.Before))) {
		if a.Before[ref] != b.Before[ref] {
			out = append(out, BeforeRef(ref))
		}
	}
	return out
}

func union[K comparable, V any](a, b map[K]V) map[K]V {
	u := maps.Clone(a)
	if u == nil {
		u = map[K]V{}
	}
	maps.Copy(u, b)
	return u
}
