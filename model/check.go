package model

import "nianbao/model/reading"

// Rule is one check of an edition, as data: a kind from the closed list of
// checks and the lines, cells, texts or words that it is about.
type Rule struct {
	ID      string   `json:"id"`
	Level   Level    `json:"level"`
	Kind    string   `json:"kind"`
	Table   string   `json:"table,omitempty"`
	Row     string   `json:"row,omitempty"`
	From    string   `json:"from,omitempty"`   // carry: last year's row
	Column  string   `json:"column,omitempty"` // roll, over
	Over    string   `json:"over,omitempty"`   // over: the column that is not to be exceeded
	Left    []string `json:"left,omitempty"`   // balance: rows whose sum …
	Right   []string `json:"right,omitempty"`  // … equals the sum of these
	Last    []string `json:"last,omitempty"`   // roll: last year's columns that are added,
	Plus    []string `json:"plus,omitempty"`   // this year's that are added
	Minus   []string `json:"minus,omitempty"`  // and taken away
	Cells   []Ref    `json:"cells,omitempty"`  // pair, exceeds
	Of      []Ref    `json:"of,omitempty"`     // exceeds: what is not to be exceeded, this year and last
	Kinds   []Kind   `json:"kinds,omitempty"`  // forbidden: the bodies concerned
	Section string   `json:"section,omitempty"`
	Texts   []Ref    `json:"texts,omitempty"`
	Words   []string `json:"words,omitempty"`
	Limit   int      `json:"limit,omitempty"`
	Least   int      `json:"least,omitempty"`
	Share   int      `json:"share,omitempty"`   // unchanged: per cent of a paragraph
	Except  []Ref    `json:"except,omitempty"`  // unchanged: texts that may stay the same
	Says    []string `json:"says,omitempty"`    // the form's own words in the finding, as many as phrases tells
	Typos   string   `json:"typos,omitempty"`   // slips: the list of miswritings
	Doubles string   `json:"doubles,omitempty"` // slips: the list of words that are written twice by mistake, or rightly so
	Owns    []string `json:"owns,omitempty"`    // foreign: what a body has for itself
	Not     []string `json:"not,omitempty"`     // foreign: words in whose sentence others are told of
	Due     Day      `json:"due,omitempty"`     // due: the day of the year after the report's

	words   [][]rune // Words, folded
	typos   *typos   // of the list
	doubles *doubles // of the list
}

// checking is one run over a report.
type checking struct {
	*Report
	*figures
	desk   Desk
	last   *figures       // of last year's report, or nil
	before map[Ref]string // last year's texts
	parts  []Part
	prose  []passage
	rule   *Rule
	found  []Finding
}

// checks is the closed list of kinds of rule.
var checks = map[string]func(*checking){
	"row-sum":    (*checking).rowSum,
	"column-sum": (*checking).columnSum,
	"balance":    (*checking).balance,
	"number":     (*checking).number,
	"blank":      (*checking).blank,
	"unit":       (*checking).unit,
	"no-unit":    (*checking).noUnit,
	"forbidden":  (*checking).forbidden,
	"over":       (*checking).over,
	"pair":       (*checking).pair,
	"exceeds":    (*checking).exceeds,
	"carry":      (*checking).carry,
	"roll":       (*checking).roll,
	"jump":       (*checking).jump,
	"required":   (*checking).required,
	"titles":     (*checking).titles,
	"order":      (*checking).order,
	"edition":    (*checking).edition,
	"length":     (*checking).length,
	"phrases":    (*checking).phrases,
	"bare":       (*checking).bare,
	"unchanged":  (*checking).unchanged,
	"told":       (*checking).told,
	"denied":     (*checking).denied,
	"parts":      (*checking).partSums,
	"percent":    (*checking).percents,
	"stale":      (*checking).stale,
	"slips":      (*checking).slips,
	"private":    (*checking).private,
	"untold":     (*checking).untold,
	"foreign":    (*checking).foreign,
	"due":        (*checking).due,
}

// phrases says how many words of the form's own a kind of rule fills into its
// sentence.
var phrases = map[string]int{"row-sum": 1, "column-sum": 1, "balance": 2, "carry": 2, "exceeds": 2, "bare": 1}

// Check runs every rule of the report's edition. last is the report of the year
// before, nil if it is not at hand; a report of any other year is not compared.
// A rule whose inputs are missing finds nothing.
func Check(r, last *Report) []Finding { return Desk{}.Check(r, last) }

// Check is Check with what is known at a desk.
func (d Desk) Check(r, last *Report) []Finding {
	c := &checking{Report: r, desk: d, figures: newFigures(r), parts: r.Parts()}
	if last != nil && last.Year == r.Year-1 {
		c.last, c.before = newFigures(last), last.Texts
	}
	c.readProse()
	for i := range r.Edition.Rules {
		c.rule = &r.Edition.Rules[i]
		checks[c.rule.Kind](c)
	}
	for i := range c.found {
		if f := &c.found[i]; f.Level != Error && len(r.Accepted) > 0 {
			f.Accepted = r.Accepted[f.Key()]
		}
	}
	sortFindings(r, c.found)
	return c.found
}

// passage is a text as it is printed, with the section that it stands in.
type passage struct {
	id      Ref
	section string
	text    string
	read    *reading.Text // once a rule asks for it
}

// readProse gathers the printed prose in order, once for all rules.
func (c *checking) readProse() {
	if e := c.Edition; e.Preface != nil {
		c.prose = append(c.prose, passage{id: e.Preface.ID, text: c.Prose(e.Preface.ID)})
	}
	for _, p := range c.parts {
		for _, t := range p.Texts {
			c.prose = append(c.prose, passage{id: t.ID, section: p.ID, text: c.Prose(t.ID)})
		}
	}
}

// reading takes a passage apart, once for all rules.
func (c *checking) reading(p *passage) *reading.Text {
	if p.read == nil {
		p.read = reading.Read(p.text, c.Year)
	}
	return p.read
}

func (c *checking) report(text string, at ...Ref) *Finding {
	c.found = append(c.found, Finding{Rule: c.rule.ID, Level: c.rule.Level, At: at, Text: text})
	return &c.found[len(c.found)-1]
}

// Takes says that a number is of the kind that the cell takes. A count with a unit
// of money is no count: 3万元 are not 3 cases.
func (c *Cell) Takes(n Number) bool {
	if c.whole && n.unit != "" && n.money() || n.coef >= maxTyped && !c.Total() && n.huge() {
		return false
	}
	return n.state == readable && (n.coef >= 0 || c.signed) && (!c.whole || n.Whole())
}
