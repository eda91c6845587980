package intake

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/model"
)

// found is a section's heading.
type found struct {
	id          string
	section     *model.Section
	mark, title string
}

const (
	longestHeading = 45 // characters; a longer line is prose
	alike          = 0.5
	veryAlike      = 0.8
)

// heading recognises a section's title; nil if the line is none.
func (p *placing) heading(it *item) *found {
	length := len([]rune(it.text))
	if length > longestHeading || p.isLabel(it.text) {
		return nil
	}
	if it.id != "" && it.level == 0 {
		return nil // the program's own paragraph, whatever it reads like
	}
	kind, mark, title := splitMark(it.text)
	if title == "" {
		return nil
	}
	if kind != sectional && kind != none {
		return p.oddHeading(mark, title)
	}
	if bare := []rune(title); kind == none && numeral(string(bare[:1])) > 0 {
		if odd := p.oddHeading(string(bare[:1]), string(bare[1:])); odd != nil {
			return odd
		}
	}
	var best *model.Section
	most, key := 0.0, fold(title)
	for i := range p.edition.Sections {
		s := &p.edition.Sections[i]
		if p.titled(s.ID) {
			continue
		}
		bar := veryAlike
		if kind == sectional && (p.edition.Free || numeral(mark) == i+1) {
			bar = alike
		}
		if kind == none && it.level == 0 {
			bar = 1
		}
		like := p.form.likeSection(i, key)
		if it.id == model.Ref(s.ID) && it.level > 0 {
			like, bar = 2, 0 // the program's own heading says what it is
		}
		if like >= bar && like > most {
			best, most = s, like
		}
	}
	if best != nil {
		return &found{id: best.ID, section: best, mark: mark, title: title}
	}
	if kind != sectional || numeral(mark) != len(p.parts)+1 || strings.ContainsAny(plain(title), ",;") {
		return nil
	}
	// A section of the report's own: anywhere in the free form, behind the last
	// one of a mandated form.
	if p.edition.Free || len(p.parts) >= len(p.edition.Sections) {
		n := 1
		for _, part := range p.parts {
			if part.section == nil {
				n++
			}
		}
		return &found{id: fmt.Sprintf("part-%d", n), mark: mark, title: title}
	}
	return nil
}

// oddHeading recognises a section's title behind a number of another shape, such as
// “1、总体情况”: it must be the form's very title, at its own number.
func (p *placing) oddHeading(mark, title string) *found {
	i := numeral(mark) - 1
	if i < 0 || i >= len(p.edition.Sections) || i < len(p.parts) {
		return nil
	}
	s := &p.edition.Sections[i]
	if p.titled(s.ID) || fold(s.Title) != fold(title) {
		return nil
	}
	return &found{id: s.ID, section: s, mark: mark, title: title}
}

// onOneLine parts a section's title from the prose that goes on behind it.
func (p *placing) onOneLine(it *item) (heading, rest *item) {
	kind, mark, title := splitMark(it.text)
	if i := numeral(mark) - 1; kind == sectional && i >= 0 && i < len(p.edition.Sections) && it.id == "" {
		s := &p.edition.Sections[i]
		if tail, ok := strings.CutPrefix(title, s.Title); ok && !p.titled(s.ID) && tail != "" && strings.ContainsRune(" 　：:。", []rune(tail)[0]) {
			if tail = strings.TrimLeft(tail, " 　：:。"); tail != "" {
				return &item{text: it.text[:strings.Index(it.text, s.Title)] + s.Title}, &item{text: tail}
			}
		}
	}
	return nil, nil
}

// likeSection compares a folded title with those of the i-th section.
func (f *form) likeSection(i int, key string) float64 {
	most := 0.0
	for _, name := range f.titles[i] {
		if name == key {
			return 1
		}
		if mostLike(name, key) >= alike { // what is less has no say
			most = max(most, likeness(name, key))
		}
	}
	return min(most, 0.99)
}

// isLabel says that a line is a label of one of the tables, as it is printed.
func (p *placing) isLabel(text string) bool {
	key := fold(text)
	return slices.ContainsFunc(p.form.blocks, func(b *block) bool { return b.known(key) })
}

// open begins a section.
func (p *placing) open(f *found) {
	if fold(f.mark) == fold(model.SectionMark(len(p.parts)+1)) {
		f.mark = ""
	}
	p.close(p.part)
	p.outline = append(p.outline, model.Heading{ID: f.id, Title: f.title, Mark: f.mark})
	p.titles[f.id] = true
	p.part = &partPlace{id: f.id, section: f.section, text: model.Ref(f.id)}
	if f.section != nil && len(f.section.Texts) > 0 {
		p.part.text = f.section.Texts[0].ID
	}
	p.part.at = len(p.outline)
	p.parts = append(p.parts, p.part)
	p.reading = reading{}
}

// subheading takes a line that is one; it is false for prose.
func (p *placing) subheading(it *item) bool {
	part := p.part
	if part.section != nil && part.section.Table != nil || it.id != "" && it.level == 0 {
		return false
	}
	kind, mark, title := splitMark(it.text)
	own := it.level >= 2 && it.level < 9
	flat := plain(title)
	switch {
	case title == "" || len([]rune(it.text)) > longestHeading && !own:
		return false
	case own:
	case kind != bracketed, strings.Contains(flat, "。"), strings.HasSuffix(flat, ";"), strings.HasSuffix(flat, ","), strings.HasSuffix(flat, "、"):
		return false
	}
	part.subs++
	if fold(mark) == fold(model.SubMark(part.subs)) {
		mark = ""
	}
	id := p.subText(it, title)
	p.outline = append(p.outline, model.Heading{ID: string(id), Title: title, Mark: mark})
	p.titles[string(id)] = true
	part.text, part.headed = id, true
	return true
}

// subText finds which text of the form a subheading means; else it is one of the
// report's own.
func (p *placing) subText(it *item, title string) model.Ref {
	free := func(id model.Ref) bool { return !p.subtitled(id) && p.texts[id] == nil }
	if p.part.section != nil {
		var best model.Ref
		most, at := 0, -1
		key := fold(title)
		for i := range p.part.section.Texts {
			t := &p.part.section.Texts[i]
			if !free(t.ID) {
				continue
			}
			if t.ID == it.id {
				return t.ID
			}
			for _, name := range append([]string{t.Title}, t.Alias...) {
				word := fold(name)
				if k := strings.LastIndex(key, word); word != "" && k >= 0 && (len(word) > most || len(word) == most && k > at) {
					best, most, at = t.ID, len(word), k
				}
			}
		}
		if best != "" {
			return best
		}
	}
	p.part.own++
	return model.Ref(fmt.Sprintf("%s/part-%d", p.part.id, p.part.own))
}

// numeral reads the number in a mark, 0 if there is none.
func numeral(mark string) int {
	n := 0
	for _, r := range plain(mark) {
		if k := strings.IndexRune("壹贰叁肆伍陆柒捌玖", r); k >= 0 {
			r = []rune("一二三四五六七八九")[k/len("壹")]
		}
		switch k := strings.IndexRune("一二三四五六七八九", r); {
		case r >= '0' && r <= '9':
			n = 10*n + int(r-'0')
		case r == '十':
			n = max(n, 1) * 10
		case k >= 0:
			n += k/len("一") + 1
		}
	}
	return n
}
