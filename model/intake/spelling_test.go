package intake_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/intake"
	"nianbao/model/intake/source"
	"nianbao/model/sample"
)

// The spellings in which reports come in as text, made from a report.

// oneCellALine is what remains of a table when a web page is copied as text. It
// cannot tell a blank cell.
func oneCellALine(t *export.Table, b *strings.Builder) {
	for _, text := range t.Texts {
		if text != "" {
			b.WriteString(strings.ReplaceAll(text, "（", "(") + "\n\n")
		}
	}
}

// tabLed has a cell a line, led by a tab, and an empty line between rows.
func tabLed(t *export.Table, b *strings.Builder) {
	row := -1
	for i, s := range t.Grid.Slots {
		if s.Row != row {
			b.WriteString("\n")
			for s.Row != row && row >= 0 && s.Col > 0 && s.Kind != model.SlotTitle {
				b.WriteString("\t\n") // what a merged cell leaves behind
				break
			}
			row = s.Row
		}
		text := t.Texts[i]
		if s.Kind == model.SlotHead && len([]rune(text)) == 4 {
			text = text[:6] + "\n" + text[6:]
		}
		b.WriteString("\t " + text + "\n")
	}
	b.WriteString("\n\n")
}

func spell(d *export.Document, table func(*export.Table, *strings.Builder)) string {
	var b strings.Builder
	for _, line := range d.Title {
		b.WriteString(line + "\n")
	}
	for _, block := range d.Blocks {
		if block.Table != nil {
			table(block.Table, &b)
			continue
		}
		b.WriteString(block.Text + "\n")
	}
	return b.String()
}

// Reports in the spellings of real ones come back as they were.
func TestSpellings(t *testing.T) {
	editions := sample.Editions(t)
	for _, spelling := range []struct {
		name  string
		table func(*export.Table, *strings.Builder)
	}{{"one cell a line", oneCellALine}, {"tab-led", tabLed}} {
		for seed := range uint64(60) {
			random := rand.New(rand.NewPCG(seed, 7))
			e := editions[random.IntN(len(editions))]
			r := sample.Report(random, e)
			if spelling.name == "one cell a line" {
				for _, c := range e.Cells() {
					if n, ok := r.Numbers[c.Ref]; c.Total() || ok && n.Blank() {
						delete(r.Numbers, c.Ref)
					} else if (!ok || !n.Readable()) && !c.Optional() {
						r.Numbers[c.Ref] = model.Int(0)
					}
				}
			}
			text := spell(export.Compose(r), spelling.table)
			doc, err := source.Read("报告.txt", []byte(text))
			if err != nil {
				t.Fatal(err)
			}
			draft, err := intake.Place(doc, editions)
			if err != nil {
				t.Fatal(err)
			}
			draft.Report.Kind = r.Kind
			if diff := model.Differences(r, draft.Report); len(diff) > 0 {
				ref := diff[0]
				want, _ := r.Get(ref)
				got, _ := draft.Report.Get(ref)
				t.Fatalf("%s, seed %d, edition %s: %d differences, %v\nwant %q\ngot  %q\nunplaced %q\nnotes %v\n",
					spelling.name, seed, e.ID, len(diff), diff[:min(len(diff), 8)], want, got, draft.Report.Unplaced, draft.Notes)
			}
		}
	}
}
