package flat

import (
	"encoding/binary"
	"math"
)

// runs are small numbers as Parquet packs them: some of the same, or eight and eight side by
// side in a certain number of bits.
type runs struct {
	rest   []byte
	width  int    // bits of a number
	left   int    // numbers of this run
	packed []byte // they stand here,
	bit    int    // from this bit on; nil:
	same   uint32 // all are this
}

// next is the next number; it is not ok at the end.
func (r *runs) next() (n uint32, ok bool) {
	for r.left == 0 {
		if !r.begin() {
			return 0, false
		}
	}
	r.left--
	if r.packed == nil {
		return r.same, true
	}
	var bits uint64
	for i, b := range r.packed[r.bit/8 : min(r.bit/8+5, len(r.packed))] {
		bits |= uint64(b) << (8 * i)
	}
	bits = bits >> (r.bit % 8) & (1<<r.width - 1)
	r.bit += r.width
	return uint32(bits), true
}

// begin begins the next run.
func (r *runs) begin() bool {
	head, n := binary.Uvarint(r.rest)
	if n <= 0 || head>>1 > math.MaxInt32 {
		return false
	}
	r.rest = r.rest[n:]
	count, size := int(head>>1), (r.width+7)/8
	if head&1 == 1 {
		size = count * r.width
		count *= 8
	}
	if size > len(r.rest) {
		return false
	}
	here := r.rest[:size:size]
	r.rest = r.rest[size:]
	r.left, r.bit, r.packed, r.same = count, 0, nil, 0
	if head&1 == 1 {
		r.packed = here
		if r.width == 0 {
			r.packed = nil
		}
		return true
	}
	for i, b := range here {
		r.same |= uint32(b) << (8 * i)
	}
	return true
}
