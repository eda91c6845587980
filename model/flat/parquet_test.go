package flat_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"nianbao/model"
	"nianbao/model/district"
	"nianbao/model/flat"
	"nianbao/model/sample"
)

// table is a Parquet file of rows of any type, as another program may have written it.
func table[T any](t testing.TB, rows []T, options ...parquet.WriterOption) []byte {
	var b bytes.Buffer
	w := parquet.NewGenericWriter[T](&b, options...)
	if _, err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// filled are rows like one for each cell of the form, as a whole report has them.
func filled[T any](t testing.TB, row T) (out []T) {
	for _, c := range sample.Editions(t).ByID("2021").Cells() {
		reflect.ValueOf(&row).Elem().FieldByName("Address").SetString(string(c.Ref))
		out = append(out, row)
	}
	return out
}

// reads reads a Parquet file: the number of its first cell, and what is said of it.
func reads(t testing.TB, b []byte) (number, said string) {
	err := forms["parquet"].read(b, sample.Editions(t), func(r *district.Return) { number = r.Number("requests/new/person").String() })
	if err != nil {
		return "", err.Error()
	}
	return number, ""
}

// Columns as other programs write them: the same number comes of each, or a sentence.
func TestParquetColumns(t *testing.T) {
	type plain struct {
		Office  string `parquet:"office,plain"`
		Year    int64  `parquet:"year,optional,plain"`
		Edition string `parquet:"edition,optional,dict"`
		Address string `parquet:"address,gzip,plain"`
	}
	row := plain{"甲镇", 2026, "2021", "requests/new/person"}
	type decimal32 struct {
		plain
		Value int32 `parquet:"value,decimal(2:9),snappy"`
	}
	type decimal64 struct {
		plain
		Value *int64 `parquet:"value,decimal(12:18),optional"`
	}
	type wholes struct {
		plain
		Value int64 `parquet:"value,zstd"`
	}
	type texts struct {
		plain
		Value string `parquet:"value,dict"`
	}
	type floats struct {
		plain
		Value float64 `parquet:"value"`
	}
	type lists struct {
		plain
		Value []int64 `parquet:"value"`
	}
	type packed struct {
		plain
		Value int64 `parquet:"value,delta"`
	}
	type brotlis struct {
		plain
		Value int64 `parquet:"value,brotli"`
	}
	many := int64(12 * 1e12)
	for name, c := range map[string]struct {
		file       []byte
		want, says string
	}{
		"few places":      {table(t, filled(t, decimal32{row, 1200})), "12", ""},
		"many places":     {table(t, filled(t, decimal64{row, &many})), "12", ""},
		"blank":           {table(t, filled(t, decimal64{row, nil})), "", ""},
		"whole":           {table(t, filled(t, wholes{row, 12}), parquet.DataPageVersion(1)), "12", ""},
		"negative":        {table(t, filled(t, wholes{row, -12})), "-12", ""},
		"texts":           {table(t, filled(t, texts{row, "１２"})), "12", ""},
		"binary fraction": {table(t, []floats{{row, 12}}), "", "的“value”一列是浮点数，不一定准确。请写成 DECIMAL。"},
		"lists":           {table(t, []lists{{row, []int64{12}}}), "", "里的列套着列；要的是年报程序写出来的数据。"},
		"an encoding":     {table(t, []packed{{row, 12}}), "", "的压缩或者编码方式本程序不读。请用年报程序重新写一份，或者改用 CSV。"},
		"a compression":   {table(t, []brotlis{{row, 12}}), "", "的压缩或者编码方式本程序不读。请用年报程序重新写一份，或者改用 CSV。"},
		"no value":        {table(t, []plain{row}), "", "里没有“value”这一列；要的是年报程序写出来的数据。"},
		"other types": {table(t, []struct {
			Office, Edition, Address, Value int64
			Year                            string
		}{{}}), "", "里没有“office”这一列；要的是年报程序写出来的数据。"},
		"a number for a name": {table(t, []struct {
			Office  int64  `parquet:"office,plain"`
			Year    int64  `parquet:"year"`
			Edition string `parquet:"edition,plain"`
			Address string `parquet:"address,plain"`
			Value   int64  `parquet:"value"`
		}{{}}), "", "的“office”一列类型不对；要的是年报程序写出来的数据。"},
		"no rows": {table(t, []wholes{}), "", "里一行数据也没有。"},
	} {
		t.Run(name, func(t *testing.T) {
			if number, said := reads(t, c.file); number != c.want || said != c.says {
				t.Errorf("is %q, says %q", number, said)
			}
		})
	}
}

// A number with as many decimal places as can be typed is written to the last of them.
func TestParquetPlaces(t *testing.T) {
	for _, typed := range []string{"0.123456789012345678", "-0.000000000000000001", "123456789012345678", "999999999999999999", "1.5"} {
		r := sample.Example(t)
		r.Apply(model.Change{At: amount, New: typed})
		var b bytes.Buffer
		w := flat.NewParquet(&b)
		if err := w.Write(district.Receive("f", r, nil, nil)); err != nil {
			t.Fatalf("%s: %v", typed, err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		err := forms["parquet"].read(b.Bytes(), sample.Editions(t), func(back *district.Return) {
			if got := back.Number(amount); got.Cmp(r.Value(amount)) != 0 {
				t.Errorf("%s comes back as %s", typed, got)
			}
		})
		if err != nil {
			t.Errorf("%s: %v", typed, err)
		}
	}
}

// Whatever lengths a file states, no more memory is taken than its bytes can fill, and none
// of it brings the program down.
func TestParquetLies(t *testing.T) {
	footer := func(body string) []byte {
		b := append([]byte("PAR1"), body...)
		b = binary.LittleEndian.AppendUint32(b, uint32(len(body)))
		return append(b, "PAR1"...)
	}
	type bomb struct {
		Office  string `parquet:"office,zstd,plain"`
		Year    int64  `parquet:"year"`
		Edition string `parquet:"edition,plain"`
		Address string `parquet:"address,plain"`
		Value   int64  `parquet:"value"`
	}
	for name, c := range map[string]struct {
		file []byte
		says string
	}{
		"a list of milliards":       {footer("\x15\x02\x19\xfc\xff\xff\xff\xff\x07"), "不是 Parquet 数据，或者已经损坏。"},
		"a text of milliards":       {footer("\x15\x02\x19\x0c\x48\xff\xff\xff\xff\x07"), "不是 Parquet 数据，或者已经损坏。"},
		"structures without an end": {footer(strings.Repeat("\x1c", 1<<20)), "不是 Parquet 数据，或者已经损坏。"},
		"a footer of nothing":       {footer(""), "不是 Parquet 数据，或者已经损坏。"},
		"a footer too long":         {append(append([]byte("PAR1xxxx"), 0xff, 0xff, 0xff, 0x7f), "PAR1"...), "不是 Parquet 数据，或者已经损坏。"},
		"a name of a gigabyte":      {table(t, []bomb{{strings.Repeat("甲", 40<<20), 2026, "2021", "requests/new/person", 1}}), "里有大得不正常的一块，没有读。请用年报程序重新写一份，或者改用 CSV。"},
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, said := reads(t, c.file)
			runtime.ReadMemStats(&after)
			if said != c.says {
				t.Errorf("says %q", said)
			}
			if took := after.TotalAlloc - before.TotalAlloc; took > 100<<20 {
				t.Errorf("took %d MB", took>>20)
			}
		})
	}
}

// written is a table of some bodies.
func written(t testing.TB, bodies int) []byte {
	var b bytes.Buffer
	w := flat.NewParquet(&b)
	random := rand.New(rand.NewPCG(1, 2))
	edition := sample.Editions(t).ForYear(2026)
	for i := range bodies {
		r := sample.Report(random, edition)
		r.Office = fmt.Sprintf("第%d镇", i)
		if err := w.Write(district.Receive("f", r, nil, nil)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A byte that is changed is found, wherever it matters: what is read is what was written, or
// nothing.
func TestChangedParquet(t *testing.T) {
	whole, editions := written(t, 1), sample.Editions(t)
	numbers := func(b []byte) (out string, err error) {
		err = forms["parquet"].read(b, editions, func(r *district.Return) {
			for row := range flat.Rows(r) {
				out += fmt.Sprint(row)
			}
		})
		return out, err
	}
	want, err := numbers(whole)
	if err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		b := bytes.Clone(whole)
		b[i] ^= 1 << (i % 8)
		if got, err := numbers(b); err == nil && got != want {
			t.Errorf("byte %d of %d changed: read, and differs", i, len(whole))
		}
		if _, err := numbers(whole[:i]); err == nil {
			t.Errorf("cut at %d of %d: read", i, len(whole))
		}
	}
}

// Whatever a file has in it, reading it ends, within bounds.
func FuzzParquet(f *testing.F) {
	f.Add(written(f, 1))
	f.Add(written(f, 3))
	f.Add([]byte("PAR1\x15\x02\x19\xfc\xff\xff\xff\xff\x07\x09\x00\x00\x00PAR1"))
	editions := sample.Editions(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		n := 0
		err := forms["parquet"].read(b, editions, func(r *district.Return) {
			n++
			for range flat.Rows(r) {
				continue
			}
		})
		if err == nil && n == 0 {
			t.Error("nothing is read, and nothing said")
		}
	})
}

// Reading a table of a county.
func BenchmarkReadParquet(b *testing.B) {
	file, editions := written(b, 200), sample.Editions(b)
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		if err := forms["parquet"].read(file, editions, func(*district.Return) {}); err != nil {
			b.Fatal(err)
		}
	}
}
