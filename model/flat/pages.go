package flat

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"hash/crc32"
	"io"

	"github.com/klauspost/compress/snappy"
	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
)

var (
	errDamaged = &Misread{0, "的内容已经损坏，请重新取得这个文件。"}
	errTooBig  = &Misread{0, "里有大得不正常的一块，没有读。请用年报程序重新写一份，或者改用 CSV。"}
	errPacking = &Misread{0, "的压缩或者编码方式本程序不读。请用年报程序重新写一份，或者改用 CSV。"}
)

// oldDictionary is how files of the first version say that a page has a dictionary.
const oldDictionary format.Encoding = 2

// room is what the pages of a file may take, all columns together.
type room struct {
	held   int
	packed []byte // of the page that is being read
	zstd   *zstd.Decoder
}

// pages are the values of a column in a group of rows, a page in memory at a time.
type pages struct {
	room     *room
	in       *bufio.Reader
	rest     int64 // bytes that are not read yet
	codec    format.CompressionCodec
	optional bool
	kind     format.Type
	width    int // of a value of fixed length

	held   int // of the room
	words  []byte
	ends   []uint32 // of the values in words
	page   []byte
	values []byte // not read yet
	coded  bool   // they are numbers of words
	codes  runs
	levels runs
	left   int // values of the page
}

// next is the next value, which holds until the next is asked for; nil is none.
func (p *pages) next() ([]byte, error) {
	for p.left == 0 {
		if err := p.turn(); err != nil {
			return nil, err
		}
	}
	p.left--
	if p.optional {
		level, ok := p.levels.next()
		if !ok || level > 1 {
			return nil, errDamaged
		}
		if level == 0 {
			return nil, nil
		}
	}
	if p.coded {
		i, ok := p.codes.next()
		if !ok || int64(i) >= int64(len(p.ends)) {
			return nil, errDamaged
		}
		from := uint32(0)
		if i > 0 {
			from = p.ends[i-1]
		}
		if p.kind == format.ByteArray {
			from += 4 // its length
		}
		return p.words[from:p.ends[i]:p.ends[i]], nil
	}
	n, size, ok := p.size(p.values)
	if !ok {
		return nil, errDamaged
	}
	value := p.values[n : n+size : n+size]
	p.values = p.values[n+size:]
	return value, nil
}

// size is how long the value is that begins b, and how many bytes say so before it.
func (p *pages) size(b []byte) (head, size int, ok bool) {
	switch p.kind {
	case format.Int32:
		size = 4
	case format.Int64:
		size = 8
	case format.FixedLenByteArray:
		size = p.width
	case format.ByteArray:
		if len(b) < 4 || binary.LittleEndian.Uint32(b) > pageLimit {
			return 0, 0, false
		}
		head, size = 4, int(binary.LittleEndian.Uint32(b))
	}
	return head, size, len(b) >= head+size
}

// turn opens the next page.
func (p *pages) turn() error {
	b, _ := p.in.Peek(int(min(headerLimit, p.rest)))
	n, err := measured(b)
	if err != nil {
		return errDamaged
	}
	var head format.PageHeader
	if thrift.Unmarshal(&thrift.CompactProtocol{}, b[:n], &head) != nil {
		return errDamaged
	}
	_, _ = p.in.Discard(n)
	p.rest -= int64(n)
	packed, size := int(head.CompressedPageSize), int(head.UncompressedPageSize)
	switch {
	case packed < 0 || size < 0 || int64(packed) > p.rest:
		return errDamaged
	case packed > pageLimit || size > pageLimit:
		return errTooBig
	}
	p.rest -= int64(packed)
	if cap(p.room.packed) < packed {
		p.room.packed = make([]byte, packed)
	}
	b = p.room.packed[:packed]
	if _, err := io.ReadFull(p.in, b); err != nil {
		return errDamaged
	}
	if head.CRC != 0 && uint32(head.CRC) != crc32.ChecksumIEEE(b) {
		return errDamaged
	}
	switch {
	case head.Type == format.DictionaryPage && head.DictionaryPageHeader.Valid:
		return p.dictionary(&head.DictionaryPageHeader.V, b, size)
	case head.Type == format.DataPage && head.DataPageHeader.Valid:
		return p.first(&head.DataPageHeader.V, b, size)
	case head.Type == format.DataPageV2 && head.DataPageHeaderV2.Valid:
		return p.second(&head.DataPageHeaderV2.V, b, size)
	case head.Type == format.IndexPage:
		return nil
	}
	return errDamaged
}

// hold takes room for what is open now.
func (p *pages) hold() error {
	held := cap(p.page) + cap(p.words) + 4*cap(p.ends)
	p.room.held += held - p.held
	if p.held = held; p.room.held > heldLimit {
		return errTooBig
	}
	return nil
}

// dictionary reads the values that pages name by their numbers.
func (p *pages) dictionary(head *format.DictionaryPageHeader, b []byte, size int) (err error) {
	if p.ends != nil || p.page != nil {
		return errDamaged
	}
	if head.Encoding != format.Plain && head.Encoding != oldDictionary {
		return errPacking
	}
	if p.words, err = p.unpack(nil, b, size); err != nil {
		return err
	}
	p.ends = []uint32{}
	for at := 0; at < len(p.words); {
		n, size, ok := p.size(p.words[at:])
		if !ok || n+size == 0 {
			return errDamaged
		}
		at += n + size
		p.ends = append(p.ends, uint32(at))
	}
	if len(p.ends) != int(head.NumValues) {
		return errDamaged
	}
	return p.hold()
}

// first opens a page as Parquet had it first.
func (p *pages) first(head *format.DataPageHeader, b []byte, size int) (err error) {
	if p.page, err = p.unpack(p.page, b, size); err != nil {
		return err
	}
	var levels []byte
	values := p.page
	if p.optional {
		if head.DefinitionLevelEncoding != format.RLE {
			return errPacking
		}
		if len(values) < 4 || int64(binary.LittleEndian.Uint32(values)) > int64(len(values)-4) {
			return errDamaged
		}
		n := binary.LittleEndian.Uint32(values)
		levels, values = values[4:4+n], values[4+n:]
	}
	return p.open(int(head.NumValues), head.Encoding, levels, values)
}

// second opens a page of the second version.
func (p *pages) second(head *format.DataPageHeaderV2, b []byte, size int) (err error) {
	n := int(head.DefinitionLevelsByteLength)
	if n < 0 || n > min(len(b), size) || head.RepetitionLevelsByteLength != 0 {
		return errDamaged
	}
	levels := bytes.Clone(b[:n]) // room.packed is for the next page
	if head.IsCompressed.Valid && !head.IsCompressed.V {
		p.page = append(p.page[:0], b[n:]...)
	} else if p.page, err = p.unpack(p.page, b[n:], size-n); err != nil {
		return err
	}
	return p.open(int(head.NumValues), head.Encoding, levels, p.page)
}

func (p *pages) open(count int, encoding format.Encoding, levels, values []byte) error {
	if count < 0 {
		return errDamaged
	}
	p.left, p.values, p.coded = count, values, false
	p.levels = runs{rest: levels, width: 1}
	switch encoding {
	case format.Plain:
	case format.RLEDictionary, oldDictionary:
		p.coded, p.codes = true, runs{}
		if len(values) > 0 {
			p.codes = runs{rest: values[1:], width: int(values[0])}
		}
		if p.codes.width > 32 {
			return errDamaged
		}
	default:
		return errPacking
	}
	return p.hold()
}

// unpack unpacks b into room that is there already, if there is enough.
func (p *pages) unpack(into, b []byte, size int) ([]byte, error) {
	if cap(into) < size {
		into = make([]byte, 0, size)
	}
	into = into[:0]
	var err error
	switch p.codec {
	case format.Uncompressed:
		into = append(into, b...)
	case format.Zstd:
		into, err = p.room.zstd.DecodeAll(b, into)
	case format.Snappy:
		if n, bad := snappy.DecodedLen(b); bad != nil || n != size {
			return nil, errDamaged
		}
		into, err = snappy.Decode(into[:size], b)
	case format.Gzip:
		var from *gzip.Reader
		if from, err = gzip.NewReader(bytes.NewReader(b)); err == nil {
			var n int
			n, err = io.ReadFull(from, into[:size])
			into = into[:n]
		}
	default:
		return nil, errPacking
	}
	if err != nil || len(into) != size {
		return nil, errDamaged
	}
	return into, nil
}
