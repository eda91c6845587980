package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/sample"
)

var update = flag.Bool("update", false, "write the golden files anew")

var reports = map[string]func() *model.Report{"full": sample.Full, "old": sample.Old}

func write(t testing.TB, r *model.Report) []byte {
	t.Helper()
	return written(t, export.Compose(r))
}

// unfinished is what write gives of a report that is a draft.
func unfinished(t testing.TB, r *model.Report) []byte {
	t.Helper()
	d := export.Compose(r)
	d.Draft = true
	return written(t, d)
}

func written(t testing.TB, d *export.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// unzip gives the parts of a document by their names.
func unzip(t testing.TB, file []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if out[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func TestGolden(t *testing.T) {
	for name, make := range reports {
		got := unzip(t, write(t, make()))["word/document.xml"]
		got = bytes.ReplaceAll(got, []byte("</w:p>"), []byte("</w:p>\n")) // for people who compare
		path := filepath.Join("testdata", name+".xml")
		if *update {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: document.xml differs from %s; -update writes it anew", name, path)
		}
	}
}

func TestSameReportSameBytes(t *testing.T) {
	if !bytes.Equal(write(t, sample.Full()), write(t, sample.Full())) {
		t.Error("two documents of one report differ")
	}
}

// Each row of a table covers each column once, and a merged cell goes on
// exactly as wide as it began.
func TestTablesCover(t *testing.T) {
	for name, make := range reports {
		r := make()
		doc := unzip(t, write(t, r))["word/document.xml"]
		var body struct {
			Tables []struct {
				Columns []struct{} `xml:"tblGrid>gridCol"`
				Rows    []struct {
					Header *struct{} `xml:"trPr>tblHeader"`
					Cells  []struct {
						Span struct {
							N int `xml:"val,attr"`
						} `xml:"tcPr>gridSpan"`
						Merge *struct {
							Val string `xml:"val,attr"`
						} `xml:"tcPr>vMerge"`
						Text string `xml:"p>r>t"`
					} `xml:"tc"`
				} `xml:"tr"`
			} `xml:"body>tbl"`
		}
		if err := xml.Unmarshal(doc, &body); err != nil {
			t.Fatal(err)
		}
		if len(body.Tables) != 3 {
			t.Fatalf("%s: %d tables", name, len(body.Tables))
		}
		for i, id := range []string{"disclosure", "requests", "appeals"} {
			table, g := body.Tables[i], r.Grid(r.Edition.Table(id))
			if len(table.Rows) != g.Rows || len(table.Columns) != g.Cols {
				t.Errorf("%s: %s has %d × %d places, want %d × %d", name, id, len(table.Rows), len(table.Columns), g.Rows, g.Cols)
			}
			open := map[int]int{} // column → width of the merged cell above
			values := 0
			for n, row := range table.Rows {
				if (row.Header != nil) != (n < g.Head) {
					t.Errorf("%s: %s row %d: header %v", name, id, n, row.Header != nil)
				}
				col := 0
				for _, c := range row.Cells {
					span := max(c.Span.N, 1)
					switch {
					case c.Merge == nil:
						delete(open, col)
					case c.Merge.Val == "restart":
						open[col] = span
					case open[col] != span:
						t.Errorf("%s: %s row %d column %d goes on %d wide, began %d wide", name, id, n, col, span, open[col])
					case c.Text != "":
						t.Errorf("%s: %s row %d column %d: text %q in a covered cell", name, id, n, col, c.Text)
					}
					if c.Merge == nil && c.Text != "" {
						values++
					}
					col += span
				}
				if col != g.Cols {
					t.Errorf("%s: %s row %d covers %d of %d columns", name, id, n, col, g.Cols)
				}
			}
			if values == 0 {
				t.Errorf("%s: %s shows nothing", name, id)
			}
		}
	}
}

// Whatever was typed, every part is XML and shows the rest of the text.
func TestHostileText(t *testing.T) {
	const hostile = "甲\x00乙\x1b\x0b丙\xff丁\uFFFE\uFFFF戊<w:p>&amp;]]>\"'\u0085己\t庚𬭊龑"
	r := sample.Full()
	r.Office, r.Title = hostile, hostile
	for id := range r.Texts {
		r.Texts[id] = "（一）" + hostile + "。" + hostile
	}
	for ref := range r.Numbers {
		r.Numbers[ref] = model.ParseNumber(hostile)
	}
	for name, part := range unzip(t, write(t, r)) {
		d := xml.NewDecoder(bytes.NewReader(part))
		var text strings.Builder
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if chars, ok := token.(xml.CharData); ok {
				text.Write(chars)
			}
		}
		if name == "word/document.xml" && strings.Count(text.String(), "甲乙 丙\uFFFD丁戊<w:p>&amp;]]>\"' 己庚𬭊龑") < 2*len(r.Texts) {
			t.Errorf("the text has not come through: %.300s", text.String())
		}
	}
}

func TestBookmark(t *testing.T) {
	for _, c := range []struct {
		ref  model.Ref
		n    int
		want string
	}{
		{"preface", 1, "nb_preface"},
		{"overview/on-request", 1, "nb_overview__on_hrequest"},
		{"problems/part-12", 3, "nb_problems__part_h12_p3"},
		{"an-address/that-is-much-longer/than-word-takes", 1, ""},
	} {
		if got := bookmark(c.ref, c.n); got != c.want {
			t.Errorf("bookmark(%q, %d) = %q, want %q", c.ref, c.n, got, c.want)
		}
	}
	doc := unzip(t, write(t, sample.Full()))["word/document.xml"]
	seen := map[string]bool{}
	for _, piece := range strings.Split(string(doc), `<w:bookmarkStart `)[1:] {
		for _, attribute := range strings.SplitN(piece, `"`, 5)[:4] {
			if strings.HasPrefix(attribute, "nb_") {
				if seen[attribute] {
					t.Errorf("bookmark %s stands twice", attribute)
				}
				seen[attribute] = true
			}
		}
	}
	for _, name := range []string{"nb_overview", "nb_overview__active", "nb_overview__active_p2", "nb_requests", "nb_requests_p2", "nb_other", "nb_other_p3"} {
		if !seen[name] {
			t.Errorf("no bookmark %s", name)
		}
	}
}

// full is a disk without room.
type full struct{ room int }

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errors.New("no room")
	}
	return len(p), nil
}

func TestWriteFails(t *testing.T) {
	d := export.Compose(sample.Full())
	size := len(write(t, d.Report))
	for _, room := range []int{0, 100, size / 2, size - 1} {
		if err := Write(&full{room}, d); err == nil {
			t.Errorf("a disk with room for %d of %d bytes, and no error", room, size)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	d := export.Compose(sample.Full())
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, d); err != nil {
			b.Fatal(err)
		}
	}
}

// A draft has its mark in the headers of odd and of even pages, and nowhere else.
func TestDraft(t *testing.T) {
	final, draft := unzip(t, write(t, sample.Full())), unzip(t, unfinished(t, sample.Full()))
	for name, text := range draft {
		marked := bytes.Contains(text, []byte(export.DraftMark))
		if header := strings.HasPrefix(name, "word/header-"); marked != header {
			t.Errorf("%s: it has the mark: %t", name, marked)
		}
		if _, ok := final[name]; !ok && !marked {
			t.Errorf("only the draft has %s", name)
		}
	}
	if want := len(final) + 2; len(draft) != want {
		t.Errorf("the draft has %d parts, want %d", len(draft), want)
	}
	body := string(draft["word/document.xml"])
	if got := strings.Replace(body, headerRefs, "", 1); got != string(final["word/document.xml"]) || got == body {
		t.Error("the body of the draft is not that of the report")
	}
}
