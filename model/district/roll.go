package district

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/model"
	"nianbao/model/reading"
)

// Member is a body that must report.
type Member struct {
	Name    string
	Kind    model.Kind
	Aliases []string  // other names that it reports under
	Due     model.Day // of the year after the report's, "" for none
}

// Roll is who must report. Its zero value knows nobody, and takes anybody in.
type Roll struct {
	Members []Member
	byName  map[string][]int // plain names → members
	behind  map[string][]int // plain names behind the places that they lie in → members
}

// Ambiguous is a roll in which two bodies go by the same name.
type Ambiguous struct{ Name, A, B string }

func (a *Ambiguous) Error() string {
	if a.A == a.B {
		return fmt.Sprintf("名单里“%s”写了两次。请删去一行，或者把名称写得分得清。", a.A)
	}
	return fmt.Sprintf("名单里“%s”和“%s”都叫“%s”，分不清是谁报的。请把其中一个的名称或者别名改得不一样。", a.A, a.B, a.Name)
}

// Sentence is Error, as model.Sentence finds it.
func (a *Ambiguous) Sentence() string { return a.Error() }

// NewRoll is a roll of members. No two may have the same name or alias.
func NewRoll(members []Member) (*Roll, error) {
	r := &Roll{Members: members, byName: map[string][]int{}, behind: map[string][]int{}}
	for i, m := range members {
		for _, name := range append([]string{m.Name}, m.Aliases...) {
			key := plainName(name)
			if key == "" {
				continue
			}
			for _, k := range r.byName[key] {
				if k != i {
					return nil, &Ambiguous{name, members[k].Name, m.Name}
				}
			}
			if slices.Contains(r.byName[key], i) {
				continue
			}
			r.byName[key] = append(r.byName[key], i)
			for _, short := range behindPlaces(key) {
				r.behind[short] = append(r.behind[short], i)
			}
		}
	}
	return r, nil
}

// Find is the member that reports under a name: its own, an alias, or one of those with
// or without the places that it lies in, if that means one member only. One of several is
// never guessed.
func (r *Roll) Find(office string) (member int, ok bool) {
	if r == nil {
		return 0, false
	}
	name := plainName(office)
	if name == "" {
		return 0, false
	}
	if at := r.byName[name]; len(at) == 1 {
		return at[0], true
	}
	found := -1
	for _, at := range append([][]int{r.behind[name]}, r.named(behindPlaces(name))...) {
		for _, i := range at {
			if found >= 0 && found != i {
				return 0, false
			}
			found = i
		}
	}
	return found, found >= 0
}

func (r *Roll) named(names []string) (out [][]int) {
	for _, name := range names {
		out = append(out, r.byName[name])
	}
	return out
}

// endings that a body's name may have or lack, longest first.
var endings = []string{"人民政府办公室", "人民政府", "政府办公室", "办事处", "政府"}

// plainName is a name without what is written in different ways: spaces, Traditional
// characters, full-width signs, and the ending that says it is a government.
func plainName(name string) string {
	name = string(reading.Plain(strings.Join(strings.Fields(model.Seen(name)), "")))
	for _, end := range endings {
		if short, ok := strings.CutSuffix(name, end); ok && len([]rune(short)) > 1 {
			return short
		}
	}
	return name
}

// Ends of the names of places that others lie in.
const superiors = "省市县区州盟旗"

// behindPlaces are the shorter names of a body, behind the places that it lies in: 白杨镇
// of 青原县白杨镇.
func behindPlaces(plain string) (out []string) {
	for i, r := range plain {
		if rest := plain[i+len(string(r)):]; i > 0 && strings.ContainsRune(superiors, r) && len([]rune(rest)) > 2 {
			out = append(out, rest)
		}
	}
	return out
}
