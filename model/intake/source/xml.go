package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/tdewolff/parse/v2"
	lexer "github.com/tdewolff/parse/v2/xml"
)

// tokens reads the XML of a part, which is within limits and UTF-8, to a limited depth. The
// library cuts it up and takes whatever comes; here it is seen to be sound. It takes and
// refuses what the standard library's decoder does, which the tests hold it to, at a part of
// the cost: a workbook is a few numbers among thousands of tags. Names stand without their
// prefixes, comments and instructions are passed over.
type tokens struct {
	from  *lexer.Lexer
	open  [][]byte // the elements begun, by their names with prefixes
	depth int
	void  bool // the element begun last has ended as well
	names map[string]string
	attrs []pair // room for those of the next elements
	err   error  // of the data as a whole
}

// token is an element's start or end, or text.
type token struct {
	kind  kind
	name  string // of a start: the element's
	attrs []pair
	text  []byte
}

// pair is an attribute as it stands.
type pair struct{ key, raw []byte }

type kind uint8

const (
	starts kind = iota
	ends
	says
)

var errXML = errors.New("no XML")

func bad(what string) (token, error) { return token{}, fmt.Errorf("%w: %s", errXML, what) }

func newTokens(data []byte) *tokens {
	r := &tokens{names: map[string]string{}, from: lexer.NewLexer(parse.NewInputBytes(data))}
	if !characters(data) {
		_, r.err = bad("character")
	}
	return r
}

// next is the next token, io.EOF after the last.
func (r *tokens) next() (token, error) {
	if r.err != nil {
		return token{}, r.err
	}
	if r.void {
		r.void = false
		return r.end(), nil
	}
	for {
		switch what, raw := r.from.Next(); what {
		case lexer.ErrorToken:
			if r.depth > 0 || r.from.Err() != io.EOF {
				return bad("end")
			}
			return token{}, io.EOF
		case lexer.TextToken:
			if bytes.Contains(raw, []byte("]]>")) {
				return bad("]]>")
			}
			text, err := resolved(raw)
			return token{kind: says, text: text}, err
		case lexer.CDATAToken:
			if !bytes.HasSuffix(raw, []byte("]]>")) {
				return bad("end")
			}
			return token{kind: says, text: lines(r.from.Text())}, nil
		case lexer.CommentToken:
			if said := r.from.Text(); len(raw) < len("<!---->") || !bytes.HasSuffix(raw, []byte("-->")) || bytes.Contains(said, []byte("--")) || bytes.HasSuffix(said, []byte("-")) {
				return bad("comment")
			}
		case lexer.StartTagPIToken:
			if err := r.instruction(); err != nil {
				return token{}, err
			}
		case lexer.StartTagToken:
			return r.start()
		case lexer.EndTagToken:
			if raw[len(raw)-1] != '>' || r.depth == 0 || !bytes.Equal(r.from.Text(), r.open[len(r.open)-1]) {
				return bad("end of an element")
			}
			return r.end(), nil
		default:
			return bad(what.String())
		}
	}
}

// instruction passes over a processing instruction, among them the XML declaration.
func (r *tokens) instruction() error {
	name := string(r.from.Text())
	if nameLen([]byte(name)) != len(name) || name == "" {
		_, err := bad("instruction")
		return err
	}
	for {
		what, raw := r.from.Next()
		switch version := string(unquoted(r.from.AttrVal())); {
		case what == lexer.StartTagClosePIToken:
			return nil
		case what != lexer.AttributeToken, bytes.Contains(raw, []byte("?>")), name == "xml" && string(r.from.Text()) == "version" && version != "" && version != "1.0":
			_, err := bad("instruction")
			return err
		}
	}
}

// start begins an element.
func (r *tokens) start() (token, error) {
	full := r.from.Text()
	name, ok := r.local(full)
	if !ok {
		return bad("name")
	}
	if cap(r.attrs)-len(r.attrs) < usualAttrs {
		r.attrs = make([]pair, 0, 64*usualAttrs) // those before belong to their elements
	}
	from := len(r.attrs)
	for {
		what, _ := r.from.Next()
		switch what {
		case lexer.AttributeToken:
			key, raw := r.from.Text(), unquoted(r.from.AttrVal())
			if raw == nil || !isName(key) || bytes.IndexByte(raw, '<') >= 0 {
				return bad("attribute")
			}
			if _, err := resolved(raw); err != nil {
				return token{}, err
			}
			r.attrs = append(r.attrs, pair{key, raw})
		case lexer.StartTagCloseToken, lexer.StartTagCloseVoidToken:
			r.void = what == lexer.StartTagCloseVoidToken
			r.open = append(r.open, full)
			if r.depth++; r.depth > depthLimit {
				return token{}, refuse(deep, nil)
			}
			return token{kind: starts, name: name, attrs: slices.Clip(r.attrs[from:])}, nil
		default:
			return bad("end")
		}
	}
}

// Usual numbers of attributes of an element, and of names in a part.
const (
	usualAttrs = 8
	usualNames = 1000
)

func (r *tokens) end() token {
	r.open = r.open[:len(r.open)-1]
	r.depth--
	return token{kind: ends}
}

// local is a name without its prefix. The same names come again and again: each is kept once.
func (r *tokens) local(full []byte) (string, bool) {
	if name, ok := r.names[string(full)]; ok {
		return name, true
	}
	if !isName(full) {
		return "", false
	}
	name := string(unprefixed(full))
	if len(r.names) < usualNames {
		r.names[string(full)] = name
	}
	return name, true
}

// isName says that bytes are a name with a prefix or without.
func isName(b []byte) bool {
	return len(b) > 0 && nameLen(b) == len(b) && bytes.Count(b, []byte(":")) <= 1
}

func unprefixed(name []byte) []byte {
	if i := bytes.IndexByte(name, ':'); i > 0 && i+1 < len(name) {
		return name[i+1:]
	}
	return name
}

// nameLen is how many bytes at the beginning are a name.
func nameLen(b []byte) (n int) {
	for n < len(b) {
		switch c := b[n]; {
		case 'a' <= c|0x20 && c|0x20 <= 'z', c == '_', c == ':', c >= utf8.RuneSelf:
		case n > 0 && ('0' <= c && c <= '9' || c == '-' || c == '.'):
		default:
			return n
		}
		n++
	}
	return n
}

// unquoted is a value without its quotes, nil if it has none.
func unquoted(value []byte) []byte {
	n := len(value)
	if n < 2 || value[0] != '"' && value[0] != '\'' || value[n-1] != value[0] {
		return nil
	}
	return value[1 : n-1]
}

// attr is the value of the attribute with a name, or "".
func (t token) attr(name string) string {
	for _, a := range t.attrs {
		if string(unprefixed(a.key)) == name {
			text, _ := resolved(a.raw) // it has been seen to be sound
			return string(text)
		}
	}
	return ""
}

// resolved is what a text or a value says: references resolved, lines ended by \n.
func resolved(raw []byte) ([]byte, error) {
	at := bytes.IndexByte(raw, '&')
	if at < 0 {
		return lines(raw), nil
	}
	var out []byte
	for at >= 0 {
		out = append(out, lines(raw[:at])...)
		end := bytes.IndexByte(raw[at:], ';')
		if end < 0 {
			return nil, fmt.Errorf("%w: reference", errXML)
		}
		c, ok := referred(string(raw[at+1 : at+end]))
		if !ok {
			return nil, fmt.Errorf("%w: reference", errXML)
		}
		out = utf8.AppendRune(out, c)
		raw = raw[at+end+1:]
		at = bytes.IndexByte(raw, '&')
	}
	return append(out, lines(raw)...), nil
}

var entities = map[string]rune{"lt": '<', "gt": '>', "amp": '&', "apos": '\'', "quot": '"'}

// referred is the character that a reference names.
func referred(name string) (rune, bool) {
	if c, ok := entities[name]; ok {
		return c, true
	}
	digits, ok := strings.CutPrefix(name, "#")
	if !ok {
		return 0, false
	}
	base := 10
	if hex, ok := strings.CutPrefix(digits, "x"); ok {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 64)
	return rune(n), err == nil && n <= utf8.MaxRune && allowed(rune(n))
}

// lines ends lines by \n.
func lines(raw []byte) []byte {
	if bytes.IndexByte(raw, '\r') >= 0 {
		raw = bytes.ReplaceAll(bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	}
	return raw
}

// characters says that only characters stand in the data that may.
func characters(data []byte) bool {
	for i := 0; i < len(data); {
		if c := data[i]; ' ' <= c && c < utf8.RuneSelf {
			i++
			continue
		}
		c, size := utf8.DecodeRune(data[i:])
		if c == utf8.RuneError && size == 1 || !allowed(c) {
			return false
		}
		i += size
	}
	return true
}

// allowed says that XML allows a character. Half of one that takes two counts as the sign
// for what cannot be read.
func allowed(c rune) bool {
	switch {
	case c < ' ':
		return c == '\t' || c == '\n' || c == '\r'
	case c == 0xfffe, c == 0xffff:
		return false
	}
	return true
}

// skip passes over the rest of the element begun last.
func (r *tokens) skip() error {
	for depth := r.depth; r.depth >= depth; {
		if _, err := r.next(); err != nil {
			return err
		}
	}
	return nil
}

// text is all character data of the element begun last.
func (r *tokens) text() (string, error) {
	var text []byte
	for depth := r.depth; r.depth >= depth; {
		tok, err := r.next()
		if err != nil {
			return "", err
		}
		switch {
		case tok.kind != says:
		case text == nil:
			text = slices.Clip(tok.text)
		default:
			text = append(text, tok.text...)
		}
	}
	return string(text), nil
}

// walk calls f at each element's start; f may read on in the element.
func walk(data []byte, f func(token, *tokens) error) error {
	r := newTokens(data)
	for {
		tok, err := r.next()
		if err != nil {
			return endOf(err)
		}
		if tok.kind == starts {
			if err := f(tok, r); err != nil {
				return err
			}
		}
	}
}

// endOf is nil at the end of the data, else the error.
func endOf(err error) error {
	if err == io.EOF {
		return nil
	}
	return err
}
