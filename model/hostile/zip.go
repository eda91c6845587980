package hostile

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
)

// part is a file of an archive; what is not said of it is true.
type part struct {
	name    string
	data    string
	squeeze bool   // compressed
	flags   uint16 // of either header
	mode    uint32 // of a file of Unix
	size    uint32 // lie of either header
	local   uint32 // lie of the local header alone
	inside  string // name in the local header
	at      int    // is another part, counted from 1, under another name
	packed  []byte // compressed already
	already uint32 // size of what is packed
}

// archive is a zip file of parts as they say they are: the standard library writes
// none that lies.
func archive(parts ...part) []byte {
	var b, directory bytes.Buffer
	le := binary.LittleEndian
	starts := make([]uint32, len(parts))
	packed := make([][]byte, len(parts))
	sums := make([]uint32, len(parts))
	for i, p := range parts {
		content, method, size := p.packed, uint16(8), p.already
		switch {
		case p.packed != nil:
		case p.at > 0:
			content, size = packed[p.at-1], uint32(len(parts[p.at-1].data))
			if !parts[p.at-1].squeeze {
				method = 0
			}
		case p.squeeze:
			content, size = deflated(p.data), uint32(len(p.data))
		default:
			content, method, size = []byte(p.data), 0, uint32(len(p.data))
		}
		packed[i] = content
		if p.at > 0 {
			sums[i] = sums[p.at-1]
		} else {
			sums[i] = crc32.ChecksumIEEE([]byte(p.data))
		}
		if p.size > 0 {
			size = p.size
		}
		inside, local := p.inside, p.local
		if inside == "" {
			inside = p.name
		}
		if local == 0 {
			local = size
		}
		head := func(sizes uint32) []byte { // what both headers have in common
			h := le.AppendUint16(nil, 20)
			h = le.AppendUint16(h, p.flags)
			h = le.AppendUint16(h, method)
			h = le.AppendUint32(h, 0)
			h = le.AppendUint32(h, sums[i])
			h = le.AppendUint32(h, uint32(len(content)))
			return le.AppendUint32(h, sizes)
		}
		starts[i] = uint32(b.Len())
		if p.at > 0 {
			starts[i] = starts[p.at-1]
		} else {
			b.WriteString("PK\x03\x04")
			b.Write(head(local))
			b.Write(le.AppendUint16(nil, uint16(len(inside))))
			b.Write([]byte{0, 0})
			b.WriteString(inside)
			b.Write(content)
		}
		directory.WriteString("PK\x01\x02\x14\x03")
		directory.Write(head(size))
		directory.Write(le.AppendUint16(nil, uint16(len(p.name))))
		directory.Write(make([]byte, 8))
		directory.Write(le.AppendUint32(nil, p.mode<<16))
		directory.Write(le.AppendUint32(nil, starts[i]))
		directory.WriteString(p.name)
	}
	end := []byte("PK\x05\x06\x00\x00\x00\x00")
	end = le.AppendUint16(end, uint16(len(parts)))
	end = le.AppendUint16(end, uint16(len(parts)))
	end = le.AppendUint32(end, uint32(directory.Len()))
	end = le.AppendUint32(end, uint32(b.Len()))
	b.Write(directory.Bytes())
	b.Write(append(end, 0, 0))
	return b.Bytes()
}

func deflated(s string) []byte {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.DefaultCompression)
	if err != nil {
		panic(err) // a known level
	}
	_, _ = w.Write([]byte(s)) // into memory
	_ = w.Close()
	return b.Bytes()
}
