package intake

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/model"
	"nianbao/model/intake/source"
)

// placing is one document on its way into a report.
type placing struct {
	doc      *source.Document
	editions model.Editions
	edition  *model.Edition
	form     *form
	report   *model.Report
	notes    []string

	front   []item // before the first section
	outline []model.Heading
	titles  map[string]bool // the ids in it
	texts   map[model.Ref]*strings.Builder
	part    *partPlace // the section being filled
	parts   []*partPlace
	reading reading
	placed  map[model.Ref]bool
	tables  bool // a number was placed
	bare    bool // values without a head stand in the form's order
}

// partPlace is a section as it is being filled.
type partPlace struct {
	id      string
	section *model.Section // nil for the report's own
	text    model.Ref      // where prose goes
	headed  bool           // a subheading has been seen
	own     int            // subheadings of the report's own so far
	subs    int            // subheadings so far
	rows    bool           // its table has begun
	note    []string       // prose beside a table
	loose   []item         // prose before the first subheading
	at      int            // where the section's subheadings begin in the outline
	before  int            // how much of it stood before the table
}

func (p *placing) begin() {
	p.form = formOf(p.edition)
	p.placed = map[model.Ref]bool{}
	p.titles = map[string]bool{}
	p.texts = map[model.Ref]*strings.Builder{}
	p.report = model.NewReport(p.edition, "", "", 0)
	p.report.Title = ""
}

// chooseEdition picks the form whose labels the document shows most, else the
// one of its year.
func (p *placing) chooseEdition(items []item) *model.Edition {
	if e := p.editions.ByID(p.doc.Props["edition"]); e != nil {
		return e
	}
	keys := map[string]bool{}
	for _, it := range items {
		for _, cell := range append(slices.Clone(it.row), it.text) {
			if key := fold(cell); key != "" && len(key) < 300 {
				keys[key] = true
			}
		}
	}
	year := yearOf(items)
	var best *model.Edition
	most := 4 // fewer labels than this are no table
	for _, e := range p.editions {
		hits := 0
		form := formOf(e)
		for key := range keys {
			for _, b := range form.blocks {
				if b.known(key) {
					hits++
					break
				}
			}
		}
		if hits > most || hits == most && best != nil && year > 0 && e.Covers(year) {
			best, most = e, hits
		}
	}
	switch {
	case best != nil:
		return best
	case year > 0:
		return p.editions.ForYear(year)
	}
	return p.editions[len(p.editions)-1]
}

// item places a paragraph or a row.
func (p *placing) item(it *item) {
	if it.row != nil {
		if p.cells(it.row, false) {
			p.sawTable()
			return
		}
		p.endRow()
		p.strangeRow(trimBlank(it.row))
		return
	}
	if heading, rest := p.onOneLine(it); heading != nil {
		p.item(heading)
		p.item(rest)
		return
	}
	if p.part != nil && p.part.section != nil && p.part.section.Table != nil && p.heading(it) == nil && p.cells([]string{it.text}, true) {
		p.sawTable()
		return
	}
	p.endRow()
	if s := p.heading(it); s != nil {
		p.open(s)
		return
	}
	if p.part == nil {
		p.front = append(p.front, *it)
		return
	}
	if p.subheading(it) {
		return
	}
	p.paragraph(it)
}

// strangeRow takes a row that is in none of the form's tables. A table of one
// cell is only a frame around paragraphs.
func (p *placing) strangeRow(cells []string) {
	if len(cells) == 1 {
		for _, line := range splitLines(cells[0]) {
			if line = trim(line); line != "" {
				p.item(&item{text: line})
			}
		}
		return
	}
	if len(cells) > 0 {
		p.unplaced(strings.Join(cells, "\t"))
	}
}

func (p *placing) sawTable() {
	if p.part != nil {
		p.part.rows = true
	}
}

// paragraph adds prose to the section that is open.
func (p *placing) paragraph(it *item) {
	text := model.Escape(it.text)
	if p.part == nil {
		p.front = append(p.front, *it)
		return
	}
	part := p.part
	if part.section != nil && part.section.Table != nil {
		part.note = append(part.note, text)
		if !part.rows {
			part.before = len(part.note)
		}
		return
	}
	if own := p.edition.Text(it.id); own != nil && it.id.Section() == part.text.Section() && !p.subtitled(it.id) {
		// The program's own file says whose paragraph it is; what a clerk wrote
		// behind it in Word has no address and follows it.
		part.text, part.headed = it.id, true
	} else if !part.headed {
		part.loose = append(part.loose, *it)
		return
	}
	p.add(part.text, text)
}

// subtitled says that a text has a subheading in this document. Texts that are a
// whole section have the section's id and no subheading.
func (p *placing) subtitled(id model.Ref) bool {
	return strings.Contains(string(id), "/") && p.titled(string(id))
}

// close gives the prose before a section's first subheading to the texts that
// have no subheading here, in the form's order.
func (p *placing) close(part *partPlace) {
	if part == nil || len(part.loose) == 0 {
		return
	}
	var free []*model.Text
	if part.section != nil {
		for i := range part.section.Texts {
			if t := &part.section.Texts[i]; !p.subtitled(t.ID) && p.texts[t.ID] == nil {
				free = append(free, t)
			}
		}
	}
	id := model.Ref(part.id)
	switch {
	case len(free) > 0:
		id = free[0].ID
	case part.section != nil: // every text has its subheading: this is one of the report's own
		part.own++
		id = model.Ref(fmt.Sprintf("%s/part-%d", part.id, part.own))
		p.outline = slices.Insert(p.outline, part.at, model.Heading{ID: string(id)})
		p.titles[string(id)] = true
	}
	for i, it := range part.loose {
		if next := opened(free, it.text); next > 0 && i > 0 {
			free = free[next:]
			id = free[0].ID
		}
		p.add(id, model.Escape(it.text))
	}
}

// titled says that a section's title or a text's subheading has been seen.
func (p *placing) titled(id string) bool { return p.titles[id] }

// opened finds which of the texts behind the first a paragraph opens by its
// first words, 0 if none.
func opened(texts []*model.Text, text string) int {
	_, _, words := splitMark(text)
	first := plain(words)
	if end := strings.IndexAny(first, ",。;:"); end >= 0 {
		first = first[:end]
	}
	if len([]rune(first)) > 30 {
		return 0
	}
	for i := 1; i < len(texts); i++ {
		for _, word := range texts[i].Opens {
			if strings.Contains(first, word) {
				return i
			}
		}
	}
	return 0
}

func (p *placing) add(id model.Ref, text string) {
	b := p.texts[id]
	if b == nil {
		b = &strings.Builder{}
		p.texts[id] = b
	} else {
		b.WriteByte('\n')
	}
	b.WriteString(text)
}

// number puts a value into a cell. A second value for the same cell is kept
// aside: which one is right is not for the program to say.
func (p *placing) number(ref model.Ref, value string) {
	n := model.ParseNumber(value)
	c := p.edition.Cell(ref)
	if p.placed[ref] {
		if have := p.report.Numbers[ref]; !have.Equal(n) {
			p.unplaced(c.Name() + "\t" + value)
			p.note("“%s”在文件里出现了两次（%s 和 %s），用的是前一个，请核对。", c.Name(), have, value)
		}
		return
	}
	p.placed[ref], p.tables = true, true
	if !n.Blank() || c.Optional() {
		p.report.Numbers[ref] = n
	}
}

// unplaced keeps a line that found no place.
func (p *placing) unplaced(line string) {
	p.report.Unplaced = append(p.report.Unplaced, line)
}

// keep puts a label that turned out to be prose back among the prose.
func (p *placing) keep(text string) { p.paragraph(&item{text: text}) }

func (p *placing) recognised() bool {
	return p.tables || len(p.outline) >= 2 || len(p.outline) >= 1 && p.report.Title != ""
}
