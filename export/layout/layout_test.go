package layout

import (
	"cmp"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"nianbao/export"
	"nianbao/export/font"
	"nianbao/model"
	"nianbao/model/sample"
)

var update = flag.Bool("update", false, "write the golden files")

var reports = map[string]func() *model.Report{
	"full": sample.Full, "old": sample.Old, "draft": sample.Draft, "long": sample.Long, "rare": sample.Rare,
	"long title": sample.LongTitle, "traditional": sample.Traditional, "huge": sample.Huge,
}

// record is the record of a report's check beside last year's report.
func record(r *model.Report) *export.Document {
	last := sample.Full()
	last.Year = r.Year - 1
	rec := export.Record{Report: r, Last: last, Check: model.Desk{}.Record(r, last), Seal: "1A2B-3C4D"}
	return rec.Compose()
}

func each(t *testing.T, f func(t *testing.T, d *export.Document, b *Book)) {
	for _, name := range []string{"full", "draft", "long title", "huge"} {
		t.Run("record of "+name, func(t *testing.T) {
			d := record(reports[name]())
			f(t, d, Layout(d, font.Embedded()))
		})
	}
	for name, report := range reports {
		t.Run(name, func(t *testing.T) {
			d := export.Compose(report())
			f(t, d, Layout(d, font.Embedded()))
		})
	}
}

// composed is all that a document says, and laid what its pages say.
func composed(d *export.Document) string {
	says := strings.Join(d.Title, "")
	for _, block := range d.Blocks {
		says += block.Text
		if block.Table != nil {
			says += strings.Join(block.Table.Texts, "")
		}
	}
	return font.Clean(says)
}

func laid(b *Book) string {
	var says strings.Builder
	for _, p := range b.Pages {
		for _, text := range p.Texts {
			if text.Ref != "" && !text.Again {
				says.WriteString(text.Run.Says())
			}
		}
	}
	return says.String()
}

// TestNothingLost compares what the pages say with what was composed.
func TestNothingLost(t *testing.T) {
	each(t, func(t *testing.T, d *export.Document, b *Book) {
		if got, want := laid(b), composed(d); got != want {
			t.Errorf("the pages say something else:\n got %s\nwant %s", got, want)
		}
	})
}

// FuzzLayout lays out reports with any title, text, heading and cell.
func FuzzLayout(f *testing.F) {
	f.Add("白杨镇人民政府2026年年度报告", "全年公开412条。\n（一）清理。逐件核对。", "主动公开", "3")
	f.Add("", "", "", "")
	f.Add("龑𬭊😀", strings.Repeat("（", 300), strings.Repeat("标题", 400), "2件，另有1件在核实，"+strings.Repeat("请等待", 200))
	f.Fuzz(func(t *testing.T, title, text, heading, cell string) {
		r := sample.Full()
		r.Title = title
		r.Texts["overview/active"], r.Texts["requests/note"] = text, text
		r.Outline = []model.Heading{
			{ID: "overview", Title: heading},
			{ID: "overview/active", Title: heading},
			{ID: "disclosure", Title: heading},
			{ID: "requests", Title: heading},
		}
		r.Numbers["requests/new/person"] = model.ParseNumber(cell)
		d := export.Compose(r)
		b := Layout(d, font.Embedded())
		if got, want := laid(b), composed(d); got != want {
			t.Errorf("the pages say something else:\n got %s\nwant %s", got, want)
		}
	})
}

// TestInside looks for what stands outside its place: the type area, or the lines.
func TestInside(t *testing.T) {
	each(t, func(t *testing.T, _ *export.Document, b *Book) {
		for i, p := range b.Pages {
			if p.Number != i+1 {
				t.Errorf("page %d has the number %d", i+1, p.Number)
			}
			for _, text := range p.Texts {
				y0, y1 := text.Y-text.Run.Face.Ascent()*text.Size, text.Y+text.Run.Face.Descent()*text.Size
				if text.Ref == "" {
					continue
				}
				// A space or a Latin word may hang out by a fraction of the gap.
				if text.X < left-0.01 || text.X+text.Width() > left+width+0.25 && strings.TrimSpace(text.Run.Text) != "" {
					t.Errorf("page %d: %q reaches from %.2f to %.2f", p.Number, text.Run.Text, text.X, text.X+text.Width())
				}
				if y0 < top-0.01 || y1 > top+height+0.01 {
					t.Errorf("page %d: %q reaches from %.2f down to %.2f", p.Number, text.Run.Text, y0, y1)
				}
				if text.Size == bodySize {
					if line := (y0 - top) / pitch; math.Abs(line-math.Round(line)) > 1e-6 && text.Run.Face == font.Embedded().Face(font.Body) {
						t.Errorf("page %d: %q is on line %.3f", p.Number, text.Run.Text, line)
					}
				}
			}
			for _, r := range p.Rules {
				if r.X0 < left-0.01 || r.X1 > left+width+0.01 || r.Y0 < top-0.01 || r.Y1 > top+height+0.01 {
					t.Errorf("page %d: rule %v", p.Number, r)
				}
			}
		}
	})
}

// TestApart looks for text over a rule and for text over text.
func TestApart(t *testing.T) {
	each(t, func(t *testing.T, _ *export.Document, b *Book) {
		for _, p := range b.Pages {
			boxes := make([][4]float64, len(p.Texts))
			for i, x := range p.Texts {
				// A glyph leaves a little of its em box free.
				boxes[i] = [4]float64{x.X + 0.1, x.Y - 0.86*x.Size, x.X + x.Width() - 0.1, x.Y + 0.1*x.Size}
			}
			for i, a := range boxes {
				if strings.TrimSpace(p.Texts[i].Run.Text) == "" {
					continue
				}
				for _, r := range p.Rules {
					if a[0] < r.X1 && r.X0 < a[2] && a[1] < r.Y1 && r.Y0 < a[3] {
						t.Errorf("page %d: a rule runs through %q", p.Number, p.Texts[i].Run.Text)
					}
				}
				for j, c := range boxes[:i] {
					if strings.TrimSpace(p.Texts[j].Run.Text) != "" && a[0] < c[2]-0.7 && c[0] < a[2]-0.7 && a[1] < c[3] && c[1] < a[3] {
						t.Errorf("page %d: %q lies over %q", p.Number, p.Texts[i].Run.Text, p.Texts[j].Run.Text)
					}
				}
			}
		}
	})
}

// TestHeadings checks that a heading of a section is followed by its text.
func TestHeadings(t *testing.T) {
	each(t, func(t *testing.T, d *export.Document, b *Book) {
		headings := 0
		for i, block := range d.Blocks {
			if block.Kind > export.Subheading {
				continue
			}
			e := b.Outline[headings]
			headings++
			if e.Text != font.Clean(block.Text) || e.Level != int(block.Kind) {
				t.Errorf("entry %v for %q", e, block.Text)
			}
			if i+1 < len(d.Blocks) && d.Blocks[i+1].Kind > export.Subheading && e.Y > top+(rows-1.5)*pitch {
				t.Errorf("%q is the last line of page %d", e.Text, e.Page)
			}
		}
		if headings != len(b.Outline) {
			t.Errorf("%d entries for %d headings", len(b.Outline), headings)
		}
	})
}

// TestTablesWhole checks that each table of a usual report stands on one page.
func TestTablesWhole(t *testing.T) {
	for _, name := range []string{"full", "old", "draft", "long", "long title"} {
		b := Layout(export.Compose(reports[name]()), font.Embedded())
		at := map[string]int{}
		for _, p := range b.Pages {
			for _, text := range p.Texts {
				if text.Again {
					t.Errorf("%s: page %d repeats %q", name, p.Number, text.Run.Text)
				}
				if table, _, _, ok := text.Ref.Cell(); ok {
					if at[table] == 0 {
						at[table] = p.Number
					}
					if at[table] != p.Number {
						t.Errorf("%s: table %s begins on page %d and goes on on page %d", name, table, at[table], p.Number)
					}
				}
			}
		}
	}
}

// TestBrokenTable checks that each page of a table that fits none has its head and the
// titles of its rows.
func TestBrokenTable(t *testing.T) {
	r := sample.Full()
	for _, c := range r.Edition.Cells() {
		if c.Table.ID == "requests" && c.Column.ID == "person" {
			r.Numbers[c.Ref] = model.ParseNumber("正在与有关部门核对，请等待结果")
		}
	}
	b := Layout(export.Compose(r), font.Embedded())
	pages := 0
	for _, p := range b.Pages {
		says := ""
		for _, text := range p.Texts {
			says += text.Run.Says()
		}
		if !strings.Contains(says, "请等待结果") {
			continue
		}
		pages++
		for _, title := range []string{"申请人情况", "自然人", "法律服务机构", "三、本年度办理结果"} {
			if !strings.Contains(says, title) {
				t.Errorf("page %d has a part of the table without %s", p.Number, title)
			}
		}
	}
	if pages < 2 {
		t.Errorf("the table stands on %d pages", pages)
	}
}

func TestMissing(t *testing.T) {
	b := Layout(export.Compose(sample.Rare()), font.Embedded())
	if got := string(b.Missing); got != "😀" {
		t.Errorf("missing %q", got)
	}
	if b := Layout(export.Compose(sample.Full()), font.Embedded()); b.Missing != nil {
		t.Errorf("missing %q", string(b.Missing))
	}
}

// TestOdd lays out documents that no report gives.
func TestOdd(t *testing.T) {
	for _, d := range []*export.Document{
		{},
		{Title: []string{""}},
		{Blocks: []export.Block{{Kind: export.Subheading, Text: strings.Repeat("标题", 500)}, {Kind: export.Heading}}},
		{Blocks: []export.Block{{Kind: export.Paragraph, Text: "公开", Lead: 99}, {Kind: export.Grid, Table: &export.Table{Grid: &model.Grid{}}}}},
	} {
		b := Layout(d, font.Embedded())
		if len(b.Pages) == 0 {
			t.Error("no page")
		}
	}
}

// TestGolden compares the pages of a whole report with what was looked at and approved.
func TestGolden(t *testing.T) {
	got := dump(Layout(export.Compose(sample.Full()), font.Embedded()))
	path := filepath.Join("testdata", "full.txt")
	if *update {
		if err := cmp.Or(os.MkdirAll("testdata", 0o755), os.WriteFile(path, []byte(got), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	was := strings.Split(string(want), "\n")
	for i, line := range strings.Split(got, "\n") {
		if i >= len(was) || line != was[i] {
			t.Fatalf("line %d differs (run with -update if it is right):\n got %s\nwant %s", i+1, line, append(was, "")[min(i, len(was))])
		}
	}
	t.Fatal("the pages end too early")
}

// dump writes a book as text: a line of print a line.
func dump(b *Book) string {
	var out strings.Builder
	for _, e := range b.Outline {
		fmt.Fprintf(&out, "entry %d page %d %.1f %s\n", e.Level, e.Page, e.Y, e.Text)
	}
	for _, p := range b.Pages {
		fmt.Fprintf(&out, "\npage %d\n", p.Number)
		for i, t := range p.Texts {
			if i > 0 && p.Texts[i-1].Y == t.Y && p.Texts[i-1].Ref == t.Ref {
				fmt.Fprintf(&out, " |%s %.2f|", t.Run.Face.ID()[:1], t.Space)
			} else {
				fmt.Fprintf(&out, "\n%.1f %.1f %s %.1f %.2f|", t.X, t.Y, t.Run.Face.ID(), t.Size, t.Space)
			}
			out.WriteString(t.Run.Says())
		}
		out.WriteByte('\n')
		for _, r := range p.Rules {
			fmt.Fprintf(&out, "rule %.1f %.1f %.1f %.1f\n", r.X0, r.Y0, r.X1, r.Y1)
		}
	}
	return out.String()
}

// A Traditional text is set in one face, a rare name leaves the face as it is.
func TestEven(t *testing.T) {
	set := font.Embedded()
	for _, c := range []struct {
		text string
		want font.Role
	}{
		{"為強化監督，並採取紮實措施，頒佈辦法，複議諮詢情況明白。", font.Song},
		{"经办人王镕、李堃、龑某。", font.Body},
	} {
		r := sample.Blank("2021", "白杨镇人民政府", 2026)
		r.Texts["other"] = c.text
		if got := even(export.Compose(r), set).Face(font.Body); got != set.Face(c.want) {
			t.Errorf("%s is set in %s", c.text, got.ID())
		}
	}
}

// TestDraft: the pages of a draft have its mark above the type area, and else what they
// have when the report is finished.
func TestDraft(t *testing.T) {
	each(t, func(t *testing.T, d *export.Document, b *Book) {
		d.Draft = true
		draft := Layout(d, font.Embedded())
		if len(draft.Pages) != len(b.Pages) {
			t.Fatalf("the draft has %d pages, the report %d", len(draft.Pages), len(b.Pages))
		}
		for i, p := range draft.Pages {
			mark := p.Texts[0]
			if mark.Run.Text != export.DraftMark || mark.Ref != "" || mark.Y+mark.Run.Face.Descent()*mark.Size > top || mark.X+mark.Width() > left+width {
				t.Errorf("page %d begins with %+v", p.Number, mark)
			}
			p.Texts, p.Rules = p.Texts[1:], p.Rules[4:]
			if !reflect.DeepEqual(p.Texts, b.Pages[i].Texts) || len(p.Rules) != len(b.Pages[i].Rules) {
				t.Errorf("page %d of the draft has other texts", p.Number)
			}
		}
	})
}
