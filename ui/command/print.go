package command

import (
	"io"
	"strings"
	"unicode"
)

// printer is an output that keeps the first error: what could not be printed
// must not pass for done. After it nothing more is written.
type printer struct {
	to  io.Writer
	err error
}

func (p *printer) Write(b []byte) (int, error) {
	if p.err != nil {
		return 0, p.err
	}
	n, err := p.to.Write(b)
	p.err = err
	return n, err
}

// people is an output for people: what a file says neither steers the terminal that it
// is shown on nor turns a line around. Such characters are shown as �.
type people struct{ to io.Writer }

func (p people) Write(b []byte) (int, error) {
	if _, err := io.WriteString(p.to, visible(string(b))); err != nil {
		return 0, err
	}
	return len(b), nil
}

func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || r >= ' ' && r < 0x7f {
			return r
		}
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
