package flat

import (
	"encoding/binary"
	"errors"
)

// What a Parquet file may ask for. A table of a whole nation stays far below; one that means
// harm states in a few bytes what would take gigabytes.
const (
	footerLimit = 4 << 20  // bytes of the footer
	headerLimit = 64 << 10 // bytes of a page's header
	itemLimit   = 60_000   // items of all lists in a footer or header
	pageLimit   = 16 << 20 // bytes of a page, packed and unpacked
	heldLimit   = 64 << 20 // bytes of the pages that are open at a time
	nestLimit   = 16       // structures within each other
)

var errBounds = errors.New("states what it has not, or too much")

// measured is the length of the structure that begins b, in the compact protocol of Thrift.
// The library that reads it next makes room for whatever length stands there; here each has
// to be there.
func measured(b []byte) (int, error) {
	m := meter{b: b, items: itemLimit}
	m.structure(0)
	if m.bad {
		return 0, errBounds
	}
	return m.at, nil
}

type meter struct {
	b         []byte
	at, items int
	bad       bool
}

// Types of the compact protocol.
const (
	compactTrue = iota + 1
	compactFalse
	compactByte
	compactInt16
	compactInt32
	compactInt64
	compactDouble
	compactBinary
	compactList
	compactSet
	compactMap
	compactStruct
)

func (m *meter) skip(n uint64) {
	if m.bad = m.bad || n > uint64(len(m.b)-m.at); !m.bad {
		m.at += int(n)
	}
}

func (m *meter) byte() byte {
	if m.skip(1); m.bad {
		return 0
	}
	return m.b[m.at-1]
}

func (m *meter) uvarint() uint64 {
	if m.bad {
		return 0
	}
	u, n := binary.Uvarint(m.b[m.at:])
	if n <= 0 {
		m.bad = true
		return 0
	}
	m.at += n
	return u
}

func (m *meter) structure(depth int) {
	if m.bad = m.bad || depth > nestLimit; m.bad {
		return
	}
	for {
		head := m.byte()
		if m.bad || head == 0 {
			return
		}
		if head>>4 == 0 {
			m.uvarint() // the field's number
		}
		if kind := head & 0xf; kind > compactFalse { // a field's truth stands in its head
			m.value(kind, depth)
		}
	}
}

func (m *meter) value(kind byte, depth int) {
	switch kind {
	case compactTrue, compactFalse, compactByte:
		m.skip(1)
	case compactInt16, compactInt32, compactInt64:
		m.uvarint()
	case compactDouble:
		m.skip(8)
	case compactBinary:
		m.skip(m.uvarint())
	case compactList, compactSet:
		head := m.byte()
		n := uint64(head >> 4)
		if n == 15 {
			n = m.uvarint()
		}
		m.all(n, depth, head&0xf)
	case compactMap:
		if n := m.uvarint(); n > 0 {
			kinds := m.byte()
			m.all(n, depth, kinds>>4, kinds&0xf)
		}
	case compactStruct:
		m.structure(depth + 1)
	default:
		m.bad = true
	}
}

// all passes over n items of these kinds.
func (m *meter) all(n uint64, depth int, kinds ...byte) {
	if m.bad = m.bad || n > uint64(m.items) || depth > nestLimit; m.bad {
		return
	}
	m.items -= int(n)
	for ; n > 0 && !m.bad; n-- {
		for _, kind := range kinds {
			m.value(kind, depth+1)
		}
	}
}
