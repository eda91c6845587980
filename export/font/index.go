package font

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// An index is what a face needs of its font at run time, made beforehand, because
// walking the font's own tables costs tens of milliseconds. It is a row of uvarints:
//
//	version            1
//	family             its length in bytes, then the bytes
//	ascent, descent    of the em box, thousandths of an em
//	private            code point at which the first character is printed; 0: at its own
//	spans              their number, then for each: characters left out since the last
//	                   span, characters in it, advance of each in thousandths of an em
const indexVersion = 1

//go:generate go test -tags x11,no_emoji,no_animations,migrated_fynedo -run ^TestIndex$ -update .

var errIndex = errors.New("font index is damaged")

// fromIndex makes the face of an embedded font.
func fromIndex(id, file, index string) (*Face, error) {
	in := reader{rest: []byte(index)}
	if v := in.next(0xFF); v != indexVersion {
		return nil, fmt.Errorf("%s: version %d: %w", id, v, errIndex)
	}
	f := &Face{id: id, file: file}
	f.family = in.text()
	f.ascent, f.descent = in.next(10_000), in.next(10_000)
	f.private = rune(in.next(0xFFFF))
	r := rune(0)
	for spans := in.next(0x10FFFF); spans > 0 && !in.bad; spans-- {
		r += rune(in.next(0x10FFFF))
		length, advance := in.next(0x10FFFF), in.next(0xFFFE)
		if int(r)+length > 0x110000 {
			in.bad = true
			break
		}
		for end := r + rune(length); r < end; r++ {
			f.glyphs.set(r, uint16(advance))
			if f.private != 0 {
				f.glyphs.set(f.private+rune(len(f.moved)), uint16(advance))
				f.moved = append(f.moved, r)
			}
		}
	}
	if in.bad || len(in.rest) > 0 {
		return nil, fmt.Errorf("%s: %w", id, errIndex)
	}
	return f, nil
}

// A reader takes uvarints from the front of rest; bad says that one was not right.
type reader struct {
	rest []byte
	bad  bool
}

func (in *reader) next(most int) int {
	v, n := binary.Uvarint(in.rest)
	if n <= 0 || v > uint64(most) {
		in.bad, in.rest = true, nil
		return 0
	}
	in.rest = in.rest[n:]
	return int(v)
}

func (in *reader) text() string {
	n := in.next(len(in.rest))
	if n > len(in.rest) {
		in.bad, in.rest = true, nil
		return ""
	}
	s := string(in.rest[:n])
	in.rest = in.rest[n:]
	return s
}
