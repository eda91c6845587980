package compare

import (
	"strings"

	"nianbao/model"
)

// Passage is one text of the report, with what last year's says in its place.
type Passage struct {
	ID         model.Ref // in this report; "" if it has no place for what last year's says here
	Section    string    // "一、总体情况", "" for what stands before the first
	Name       string    // "（一）主动公开", or what the program calls the text; "" if it goes by its section's
	Share      Share     // of this passage
	Paragraphs []Paragraph
}

// Paragraph is one paragraph of a passage: of both years, or of one of them. Where one
// was split or several became one, their text has line breaks.
type Paragraph struct {
	Kind  Kind
	Runs  []Run
	From  model.Ref // the text of last year's report, "" if the paragraph is new
	Moved bool      // in last year's report it stood elsewhere
	Share Share
}

// This is the paragraph as it is now.
func (p *Paragraph) This() string { return p.without(Gone) }

// Last is the paragraph as it was.
func (p *Paragraph) Last() string { return p.without(New) }

func (p *Paragraph) without(k Kind) string {
	var b strings.Builder
	for _, run := range p.Runs {
		if run.Kind != k {
			b.WriteString(run.Text)
		}
	}
	return b.String()
}

// said is a paragraph of either report.
type said struct {
	text string
	from model.Ref // the text that it is of
	grams
}

func paragraphs(r *model.Report, id model.Ref) []said {
	var out []said
	for _, p := range model.Paragraphs(r.Prose(id)) {
		out = append(out, said{text: p, from: id, grams: gramsOf(p)})
	}
	return out
}

// passages compares all prose that either report prints.
func passages(this, last *model.Report) []Passage {
	var out []Passage
	var all []*alignment
	told := map[model.Ref]bool{} // of last year's texts
	add := func(p Passage, were []model.Passage) {
		a := &alignment{}
		if p.ID != "" {
			a.this = paragraphs(this, p.ID)
		}
		for _, w := range were {
			told[w.ID] = true
			a.last = append(a.last, paragraphs(last, w.ID)...)
		}
		if len(a.this)+len(a.last) > 0 {
			out, all = append(out, p), append(all, a)
		}
	}
	placed := this.LastYear(last)
	if t := this.Edition.Preface; t != nil {
		add(Passage{ID: t.ID, Name: t.Name}, placed[t.ID])
	}
	for _, part := range this.Parts() {
		for _, t := range part.Texts {
			add(Passage{ID: t.ID, Section: part.Mark + part.Title, Name: name(part, t)}, placed[t.ID])
		}
	}
	lost := func(part model.Part, t model.Passage) {
		if !told[t.ID] {
			add(Passage{Section: part.Mark + part.Title, Name: name(part, t)}, []model.Passage{t})
		}
	}
	if t := last.Edition.Preface; t != nil {
		lost(model.Part{}, model.Passage{ID: t.ID, Text: t})
	}
	for _, part := range last.Parts() {
		for _, t := range part.Texts {
			lost(part, t)
		}
	}
	for _, a := range all {
		a.align()
	}
	moved(all)
	for i, a := range all {
		out[i].tell(a)
	}
	return out
}

func name(part model.Part, t model.Passage) string {
	switch {
	case t.Title != "":
		return t.Mark + t.Title
	case t.Text == nil || t.Text.Name == part.Title:
		return ""
	}
	return t.Text.Name
}

// tell makes the paragraphs of the passage.
func (p *Passage) tell(a *alignment) {
	for _, m := range a.matches {
		g := Paragraph{Kind: Changed, Moved: m.moved}
		old, text := texts(m.last), texts(m.this)
		switch {
		case len(m.this) == 0 && m.moved:
			continue // it is told where it stands now
		case len(m.this) == 0:
			g.Kind, g.Runs = Gone, []Run{{Gone, old}}
		case len(m.last) == 0:
			g.Kind, g.Runs = New, []Run{{New, text}}
		case old == text:
			g.Kind, g.Runs = Same, []Run{{Same, text}}
		default:
			g.Runs = Runs(old, text)
		}
		if len(m.last) > 0 {
			g.From = m.last[0].from
		}
		for _, run := range g.Runs {
			n := model.Length(run.Text)
			switch run.Kind {
			case Same:
				g.Share = g.Share.plus(Share{n, n})
			case New:
				g.Share.All += n
			}
		}
		p.Share = p.Share.plus(g.Share)
		p.Paragraphs = append(p.Paragraphs, g)
	}
}

func texts(list []said) string {
	lines := make([]string, len(list))
	for i, s := range list {
		lines[i] = s.text
	}
	return strings.Join(lines, "\n")
}
