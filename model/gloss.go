package model

import (
	"maps"
	"slices"
	"sync"

	"nianbao/model/reading"
)

// passage is a text as it is printed, with the section that it stands in.
type passage struct {
	id      Ref
	section string
	*gloss
}

// gloss is what is read in a text by itself: nothing goes into it but its words, the
// year and the form. Once made it does not change.
type gloss struct {
	text    string
	year    int
	edition *Edition

	reading.Script
	said   []reading.Statement
	lists  []reading.Parts
	shares []reading.Percent
	stale  map[bool][]reading.Span // in a formal text, or not
	slips  *writing                // of the form's first rule about slips, nil if it has none
}

// readers are at hand for the next check.
var readers = sync.Pool{New: func() any { return new(reading.Reader) }}

// read reads the text.
func (g *gloss) read(id Ref, reader *reading.Reader) {
	about := ""
	if t := g.edition.texts[id]; t != nil {
		about = t.About
	}
	t := reader.Read(g.text, g.year)
	g.Script, g.said, g.lists, g.shares = t.Script, t.Statements(about), t.Parts(), t.Percents()
	g.stale = map[bool][]reading.Span{false: t.Stale(false), true: t.Stale(true)}
	for i := range g.edition.Rules {
		if rule := &g.edition.Rules[i]; rule.Kind == "slips" && g.slips == nil {
			g.slips = newWriting(g.Runes(), rule)
		}
	}
}

// Memory keeps what was read in the texts of a report, so that a check after each key
// reads only that text again which has changed. It changes nothing of what is found. A
// desk may have one; it is not for two checks at a time.
type Memory struct {
	glosses map[Ref]*gloss
	print   *print
}

// recall is what was read in a text, nil if it is not the same text any more.
func (m *Memory) recall(id Ref, text string, year int, e *Edition) *gloss {
	if m == nil {
		return nil
	}
	if g := m.glosses[id]; g != nil && g.text == text && g.year == year && g.edition == e {
		return g
	}
	return nil
}

// printed is the print of last year's texts.
func (m *Memory) printed(texts map[Ref]string, except []Ref) *print {
	if m == nil {
		return newPrint(texts, except)
	}
	if m.print == nil || !maps.Equal(m.print.of, texts) || !slices.Equal(m.print.but, except) {
		m.print = newPrint(texts, except)
	}
	return m.print
}

// keep remembers the prose of a check, and nothing else.
func (m *Memory) keep(prose []passage) {
	if m == nil {
		return
	}
	m.glosses = make(map[Ref]*gloss, len(prose))
	for _, p := range prose {
		m.glosses[p.id] = p.gloss
	}
}

// live is a live number as Report.live prints it.
func (c *checking) live(ref Ref) string {
	n, ok := c.Numbers[ref]
	if !ok {
		n = c.value(c.Edition.Cell(ref))
	}
	return liveText(n)
}

// readProse gathers the printed prose in order and reads it, once for all rules.
func (c *checking) readProse() {
	reader := readers.Get().(*reading.Reader)
	defer readers.Put(reader)
	add := func(id Ref, section string) {
		text := c.Edition.expand(c.Texts[id], c.live)
		g := c.desk.Memory.recall(id, text, c.Year, c.Edition)
		p := passage{id, section, g}
		if g == nil {
			p.gloss = &gloss{text: text, year: c.Year, edition: c.Edition}
			p.read(id, reader)
		}
		c.prose = append(c.prose, p)
	}
	if e := c.Edition; e.Preface != nil {
		add(e.Preface.ID, "")
	}
	for _, p := range c.parts {
		for _, t := range p.Texts {
			add(t.ID, p.ID)
		}
	}
	c.desk.Memory.keep(c.prose)
}
