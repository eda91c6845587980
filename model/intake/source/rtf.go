package source

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"unicode"
)

// readRTF reads Rich Text Format: the text, then the footnotes.
func (d *Document) readRTF(data []byte) error {
	r := &rich{src: trimBOM(data), page: 936, fonts: map[int]int{}, styles: map[int]int{}, groupState: groupState{skip: 1}}
	if err := r.read(); err != nil {
		return err
	}
	blocks, err := r.loom.finish()
	if err != nil {
		return err
	}
	d.Title = r.title.String()
	for _, b := range append(blocks, r.notes...) {
		if err := d.add(b); err != nil {
			return err
		}
	}
	return nil
}

// rich is an RTF file being read.
type rich struct {
	groupState
	src    []byte
	stack  []groupState
	page   int         // code page of the file
	fonts  map[int]int // code page of each font, 0 for symbols
	font   int         // being defined, in the font table
	styles map[int]int // heading level of each style
	loom   loom
	text   bytes.Buffer // the open paragraph
	title  strings.Builder
	bytes  []byte // of the code page, not yet decoded
	half   bool   // the last of bytes is the first of a pair
	high   rune   // first half of a surrogate pair
	over   int    // characters still to pass over after a \u
	row    [2]rowForm
	after  []Block // text boxes of the open paragraph
	notes  []Block
	groups int

	styleName string // being read, in the style sheet
}

// groupState is what a group restores at its end.
type groupState struct {
	place   place
	face    int // font
	skip    int // \ucN: characters that stand in for a \u
	inTable bool
	depth   int // \itapN
	outline int // heading level
	deleted bool
	inner   bool // row definitions are a nested table's
	choice  bool // \upr: groups say the same twice
	saved   *saved
	style   int
	label   int // where in the text a list number began, plus one
}

// place is where text goes.
type place int

const (
	body place = iota
	nowhere
	fontTable
	styleSheet
	about // document properties
	titled
)

// saved is a paragraph interrupted by a text box or note.
type saved struct {
	loom  loom
	text  bytes.Buffer
	after []Block
	note  bool
}

// rowForm is a row's definition in the making.
type rowForm struct {
	strip
	next edged // merge marks of the next cell
}

var errGroups = errors.New("groups do not close")

func (r *rich) read() error {
	for len(r.src) > 0 {
		c := r.src[0]
		r.src = r.src[1:]
		var err error
		switch {
		case c == '{':
			err = r.begin()
		case c == '}':
			err = r.end()
		case c == '\\':
			err = r.control()
		case c == '\r', c == '\n', c == 0:
		case c >= 0x80 || r.half && c >= 0x40:
			r.byte(c)
		default:
			r.say(string(rune(c)))
		}
		if err != nil {
			return err
		}
		if r.groups == 0 { // what follows the last brace is no RTF
			break
		}
	}
	// A file cut short leaves groups open: half a report must not pass for one.
	if r.groups != 0 {
		return errGroups
	}
	if r.text.Len() > 0 {
		return r.paragraph(r.level())
	}
	return nil
}

func (r *rich) begin() error {
	r.flush()
	if r.groups++; r.groups > 10*depthLimit {
		return refuse(deep, nil)
	}
	r.stack = append(r.stack, r.groupState)
	if r.choice && r.place == body {
		r.place = nowhere
	}
	r.saved, r.label, r.over, r.choice = nil, 0, 0, false
	return nil
}

func (r *rich) end() error {
	r.flush()
	if len(r.stack) == 0 {
		return errGroups
	}
	if r.label > 0 && r.label-1 <= r.text.Len() {
		r.relabel()
	}
	if r.place == styleSheet && r.styleName != "" {
		r.defineStyle()
	}
	if s := r.saved; s != nil {
		if r.text.Len() > 0 {
			if err := r.paragraph(r.level()); err != nil {
				return err
			}
		}
		blocks, err := r.loom.finish()
		if err != nil {
			return err
		}
		r.loom, r.after, r.text = s.loom, s.after, s.text
		if s.note {
			r.notes = append(r.notes, blocks...)
		} else {
			r.after = append(r.after, blocks...)
		}
	}
	r.groupState = r.stack[len(r.stack)-1]
	r.stack = r.stack[:len(r.stack)-1]
	r.groups--
	r.over = 0
	return nil
}

// relabel sets a list number as the docx reader does: no bullet, no tab.
func (r *rich) relabel() {
	label := strings.Trim(string(r.text.Bytes()[r.label-1:]), "\t ")
	if !strings.ContainsFunc(label, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsNumber(c) }) {
		label = ""
	}
	r.text.Truncate(r.label - 1)
	r.text.WriteString(set(label, "tab"))
}

// defineStyle notes whether the style just read is a heading, by its outline
// level or its name.
func (r *rich) defineStyle() {
	name := strings.TrimSpace(strings.TrimSuffix(r.styleName, ";"))
	if m := headingName.FindStringSubmatch(name); m != nil && r.outline == 0 {
		r.outline = int(m[1][0] - '0')
	}
	if len(r.styles) < 4096 {
		r.styles[r.style] = r.outline
	}
	r.styleName = ""
}

// control reads a control symbol or word after its backslash.
func (r *rich) control() error {
	if len(r.src) == 0 {
		return nil
	}
	c := r.src[0]
	if c < 'A' || c > 'z' || c > 'Z' && c < 'a' {
		r.src = r.src[1:]
		return r.symbol(c)
	}
	n := 0
	for n < len(r.src) && n < 32 && (r.src[n]|0x20) >= 'a' && (r.src[n]|0x20) <= 'z' {
		n++
	}
	name := string(r.src[:n])
	r.src = r.src[n:]
	n = 0
	if n < len(r.src) && r.src[n] == '-' {
		n++
	}
	for n < len(r.src) && n < 11 && '0' <= r.src[n] && r.src[n] <= '9' {
		n++
	}
	value, err := strconv.Atoi(string(r.src[:n]))
	given := err == nil
	r.src = r.src[n:]
	if len(r.src) > 0 && r.src[0] == ' ' {
		r.src = r.src[1:]
	}
	if name == "bin" {
		r.src = r.src[min(max(value, 0), len(r.src)):]
		return nil
	}
	if r.over > 0 {
		r.over--
		return nil
	}
	if name != "u" {
		r.flush()
	}
	return r.word(name, value, given)
}

// symbol takes a control symbol.
func (r *rich) symbol(c byte) error {
	switch c {
	case '\'':
		if len(r.src) < 2 {
			r.src = nil
			return nil
		}
		b, err := strconv.ParseUint(string(r.src[:2]), 16, 8)
		if err != nil {
			return nil
		}
		r.src = r.src[2:]
		r.byte(byte(b))
	case '\\', '{', '}':
		r.say(string(rune(c)))
	case '~':
		r.say("\u00a0")
	case '_':
		r.say("-")
	case '\r', '\n':
		r.flush()
		return r.paragraph(r.level())
	case '*':
		// The destination is optional: skipped unless its word is known.
		if word, known := optional(r.src); !known {
			r.place = nowhere
		} else if word == "ud" && len(r.stack) > 0 {
			r.place = r.stack[len(r.stack)-1].place
		}
	}
	return nil
}

// optional reports whether an optional destination holds text to be read.
func optional(src []byte) (string, bool) {
	src = bytes.TrimLeft(src, "\r\n ")
	for _, word := range []string{"ud", "shpinst", "nesttableprops"} {
		if rest, ok := bytes.CutPrefix(src, []byte(`\`+word)); ok && (len(rest) == 0 || rest[0]|0x20 < 'a' || rest[0]|0x20 > 'z') {
			return word, true
		}
	}
	return "", false
}

// level is how deep in tables the open paragraph stands.
func (r *rich) level() int {
	if r.depth > 0 {
		return r.depth
	}
	if r.inTable {
		return 1
	}
	return 0
}

// paragraph finishes the open paragraph.
func (r *rich) paragraph(depth int) error {
	if r.place != body {
		return nil
	}
	b := Block{Text: r.text.String(), Level: r.outline}
	r.text.Reset()
	after := r.after
	r.after = nil
	for _, b := range append([]Block{b}, after...) {
		if err := r.loom.add(depth, b); err != nil {
			return err
		}
	}
	return nil
}
