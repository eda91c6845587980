package source

import (
	"bytes"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var charsetClaim = regexp.MustCompile(`(?i)charset\s*=\s*["']?([\w-]+)`)

// readHTML reads a page in the order of its source. It works on the tokens,
// not on a tree: pages as clerks save them are too broken for a tree to be
// worth more, and tokens take linear time.
func (d *Document) readHTML(data []byte) error {
	label := ""
	if m := charsetClaim.FindSubmatch(data[:min(len(data), 4096)]); m != nil {
		label = string(m[1])
	}
	text, err := decode(data, label)
	if err != nil {
		return err
	}
	if strings.Count(text, "<")+strings.Count(text, "=") > markLimit {
		return refuse(tooMuch, nil)
	}
	p := &page{doc: d, tokens: html.NewTokenizer(strings.NewReader(text))}
	if err := p.read(); err != nil {
		return err
	}
	for _, b := range p.flow {
		if err := d.add(b); err != nil {
			return err
		}
	}
	return nil
}

// page is an HTML file being read.
type page struct {
	doc    *Document
	tokens *html.Tokenizer
	flow   []Block // finished blocks outside tables
	frames []*frame
	text   bytes.Buffer // the open paragraph
	space  bool         // white space seen and not yet written
	broken bool         // with a line end in it
	level  int
	number string // of a list item, due before its first text
	pre    int
	refs   []reference // open elements with an address
	lists  []*counter
	hidden atom.Atom // element whose text is dropped
}

// reference is an open element with a data-ref attribute.
type reference struct {
	tag  atom.Atom
	id   string
	deep int // elements of the same tag open within it
}

// counter is an open list.
type counter struct {
	format string // "" for bullets
	next   int
}

// blockTags begin and end paragraphs.
var blockTags = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Header: true,
	atom.Footer: true, atom.Main: true, atom.Aside: true, atom.Nav: true, atom.Body: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true,
	atom.Pre: true, atom.Blockquote: true, atom.Center: true, atom.Form: true, atom.Fieldset: true,
	atom.Legend: true, atom.Hr: true, atom.Address: true, atom.Figure: true, atom.Figcaption: true,
	atom.Table: true, atom.Tr: true, atom.Td: true, atom.Th: true, atom.Caption: true,
	atom.Option: true, atom.Details: true, atom.Summary: true, atom.Html: true, atom.Head: true,
}

func (p *page) read() error {
	for {
		switch p.tokens.Next() {
		case html.ErrorToken:
			if err := p.tokens.Err(); err != io.EOF {
				return err
			}
			p.paragraph()
			for len(p.frames) > 0 {
				if err := p.endTable(); err != nil {
					return err
				}
			}
			return nil
		case html.TextToken:
			p.say(p.tokens.Token().Data)
		case html.StartTagToken, html.SelfClosingTagToken:
			if err := p.start(p.tokens.Token()); err != nil {
				return err
			}
		case html.EndTagToken:
			if err := p.end(p.tokens.Token().DataAtom); err != nil {
				return err
			}
		}
	}
}

func (p *page) start(t html.Token) error {
	tag := t.DataAtom
	if p.hidden != 0 {
		return nil
	}
	if title := attribute(t, "title"); tag == atom.Div && t.Type == html.StartTagToken && (title == "header" || title == "footer") {
		p.hidden = tag // what a word processor repeats on each page: its number is no prose
		return nil
	}
	switch tag {
	case atom.Script, atom.Style, atom.Template, atom.Iframe:
		if t.Type == html.StartTagToken {
			p.hidden = tag
		}
		return nil
	case atom.Title:
		p.hidden = tag
		return nil
	case atom.Meta:
		p.doc.prop(attribute(t, "name"), attribute(t, "content"))
		return nil
	case atom.Br:
		p.trim()
		p.text.WriteByte('\n')
		return nil
	}
	if blockTags[tag] {
		p.paragraph()
	}
	p.open(tag, attribute(t, "data-ref"))
	switch tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		p.level = int(t.Data[1] - '0')
	case atom.Pre:
		p.pre++
	case atom.Ol, atom.Ul:
		p.list(t)
	case atom.Li:
		p.item(t)
	case atom.Table, atom.Tr, atom.Td, atom.Th:
		return p.tableTag(t)
	}
	return nil
}

func (p *page) end(tag atom.Atom) error {
	if p.hidden != 0 {
		if tag == p.hidden {
			p.hidden = 0
		}
		return nil
	}
	if blockTags[tag] {
		p.paragraph()
	}
	p.shut(tag)
	switch tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		p.level = 0
	case atom.Pre:
		p.pre = max(p.pre-1, 0)
	case atom.Li:
		p.number = ""
	case atom.Ol, atom.Ul:
		if n := len(p.lists); n > 0 {
			p.lists = p.lists[:n-1]
		}
	case atom.Table:
		return p.endTable()
	}
	return nil
}

// open notes an address, which holds for all blocks until its element ends.
func (p *page) open(tag atom.Atom, id string) {
	if n := len(p.refs); n > 0 && p.refs[n-1].tag == tag && tag != 0 {
		if tag == atom.P || tag == atom.Li || tag == atom.Tr || tag == atom.Td || tag == atom.Th {
			p.refs = p.refs[:n-1] // these need no end tag
		} else if tag != atom.Br && tag != atom.Hr {
			p.refs[n-1].deep++
		}
	}
	if id != "" && tag != atom.Hr && len(p.refs) < depthLimit {
		p.refs = append(p.refs, reference{tag: tag, id: id})
	}
}

// shut ends the innermost address if its element ends.
func (p *page) shut(tag atom.Atom) {
	n := len(p.refs)
	for i := n - 1; i >= 0; i-- {
		r := &p.refs[i]
		if r.tag != tag {
			continue
		}
		if r.deep > 0 {
			r.deep--
		} else {
			p.refs = p.refs[:i]
		}
		return
	}
}

// ref is the address in force.
func (p *page) ref() string {
	if n := len(p.refs); n > 0 {
		return p.refs[n-1].id
	}
	return ""
}

// list begins a list; the number formats that Chinese pages use are known.
func (p *page) list(t html.Token) {
	c := &counter{next: 1}
	if t.DataAtom == atom.Ol {
		c.format = "decimal"
		if n, err := strconv.Atoi(attribute(t, "start")); err == nil && n > 0 {
			c.next = n
		}
		style := attribute(t, "style")
		switch kind := attribute(t, "type"); {
		case strings.Contains(style, "cjk-ideographic"), strings.Contains(style, "chinese-informal"):
			c.format = "chineseCountingThousand"
		case strings.Contains(style, "list-style-type: none"), strings.Contains(style, "list-style-type:none"), strings.Contains(style, "list-style:none"):
			c.format = ""
		case kind == "a":
			c.format = "lowerLetter"
		case kind == "A":
			c.format = "upperLetter"
		case kind == "i":
			c.format = "lowerRoman"
		case kind == "I":
			c.format = "upperRoman"
		}
	}
	if len(p.lists) < depthLimit {
		p.lists = append(p.lists, c)
	}
}

// item begins a list item with its number.
func (p *page) item(t html.Token) {
	if len(p.lists) == 0 {
		return
	}
	c := p.lists[len(p.lists)-1]
	if n, err := strconv.Atoi(attribute(t, "value")); err == nil && n > 0 {
		c.next = n
	}
	switch c.format {
	case "":
	case "chineseCountingThousand":
		p.number = ordinal(c.format, c.next) + "、"
	default:
		p.number = ordinal(c.format, c.next) + "."
	}
	c.next++
}

// say takes text: white space collapses as on the page, but within Chinese a
// line end in the source is no space at all.
func (p *page) say(s string) {
	if p.hidden == atom.Title {
		p.doc.Title = strings.TrimSpace(s)
	}
	if p.hidden != 0 {
		return
	}
	if p.pre > 0 {
		p.text.WriteString(strings.ReplaceAll(s, "\r\n", "\n"))
		return
	}
	for s != "" {
		n := strings.IndexAny(s, " \t\r\n\f")
		if n < 0 {
			n = len(s)
		}
		if n > 0 {
			p.word(s[:n])
		}
		rest := strings.TrimLeft(s[n:], " \t\r\n\f")
		if gap := s[n : len(s)-len(rest)]; gap != "" {
			p.space = true
			p.broken = p.broken || strings.ContainsAny(gap, "\r\n")
		}
		s = rest
	}
}

// word writes a run without white space, after a space if one is due.
func (p *page) word(s string) {
	if p.space && p.text.Len() > 0 {
		before, _ := utf8.DecodeLastRune(p.text.Bytes())
		after, _ := utf8.DecodeRuneInString(s)
		if before != '\n' && !(p.broken && wide(before) && wide(after)) {
			p.text.WriteByte(' ')
		}
	}
	p.space, p.broken = false, false
	p.text.WriteString(s)
}

// wide reports whether r is Chinese writing or punctuation.
func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || 0x3000 <= r && r < 0x3040 || 0xff00 <= r && r < 0xff61 ||
		strings.ContainsRune("“”‘’—…", r)
}

// trim forgets white space before a line's end.
func (p *page) trim() { p.space, p.broken = false, false }

// paragraph finishes the open paragraph.
func (p *page) paragraph() {
	text := strings.Trim(p.text.String(), "\n")
	if p.pre > 0 {
		text = p.text.String()
	}
	p.text.Reset()
	p.trim()
	if !blank(text) {
		text, p.number = p.number+text, ""
		p.put(Block{Text: text, Level: p.level, ID: p.ref()})
	}
}

// attribute is the value of an attribute, or "".
func attribute(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
