package trial

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/sample"
	"nianbao/model/store"
)

// subject is a clean report with what is true of it.
type subject struct {
	name       string
	this, last *model.Report // last is nil if there is none
	truth      []statement
	clean      map[string]bool // findings of the report itself, see before
}

// statement is something that the prose says and that can be checked.
type statement struct {
	Text  model.Ref   `json:"text"`
	Kind  string      `json:"kind"`
	Words string      `json:"words"` // with <> around what matters
	Cells []model.Ref `json:"cells"`
	Order []int       `json:"order"` // which of the marks play the parts of the kind
	Place string      `json:"place"` // of a year
}

// span is a stretch of a text, in bytes.
type span struct{ from, to int }

func (s span) in(text string) string { return text[s.from:s.to] }

// plain are the words as they stand in the report.
func (s statement) plain() string { return strings.NewReplacer("<", "", ">", "").Replace(s.Words) }

// place is where the words stand, and the marked stretches in their parts' order.
func (s statement) place(r *model.Report) (all span, marks []span) {
	at := strings.Index(r.Texts[s.Text], s.plain())
	all = span{at, at + len(s.plain())}
	for rest, open := s.Words, 0; ; {
		before, behind, ok := strings.Cut(rest, "<")
		if !ok {
			break
		}
		inner, behind, _ := strings.Cut(behind, ">")
		open = at + len(before)
		marks = append(marks, span{open, open + len(inner)})
		at, rest = open+len(inner), behind
	}
	if s.Order == nil {
		return all, marks
	}
	ordered := make([]span, 0, len(marks))
	for _, k := range s.Order {
		ordered = append(ordered, marks[k])
	}
	return all, ordered
}

// numbers are the marked numbers in their parts' order.
func (s statement) numbers(t testing.TB, r *model.Report) (out []model.Number) {
	_, marks := s.place(r)
	for _, m := range marks {
		n := read(m.in(r.Texts[s.Text]))
		if !n.Readable() {
			t.Fatalf("%q: %q is no number", s.Words, m.in(r.Texts[s.Text]))
		}
		out = append(out, n)
	}
	return out
}

// sum is what cells come to.
func sum(r *model.Report, cells []model.Ref) model.Number {
	total := model.Int(0)
	for _, ref := range cells {
		total = total.Add(r.Value(ref).With(""))
	}
	return total
}

// sets are the folders of clean reports, and of the faults in their prose the share in per
// cent that must be found. Those in unseen have been read by nobody who wrote a rule: they
// measure. What was missed in those in reports has been looked at; every kind of fault can
// be put into them.
var sets = []set{{"reports", 97, 4}, {"unseen", 95, 2}}

type set struct {
	dir   string
	share int
	pairs int // of reports that have last year's beside them, at least
}

// subjects reads the clean reports of a folder; last year's of a body are subjects as well.
func subjects(t testing.TB, dir string) []*subject {
	t.Helper()
	editions := sample.Editions(t)
	files, err := filepath.Glob(dir + "/*.nianbao")
	if err != nil {
		t.Fatal(err)
	}
	var all []*subject
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r, err := store.Decode(b, editions)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		s := &subject{name: strings.TrimSuffix(filepath.Base(file), ".nianbao"), this: r}
		if b, err = os.ReadFile(dir + "/" + s.name + ".truth.json"); err != nil {
			t.Fatal(err)
		}
		d := json.NewDecoder(bytes.NewReader(b))
		d.DisallowUnknownFields()
		if err := d.Decode(&s.truth); err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		all = append(all, s)
	}
	for _, s := range all {
		for _, other := range all {
			if other.this.Office == s.this.Office && other.this.Year == s.this.Year-1 {
				s.last = other.this
			}
		}
	}
	return all
}
