package source

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// byte takes a byte of the code page.
func (r *rich) byte(b byte) {
	if r.over > 0 {
		r.over--
		return
	}
	r.bytes = append(r.bytes, b)
	r.half = !r.half && b > 0x80 && r.pairs()
}

// codePage is the page of the font in use: one of single bytes tells nothing,
// for writers leave the Latin font on while they write Chinese.
func (r *rich) codePage() int {
	if page, ok := r.fonts[r.face]; ok && page != 1252 {
		return page
	}
	return r.page
}

func (r *rich) pairs() bool {
	switch r.codePage() {
	case 932, 936, 949, 950:
		return true
	}
	return false
}

// flush decodes the bytes taken so far.
func (r *rich) flush() {
	if len(r.bytes) == 0 {
		return
	}
	page := r.codePage()
	if page == 0 {
		for _, b := range r.bytes {
			r.put(symbol("f0" + strconv.FormatUint(uint64(b), 16)))
		}
	} else if text, err := decodePage(page, r.bytes); err == nil {
		r.put(text)
	}
	r.bytes, r.half = r.bytes[:0], false
}

// say takes a character written plainly.
func (r *rich) say(text string) {
	if r.over > 0 {
		r.over--
		return
	}
	r.flush()
	r.put(text)
}

// unicode takes a \uN.
func (r *rich) unicode(n int) {
	c := rune(uint16(n))
	switch {
	case utf16.IsSurrogate(c) && r.high != 0:
		c, r.high = utf16.DecodeRune(r.high, c), 0
	case utf16.IsSurrogate(c):
		r.high, r.over = c, r.skip
		return
	}
	if s, ok := symbols[c]; ok {
		r.put(s)
	} else if c >= ' ' && utf8.ValidRune(c) {
		r.put(string(c))
	}
	r.over = r.skip
}

// put appends text where the group's text goes.
func (r *rich) put(text string) {
	if r.high != 0 { // its second half never came
		r.high = 0
		text = "\uFFFD" + text
	}
	switch {
	case r.place == titled && r.title.Len() < 1000:
		r.title.WriteString(text)
	case r.place == styleSheet:
		if len(r.styleName) < 100 {
			r.styleName += text
		}
	case r.place == body && !r.deleted && r.text.Len() <= saidLimit: // what is more is refused as it is
		r.text.WriteString(text)
	}
}
