package model

import (
	"fmt"
	"slices"
	"strings"
)

// The form itself: its sections, their titles and order, and what is not prose.

// required finds sections of the form that the report lacks or leaves empty.
func (c *checking) required() {
	for i := range c.Edition.Sections {
		s := &c.Edition.Sections[i]
		c.looked(1, 0)
		k := slices.IndexFunc(c.parts, func(p Part) bool { return p.ID == s.ID })
		if k < 0 {
			f := c.report(fmt.Sprintf("缺少第%s部分“%s”。", Numeral(i+1), s.Title), Ref(s.ID))
			f.Fix = []Change{{At: RefOutline, New: writeOutline(c.withSection(i))}}
			continue
		}
		if s.Table != nil {
			continue
		}
		if !slices.ContainsFunc(c.prose, func(t passage) bool { return t.section == s.ID && trimSpace(t.text) != "" }) {
			c.report(fmt.Sprintf("第%s部分“%s”还没有内容。", Numeral(i+1), s.Title), Ref(s.ID))
			continue
		}
		c.hollow(&c.parts[k])
	}
}

// hollow finds subheadings that would be printed with nothing under them.
func (c *checking) hollow(p *Part) {
	for _, t := range p.Texts {
		if t.Title == "" {
			continue
		}
		n := slices.IndexFunc(c.prose, func(text passage) bool { return text.id == t.ID })
		if n >= 0 && trimSpace(c.prose[n].text) == "" {
			c.report(fmt.Sprintf("小标题“%s%s”下面还没有内容；不需要的可以删去。", t.Mark, t.Title), t.ID).Level = Hint
		}
	}
}

// withSection is the outline with the form's i-th section put in its place.
func (c *checking) withSection(i int) []Heading {
	out := slices.Clone(c.Headings())
	at := len(out)
	for k, h := range out {
		n := slices.IndexFunc(c.Edition.Sections, func(s Section) bool { return s.ID == h.ID })
		if n > i {
			at = k
			break
		}
	}
	return slices.Insert(out, at, Heading{ID: c.Edition.Sections[i].ID, Title: c.Edition.Sections[i].Title})
}

// titles finds altered titles: the report's own, which has one of Words in it, and those
// of its sections.
func (c *checking) titles() {
	c.looked(len(c.parts), 0)
	if len(c.rule.Words) > 0 && trimSpace(c.Title) != "" {
		c.looked(1, 0)
		if len(c.rule.words.in([]rune(c.Title))) == 0 {
			c.report(fmt.Sprintf("标题写作“%s”，报告规定的名称是“%s”。", c.Title, c.rule.Words[0]), RefTitle)
		}
	}
	for i, p := range c.parts {
		if p.Section == nil {
			c.report(fmt.Sprintf("“%s%s”不是规定的部分。", p.Mark, p.Title), Ref(p.ID))
			continue
		}
		if p.Title == p.Section.Title || slices.Contains(p.Section.Traditional, p.Title) {
			continue
		}
		f := c.report(fmt.Sprintf("第%s部分的标题写作“%s”，规定的标题是“%s”。", Numeral(i+1), p.Title, p.Section.Title), Ref(p.ID))
		fixed := slices.Clone(c.Headings())
		for k := range fixed {
			if fixed[k].ID == p.ID {
				fixed[k].Title = p.Section.Title
			}
		}
		f.Fix = []Change{{At: RefOutline, New: writeOutline(fixed)}}
	}
}

// order finds sections out of order and numbers that do not follow each other.
func (c *checking) order() {
	c.looked(len(c.parts), 0)
	reached := -1
	for _, p := range c.parts {
		i := slices.IndexFunc(c.Edition.Sections, func(s Section) bool { return s.ID == p.ID })
		if i >= 0 && i < reached {
			c.report(fmt.Sprintf("“%s”应当排在“%s”之前。", p.Title, c.Edition.Sections[reached].Title), Ref(p.ID))
		}
		reached = max(reached, i)
	}
	var sections []Heading
	for i, h := range c.Outline {
		if strings.Contains(h.ID, "/") {
			continue
		}
		sections = append(sections, h)
		end := i + 1
		for end < len(c.Outline) && strings.Contains(c.Outline[end].ID, "/") {
			end++
		}
		c.marks(c.Outline[i+1:end], "“"+h.Title+"”中的小标题", SubMark)
	}
	c.marks(sections, "各部分", SectionMark)
}

// marks reports the headings of one level whose numbers are not those that follow
// from their order: one matter, however many they are.
func (c *checking) marks(level []Heading, where string, mark func(n int) string) {
	var at []Ref
	text := ""
	fixed := slices.Clone(c.Outline)
	for i, h := range level {
		if h.Mark == "" {
			continue
		}
		if at == nil {
			text = fmt.Sprintf("%s的编号不成一个顺序：“%s%s”的编号应当是“%s”。", where, h.Mark, h.Title, mark(i+1))
		}
		at = append(at, Ref(h.ID))
		for k := range fixed {
			if fixed[k].ID == h.ID {
				fixed[k].Mark = ""
			}
		}
	}
	if at != nil {
		c.report(text, at...).Fix = []Change{{At: RefOutline, New: writeOutline(fixed)}}
	}
}

// edition finds the form of another year, and the notice that is no longer in force.
func (c *checking) edition() {
	e := c.Edition
	c.looked(1+len(c.prose), 0)
	if c.Year == 0 {
		c.lacks("没有填年度")
	}
	if c.Year != 0 && !e.Covers(c.Year) {
		years := fmt.Sprintf("%d—%d年度", e.From, e.To)
		switch {
		case e.To == 0:
			years = fmt.Sprintf("%d年度以后", e.From)
		case e.From == 0:
			years = fmt.Sprintf("%d年度以前", e.To)
		case e.From == e.To:
			years = fmt.Sprintf("%d年度", e.From)
		}
		c.report(fmt.Sprintf("表格是%s的格式，本报告是%d年度，请换用当年的格式。", years, c.Year), RefYear)
	}
	for _, t := range c.prose {
		for _, at := range c.rule.words.in(t.Runes()) {
			f := c.report(fmt.Sprintf("正文引用了“%s”，现行格式依据是%s。", at, e.Basis), t.id)
			f.Words = at
		}
	}
}

// length counts a section's characters.
func (c *checking) length() {
	n, at := c.sectionLength()
	if n > 0 {
		c.looked(1, 0)
	}
	if n > c.rule.Limit {
		c.report(fmt.Sprintf("“%s”共 %d 字，原则上不超过 %d 字，多 %d 字。",
			c.Edition.Section(c.rule.Section).Title, n, c.rule.Limit, n-c.rule.Limit), at...)
	}
}

// phrases finds words that do not belong in a finished report.
func (c *checking) phrases() {
	look := func(id Ref, text []rune) {
		c.looked(1, 0)
		for _, at := range c.rule.words.in(text) {
			f := c.report(fmt.Sprintf("还留有模板文字“%s”，请改写或删去。", at), id)
			f.Words = at
		}
	}
	look(RefTitle, []rune(c.Title))
	for _, t := range c.prose {
		if t.text != "" {
			look(t.id, t.Runes())
		}
	}
	for _, line := range c.Unplaced {
		look(RefUnplaced, []rune(line))
	}
}

// bare finds texts that say no more than 无, and a section that says next to nothing.
func (c *checking) bare() {
	for _, id := range c.rule.Texts {
		k := slices.IndexFunc(c.prose, func(t passage) bool { return t.id == id })
		if k < 0 || c.prose[k].text == "" {
			continue
		}
		c.looked(1, 0)
		if len(c.prose[k].text) > 60 {
			continue
		}
		text := strings.TrimRight(trimSpace(c.prose[k].text), "。.！!；;")
		if slices.Contains(c.rule.Words, text) {
			f := c.report(fmt.Sprintf("只写了“%s”；%s。", text, c.rule.Says[0]), id)
			f.Words = text
		}
	}
	n, at := c.sectionLength()
	if n > 0 {
		c.looked(1, 0)
	}
	if n > 0 && n < c.rule.Limit {
		c.report(fmt.Sprintf("“%s”只有 %d 个字，请写具体。", c.Edition.Section(c.rule.Section).Title, n), at[0])
	}
}

// sectionLength counts the characters of the rule's section; at are its texts.
func (c *checking) sectionLength() (n int, at []Ref) {
	for _, t := range c.prose {
		if t.section != c.rule.Section {
			continue
		}
		if k := t.length; k > 0 {
			n, at = n+k, append(at, t.id)
		}
	}
	return n, at
}
