package reading

// Set is a set of characters of the first plane that is quick to ask, as text is read
// character by character.
type Set [1 << 16 / 64]uint64

// NewSet holds some characters.
func NewSet(chars string) *Set {
	s := new(Set)
	for _, r := range chars {
		s.Add(r)
	}
	return s
}

// Add puts a character in.
func (s *Set) Add(r rune) { s[uint16(r)/64] |= 1 << (uint16(r) % 64) }

// Has says that a character is in the set.
func (s *Set) Has(r rune) bool { return r < 1<<16 && s[uint16(r)/64]&(1<<(uint16(r)%64)) != 0 }

// Pairs keeps lists under two characters that stand side by side. Its zero value is
// empty.
type Pairs[T any] struct {
	seen  Set      // of two characters as one: most pairs of a text are not there
	keys  []uint32 // a table with room to spare; a key stands where its bits say, or behind
	lists [][]T
	n     int
}

// Add puts a value at the end of the list of two characters.
func (p *Pairs[T]) Add(a, b rune, value T) {
	if 4*p.n >= len(p.keys) {
		old := *p
		p.keys, p.lists = make([]uint32, max(64, 2*len(old.keys))), make([][]T, max(64, 2*len(old.keys)))
		for i, key := range old.keys {
			if key != 0 {
				k := p.slot(key)
				p.keys[k], p.lists[k] = key, old.lists[i]
			}
		}
	}
	p.seen.Add(blend(a, b))
	k := p.slot(pair(a, b))
	if p.keys[k] == 0 {
		p.keys[k] = pair(a, b)
		p.n++
	}
	p.lists[k] = append(p.lists[k], value)
}

// Has says that two characters may have a list: of most pairs of a text it is false.
func (p *Pairs[T]) Has(a, b rune) bool { return p.seen.Has(blend(a, b)) }

// At is the list of two characters, nil if there is none.
func (p *Pairs[T]) At(a, b rune) []T {
	if !p.Has(a, b) {
		return nil
	}
	return p.lists[p.slot(pair(a, b))]
}

// Lists goes through all lists.
func (p *Pairs[T]) Lists(yield func([]T) bool) {
	for i, key := range p.keys {
		if key != 0 && !yield(p.lists[i]) {
			return
		}
	}
}

// slot is where a key stands, or would.
func (p *Pairs[T]) slot(key uint32) int {
	mask := uint32(len(p.keys) - 1)
	i := key * 0x9E3779B1 >> 8 & mask
	for p.keys[i] != key && p.keys[i] != 0 {
		i = (i + 1) & mask
	}
	return int(i)
}

// pair is a key of two characters, of which the first is never 0; others beyond the
// first plane have the same.
func pair(a, b rune) uint32 { return uint32(uint16(a))<<16 | uint32(uint16(b)) }

// blend makes one character of two; others may make the same.
func blend(a, b rune) rune { return (a*31 ^ b) & 0xFFFF }
