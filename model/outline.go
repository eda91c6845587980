package model

import (
	"strconv"
	"strings"
)

// Part is a section of a report as it is printed.
type Part struct {
	ID      string
	Section *Section // of the form; nil for a section of the report's own
	Title   string
	Mark    string // "一、"
	Table   *Table // nil for prose
	Texts   []Passage
}

// Passage is one text of a part with its subheading.
type Passage struct {
	ID    Ref
	Text  *Text  // of the form; nil for a subheading of the report's own
	Title string // "" if it has no subheading
	Mark  string // "（一）"
}

// Headings is the report's outline, or its edition's.
func (r *Report) Headings() []Heading {
	if len(r.Outline) > 0 {
		return r.Outline
	}
	return r.Edition.Outline()
}

// Outline is the order of sections and subheadings that the form prescribes.
func (e *Edition) Outline() []Heading {
	var out []Heading
	for i := range e.Sections {
		s := &e.Sections[i]
		out = append(out, Heading{ID: s.ID, Title: s.Title})
		for _, t := range s.Texts {
			if t.Title != "" {
				out = append(out, Heading{ID: string(t.ID), Title: t.Title})
			}
		}
	}
	return out
}

// Parts lists the sections with their numbers and passages in printed order.
// Texts of a section that have no subheading come first.
func (r *Report) Parts() []Part {
	headings := r.Headings()
	headed := map[Ref]bool{}
	for _, h := range headings {
		if strings.Contains(h.ID, "/") {
			headed[Ref(h.ID)] = true
		}
	}
	var parts []Part
	for _, h := range headings {
		if strings.Contains(h.ID, "/") {
			if len(parts) == 0 {
				continue // a subheading before any section: Tidy never lets one through
			}
			p := &parts[len(parts)-1]
			n := 1
			for _, t := range p.Texts {
				if t.Title != "" {
					n++
				}
			}
			mark := h.Mark
			if mark == "" {
				mark = SubMark(n)
			}
			p.Texts = append(p.Texts, Passage{ID: Ref(h.ID), Text: r.Edition.Text(Ref(h.ID)), Title: h.Title, Mark: mark})
			continue
		}
		p := Part{ID: h.ID, Section: r.Edition.Section(h.ID), Title: h.Title, Mark: h.Mark}
		if p.Mark == "" {
			p.Mark = SectionMark(len(parts) + 1)
		}
		if p.Section == nil {
			p.Texts = append(p.Texts, Passage{ID: Ref(h.ID)})
		} else {
			p.Table = p.Section.Table
			for i := range p.Section.Texts {
				if t := &p.Section.Texts[i]; !headed[t.ID] {
					p.Texts = append(p.Texts, Passage{ID: t.ID, Text: t})
				}
			}
		}
		parts = append(parts, p)
	}
	return parts
}

// Fields lists the texts of a part that have a place to be written in: a
// subheading of the form that the report has not, and no text for it, has none.
func (r *Report) Fields(p Part) []Passage {
	var out []Passage
	for _, t := range p.Texts {
		if t.Title == "" && t.Text != nil && t.Text.Title != "" && r.Texts[t.ID] == "" {
			continue
		}
		out = append(out, t)
	}
	if out == nil && len(p.Texts) > 0 {
		return p.Texts[:1]
	}
	return out
}

// SectionMark is the printed number of the n-th section: 一、
func SectionMark(n int) string { return Numeral(n) + "、" }

// SubMark is the printed number of the n-th subheading: （一）
func SubMark(n int) string { return "（" + Numeral(n) + "）" }

// Numeral writes 1 to 99 in Chinese.
func Numeral(n int) string {
	const digits = "〇一二三四五六七八九"
	digit := func(d int) string { return string([]rune(digits)[d]) }
	switch {
	case n < 1 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return digit(n)
	case n < 20:
		return strings.TrimSuffix("十"+digit(n-10), "〇")
	}
	return strings.TrimSuffix(digit(n/10)+"十"+digit(n%10), "〇")
}

// An outline as the text of one value: a heading a line, fields parted by tabs.
func writeOutline(hs []Heading) string {
	var b strings.Builder
	for _, h := range hs {
		b.WriteString(h.ID + "\t" + h.Title + "\t" + h.Mark + "\n")
	}
	return b.String()
}

func readOutline(s string) []Heading {
	var out []Heading
	for line := range strings.Lines(s) {
		fields := append(strings.Split(strings.TrimSuffix(line, "\n"), "\t"), "", "")
		if fields[0] != "" {
			out = append(out, Heading{ID: fields[0], Title: fields[1], Mark: fields[2]})
		}
	}
	return out
}

// OutlineText is an outline as the value at RefOutline.
func OutlineText(hs []Heading) string { return writeOutline(hs) }

// OwnText says that an id can name a text of a report's own subheading or
// section: "overview/part-1", "part-2".
func OwnText(id Ref) bool {
	s := string(id)
	if i := strings.LastIndexByte(s, '/'); i >= 0 {
		s = s[i+1:]
	}
	n, err := strconv.Atoi(strings.TrimPrefix(s, "part-"))
	return strings.HasPrefix(s, "part-") && err == nil && n > 0
}

// HasText says that the report has a place for a text of that id.
func (r *Report) HasText(id Ref) bool {
	if r.Edition.Text(id) != nil {
		return true
	}
	for _, h := range r.Outline {
		if h.ID == string(id) && OwnText(id) {
			return true
		}
	}
	return false
}
