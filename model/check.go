package model

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
	Spelt   string   `json:"spelt,omitempty"`   // slips: the list of phrases that are known by one character that is wrong
	Sounds  string   `json:"sounds,omitempty"`  // slips: the list of how characters sound
	Bodies  string   `json:"bodies,omitempty"`  // foreign: the list of words that show whose name a body's is
	Due     Day      `json:"due,omitempty"`     // due: the day of the year after the report's

	Name string   `json:"name,omitempty"` // in Chinese, and
	Help []string `json:"help,omitempty"` // what it asks, a line each; else from the list of rules

	words   *wording // Words
	typos   *typos   // of the list
	doubles *doubles // of the list
	spelt   *spellings
	bodies  *bodyWords
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
	said   []statement // of the prose, once a rule asks for it
	rule   *Rule
	found  []Finding

	verdict Verdict // of the rule, as far as it has been asked
	record  *Record // nil if none is kept
}

// checks is the closed list of kinds of rule, and what each looks at.
var checks = map[string]struct {
	run func(*checking)
	of  string
}{
	"row-sum":    {(*checking).rowSum, "行"},
	"column-sum": {(*checking).columnSum, "列"},
	"balance":    {(*checking).balance, "列"},
	"number":     {(*checking).number, "格"},
	"blank":      {(*checking).blank, "格"},
	"unit":       {(*checking).unit, "格"},
	"no-unit":    {(*checking).noUnit, "格"},
	"forbidden":  {(*checking).forbidden, "格"},
	"over":       {(*checking).over, "行"},
	"pair":       {(*checking).pair, "处"},
	"exceeds":    {(*checking).exceeds, "处"},
	"carry":      {(*checking).carry, "列"},
	"roll":       {(*checking).roll, "行"},
	"jump":       {(*checking).jump, "格"},
	"required":   {(*checking).required, "个部分"},
	"titles":     {(*checking).titles, "个标题"},
	"order":      {(*checking).order, "个部分"},
	"edition":    {(*checking).edition, "处"},
	"length":     {(*checking).length, "个部分"},
	"phrases":    {(*checking).phrases, "段"},
	"bare":       {(*checking).bare, "个部分"},
	"unchanged":  {(*checking).unchanged, "段"},
	"told":       {(*checking).told, "处"},
	"denied":     {(*checking).denied, "处"},
	"parts":      {(*checking).partSums, "处"},
	"percent":    {(*checking).percents, "处"},
	"stale":      {(*checking).stale, "段"},
	"slips":      {(*checking).slips, "段"},
	"private":    {(*checking).private, "段"},
	"untold":     {(*checking).untold, "处"},
	"foreign":    {(*checking).foreign, "段"},
	"banned":     {(*checking).banned, "段"},
	"unseen":     {(*checking).unseen, "段"},
	"due":        {(*checking).due, "处"},
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
	return d.run(r, last, nil).found
}

// run asks every rule; a record is kept if there is one.
func (d Desk) run(r, last *Report, record *Record) *checking {
	c := &checking{Report: r, desk: d, figures: newFigures(r), parts: r.Parts(), record: record}
	if last != nil && last.Year == r.Year-1 {
		c.last, c.before = newFigures(last), last.Texts
	}
	c.readProse()
	for i := range r.Edition.Rules {
		c.rule = &r.Edition.Rules[i]
		c.verdict = Verdict{Rule: c.rule}
		checks[c.rule.Kind].run(c)
		if record != nil {
			record.Verdicts = append(record.Verdicts, c.verdict)
		}
	}
	for i := range c.found {
		if f := &c.found[i]; f.Level != Error && len(r.Accepted) > 0 {
			f.Accepted = r.Accepted[f.Key()]
		}
	}
	sortFindings(r, c.found)
	return c
}

// looked notes places that the rule could look at, and places that it could not.
func (c *checking) looked(held, missed int) {
	c.verdict.Held, c.verdict.Missed = c.verdict.Held+held, c.verdict.Missed+missed
}

// lacks notes why the rule cannot be asked.
func (c *checking) lacks(why string) { c.verdict.Lacks = why }

// lookedThrough notes that every text was looked through.
func (c *checking) lookedThrough() {
	for _, t := range c.prose {
		if t.text != "" {
			c.looked(1, 0)
		}
	}
}

// compared notes that words of the prose were held against something.
func (c *checking) compared(at Ref, words, with string, holds bool) {
	c.looked(1, 0)
	if c.record != nil {
		c.record.Compared = append(c.record.Compared, Compared{at, words, with, holds})
	}
}

// noLast is why rules about two years cannot be asked.
const noLast = "没有载入去年的报告"

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
