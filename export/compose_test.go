package export_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/sample"
)

// outlined writes the blocks of a document, each by its kind, address and the beginning of
// its text; what is run in stands in brackets.
func outlined(d *export.Document) string {
	var b strings.Builder
	for _, block := range d.Blocks {
		if block.Kind == export.Grid {
			fmt.Fprintf(&b, "table %s %s\n", block.Ref, block.Table.Name)
			continue
		}
		text := []rune(block.Text[block.Lead:])
		kind := []string{"#", "##", "-"}[block.Kind]
		fmt.Fprintf(&b, "%s %s [%s]%s\n", kind, block.Ref, block.Text[:block.Lead], string(text[:min(8, len(text))]))
	}
	return b.String()
}

func TestCompose(t *testing.T) {
	const want = `- preface []本报告依照《中华
- preface []本报告电子版可在
# overview []一、总体情况
- overview/intro []2026年，我镇
## overview/active []（一）主动公开
- overview/active []全年通过县政府网
- overview/active []围绕重点领域，我
## overview/on-request []（二）依申请公开
- overview/on-request []进一步畅通当面、
## overview/management []（三）政府信息管
- overview/management [（一）严格审查。]健全“先审查、后
- overview/management [（二）动态清理。]对现行有效的31
- overview/management [（三）规范归档。]主动公开和依申请
## overview/platform []（四）政府信息公
- overview/platform []优化镇级专栏栏目
## overview/supervision []（五）监督保障
- overview/supervision []成立由镇长任组长
# disclosure []二、主动公开政府
- disclosure/note []2026年，我镇
table disclosure 表二
- disclosure/note []表中行政事业性收
# requests []三、收到和处理政
table requests 表三
# appeals []四、政府信息公开
table appeals 表四
# problems []五、存在的主要问
## problems/problems []（一）存在的主要
- problems/problems []2026年，我镇
## problems/improvements []（二）改进情况
- problems/improvements []一是建立村级公示
- problems/improvements []二是丰富解读形式
- problems/improvements []三是完善答复书样
- problems/improvements []四是实行政务公开
# other []六、其他需要报告
- other []根据《政府信息公
- other []贯彻落实上级政务
`
	if got := outlined(export.Compose(sample.Full())); got != want {
		t.Errorf("composed:\n%s\nwant:\n%s", got, want)
	}
}

// A document is of its own: what is typed later does not change it.
func TestComposeCopies(t *testing.T) {
	r := sample.Full()
	d := export.Compose(r)
	before := outlined(d)
	r.Texts["other"], r.Title = "改了", "改了"
	r.Numbers["requests/new/person"] = model.Int(99)
	if outlined(d) != before || d.Report.Title == "改了" || d.Report.Numbers["requests/new/person"].Equal(model.Int(99)) {
		t.Error("the document follows the report")
	}
}

// Every paragraph that was written is composed, in one block, and every number stands in
// the slot of its own address, as the report has it.
func TestComposeLosesNothing(t *testing.T) {
	for seed := range uint64(50) {
		random := rand.New(rand.NewPCG(seed, 3))
		all := sample.Editions(t)
		r := sample.Report(random, all[random.IntN(len(all))])
		d := export.Compose(r)
		texts := map[model.Ref][]string{}
		for _, b := range d.Blocks {
			switch b.Kind {
			case export.Paragraph:
				texts[b.Ref] = append(texts[b.Ref], b.Text)
			case export.Grid:
				for i, s := range b.Table.Grid.Slots {
					cell := b.Table.Cells[i]
					if (cell != nil) != (s.Kind == model.SlotValue) {
						t.Fatalf("seed %d: slot %+v has the cell %v", seed, s, cell)
					}
					if cell != nil && (cell.Ref != s.Ref || b.Table.Texts[i] != r.Value(s.Ref).String()) {
						t.Errorf("seed %d: %s shows %q", seed, s.Ref, b.Table.Texts[i])
					}
				}
			}
		}
		ids := []model.Ref{}
		if r.Edition.Preface != nil {
			ids = append(ids, r.Edition.Preface.ID)
		}
		for _, p := range r.Parts() {
			for _, text := range p.Texts {
				ids = append(ids, text.ID)
			}
		}
		for _, id := range ids {
			if want := model.Paragraphs(r.Prose(id)); !slices.Equal(texts[id], want) {
				t.Errorf("seed %d: %s is composed as %q, want %q", seed, id, texts[id], want)
			}
		}
	}
}

// Run-in subheadings are numbered, short, and something follows them.
func TestRunIn(t *testing.T) {
	for text, want := range map[string]string{
		"（一）提高认识。我街道高度重视。":                     "（一）提高认识。",
		"(十二)提高认识：我街道高度重视。":                    "(十二)提高认识：",
		"（二)提高认识；我街道高度重视。":                     "（二)提高认识；",
		"（一）提高认识。":                             "",
		"（一）我街道高度重视":                           "",
		"（壹）提高认识。我街道。":                         "",
		"（）提高认识。我街道。":                          "",
		"提高认识。我街道。":                            "",
		"（一）" + strings.Repeat("长", 31) + "。后": "",
	} {
		r := sample.Blank("2021", "白杨镇人民政府", 2026)
		r.Texts["other"] = text
		for _, b := range export.Compose(r).Blocks {
			if b.Ref == "other" && b.Kind == export.Paragraph && b.Text[:b.Lead] != want {
				t.Errorf("%s: run in is %q, want %q", text, b.Text[:b.Lead], want)
			}
		}
	}
}

func BenchmarkCompose(b *testing.B) {
	r := sample.Full()
	b.ReportAllocs()
	for b.Loop() {
		export.Compose(r)
	}
}
