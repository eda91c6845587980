package model_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/sample"
)

// printedOutline is the section's subheadings in order, or with "" the sections.
func printedOutline(r *model.Report, section string) string {
	var out []string
	for _, p := range r.Parts() {
		if section == "" {
			out = append(out, p.Mark+p.Title)
		}
		for _, t := range p.Texts {
			if p.ID == section && t.Title != "" {
				out = append(out, t.Mark+t.Title)
			}
		}
	}
	return strings.Join(out, " ")
}

func TestOutlineChanges(t *testing.T) {
	const whole = "（一）存在的主要问题 （二）改进情况"
	for _, c := range []struct {
		name   string
		change func(r *model.Report) model.Change
		want   string
	}{
		{"rename", func(r *model.Report) model.Change { return r.Retitled("problems/problems", "问题") }, "（一）问题 （二）改进情况"},
		{"down", func(r *model.Report) model.Change { c, _ := r.Moved("problems/problems", 1); return c }, "（一）改进情况 （二）存在的主要问题"},
		{"up", func(r *model.Report) model.Change { c, _ := r.Moved("problems/improvements", -1); return c }, "（一）改进情况 （二）存在的主要问题"},
		{"add behind one", func(r *model.Report) model.Change { c, _ := r.Added("problems/problems", "原因"); return c }, "（一）存在的主要问题 （二）原因 （三）改进情况"},
		{"add first", func(r *model.Report) model.Change { c, _ := r.Added("problems", "概况"); return c }, "（一）概况 （二）存在的主要问题 （三）改进情况"},
		{"remove", func(r *model.Report) model.Change { return r.Removed("problems/problems") }, "（一）改进情况"},
		{"remove what is not there", func(r *model.Report) model.Change { return r.Removed("problems/part-7") }, whole},
	} {
		r := sample.Example(t)
		r.Apply(c.change(r))
		if got := printedOutline(r, "problems"); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	r := sample.Example(t)
	for _, end := range []struct {
		id string
		by int
	}{{"problems/problems", -1}, {"problems/improvements", 1}, {"overview", -1}, {"other", 1}, {"nothing", 1}} {
		if _, ok := r.Moved(end.id, end.by); ok {
			t.Errorf("%s moves by %d", end.id, end.by)
		}
	}
	r.Apply(r.Removed("overview/management"), r.Removed("overview/active"))
	r.Apply(r.Removed("overview/active"))
	c, ok := r.Restored("overview")
	r.Apply(c)
	if want := printedOutline(sample.Example(t), "overview"); !ok || printedOutline(r, "overview") != want {
		t.Errorf("restored: %s, want %s", printedOutline(r, "overview"), want)
	}
	if len(r.Outline) != 0 {
		t.Errorf("the form's own outline is kept as a value: %v", r.Outline)
	}
	if _, ok := r.Restored("overview"); ok {
		t.Error("nothing is missing any more")
	}
}

func TestSectionsMoveWithWhatIsUnderThem(t *testing.T) {
	r := sample.Example(t)
	c, ok := r.Moved("problems", 1)
	r.Apply(c)
	if got := printedOutline(r, ""); !ok || !strings.HasSuffix(got, "五、其他需要报告的事项 六、存在的主要问题及改进情况") {
		t.Errorf("moved: %s", got)
	}
	if got := printedOutline(r, "problems"); got != "（一）存在的主要问题 （二）改进情况" {
		t.Errorf("its subheadings: %s", got)
	}
	c, ok = r.Moved("problems", -1)
	r.Apply(c)
	if !ok || len(r.Outline) != 0 {
		t.Errorf("moved back: %v", r.Outline)
	}
	c, id := r.AddedSection("overview", "机构概况")
	r.Apply(c, model.Change{At: model.Ref(id), New: "本机关"})
	if got := printedOutline(r, ""); !strings.HasPrefix(got, "一、总体情况 二、机构概况 三、主动公开") || !r.HasText(model.Ref(id)) {
		t.Errorf("added: %s", got)
	}
	r.Apply(r.Removed(id))
	if c, again := r.AddedSection("overview", "机构概况"); again == id {
		t.Errorf("the id of a text that is still there is given again: %v", c)
	}
}

// Whatever is done to an outline: ids stay unique, subheadings stay in their
// sections, and a step there and back leads to the same order.
func TestOutlineStaysWhole(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 14))
	for range 300 {
		all := sample.Editions(t)
		r := sample.Report(random, all[random.IntN(len(all))])
		for range 8 {
			hs := r.Headings()
			h := hs[random.IntN(len(hs))]
			switch random.IntN(6) {
			case 0:
				if c, ok := r.Moved(h.ID, 1); ok {
					was := ids(r)
					r.Apply(c)
					if c, ok = r.Moved(h.ID, -1); !ok {
						t.Fatalf("%s does not move back", h.ID)
					}
					r.Apply(c)
					if !slices.Equal(ids(r), was) {
						t.Fatalf("%s there and back: %v, was %v", h.ID, ids(r), was)
					}
				}
			case 1:
				if c, ok := r.Moved(h.ID, -1); ok {
					r.Apply(c)
				}
			case 2:
				c, _ := r.Added(h.ID, "增加的")
				r.Apply(c)
			case 3:
				c, _ := r.AddedSection(h.ID, "增加的")
				if !h.Sub() {
					r.Apply(c)
				}
			case 4:
				if len(hs) > 3 {
					r.Apply(r.Removed(h.ID))
				}
			case 5:
				c, _ := r.Restored(model.Ref(h.ID).Section())
				r.Apply(c)
			}
			section, seen := "", map[string]bool{}
			for _, h := range r.Headings() {
				if seen[h.ID] {
					t.Fatalf("%s is there twice: %v", h.ID, ids(r))
				}
				seen[h.ID] = true
				if !h.Sub() {
					section = h.ID
				} else if !strings.HasPrefix(h.ID, section+"/") && !strings.HasPrefix(h.ID, "overview/") {
					t.Fatalf("%s stands under %s", h.ID, section)
				}
			}
		}
	}
}

func ids(r *model.Report) (out []string) {
	for _, h := range r.Headings() {
		out = append(out, h.ID)
	}
	return out
}
