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
	length int                     // characters without white space
	secret bool                    // it may tell something private
	stale  map[bool][]reading.Span // in a formal text, or not
	slips  *writing                // of the form's first rule about slips, nil if it has none
}

// readers are at hand for the next check.
var readers = sync.Pool{New: func() any { return new(reading.Reader) }}

// newGloss reads a text.
func newGloss(id Ref, text string, year int, e *Edition, reader *reading.Reader) *gloss {
	about := ""
	if t := e.texts[id]; t != nil {
		about = t.About
	}
	t := reader.Read(text, year)
	g := &gloss{
		text: text, year: year, edition: e,
		Script: t.Script, said: t.Statements(about), lists: t.Parts(), shares: t.Percents(),
		length: Length(text), secret: tellsNumbers(t.Runes()),
		stale: map[bool][]reading.Span{false: t.Stale(false), true: t.Stale(true)},
	}
	for i := range e.Rules {
		if rule := &e.Rules[i]; rule.Kind == "slips" && g.slips == nil {
			g.slips = newWriting(g.Runes(), rule)
		}
	}
	return g
}

// Memory keeps what was read in the texts of a report, so that a check after each key
// reads only that text again which has changed. It changes nothing of what is found. A
// nil Memory keeps nothing.
type Memory struct {
	mu      sync.Mutex
	glosses map[Ref]*gloss
	print   *print
}

// gloss is what there is to read in a text.
func (m *Memory) gloss(id Ref, text string, year int, e *Edition, reader *reading.Reader) *gloss {
	if m == nil {
		return newGloss(id, text, year, e, reader)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	g := m.glosses[id]
	if g == nil || g.text != text || g.year != year || g.edition != e {
		g = newGloss(id, text, year, e, reader)
		if m.glosses == nil || len(m.glosses) > 4*len(e.texts) { // the form of another year
			m.glosses = map[Ref]*gloss{}
		}
		m.glosses[id] = g
	}
	return g
}

// printed is the print of last year's texts.
func (m *Memory) printed(texts map[Ref]string, except []Ref) *print {
	if m == nil {
		return newPrint(texts, except)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.print == nil || !maps.Equal(m.print.of, texts) || !slices.Equal(m.print.but, except) {
		m.print = newPrint(texts, except)
	}
	return m.print
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
		c.prose = append(c.prose, passage{id, section, c.desk.Memory.gloss(id, text, c.Year, c.Edition, reader)})
	}
	if e := c.Edition; e.Preface != nil {
		add(e.Preface.ID, "")
	}
	for _, p := range c.parts {
		for _, t := range p.Texts {
			add(t.ID, p.ID)
		}
	}
}
