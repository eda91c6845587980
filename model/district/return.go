package district

import (
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"slices"

	"nianbao/model"
)

// Return is a report as it came in.
type Return struct {
	File    string // by which it is told from others, e.g. 城关镇/年报.docx
	Fault   string // why it could not be read, a sentence; "" if it was
	Office  string
	Kind    model.Kind
	Year    int
	Edition *model.Edition
	Found   []model.Finding // errors and warnings that nobody has accepted
	Notes   []string        // what its reader says to look at
	print   [16]byte        // alike for the same content, in whatever format it came
	numbers []byte          // of the edition's cells in order, packed
	unsure  int             // cells without a number that can be counted
}

// Receive takes a report in, with what its check found and its reader says.
func Receive(file string, r *model.Report, found []model.Finding, notes []string) *Return {
	cells, values := r.Edition.Cells(), r.Values()
	ret := &Return{File: file, Office: r.Office, Kind: r.Kind, Year: r.Year, Edition: r.Edition, Notes: notes, print: printOf(r, values)}
	for _, f := range found {
		if f.Level != model.Hint && f.Accepted == "" {
			ret.Found = append(ret.Found, f)
		}
	}
	ret.numbers = make([]byte, 0, len(cells)+16)
	for i, c := range cells {
		n := values[i]
		if !c.Total() && !c.Optional() && !c.Takes(n) {
			ret.unsure++
		}
		ret.numbers = n.Pack(ret.numbers)
	}
	ret.numbers = slices.Clip(ret.numbers)
	return ret
}

// printOf is a mark of what a report prints: its title, headings, numbers and prose.
func printOf(r *model.Report, values []model.Number) (print [16]byte) {
	h := sha256.New()
	say := func(parts ...string) {
		for _, p := range parts {
			_, _ = io.WriteString(h, p)
			_, _ = h.Write([]byte{0})
		}
	}
	say(r.Edition.ID, r.Office, r.Title)
	for _, heading := range r.Headings() {
		say(heading.ID, heading.Mark, heading.Title)
	}
	for _, n := range values {
		say(n.String())
	}
	for _, id := range slices.Sorted(maps.Keys(r.Texts)) {
		say(string(id), r.Prose(id))
	}
	copy(print[:], h.Sum(nil))
	return print
}

// Same says that two returns have the same content, in whatever format they came.
func (r *Return) Same(other *Return) bool { return r.print == other.print }

// Refuse takes in a file that could not be read.
func Refuse(file, why string) *Return { return &Return{File: file, Fault: why} }

// Count counts what was found at a level.
func (r *Return) Count(level model.Level) int { return model.Count(r.Found, level) }

// Unsure is how many cells that must hold a number hold none that counts.
func (r *Return) Unsure() int { return r.unsure }

// Numbers gives the number of each cell of the edition, in order: what is printed there.
func (r *Return) Numbers(yield func(*model.Cell, model.Number) bool) {
	if r.Edition == nil {
		return
	}
	rest := r.numbers
	for _, c := range r.Edition.Cells() {
		n, more, err := model.Unpack(rest)
		if err != nil {
			panic(fmt.Sprintf("%s, %s: %v", r.File, c.Ref, err)) // Receive has packed them
		}
		if rest = more; !yield(c, n) {
			return
		}
	}
}

// Number is the number of one cell.
func (r *Return) Number(ref model.Ref) model.Number {
	for c, n := range r.Numbers {
		if c.Ref == ref {
			return n
		}
	}
	return model.Number{}
}
