package model

import (
	"fmt"
	"slices"

	"nianbao/model/reading"
)

// spellings are the phrases that reports are made of, and which characters sound alike: a
// phrase with one character taken for another of its sound is a slip of the input method.
// Other characters are other words (考核评估, 考核评议).
type spellings struct {
	by     reading.Pairs[spelling] // by the two characters with which a phrase begins, or ends
	sounds map[rune][]uint16
	right  map[string]bool // words that only sound like one of the phrases: 镇务公开
}

// spelling is a phrase by two of its characters that stand side by side.
type spelling struct {
	phrase []rune
	at     int          // where they stand in it
	part   reading.Word // its first characters, or if they stand at its end its last
	back   int          // so far the part begins before them
}

// leastSpelt is how short a phrase may be: in shorter ones another character is easily
// another word.
const leastSpelt = 3

// newSpellings reads lists: phrases, and behind = words that are none of them; and lines of characters that sound alike, behind
// their sound.
func newSpellings(phrases, sounds [][]string) (*spellings, error) {
	s := &spellings{sounds: map[rune][]uint16{}, right: map[string]bool{}}
	for n, line := range sounds {
		if len(line) != 2 {
			return nil, fmt.Errorf("sound %s: not one row of characters", line[0])
		}
		for _, r := range line[1] {
			s.sounds[r] = append(s.sounds[r], uint16(n))
		}
	}
	seen := map[string]bool{}
	for _, line := range phrases {
		if line[0] == "=" {
			for _, text := range line[1:] {
				s.right[text] = true
			}
			continue
		}
		for _, text := range line {
			phrase := []rune(text)
			if len(phrase) < leastSpelt || seen[text] {
				return nil, fmt.Errorf("phrase %s is too short, or stands there twice", text)
			}
			seen[text] = true
			for _, r := range phrase {
				if s.sounds[r] == nil {
					return nil, fmt.Errorf("phrase %s: nobody says how %c sounds", text, r)
				}
			}
			// What is wrong at the end is found by the beginning, and the other way round.
			s.add(phrase, 0)
			s.add(phrase, len(phrase)-2)
		}
	}
	return s, nil
}

func (s *spellings) add(phrase []rune, at int) {
	p := spelling{phrase: phrase, at: at, part: reading.NewWord(phrase[:min(4, len(phrase))])}
	if at > 0 {
		p.back = min(2, at)
		p.part = reading.NewWord(phrase[at-p.back:])
	}
	s.by.Add(phrase[at], phrase[at+1], p)
}

// alike says that two characters may be taken for each other.
func (s *spellings) alike(a, b rune) bool {
	return slices.ContainsFunc(s.sounds[a], func(n uint16) bool { return slices.Contains(s.sounds[b], n) })
}

// at gives the phrase that is meant around two right characters, and where its wrong one
// stands; ok is false if there is none.
func (s *spellings) at(text []rune, i int) (from, wrong int, phrase []rune, ok bool) {
	if i+1 >= len(text) || !s.by.Has(text[i], text[i+1]) {
		return 0, 0, nil, false
	}
	list := s.by.At(text[i], text[i+1])
	fours := [...]uint64{reading.Four(text, i), reading.Four(text, i-1), reading.Four(text, i-2)} // by how far they begin before
	for k := range list {
		p := &list[k]
		if !p.part.Near(fours[p.back]) {
			continue
		}
		from := i - p.at
		if from < 0 || from+len(p.phrase) > len(text) {
			continue
		}
		wrong := -1
		for k, r := range p.phrase {
			if text[from+k] == r {
				continue
			}
			if wrong >= 0 {
				wrong = -1
				break
			}
			wrong = from + k
		}
		if wrong >= 0 && s.alike(text[wrong], p.phrase[wrong-from]) && !s.right[string(text[from:from+len(p.phrase)])] {
			return from, wrong, p.phrase, true
		}
	}
	return 0, 0, nil, false
}
