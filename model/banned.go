package model

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// banned finds words that the office does not use; where it says what to write instead,
// that is the fix.
func (c *checking) banned() {
	if c.desk.Unread {
		c.lacks("本单位设置读不出来")
		return
	}
	if len(c.desk.Words) == 0 {
		return
	}
	c.lookedThrough()
	for i := range c.desk.Words {
		w := &c.desk.Words[i]
		if places := w.in(c.Title); places != nil {
			f := c.report(w.says(), RefTitle)
			f.Words = w.Word
			if w.Instead != "" {
				f.Fix = []Change{{At: RefTitle, New: replaced(c.Title, places)}}
			}
		}
		for _, t := range c.prose {
			if places := w.in(t.text); places != nil {
				f := c.report(w.says(), t.id)
				f.Words = seek([]rune(t.text), places[0].from, places[0].to)
				if w.Instead != "" {
					f.Fix = c.mending(t.id, places)
				}
			}
		}
	}
}

// says is the sentence about a word.
func (w *Word) says() string {
	said := fmt.Sprintf("“%s”是本单位列明不用的字词", w.Word)
	if w.Instead != "" {
		said += fmt.Sprintf("，应当写“%s”", w.Instead)
	}
	if w.Why != "" {
		said += "：" + strings.TrimRight(w.Why, "。")
	}
	return said + "。"
}

// in lists the places of a word in a text, but for those within its exceptions.
func (w *Word) in(text string) (places []mend) {
	for at, runes := 0, 0; ; {
		i := strings.Index(text[at:], w.Word)
		if i < 0 {
			return places
		}
		runes += utf8.RuneCountInString(text[at : at+i])
		at += i
		end := runes + utf8.RuneCountInString(w.Word)
		if !w.right(text, at) {
			places = append(places, mend{runes, end, w.Instead})
		}
		at, runes = at+len(w.Word), end
	}
}

// right says that the word at a place is part of one of its exceptions.
func (w *Word) right(text string, at int) bool {
	for _, e := range w.Except {
		for i := 0; i+len(w.Word) <= len(e); i++ {
			if strings.HasPrefix(e[i:], w.Word) && at >= i && strings.HasPrefix(text[at-i:], e) {
				return true
			}
		}
	}
	return false
}

// replaced is a text with its places mended.
func replaced(text string, places []mend) string {
	var b strings.Builder
	from := 0
	runes := []rune(text)
	for _, p := range places {
		b.WriteString(string(runes[from:p.from]) + p.by)
		from = p.to
	}
	return b.String() + string(runes[from:])
}
