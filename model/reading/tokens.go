package reading

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

type kind uint8

const (
	gap kind = iota // characters that say nothing to us
	word
	number
	year
	day  // a month or a day
	mark // a punctuation mark
)

// token is a piece of a text.
type token struct {
	kind     kind
	moved    bool  // a year that goes with the report's own
	does     bool  // a word that says what was done
	depth    int16 // how many brackets are open
	year     int   // of a year
	mark     rune  // of a mark, half-width
	from, to int
	tag      tag     // of a word
	number   *Number // of a number
}

const (
	ends  = "。!?\n"
	marks = "，,、；;：:。.!?（）()\n“”\"…—－-[]【】〔〕"
)

var isMark, isEnd = NewSet(marks), NewSet(ends)

// Script is a text as it is written.
type Script struct {
	text  []rune
	plain []rune // folded
}

// Text is a text of the report of a year, taken apart.
type Text struct {
	Script
	own       int
	sentences [][]token
}

// Read takes a text apart.
func Read(text string, own int) *Text { return new(Reader).Read(text, own) }

// Reader takes texts apart, one after the other, in the room that it keeps: what is asked
// of a text has to be asked before the next is read. Its script stays.
type Reader struct {
	spans     []Span
	tokens    []token
	numbers   []Number
	sentences [][]token
}

// Read takes a text apart.
func (r *Reader) Read(text string, own int) *Text {
	t := &Text{Script: NewScript(text), own: own}
	r.tokenize(t)
	r.split()
	t.sentences = r.sentences
	return t
}

// NewScript writes a text character by character.
func NewScript(text string) Script {
	s := Script{text: runes(text)}
	s.plain = lexiconOf().fold(s.text)
	return s
}

// runes are a text's characters, as []rune(text); Chinese ones, of three bytes each, have
// a way of their own.
func runes(text string) []rune {
	out := make([]rune, 0, len(text)/3+16)
	for i := 0; i < len(text); {
		if b := text[i]; b >= 0xE1 && b <= 0xEC && i+2 < len(text) && text[i+1]&0xC0 == 0x80 && text[i+2]&0xC0 == 0x80 {
			out = append(out, rune(b&0x0F)<<12|rune(text[i+1]&0x3F)<<6|rune(text[i+2]&0x3F))
			i += 3
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		out = append(out, r)
		i += size
	}
	return out
}

// Words are the words at a place.
func (s Script) Words(from, to int) string { return string(s.text[from:min(to, len(s.text))]) }

// tokenize takes a text apart. What stands in 《》 is one gap.
func (r *Reader) tokenize(text *Text) {
	l, plain := lexiconOf(), text.plain
	r.spans, r.numbers = scanInto(r.spans[:0], text.text, text.own), r.numbers[:0]
	spans, out := r.spans, slices.Grow(r.tokens[:0], len(plain)/2+8)
	count := func(n Number) *Number {
		r.numbers = append(r.numbers, n)
		return &r.numbers[len(r.numbers)-1]
	}
	depth := int16(0)
	for i := 0; i < len(plain); {
		for len(spans) > 0 && spans[0].From < i {
			spans = spans[1:]
		}
		if n := len(out); n > 0 && out[n-1].kind == gap && l.silent(plain, i) && (len(spans) == 0 || spans[0].From > i) {
			i++
			out[n-1].to = i
			continue
		}
		t := token{from: i, to: i + 1, depth: depth}
		name, end := l.at(plain, i)
		switch {
		case plain[i] == '《':
			for t.to < len(plain) && plain[t.to-1] != '》' && plain[t.to] != '\n' {
				t.to++
			}
		case len(spans) > 0 && spans[0].From == i && (end == i || end <= spans[0].To):
			t.to = spans[0].To
			t.read(plain, spans[0], count)
		case end > i:
			t.kind, t.tag, t.to = word, name, end
			switch {
			case name == "does":
				t.tag, t.does = "foreign", true
			case plain[i] == '零' && i > 0 && strings.ContainsRune("为是数量", plain[i-1]) && (i+1 == len(plain) || !unicode.Is(unicode.Han, plain[i+1])): // 申请数为零
				t.kind, t.number = number, count(Number{Digits: "0", Unit: "件"})
			}
		case plain[i] == '各' && i+1 < len(plain) && opens(plain[i+1]): // 企业和科研机构各2件
			t.kind, t.tag = word, "each"
		case len(out) > 0 && out[len(out)-1].kind != gap && oneOf(plain, i):
			t.kind, t.to, t.number = number, i+2, count(Number{Digits: "1", Unit: string(plain[i+1])})
		case plain[i] == ' ':
			i++
			continue
		case isMark.Has(plain[i]):
			t.kind, t.mark = mark, plain[i]
			switch t.mark {
			case '（':
				t.mark = '('
			case '）':
				t.mark = ')'
			case '，':
				t.mark = ','
			case '；':
				t.mark = ';'
			case '：':
				t.mark = ':'
			}
			switch t.mark {
			case '(':
				depth++
			case ')':
				depth = max(0, depth-1)
				t.depth = depth
			case '\n':
				depth, t.depth = 0, 0
			}
		}
		if n := len(out); t.kind == gap && n > 0 && out[n-1].kind == gap {
			out[n-1].to = t.to
		} else {
			out = append(out, t)
		}
		i = t.to
	}
	r.tokens = out
}

// oneOf says that 一件 is a number, and not the beginning of 一件事: behind a word that
// is counted it is.
func oneOf(plain []rune, i int) bool {
	return plain[i] == '一' && i+1 < len(plain) && strings.ContainsRune("件宗份例", plain[i+1]) &&
		(i+2 == len(plain) || !strings.ContainsRune("件事", plain[i+2]))
}

// read makes a token of a year or a figure.
func (t *token) read(plain []rune, s Span, count func(Number) *Number) {
	switch s.Sense {
	case MovedYear, KeptYear:
		t.kind, t.year, t.moved = year, s.Year, s.Sense == MovedYear
		return
	}
	switch n, ok := readNumber(plain[s.From:s.To]); {
	case strings.HasPrefix(n.Unit, "月"):
		t.kind = day
	case ok && n.Unit != "":
		t.kind, t.number = number, count(n)
	case ok && n.Digits == "0" && s.From > 0 && strings.ContainsRune("为是数量", plain[s.From-1]): // 申请数为0
		n.Unit = "件"
		t.kind, t.number = number, count(n)
	}
}

// mostTokens is how long a sentence may be that is read: one of a thousand characters is a
// table that was pasted. It counts as one that says nothing.
const mostTokens = 400

// split splits the tokens at what ends a sentence. Paragraphs end with no sentence.
func (r *Reader) split() {
	ts, out, from := r.tokens, r.sentences[:0], 0
	for i, t := range ts {
		if t.kind != mark || !isEnd.Has(t.mark) {
			continue
		}
		if i > from {
			out = append(out, readable(ts[from:i]))
		}
		if t.mark == '\n' {
			out = append(out, nil)
		}
		from = i + 1
	}
	if from < len(ts) {
		out = append(out, readable(ts[from:]))
	}
	r.sentences = out
}

func readable(sentence []token) []token {
	if len(sentence) > mostTokens {
		return sentence[:0]
	}
	return sentence
}

// Runes are the text's own characters; they are not to be changed.
func (s Script) Runes() []rune { return s.text }

// Plain is the text with Simplified characters and half-width signs, as long as it is.
func (s Script) Plain() []rune { return s.plain }

// Plain writes a text with Simplified characters and half-width signs; it keeps its length.
func Plain(text string) []rune { return lexiconOf().fold([]rune(text)) }
