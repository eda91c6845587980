package source

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every format of the same small report, as an office suite writes it, comes
// out the same but for what the format itself cannot keep.
func TestSuite(t *testing.T) {
	for _, name := range []string{"sample.docx", "sample.doc", "sample.rtf", "sample.html", "sample.xlsx", "marks.doc", "marks.rtf"} {
		t.Run(name, func(t *testing.T) {
			d, err := Open(filepath.Join("testdata", name))
			if err != nil {
				t.Fatal(err)
			}
			golden(t, name, show(d))
		})
	}
	golden(t, "sample.docx", show(read(t, "sample.docx", sample())))
}

// A renamed file is read as what it is.
func TestRenamed(t *testing.T) {
	for name, format := range map[string]string{
		"sample.docx": "docx", "sample.doc": "doc", "sample.rtf": "rtf", "sample.html": "html", "sample.xlsx": "xlsx",
	} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		for _, as := range []string{"报告.docx", "报告.doc", "报告.wps", "报告.txt", "报告", `C:\报告\报告.docx`} {
			d := read(t, as, data)
			if d.Format != format {
				t.Errorf("%s as %s: format %s", name, as, d.Format)
			}
			if strings.ContainsAny(d.Name, `\/`) {
				t.Errorf("name %q", d.Name)
			}
		}
	}
}

func TestKnown(t *testing.T) {
	for path, want := range map[string]bool{
		"a.txt": true, "a.DOCX": true, "目录/a.wps": true, "a.doc": true, "a.xlsx": true,
		"a.html": true, "a.htm": true, "a.rtf": true, "a.pdf": false, "a.xls": false, "a": false, "docx": false,
	} {
		if Known(path) != want {
			t.Errorf("Known(%q) = %v", path, !want)
		}
	}
}

// No character of the real reports is lost.
func TestSeeds(t *testing.T) {
	paths, _ := filepath.Glob(filepath.Join("..", "..", "..", "..", "shared", "seeds", "*.txt"))
	if len(paths) == 0 {
		t.Skip("../shared/seeds is not here")
	}
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		d, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := said(d), solid(string(raw)); got != want {
			t.Errorf("%s: %d bytes said, %d written", d.Name, len(got), len(want))
		}
		checkTables(t, d)
		for _, b := range d.Blocks {
			if b.Table == nil || len(b.Table.Rows) < 20 || len(b.Table.Rows[0]) != 2 {
				continue
			}
			// The table of applications: each row ends in seven numbers or blanks.
			for _, row := range b.Table.Rows[3:] {
				if n := len(row); n < 8 || n > 10 || strings.TrimSpace(row[n-8].Text) == "" {
					t.Errorf("%s: a row of %d cells: %+v", d.Name, n, row)
				}
			}
		}
	}
}

// checkTables fails where cells overlap or reach out of their table.
func checkTables(t testing.TB, d *Document) {
	t.Helper()
	for _, b := range d.Blocks {
		if b.Table == nil {
			continue
		}
		var taken [columnLimit + 1]int
		for i, row := range b.Table.Rows {
			col := 0
			for _, c := range row {
				if c.ColSpan < 1 || c.RowSpan < 1 || c.Col < col || c.Col+c.ColSpan > columnLimit {
					t.Fatalf("row %d: cell %+v after column %d", i, c, col)
				}
				col = c.Col + c.ColSpan
				if i+c.RowSpan > len(b.Table.Rows) {
					t.Fatalf("row %d of %d: cell %+v", i, len(b.Table.Rows), c)
				}
				if taken[c.Col] > i {
					t.Fatalf("row %d: cell %+v is covered", i, c)
				}
				taken[c.Col] = i + c.RowSpan
			}
		}
	}
}
