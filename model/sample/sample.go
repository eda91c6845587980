// Package sample makes reports for tests: random ones that use everything that a
// report can hold, reproducible from a seed, and written ones, each with one trait.
package sample

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"nianbao/model"
)

// sentences that paragraphs are made of; with numbers, brackets, Latin letters
// and rare characters, but none that opens like a heading.
var sentences = []string{
	"全年在县政府网站公开信息%d条。",
	"镇政务服务大厅设公开查阅点，接待群众%d人次！",
	"按照“谁公开、谁审查”的原则，逐件审核；个人信息一律作去标识处理。",
	"公众号“白杨发布”推送信息%d篇，覆盖面达到12.5％。",
	"经办人龑、镕、堃等参加了培训（共%d人），使用WPS和Excel制表。",
	"花括号{不是}活的数，{{也不是}}。",
	"联系电话：0431-8555%04d，邮箱不对外公布。",
	"会议纪要<摘要>&附件A=B，仍按原样保存。",
	"=1+1不是公式，@某人也不是。",
	"群眾反映的問題已經全部辦結，没有遗留。",
}

// Paragraph is a random paragraph.
func Paragraph(random *rand.Rand) string {
	var b strings.Builder
	b.WriteString("本年度，")
	for range 1 + random.IntN(5) {
		s := sentences[random.IntN(len(sentences))]
		if strings.Contains(s, "%d") || strings.Contains(s, "%04d") {
			s = fmt.Sprintf(s, random.IntN(1000))
		}
		b.WriteString(s)
	}
	return model.Escape(b.String())
}

// Text is one to three random paragraphs.
func Text(random *rand.Rand) string {
	var out []string
	for range 1 + random.IntN(3) {
		out = append(out, Paragraph(random))
	}
	return strings.Join(out, "\n")
}

// Report is a random report of an edition: numbers of every kind with some left
// blank, some unreadable and some stated totals that are wrong; renamed, added
// and moved subheadings; altered titles; notes before and after the tables.
func Report(random *rand.Rand, e *model.Edition) *model.Report {
	offices := []struct {
		name string
		kind model.Kind
	}{
		{"白杨镇人民政府", model.Township},
		{"城北街道办事处", model.Subdistrict},
		{"青石县人民政府", model.County},
		{"青石县水利局", model.Department},
	}
	office := offices[random.IntN(len(offices))]
	year := e.From + random.IntN(2)
	if e.From == 0 {
		year = e.To - random.IntN(5)
	}
	r := model.NewReport(e, office.name, office.kind, year)
	if random.IntN(3) == 0 {
		r.Title = office.name + "关于" + strconv.Itoa(year) + "年政府信息公开工作年度报告"
	}
	numbers(random, r)
	if random.IntN(2) == 0 {
		outline(random, r)
	}
	if random.IntN(4) > 0 {
		r.Texts["preface"] = Text(random)
	}
	for _, p := range r.Parts() {
		for i, t := range p.Texts {
			// In a section with subheadings, what has none of its own stands first;
			// two texts without a subheading would print as one.
			if t.Title == "" && i > 0 || random.IntN(5) == 0 {
				continue
			}
			r.Texts[t.ID] = Text(random)
			if n := random.IntN(3); p.Table != nil && n > 0 {
				r.Before[t.ID] = min(n, len(model.Paragraphs(r.Texts[t.ID])))
			}
		}
	}
	return r
}

func numbers(random *rand.Rand, r *model.Report) {
	for _, c := range r.Edition.Cells() {
		if c.Total() {
			continue
		}
		typed := strconv.Itoa(random.IntN(30))
		switch random.IntN(12) {
		case 0:
			typed = ""
		case 1:
			typed = strconv.FormatInt(random.Int64N(1e15), 10)
		case 2, 3, 4:
			typed = "0"
		}
		switch {
		case c.Optional() && random.IntN(2) == 0:
			continue
		case c.As() == "signed" && random.IntN(2) == 0:
			typed = []string{"-8", "+19"}[random.IntN(2)]
		case c.As() == "amount":
			typed = []string{"0", "190.457379", "5", "123456789012.345678"}[random.IntN(4)]
			if c.Unit() == "" {
				typed = []string{"0", "14.73万元", "251000元", "79000.1元"}[random.IntN(4)]
			}
		case random.IntN(60) == 0:
			typed = "无"
		}
		if typed != "" || c.Optional() {
			r.Numbers[c.Ref] = model.ParseNumber(typed)
		}
	}
	for _, c := range r.Edition.Cells() {
		if sum, whole := r.Computed(c); c.Total() && whole && random.IntN(12) == 0 {
			r.Numbers[c.Ref] = sum.Add(model.Int(1 + int64(random.IntN(3))))
		}
	}
}

// outline alters the form's outline as clerks do.
func outline(random *rand.Rand, r *model.Report) {
	var out []model.Heading
	own, n, section := 0, 0, ""
	for _, h := range r.Edition.Outline() {
		sub := strings.Contains(h.ID, "/")
		if !sub {
			own, n = 0, 0
			if random.IntN(6) == 0 {
				h.Title = r.Edition.Section(h.ID).Alias[0]
			}
			section = h.ID
			out = append(out, h)
			continue
		}
		if random.IntN(5) == 0 {
			continue
		}
		n++
		if random.IntN(8) == 0 {
			h.Mark = model.SubMark(n + 2)
		}
		out = append(out, h)
		if random.IntN(4) == 0 && !strings.HasPrefix(h.ID, "problems") {
			own, n = own+1, n+1
			out = append(out, model.Heading{ID: fmt.Sprintf("%s/part-%d", section, own), Title: "收费及减免"})
		}
	}
	r.Outline = out
}
