package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// numbering resolves automatic list numbers to text, so that a heading's
// 一、 that Word counted by itself is not lost. The doc reader uses it too.
type numbering struct {
	lists   map[string]*list   // by numId
	designs map[string]*design // by abstractNumId
	named   map[string]*design // by the numbering style that they define
}

// list is an instance of a design that may begin anew.
type list struct {
	design string
	start  [9]int  // override of the first number
	anew   [9]bool // which levels are overridden and not yet begun
	own    [9]*rank
}

// design is how nine levels count and look. Lists of one design count on.
type design struct {
	ranks  [9]rank
	counts [9]int
	begun  [9]bool
	link   string // name of the numbering style that really defines it
	named  string // name of the numbering style that it defines
}

// rank is one level of a list.
type rank struct {
	format  string // "decimal", "chineseCounting", …
	text    string // "第%1条"
	suffix  string // "tab" or "", "space", "nothing"
	style   string // id of the paragraph style that enters at this level
	first   int
	restart int  // begins anew after this level (1-based); -1 is the level above, 0 never
	legal   bool // all numbers in it are decimal
}

// readNumbering reads numbering.xml.
func (w *word) readNumbering(data []byte) error {
	n := &w.numbers
	n.lists, n.designs = map[string]*list{}, map[string]*design{}
	var d *design
	var l *list
	var at int
	var level *rank
	return walk(data, func(e token, _ *tokens) error {
		val := e.attr("val")
		switch e.name {
		case "abstractNum":
			if len(n.designs) >= listLimit {
				return refuse(tooMuch, nil)
			}
			d, l, level = &design{}, nil, nil
			n.designs[e.attr("abstractNumId")] = d
		case "num":
			d, l, level = nil, &list{}, nil
			n.lists[e.attr("numId")] = l
		case "lvl":
			at = min(count(e.attr("ilvl"), 0), 8)
			level = &rank{first: 0, restart: -1, format: "decimal"}
			if d != nil {
				level = &d.ranks[at]
				*level = rank{restart: -1, format: "decimal"}
			} else if l != nil {
				l.own[at] = level
			}
		case "lvlOverride":
			at = min(count(e.attr("ilvl"), 0), 8)
		}
		switch {
		case l != nil && e.name == "abstractNumId":
			l.design = val
		case l != nil && e.name == "startOverride":
			l.start[at], l.anew[at] = number(val), true
		case d != nil && e.name == "numStyleLink":
			d.link = val
		case d != nil && e.name == "styleLink":
			d.named = val
		}
		if level != nil {
			level.note(e.name, val)
		}
		return nil
	})
}

// note takes down an element of a w:lvl.
func (r *rank) note(name, val string) {
	switch name {
	case "start":
		r.first = number(val)
	case "numFmt":
		r.format = val
	case "lvlText":
		r.text = val
	case "suff":
		r.suffix = val
	case "pStyle":
		r.style = val
	case "lvlRestart":
		r.restart = number(val)
	case "isLgl":
		r.legal = val != "0" && val != "false"
	}
}

// number is a number in an attribute, 0 if it is none.
func number(s string) int {
	n := 0
	for _, c := range s {
		if c < '0' || '9' < c || n > 1<<20 {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// find is the list and its design, which a numbering style may stand for.
func (n *numbering) find(id string) (*list, *design) {
	l := n.lists[id]
	if l == nil {
		return nil, nil
	}
	d := n.designs[l.design]
	if d != nil && d.link != "" {
		if n.named == nil {
			n.named = map[string]*design{}
			for _, other := range n.designs {
				n.named[other.named] = other
			}
		}
		if other := n.named[d.link]; other != nil {
			return l, other
		}
	}
	return l, d
}

// rankOf is the level of the list that names the paragraph style.
func (n *numbering) rankOf(id, style string) (int, bool) {
	_, d := n.find(id)
	if d == nil || style == "" {
		return 0, false
	}
	for i := range d.ranks {
		if d.ranks[i].style == style {
			return i, true
		}
	}
	return 0, false
}

// label counts the list's level on and is the number as text, with what
// parts it from the paragraph; "" for bullets and for no list.
func (n *numbering) label(id string, at int) string {
	l, d := n.find(id)
	if d == nil {
		return ""
	}
	level := func(i int) *rank {
		if l.own[i] != nil {
			return l.own[i]
		}
		return &d.ranks[i]
	}
	for i := 0; i <= at; i++ {
		switch {
		case l.anew[i]:
			d.counts[i], l.anew[i] = l.start[i], false
		case !d.begun[i]:
			d.counts[i] = level(i).first
		case i == at:
			d.counts[i]++
		}
		d.begun[i] = true
	}
	for i := at + 1; i < 9; i++ {
		if r := level(i).restart; r < 0 || r > at {
			d.begun[i] = false
		}
	}
	r := level(at)
	if r.format == "bullet" || len(r.text) > longestLabel {
		return ""
	}
	var text strings.Builder
	for s := r.text; s != ""; {
		c, size := utf8.DecodeRuneInString(s)
		s = s[size:]
		if c != '%' || s == "" || s[0] < '1' || s[0] > '9' {
			text.WriteRune(c)
			continue
		}
		i := int(s[0] - '1')
		s = s[1:]
		format := level(i).format
		if r.legal {
			format = "decimal"
		}
		text.WriteString(ordinal(format, d.counts[i]))
	}
	return set(text.String(), r.suffix)
}

// longestLabel is more bytes than any number of a list takes.
const longestLabel = 200

// set parts a number from its text the way the page shows it: a number that
// ends in punctuation needs nothing.
func set(label, suffix string) string {
	last, _ := utf8.DecodeLastRuneInString(label)
	if label == "" || suffix == "nothing" {
		return label
	}
	if suffix == "space" || unicode.IsLetter(last) || unicode.IsNumber(last) {
		return label + " "
	}
	return label
}
