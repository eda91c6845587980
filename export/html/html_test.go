package html

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	xhtml "golang.org/x/net/html"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/sample"
)

var update = flag.Bool("update", false, "write the golden files anew")

var reports = map[string]func() *model.Report{"full": sample.Full, "old": sample.Old}

func write(t testing.TB, r *model.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, export.Compose(r)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestGolden(t *testing.T) {
	for name, make := range reports {
		got, path := write(t, make()), filepath.Join("testdata", name+".html")
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
			t.Errorf("%s: the page differs from %s; -update writes it anew", name, path)
		}
	}
}

// elements lists the elements of a page, as a browser reads it.
func elements(t testing.TB, page []byte) []*xhtml.Node {
	t.Helper()
	root, err := xhtml.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var all []*xhtml.Node
	for n := range root.Descendants() {
		if n.Type == xhtml.ElementNode {
			all = append(all, n)
		}
	}
	return all
}

func attr(n *xhtml.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func content(n *xhtml.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == xhtml.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// Every number stands once, at its address, as the report has it.
func TestNumbers(t *testing.T) {
	for name, make := range reports {
		r := make()
		shown := map[model.Ref]string{}
		for _, n := range elements(t, write(t, r)) {
			if n.Data != "td" {
				continue
			}
			ref := model.Ref(attr(n, "data-ref"))
			if _, twice := shown[ref]; twice {
				t.Errorf("%s: %s stands twice", name, ref)
			}
			shown[ref] = content(n)
		}
		cells := r.Edition.Cells()
		if len(shown) != len(cells) {
			t.Errorf("%s: %d numbers, want %d", name, len(shown), len(cells))
		}
		for _, c := range cells {
			if got, ok := shown[c.Ref]; !ok || got != r.Value(c.Ref).String() {
				t.Errorf("%s: %s shows %q, want %q", name, c.Ref, got, r.Value(c.Ref).String())
			}
		}
	}
}

// A browser places the cells as the grid does.
func TestTablesCover(t *testing.T) {
	for name, make := range reports {
		r := make()
		tables := 0
		for _, n := range elements(t, write(t, r)) {
			if n.Data != "table" {
				continue
			}
			tables++
			g := r.Grid(r.Edition.Table(attr(n, "data-ref")))
			slot, row := 0, -1
			covered := map[[2]int]bool{}
			for d := range n.Descendants() {
				switch d.Data {
				case "tr":
					row++
					if head := d.Parent.Data == "thead"; head != (row < g.Head) {
						t.Errorf("%s: row %d of %s: in the head %v", name, row, attr(n, "data-ref"), head)
					}
				case "td", "th":
					col := 0
					for covered[[2]int{row, col}] {
						col++
					}
					s := g.Slots[slot]
					slot++
					span := func(key string) int {
						v, err := strconv.Atoi(attr(d, key))
						if err != nil {
							return 1
						}
						return v
					}
					if row != s.Row || col != s.Col || span("rowspan") != s.Rows || span("colspan") != s.Cols {
						t.Errorf("%s: %q at %d,%d, want %+v", name, content(d), row, col, s)
					}
					if (d.Data == "th") != (s.Kind != model.SlotValue) || d.Data == "th" && attr(d, "scope") == "" {
						t.Errorf("%s: %q is a %s with scope %q", name, content(d), d.Data, attr(d, "scope"))
					}
					for i := range s.Rows {
						for j := range s.Cols {
							covered[[2]int{row + i, col + j}] = true
						}
					}
				}
			}
			if slot != len(g.Slots) || row+1 != g.Rows {
				t.Errorf("%s: %d cells in %d rows, want %d in %d", name, slot, row+1, len(g.Slots), g.Rows)
			}
		}
		if tables != 3 {
			t.Errorf("%s: %d tables", name, tables)
		}
	}
}

// The page needs nothing from elsewhere and says what it is.
func TestSelfContained(t *testing.T) {
	r := sample.Full()
	meta := map[string]string{}
	title := ""
	for _, n := range elements(t, write(t, r)) {
		switch n.Data {
		case "script", "link", "img", "iframe", "object", "a":
			t.Errorf("there is a <%s>", n.Data)
		case "meta":
			meta[attr(n, "name")] = attr(n, "content")
		case "title":
			title = content(n)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "href" || strings.Contains(a.Val, "url(") {
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
		}
	}
	want := map[string]string{"nianbao:edition": "2021", "nianbao:office": r.Office, "nianbao:kind": "township", "nianbao:year": "2026"}
	for key, value := range want {
		if meta[key] != value {
			t.Errorf("%s is %q, want %q", key, meta[key], value)
		}
	}
	if title != r.Title {
		t.Errorf("the title is %q", title)
	}
}

// Whatever was typed, it is text: it makes no element and loses no character.
func TestHostileText(t *testing.T) {
	const (
		hostile = "甲\x00乙\x1b丙\uFFFE丁<script>alert(1)</script><!--&lt;\"'\u0085𬭊龑"
		shown   = "甲乙丙丁<script>alert(1)</script><!--&lt;\"' 𬭊龑"
	)
	r := sample.Full()
	before := len(elements(t, write(t, r)))
	leads := 0
	for _, n := range elements(t, write(t, r)) {
		if n.Data == "strong" {
			leads++
		}
	}
	r.Office, r.Title = hostile, "题目"+hostile
	for id := range r.Texts {
		paragraphs := len(model.Paragraphs(r.Prose(id)))
		r.Texts[id] = strings.Repeat(hostile+"\n", paragraphs)
	}
	for ref := range r.Numbers {
		r.Numbers[ref] = model.ParseNumber(hostile)
	}
	d := export.Compose(r)
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	all := elements(t, b.Bytes())
	if want := before - leads - 1 + len(d.Title) - 1; len(all) != want {
		t.Errorf("%d elements, want %d", len(all), want)
	}
	paragraphs := 0
	for _, n := range all {
		switch n.Data {
		case "p":
			paragraphs++
			if content(n) != shown {
				t.Errorf("a paragraph reads %q", content(n))
			}
		case "title":
			if content(n) != "题目"+shown {
				t.Errorf("the title reads %q", content(n))
			}
		case "script":
			t.Error("there is a script")
		}
	}
	if paragraphs == 0 {
		t.Error("no paragraph")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestWriteFails(t *testing.T) {
	if err := Write(full{}, export.Compose(sample.Old())); err == nil {
		t.Error("no error")
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

// A draft says so before its title, and when it is printed on every page.
func TestDraft(t *testing.T) {
	d := export.Compose(sample.Full())
	d.Draft = true
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	marks := 0
	for _, n := range elements(t, b.Bytes()) {
		if attr(n, "class") == "draft" && content(n) == export.DraftMark {
			marks++
		}
	}
	final := string(write(t, sample.Full()))
	if marks != 1 || !strings.Contains(b.String(), draftSheet) || strings.Contains(final, export.DraftMark) || strings.Contains(final, "draft") {
		t.Errorf("the draft has %d marks", marks)
	}
}
