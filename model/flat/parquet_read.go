package flat

import (
	"bufio"
	"encoding/binary"
	"io"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go/deprecated"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"

	"nianbao/model"
	"nianbao/model/district"
)

// The library writes Parquet; of reading it does here what states how the file is made. The
// pages are read by our own code: the library believes every length in them, and one that
// lies takes all memory or ends the program.

// parquetReader reads a file's rows.
type parquetReader struct {
	from    io.ReaderAt
	size    int64 // without the footer
	about   format.FileMetaData
	columns []format.SchemaElement // without the root
	at      []int                  // where each of ours is, -1 for none
	room    room
	words   map[string]string // a column says the same again and again
}

// ReadParquet reads what NewParquet wrote, perhaps by another program since, as ReadCSV does.
func ReadParquet(from io.ReaderAt, size int64, file string, editions model.Editions, got func(*district.Return)) (err error) {
	r := &parquetReader{from: from, words: map[string]string{}}
	if err := r.footer(size); err != nil {
		return err
	}
	if err := r.schema(); err != nil {
		return err
	}
	if r.room.zstd, err = zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxMemory(pageLimit)); err != nil {
		return err
	}
	defer r.room.zstd.Close()
	g := &gather{editions: editions, file: file, got: got}
	rows := r.about.NumRows
	for i := range r.about.RowGroups {
		rows -= r.about.RowGroups[i].NumRows
		if err := r.group(&r.about.RowGroups[i], g); err != nil {
			return err
		}
	}
	if rows != 0 {
		return errDamaged
	}
	return g.end()
}

const parquetMark = "PAR1"

var errNoParquet = &Misread{0, "不是 Parquet 数据，或者已经损坏。"}

// footer reads what the file says about itself.
func (r *parquetReader) footer(size int64) error {
	const tail = 8 // the footer's length and the mark
	ends := make([]byte, len(parquetMark)+tail)
	if size < int64(len(ends)) {
		return errNoParquet
	}
	_, err := r.from.ReadAt(ends[:len(parquetMark)], 0)
	if _, err2 := r.from.ReadAt(ends[len(parquetMark):], size-tail); err != nil || err2 != nil && err2 != io.EOF {
		return errNoParquet
	}
	n := int64(binary.LittleEndian.Uint32(ends[4:]))
	switch {
	case string(ends[:4]) != parquetMark || string(ends[8:]) != parquetMark || n > size-int64(len(ends)):
		return errNoParquet
	case n > footerLimit:
		return errTooBig
	}
	b := make([]byte, n)
	r.size = size - tail - n
	if _, err := r.from.ReadAt(b, r.size); err != nil {
		return errNoParquet
	}
	if end, err := measured(b); err != nil || end != len(b) || thrift.Unmarshal(&thrift.CompactProtocol{}, b, &r.about) != nil {
		return errNoParquet
	}
	return nil
}

// schema finds the columns.
func (r *parquetReader) schema() (err error) {
	if len(r.about.Schema) == 0 || int(r.about.Schema[0].NumChildren.V) != len(r.about.Schema)-1 {
		return &Misread{0, "里的列套着列；要的是年报程序写出来的数据。"}
	}
	r.columns = r.about.Schema[1:]
	names := make([]string, len(r.columns))
	for i, c := range r.columns {
		if !c.Type.Valid || c.NumChildren.V != 0 || c.RepetitionType.V == format.Repeated {
			return &Misread{0, "里的列套着列；要的是年报程序写出来的数据。"}
		}
		names[i] = c.Name
	}
	if r.at, err = find(names); err != nil {
		return err
	}
	if strings.HasPrefix(r.about.CreatedBy, writer+" ") && slices.Contains(r.at, -1) {
		return errDamaged
	}
	for i, at := range r.at {
		if at < 0 {
			continue
		}
		ok := false
		switch c := &r.columns[at]; i {
		case columnYear:
			_, dec := scaleOf(c)
			ok = !dec && whole(c)
		case columnValue:
			if c.Type.V == format.Double || c.Type.V == format.Float {
				return &Misread{0, "的“value”一列是浮点数，不一定准确。请写成 DECIMAL。"}
			}
			scale, dec := scaleOf(c)
			ok = dec && 0 <= scale && scale <= 38 && (c.Type.V == format.Int32 || c.Type.V == format.Int64 || c.Type.V == format.ByteArray || c.Type.V == format.FixedLenByteArray && 0 < c.TypeLength.V && c.TypeLength.V <= 16) ||
				!dec && (whole(c) || c.Type.V == format.ByteArray)
		default:
			_, dec := scaleOf(c)
			ok = !dec && c.Type.V == format.ByteArray
		}
		if !ok {
			return &Misread{0, "的“" + columns[i] + "”一列类型不对；要的是年报程序写出来的数据。"}
		}
	}
	return nil
}

// whole says that a column holds whole numbers, and no days or times.
func whole(c *format.SchemaElement) bool {
	if c.Type.V != format.Int32 && c.Type.V != format.Int64 {
		return false
	}
	if t, ok := c.LogicalType.Value.(*format.IntType); ok {
		return t.IsSigned
	}
	signed := !c.ConvertedType.Valid || c.ConvertedType.V >= deprecated.Int8 && c.ConvertedType.V <= deprecated.Int64
	return c.LogicalType.Value == nil && signed
}

// scaleOf is how many decimal places a column's decimals have: -1 if it says so in two ways
// that differ.
func scaleOf(c *format.SchemaElement) (scale int, ok bool) {
	old := c.ConvertedType.Valid && c.ConvertedType.V == deprecated.Decimal
	t, now := c.LogicalType.Value.(*format.DecimalType)
	switch {
	case !now:
		return int(c.Scale.V), old
	case c.Scale.Valid && c.Scale.V != t.Scale:
		return -1, true
	}
	return int(t.Scale), true
}

// group reads the rows of a group.
func (r *parquetReader) group(about *format.RowGroup, g *gather) error {
	if len(about.Columns) != len(r.columns) || about.NumRows < 0 {
		return errDamaged
	}
	r.room.held = 0
	open := make([]*pages, len(columns))
	for i, at := range r.at {
		if at < 0 {
			continue
		}
		c, m := &r.columns[at], &about.Columns[at].MetaData
		from := m.DataPageOffset
		if d := m.DictionaryPageOffset; d > 0 && d < from {
			from = d
		}
		if m.Type != c.Type.V || m.NumValues != about.NumRows || about.Columns[at].FilePath != "" ||
			from < int64(len(parquetMark)) || m.TotalCompressedSize < 0 || from > r.size || m.TotalCompressedSize > r.size-from {
			return errDamaged
		}
		open[i] = &pages{
			room: &r.room, rest: m.TotalCompressedSize, codec: m.Codec, kind: c.Type.V, width: int(c.TypeLength.V),
			in:       bufio.NewReaderSize(io.NewSectionReader(r.from, from, m.TotalCompressedSize), headerLimit),
			optional: c.RepetitionType.V == format.Optional,
		}
	}
	var cells [9]string
	for n := about.NumRows; n > 0; n-- {
		for i, p := range open {
			if p == nil {
				continue
			}
			b, err := p.next()
			if err != nil {
				return err
			}
			if cells[i], err = r.text(i, b); err != nil {
				return err
			}
		}
		if err := g.cells(&cells); err != nil {
			return err
		}
	}
	for _, p := range open {
		if p != nil && p.left != 0 {
			return errDamaged
		}
	}
	return nil
}

// wordLimit is how many texts are kept to be told again.
const wordLimit = 1 << 16

// text is a value of one of our columns as CSV has it.
func (r *parquetReader) text(column int, b []byte) (string, error) {
	if b == nil {
		return "", nil
	}
	c := &r.columns[r.at[column]]
	scale, dec := scaleOf(c)
	if !dec && c.Type.V != format.ByteArray || dec {
		switch c.Type.V {
		case format.Int32:
			return pointed(strconv.FormatInt(int64(int32(binary.LittleEndian.Uint32(b))), 10), scale), nil
		case format.Int64:
			return pointed(strconv.FormatInt(int64(binary.LittleEndian.Uint64(b)), 10), scale), nil
		}
		if len(b) > 16 {
			return "", errDamaged
		}
	}
	key := string(b)
	if dec {
		key = "." + key // apart from texts
	} else {
		key = "T" + key
	}
	if s, ok := r.words[key]; ok {
		return s, nil
	}
	if len(r.words) >= wordLimit {
		clear(r.words)
	}
	s := key[1:]
	if dec {
		n := new(big.Int).SetBytes(b)
		if len(b) > 0 && b[0] >= 0x80 {
			n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(b))))
		}
		s = pointed(n.String(), scale)
	}
	r.words[key] = s
	return s, nil
}

// pointed is a whole number as a decimal with so many places, without zeros at its end.
func pointed(digits string, scale int) string {
	if scale == 0 {
		return digits
	}
	sign := ""
	if digits[0] == '-' {
		sign, digits = "-", digits[1:]
	}
	if len(digits) <= scale {
		digits = strings.Repeat("0", scale+1-len(digits)) + digits
	}
	at := len(digits) - scale
	return strings.TrimSuffix(sign+digits[:at]+"."+strings.TrimRight(digits[at:], "0"), ".")
}
