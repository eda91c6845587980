package font

import (
	"slices"
	"sync"

	"nianbao/assets"
)

// A Set has the faces for every role. Sets never change and may be shared by goroutines.
// Every face of a set stands somewhere in each role's chain, so that all roles can print
// the same characters.
type Set struct {
	chains [roles]chain
}

// Face is the role's own face, which prints what it can.
func (s *Set) Face(role Role) *Face { return s.chains[role][0] }

// Instead is the set with one role printed as another: 宋体 for a text of which the
// role's own face has too little.
func (s *Set) Instead(role, by Role) *Set {
	other := *s
	other.chains[role] = s.chains[by]
	return &other
}

// Faces lists every face of the set once.
func (s *Set) Faces() []*Face { return slices.Clone(s.chains[Body]) }

// Embedded is the set of the program's own faces, the same on every machine. The first
// call costs about a millisecond.
var Embedded = sync.OnceValue(func() *Set {
	own, rare := embedded()
	return newSet(own, rare, [roles]*Face{})
})

// System is the embedded set with the official faces before its own where this machine
// has them. The first call looks for them and reads them, which may take tens of
// milliseconds.
var System = sync.OnceValue(func() *Set {
	own, rare := embedded()
	return newSet(own, rare, installed(folders()))
})

// embedded gives the program's own face for each role, and the rare one.
var embedded = sync.OnceValues(func() ([roles]*Face, *Face) {
	load := func(id, file, index string) *Face {
		f, err := fromIndex(id, file, index)
		if err != nil {
			panic(err) // built into the program, and tested
		}
		return f
	}
	return [roles]*Face{
		Body:  load("fangsong", assets.Fangsong, assets.FangsongIndex),
		Title: load("title", assets.Title, assets.TitleIndex),
		Hei:   load("hei", assets.Hei, assets.HeiIndex),
		Kai:   load("kai", assets.Kai, assets.KaiIndex),
		Song:  load("song", assets.Song, assets.SongIndex),
	}, load("rare", assets.Rare, assets.RareIndex)
})

// newSet gives each role its system face, its own, song for what they lack, the rare
// characters, and at last whatever else there is.
func newSet(own [roles]*Face, rare *Face, system [roles]*Face) *Set {
	s := new(Set)
	for role := range s.chains {
		order := []*Face{system[role], own[role], own[Song], rare}
		order = append(append(order, own[:]...), system[:]...)
		for _, f := range order {
			if f != nil && !slices.Contains(s.chains[role], f) {
				s.chains[role] = append(s.chains[role], f)
			}
		}
	}
	return s
}
