package model

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Settings are what an office sets for itself (本单位设置): they add to the rules of the form
// and take nothing away. One file may serve all bodies of a county.
type Settings struct {
	Due    Day      `json:"due,omitempty"`    // when reports are handed in, if not on the form's day
	Above  []string `json:"above,omitempty"`  // names of the superiors
	Bodies []Body   `json:"bodies,omitempty"` // what bodies call themselves
	Words  []Word   `json:"words,omitempty"`  // that are not to be used
}

// Body is a body with the other names that it goes by.
type Body struct {
	Office string   `json:"office"` // as the report has it
	Names  []string `json:"names"`
}

// Word is a word that is not to be used.
type Word struct {
	Word    string   `json:"word"`
	Instead string   `json:"instead,omitempty"` // what is to stand there, "" if it depends
	Why     string   `json:"why,omitempty"`
	Except  []string `json:"except,omitempty"` // longer words in which it is right
}

// Lint finds what is not as it must be; it completes a sentence, "" if all is well.
func (s *Settings) Lint() string {
	if _, ok := s.Due.In(2001); s.Due != "" && !ok {
		return fmt.Sprintf("due（期限）写的是“%s”，应当写成“01-20”这样的月和日", string(s.Due))
	}
	if slices.ContainsFunc(s.Above, empty) {
		return "above（上级名称）里有一个是空的"
	}
	for i, b := range s.Bodies {
		switch {
		case empty(b.Office):
			return fmt.Sprintf("bodies 的第 %d 项没有写 office（单位名称）", i+1)
		case slices.ContainsFunc(b.Names, empty):
			return fmt.Sprintf("“%s”的 names（其他名称）里有一个是空的", b.Office)
		case slices.ContainsFunc(s.Bodies[:i], func(o Body) bool { return o.Office == b.Office }):
			return fmt.Sprintf("bodies 里写了两个“%s”", b.Office)
		}
	}
	for i, w := range s.Words {
		switch {
		case empty(w.Word):
			return fmt.Sprintf("words 的第 %d 项没有写 word（不用的字词）", i+1)
		case w.Instead == w.Word:
			return fmt.Sprintf("“%s”的 instead（改为）还是它自己", w.Word)
		case slices.ContainsFunc(s.Words[:i], func(o Word) bool { return o.Word == w.Word }):
			return fmt.Sprintf("words 里写了两个“%s”", w.Word)
		}
		for _, e := range w.Except {
			if !strings.Contains(e, w.Word) || e == w.Word {
				return fmt.Sprintf("“%s”的 except（除外）写的是“%s”，应当是含有它的更长的词", w.Word, e)
			}
		}
	}
	return ""
}

func empty(s string) bool { return trimSpace(s) == "" }

// Desk is where a body's report is worked on, on a day. nil settings set nothing.
func (s *Settings) Desk(office string, today time.Time) Desk {
	d := Desk{Today: today}
	if s != nil {
		d.Due, d.Above, d.Words, d.Names = s.Due, s.Above, s.Words, s.Names(office)
	}
	return d
}

// Names are the other names of a body.
func (s *Settings) Names(office string) []string {
	for _, b := range s.Bodies {
		if trimSpace(b.Office) == trimSpace(office) {
			return b.Names
		}
	}
	return nil
}

// SetNames puts the other names of a body.
func (s *Settings) SetNames(office string, names []string) {
	i := slices.IndexFunc(s.Bodies, func(b Body) bool { return trimSpace(b.Office) == trimSpace(office) })
	switch {
	case i >= 0 && len(names) == 0:
		s.Bodies = slices.Delete(s.Bodies, i, i+1)
	case i >= 0:
		s.Bodies[i].Names = names
	case len(names) > 0:
		s.Bodies = append(s.Bodies, Body{office, names})
	}
}
