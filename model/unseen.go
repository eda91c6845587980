package model

import (
	"fmt"
	"strings"
	"unicode"
)

// Unseen says that a character takes no place on the page: it parts words that look whole,
// so that nothing finds them, or turns the order of what stands beside it around. Selectors
// of a character's shape are none of them: they go with names.
func Unseen(r rune) bool {
	switch {
	case r >= ' ' && r < 0x7f, r == '\n', r == '\t', r >= 0x3000 && r < 0xd800 && r != 0x3164:
		return false
	case r == 0x34f, r == 0x115f, r == 0x1160, r == 0x3164, r == 0xffa0: // fillers
		return true
	}
	return unicode.IsControl(r) || turning(r) || unicode.Is(unicode.Noncharacter_Code_Point, r) ||
		unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// turning says that a character changes the direction of the text.
func turning(r rune) bool { return unicode.Is(unicode.Bidi_Control, r) }

// Seen is a text without the characters that nobody sees.
func Seen(text string) string {
	return strings.Map(func(r rune) rune {
		if Unseen(r) {
			return -1
		}
		return r
	}, text)
}

// unseen tells of characters that nobody sees, and of those that could not be read.
func (c *checking) unseen() {
	for _, field := range []struct {
		at   Ref
		text string
	}{{RefTitle, c.Title}, {RefOffice, c.Office}} {
		c.unseenIn(field.at, field.text, func(places []mend) []Change {
			return []Change{{At: field.at, New: replaced(field.text, places)}}
		})
	}
	c.lookedThrough()
	for i := range c.prose {
		id := c.prose[i].id
		c.unseenIn(id, c.prose[i].text, func(places []mend) []Change { return c.mending(id, places) })
	}
}

func (c *checking) unseenIn(at Ref, text string, mending func([]mend) []Change) {
	if !strings.ContainsFunc(text, func(r rune) bool { return r == unicode.ReplacementChar || Unseen(r) }) {
		return
	}
	runes := []rune(text)
	var lost, turned, hidden []mend
	for i, r := range runes {
		switch m := (mend{i, i + 1, ""}); {
		case r == unicode.ReplacementChar:
			lost = append(lost, m)
		case !Unseen(r):
		case turning(r):
			turned = append(turned, m)
		default:
			hidden = append(hidden, m)
		}
	}
	for _, kind := range []struct {
		places []mend
		says   string
		fixed  bool
	}{
		{lost, "有 %d 处读不出来的字符（显示成方框或者问号），请对照原文改正。", false},
		{turned, "有 %d 处看不见的方向控制符，它使显示的次序和实际的不一样，应当删去，再看看数和字对不对。", true},
		{hidden, "有 %d 处看不见的字符（零宽字符、控制字符等），它使查找和核对漏掉这里的字，应当删去。", true},
	} {
		if kind.places == nil {
			continue
		}
		f := c.report(fmt.Sprintf(kind.says, len(kind.places)), at)
		first := kind.places[0]
		if kind.fixed { // what nobody sees is pointed at by its neighbours
			f.Words = seek(runes, max(0, first.from-1), min(len(runes), first.to+1))
			f.Fix = mending(kind.places)
		} else {
			f.Words = seek(runes, first.from, first.to)
		}
	}
}
