package flat

import (
	"fmt"
	"io"
	"math/big"
	"strings"

	"github.com/parquet-go/parquet-go"

	"nianbao/model/district"
)

// places is how many decimal places a value has in Parquet: as many as a number can have.
const places = 18

// line is a row as Parquet has it. Most columns say the same again and again.
type line struct {
	Office  string    `parquet:"office,dict,zstd"`
	Kind    string    `parquet:"kind,dict,zstd"`
	Year    int32     `parquet:"year,dict,zstd"`
	Edition string    `parquet:"edition,dict,zstd"`
	Address string    `parquet:"address,dict,zstd"`
	Name    string    `parquet:"name,dict,zstd"`
	Value   *[16]byte `parquet:"value,optional,decimal(18:38),zstd"`
	Unit    string    `parquet:"unit,dict,zstd"`
	Typed   string    `parquet:"typed,dict,zstd"`
}

// writer is by whom a file says that it was written; it has all columns then.
const writer = "nianbao"

// groupRows is how many rows are in memory before they are written.
const groupRows = 200_000

type parquetWriter struct {
	to    *parquet.GenericWriter[line]
	lines []line
}

// NewParquet writes rows to w, a column beside the other.
func NewParquet(w io.Writer) Writer {
	return &parquetWriter{to: parquet.NewGenericWriter[line](w, parquet.MaxRowsPerRowGroup(groupRows), parquet.CreatedBy(writer, "", ""))}
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

// decimal is a plain number with its decimal places as a big-endian integer.
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
