package text_test

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/export"
	"nianbao/export/text"
	"nianbao/model"
	"nianbao/model/sample"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var reports = map[string]func() *model.Report{"full": sample.Full, "old": sample.Old, "draft": sample.Draft, "signs": sample.Signs}

func write(t testing.TB, r *model.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := text.Write(&b, export.Compose(r)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteIsAsInTheGoldenFiles(t *testing.T) {
	for _, name := range []string{"full", "old"} {
		t.Run(name, func(t *testing.T) {
			got := write(t, reports[name]())
			path := filepath.Join("testdata", name+".txt")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("the text is not that of %s:\n%s", path, got)
			}
		})
	}
}

// TestTablesReadBack takes the tables apart by the rules in the package comment
// alone and holds them against the grids.
func TestTablesReadBack(t *testing.T) {
	for name, make := range reports {
		r := make()
		d := export.Compose(r)
		var tables []*export.Table
		for _, b := range d.Blocks {
			if b.Table != nil {
				tables = append(tables, b.Table)
			}
		}
		at, row := -1, 0
		for line := range strings.SplitSeq(write(t, r), "\r\n") {
			switch {
			case strings.HasPrefix(line, "┌"):
				at, row = at+1, 0
			case strings.HasPrefix(line, "│"):
				compare(t, name, tables[at], row, line)
				row++
			case strings.HasPrefix(line, "└"):
				if row != tables[at].Grid.Rows {
					t.Errorf("%s: table %s has %d lines, want %d", name, tables[at].ID, row, tables[at].Grid.Rows)
				}
			}
		}
		if at != len(tables)-1 {
			t.Errorf("%s: %d tables, want %d", name, at+1, len(tables))
		}
	}
}

// compare holds one line against the slots that it crosses.
func compare(t *testing.T, name string, table *export.Table, row int, line string) {
	t.Helper()
	var want []string
	for col := 0; col < table.Grid.Cols; col++ {
		for i, s := range table.Grid.Slots {
			if s.Col == col && s.Row <= row && row < s.Row+s.Rows {
				text := ""
				if s.Row == row {
					text = strings.ReplaceAll(table.Texts[i], "│", "｜")
				}
				want = append(want, text)
			}
		}
	}
	inner, ok := strings.CutSuffix(strings.TrimPrefix(line, "│"), "│")
	var got []string
	for cell := range strings.SplitSeq(inner, "│") {
		got = append(got, strings.Trim(cell, " "))
	}
	if !ok || strings.Join(got, "¦") != strings.Join(want, "¦") {
		t.Errorf("%s, table %s, row %d:\n got %q\nwant %q", name, table.ID, row, got, want)
	}
}

// TestOnlyTablesLookLikeTables: frame characters at the start of prose, tabs and
// breaks must not be taken for rows, cells and paragraphs.
func TestOnlyTablesLookLikeTables(t *testing.T) {
	r := sample.Blank("2008", "白杨镇人民政府", 2012)
	r.Title = "│标题\n下行"
	r.Texts["overview/intro"] = "├──┤\n│甲│乙│\n┌前\t后\u2028再\x00\ufeff\xff尾"
	got := write(t, r)
	for line := range strings.SplitSeq(strings.TrimPrefix(got, "\ufeff"), "\r\n") {
		if strings.HasPrefix(line, "│") || strings.HasPrefix(line, "├") || strings.HasPrefix(line, "┌") {
			t.Errorf("passes for a table: %q", line)
		}
		if strings.ContainsAny(line, "\t\n\r\x00\u2028") {
			t.Errorf("has a break or control: %q", line)
		}
	}
	for _, want := range []string{"\u3000\u3000│标题 下行\r\n", "\u3000\u3000│甲│乙│\r\n", "\u3000\u3000┌前 后 再\ufffd尾\r\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q in\n%s", want, got)
		}
	}
}

// TestTableLinesAreOfOneWidth counts Chinese and frame characters as two.
func TestTableLinesAreOfOneWidth(t *testing.T) {
	for name, make := range reports {
		wide := 0
		for line := range strings.SplitSeq(write(t, make()), "\r\n") {
			if line == "" || !strings.ContainsRune("│├┌└", []rune(line)[0]) {
				continue
			}
			n := 0
			for _, c := range line {
				if n++; c >= 0x80 {
					n++
				}
			}
			if strings.HasPrefix(line, "┌") {
				wide = n
			}
			if n != wide {
				t.Errorf("%s: %d wide, want %d: %s", name, n, wide, line)
			}
		}
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWriteTellsOfAFullDisk(t *testing.T) {
	if err := text.Write(broken{}, export.Compose(sample.Full())); err == nil {
		t.Error("no error")
	}
}

func BenchmarkWrite(b *testing.B) {
	d := export.Compose(sample.Full())
	b.ReportAllocs()
	for b.Loop() {
		if err := text.Write(io.Discard, d); err != nil {
			b.Fatal(err)
		}
	}
}

// FuzzProse: whatever is typed, a block of prose stays one line that is no table's.
func FuzzProse(f *testing.F) {
	f.Add("│甲│", "标题")
	f.Add("一\r二\u2029\t三", "└")
	f.Fuzz(func(t *testing.T, prose, heading string) {
		r := sample.Blank("2008", "白杨镇人民政府", 2012)
		r.Outline = []model.Heading{{ID: "fees", Title: heading, Mark: "├"}}
		r.Texts["fees"] = prose
		lines := 0
		for line := range strings.SplitSeq(write(t, r), "\r\n") {
			if strings.HasPrefix(line, "│") || strings.HasPrefix(line, "├") || strings.ContainsAny(line, "\r\n\t") {
				t.Errorf("passes for something else: %q", line)
			}
			if line != "" {
				lines++
			}
		}
		if want := 1 + len(export.Compose(r).Blocks); lines != want {
			t.Errorf("%d lines, want %d", lines, want)
		}
	})
}

// A draft says so in its first line.
func TestDraft(t *testing.T) {
	d := export.Compose(sample.Full())
	d.Draft = true
	var b bytes.Buffer
	if err := text.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	if want := "\ufeff【草稿】\r\n\r\n" + strings.TrimPrefix(write(t, sample.Full()), "\ufeff"); b.String() != want {
		t.Errorf("the draft is\n%.200s", b.String())
	}
}
