package model

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/model/reading"
)

// Claim says which cells a statement of the prose speaks of: one of the sums, so that
// 收到 may tell the new applications, or these and the ones carried in.
type Claim struct {
	Of    string   `json:"of"`              // what is counted, and
	Said  []string `json:"said"`            // what is said of it: tags of package reading
	Sums  [][]Ref  `json:"sums,omitempty"`  // one of them is the number
	Rest  []Ref    `json:"rest,omitempty"`  // 均已办结: these must be 0
	Units []string `json:"units,omitempty"` // the counting words, if fewer than the rule's
	Some  bool     `json:"some,omitempty"`  // the cells count more than this: the number may be less
	Name  string   `json:"name"`            // the cells in a finding
}

// told finds numbers of the prose that are none of the table's.
func (c *checking) told() {
	for _, s := range c.statements() {
		if s.Denies || s.Claims {
			continue
		}
		claim := c.Edition.claim(s.Statement)
		if claim == nil {
			continue
		}
		n, ok := c.asked(claim, s.Number)
		if !ok {
			continue
		}
		c.hold(s, claim, n)
	}
}

// hold holds a number that the prose tells against the claim's cells.
func (c *checking) hold(s statement, claim *Claim, n Number) {
	said, differs, known := c.differs(claim, n)
	if !known {
		c.looked(0, 1)
		return
	}
	c.compared(s.in.id, s.words(), said, !differs)
	if differs {
		c.report(fmt.Sprintf("“%s”与表格不一致：%s。", s.words(), said), append([]Ref{s.in.id}, claim.Sums[0]...)...).Words = s.words()
	}
}

// asked is a number as the claim's cells have it: without a counting word, or an amount in
// their unit.
func (c *checking) asked(claim *Claim, n reading.Number) (Number, bool) {
	cell := c.Edition.Cell(claim.Sums[0][0])
	if cell.As() != "amount" {
		units := c.rule.Words
		if claim.Units != nil {
			units = claim.Units
		}
		return ParseNumber(n.Digits), slices.Contains(units, n.Unit)
	}
	unit := cell.Unit()
	if unit == "" { // the cell holds its own
		unit = c.typed(cell).Unit()
	}
	return ParseNumber(n.Digits + n.Unit).In(unit)
}

// denied finds what the prose denies or claims against the table.
func (c *checking) denied() {
	for _, s := range c.statements() {
		claim := c.Edition.claim(s.Statement)
		switch {
		case claim == nil:
		case s.Denies:
			c.hold(s, claim, Int(0))
		case s.Claims && claim.Rest != nil:
			c.rest(s, claim)
		}
	}
}

// rest holds what the prose says of all against the cells that must then be 0.
func (c *checking) rest(s statement, claim *Claim) {
	sum, ok := c.printed(claim.Rest...)
	if !ok {
		c.looked(0, 1)
		return
	}
	var said []string
	for _, ref := range claim.Rest {
		if n, ok := c.printed(ref); ok && (n.Sign() != 0) == (sum.Sign() != 0) {
			said = append(said, c.Edition.Cell(ref).RowName()+c.groupName(ref)+" "+n.String())
		}
	}
	c.compared(s.in.id, s.words(), strings.Join(said, "，"), sum.Sign() == 0)
	if sum.Sign() != 0 {
		c.report(fmt.Sprintf("“%s”与表格不一致：%s。", s.words(), strings.Join(said, "，")), append([]Ref{s.in.id}, claim.Rest...)...).Words = s.words()
	}
}

// groupName is the column of a cell where its row alone does not say what it is.
func (c *checking) groupName(ref Ref) string {
	if cell := c.Edition.Cell(ref); cell.Column.Sum == nil {
		return cell.ColumnName()
	}
	return ""
}

// differs compares a number with each sum of a claim; said is the sum that it is, or all
// of them. A number that is none of the sums that are known is not held against the rest.
func (c *checking) differs(claim *Claim, n Number) (said string, differs, known bool) {
	var sums []string
	known = true
	for _, refs := range claim.Sums {
		sum, ok := c.printed(refs...)
		if ok && (sum.Cmp(n) == 0 || claim.Some && sum.Cmp(n) > 0) {
			return claim.Name + "是 " + sum.With(n.Unit()).String(), false, true
		}
		if known = known && ok; !ok {
			continue
		}
		text := sum.With(n.Unit()).String()
		if !slices.Contains(sums, text) {
			sums = append(sums, text)
		}
	}
	return claim.Name + "是 " + strings.Join(sums, " 或 "), len(sums) > 0, known
}

// statement is what a text says.
type statement struct {
	reading.Statement
	in *passage
}

// words are a statement's own.
func (s statement) words() string { return s.in.Words(s.From, s.To) }

// statements are what all the prose says, once for all rules.
func (c *checking) statements() []statement {
	if c.said != nil {
		return c.said
	}
	c.said = make([]statement, 0, 64)
	for i := range c.prose {
		p := &c.prose[i]
		for _, s := range p.said {
			if c.ofOwn(s.Of) {
				c.said = append(c.said, statement{s, p})
			}
		}
	}
	return c.said
}

// ofOwn says that a number of a whole county, or of what it does, is the body's own.
func (c *checking) ofOwn(place rune) bool {
	if place == 0 {
		return true
	}
	office, _ := cutSuffix(reading.Plain(trimSpace(c.Office)), []rune("办公室"))
	return lastRune(trimGovernment(office)) == place
}

// claim finds what a statement speaks of, nil if the form has no cell for it.
func (e *Edition) claim(s reading.Statement) *Claim {
	for i := range e.Claims {
		if k := &e.Claims[i]; k.Of == s.Subject && slices.Contains(k.Said, s.Act) && (k.Rest != nil) == s.Claims {
			return k
		}
	}
	return nil
}
