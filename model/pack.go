package model

import (
	"encoding/binary"
	"errors"
)

// How a packed number begins: the two lowest bits of an unsigned varint. Of a plain whole
// number, which nearly all are, the rest is the number itself.
const (
	packedWhole  = iota // zigzag number
	packedBlank         //
	packedRead          // zigzag digits; then the scale and the unit, a byte each
	packedUnread        // length of what was typed; then that
)

// Pack appends the number to b, in one byte for a small count. How it was typed is kept
// only of one that cannot be read.
func (n Number) Pack(b []byte) []byte {
	digits := uint64(n.coef)<<1 ^ uint64(n.coef>>63)
	switch {
	case n.state == blank:
		return append(b, packedBlank)
	case n.state == unreadable:
		return append(binary.AppendUvarint(b, uint64(len(n.raw))<<2|packedUnread), n.raw...)
	case n.scale == 0 && n.unit == "":
		return binary.AppendUvarint(b, digits<<2) // packedWhole
	}
	unit := byte(0)
	for i, u := range units {
		if u.name == n.unit {
			unit = byte(i + 1)
		}
	}
	return append(binary.AppendUvarint(b, digits<<2|packedRead), n.scale, unit)
}

var errPacked = errors.New("no packed number")

// Unpack takes a number off the start of what Pack made.
func Unpack(b []byte) (n Number, rest []byte, err error) {
	head, size := binary.Uvarint(b)
	if size <= 0 {
		return Number{}, nil, errPacked
	}
	b = b[size:]
	digits := head >> 2
	coef := int64(digits>>1) ^ -int64(digits&1)
	switch head & 3 {
	case packedBlank:
		return Number{}, b, nil
	case packedWhole:
		return Int(coef), b, nil
	case packedUnread:
		if digits > uint64(len(b)) {
			return Number{}, nil, errPacked
		}
		return Number{raw: string(b[:digits]), state: unreadable}, b[digits:], nil
	}
	if len(b) < 2 || b[0] > maxDigits || int(b[1]) > len(units) {
		return Number{}, nil, errPacked
	}
	n = Number{coef: coef, scale: b[0], state: readable}
	if b[1] > 0 {
		n.unit = units[b[1]-1].name
	}
	return n, b[2:], nil
}
