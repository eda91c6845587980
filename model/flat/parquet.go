package flat

import (
	"fmt"
	"io"
	"math/big"
	"strings"

	"github.com/parquet-go/parquet-go"

	"nianbao/model"
	"nianbao/model/district"
)

// places is how many decimal places a value has in Parquet; CSV has as many as it needs.
const places = 10

// line is a row as Parquet has it. Most columns say the same again and again.
type line struct {
	Office  string    `parquet:"office,dict,zstd"`
	Kind    string    `parquet:"kind,dict,zstd"`
	Year    int32     `parquet:"year,dict,zstd"`
	Edition string    `parquet:"edition,dict,zstd"`
	Address string    `parquet:"address,dict,zstd"`
	Name    string    `parquet:"name,dict,zstd"`
	Value   *[16]byte `parquet:"value,optional,decimal(10:38),zstd"`
	Unit    string    `parquet:"unit,dict,zstd"`
	Typed   string    `parquet:"typed,dict,zstd"`
}

// Rows that are in memory before they are written, and of a batch that is read.
const (
	groupRows = 200_000
	batchRows = 1000
)

type parquetWriter struct {
	to    *parquet.GenericWriter[line]
	lines []line
}

// NewParquet writes rows to w, a column beside the other.
func NewParquet(w io.Writer) Writer {
	return &parquetWriter{to: parquet.NewGenericWriter[line](w, parquet.MaxRowsPerRowGroup(groupRows), parquet.CreatedBy("nianbao", "", ""))}
}

func (p *parquetWriter) Write(r *district.Return) error {
	p.lines = p.lines[:0]
	for row := range Rows(r) {
		l := line{row.Office, row.Kind, int32(row.Year), row.Edition, row.Address, row.Name, nil, row.Unit, row.Typed}
		if row.Value != "" {
			value, err := decimal(row.Value)
			if err != nil {
				return fmt.Errorf("%s, %s: %w", r.File, row.Address, err)
			}
			l.Value = value
		}
		p.lines = append(p.lines, l)
	}
	_, err := p.to.Write(p.lines)
	return err
}

func (p *parquetWriter) Close() error { return p.to.Close() }

// decimal is a plain number with ten decimal places as a big-endian integer.
func decimal(value string) (*[16]byte, error) {
	whole, fraction, _ := strings.Cut(value, ".")
	if fraction = strings.TrimRight(fraction, "0"); len(fraction) > places {
		return nil, fmt.Errorf("%s has more than %d decimal places", value, places)
	}
	n, ok := new(big.Int).SetString(whole+fraction+strings.Repeat("0", places-len(fraction)), 10)
	if !ok {
		return nil, fmt.Errorf("%s is no number", value)
	}
	if n.Sign() < 0 {
		n.Add(n, new(big.Int).Lsh(big.NewInt(1), 128))
	}
	return (*[16]byte)(n.FillBytes(make([]byte, 16))), nil
}

// plain is a decimal as digits.
func plain(b *[16]byte) string {
	n := new(big.Int).SetBytes(b[:])
	sign := ""
	if b[0] >= 0x80 {
		n.Sub(new(big.Int).Lsh(big.NewInt(1), 128), n)
		sign = "-"
	}
	digits := n.String()
	if len(digits) <= places {
		digits = strings.Repeat("0", places+1-len(digits)) + digits
	}
	at := len(digits) - places
	return strings.TrimSuffix(sign+digits[:at]+"."+strings.TrimRight(digits[at:], "0"), ".")
}

// ReadParquet reads what NewParquet wrote.
func ReadParquet(from io.ReaderAt, size int64, file string, editions model.Editions, got func(*district.Return)) (err error) {
	defer func() { // a broken file can bring the library down
		if bad := recover(); bad != nil {
			err = &Misread{0, "的内容已经损坏，请重新取得这个文件。"}
		}
	}()
	f, err := parquet.OpenFile(from, size)
	if err != nil {
		return &Misread{0, "不是 Parquet 数据，或者已经损坏。"}
	}
	for _, name := range columns {
		if _, ok := f.Schema().Lookup(name); !ok {
			return &Misread{0, fmt.Sprintf("里没有“%s”这一列；要的是年报程序写出来的数据。", name)}
		}
	}
	in := parquet.NewGenericReader[line](f)
	defer in.Close()
	g := &gather{editions: editions, file: file, got: got}
	lines := make([]line, batchRows)
	for {
		n, err := in.Read(lines)
		for _, l := range lines[:n] {
			row := Row{l.Office, l.Kind, int(l.Year), l.Edition, l.Address, l.Name, "", l.Unit, l.Typed}
			if l.Value != nil {
				row.Value = plain(l.Value)
			}
			if err := g.row(&row); err != nil {
				return err
			}
		}
		if err != nil {
			return g.end(err)
		}
	}
}
