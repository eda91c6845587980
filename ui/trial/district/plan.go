package main

import (
	"fmt"
	"math/rand/v2"
	"path"
	"slices"
	"strings"

	"nianbao/model"
	collected "nianbao/model/district"
	"nianbao/model/sample/district"
)

// paper is a file that has come in.
type paper struct {
	body   *district.Body
	year   int
	path   string
	format string // nianbao, xlsx, docx
	state  collected.State
	what   string // besides its state: what is wrong or strange
	rules  []string
	alter  func(*model.Report)
	style  int  // of a foreign document, from 1
	torn   bool // only its first part is there
}

// faults are what clerks get wrong after the program has let a report go, with the rules
// that it breaks.
var faults = []struct {
	what  string
	rules []string
	alter func(*model.Report)
}{
	{"identity", []string{"requests-balance"}, func(r *model.Report) { add(r, "requests/new/person", 3) }},
	{"total", []string{"requests-result-sum", "requests-row-sum"}, func(r *model.Report) {
		n := r.Value("requests/total/total")
		r.Numbers["requests/total/total"] = n.Add(model.Int(2))
	}},
	{"blank", []string{"blank-cell"}, func(r *model.Report) { delete(r.Numbers, "disclosure/coercion/decisions") }},
}

func add(r *model.Report, at model.Ref, n int64) { r.Numbers[at] = r.Numbers[at].Add(model.Int(n)) }

// How many bodies are missing, how many use a document of their own, and how many all the
// faults need.
const (
	missing = 2
	foreign = 2
	least   = missing + foreign + 3 + 3 // with the doubled, last year's, the torn one and those with faults
)

// plan says what comes in from each body. The faults are the same few, however many
// bodies there are.
func (o order) plan(bodies []district.Body) ([]*paper, error) {
	papers := make([]*paper, len(bodies))
	random := rand.New(rand.NewPCG(o.seed, 50))
	for i := range bodies {
		format := o.format
		switch format {
		case "nianbao", "xlsx", "docx":
		case "mixed":
			format = []string{"nianbao", "nianbao", "xlsx", "xlsx", "docx"}[random.IntN(5)]
		default:
			return nil, fmt.Errorf("there is no format %q", format)
		}
		p := &paper{body: &bodies[i], year: o.year, format: format, state: collected.Received}
		p.name(reportsDir, len(bodies) > 40)
		papers[i] = p
	}
	order := random.Perm(len(papers))
	next := func(fit func(*paper) bool) *paper {
		at := slices.IndexFunc(order, func(i int) bool { return fit(papers[i]) })
		p := papers[order[at]]
		order = slices.Delete(order, at, at+1)
		return p
	}
	any := func(*paper) bool { return true }
	var more []*paper
	if o.again {
		p := next(any)
		again := *p
		again.state, again.what, again.path = collected.Repeated, "copy", p.beside("副本")
		more = append(more, &again)
	}
	if o.clean {
		return append(papers, more...), nil
	}
	if len(papers) < least+1 {
		return nil, fmt.Errorf("the faults need %d bodies; fewer have only -clean", least+1)
	}
	for _, f := range faults {
		p := next(any)
		p.state, p.what, p.rules, p.alter = collected.Faulty, f.what, f.rules, f.alter
	}
	p := next(func(p *paper) bool { return p.body.Kind == model.Township }) // their prose tells no penalties
	p.state, p.what = collected.Doubled, "first"
	revised := *p
	revised.what, revised.path = "revised", p.beside("（修改稿）")
	revised.alter = func(r *model.Report) { add(r, "disclosure/penalties/decisions", 1) }
	more = append(more, &revised)
	p = next(any)
	p.state, p.what, p.year = collected.OtherYear, "last-year", o.year-1
	p.name(reportsDir, len(bodies) > 40)
	p = next(any)
	p.state, p.what, p.torn = collected.Unreadable, "torn", true
	for style := range foreign {
		p = next(any)
		p.what, p.format, p.style = "foreign", "docx", style+1
		p.name(reportsDir, len(bodies) > 40)
	}
	for range missing {
		next(any).state = collected.Missing
	}
	came := slices.DeleteFunc(papers, func(p *paper) bool { return p.state == collected.Missing })
	return append(came, more...), nil
}

// lastYear are all the reports of the year before.
func (o order) lastYear(bodies []district.Body) []*paper {
	papers := make([]*paper, len(bodies))
	for i := range bodies {
		papers[i] = &paper{body: &bodies[i], year: o.year - 1, format: "nianbao"}
		papers[i].name(lastDir, len(bodies) > 40)
	}
	return papers
}

var folders = map[model.Kind]string{model.Township: "乡镇", model.Subdistrict: "街道", model.Department: "部门"}

// name puts the file where it belongs: in a folder of its county, and there of its kind.
func (p *paper) name(dir string, counties bool) {
	if counties {
		dir = path.Join(dir, p.body.County)
	}
	p.path = path.Join(dir, folders[p.body.Kind], fmt.Sprintf("%s%d年政府信息公开工作年度报告.%s", p.body.Office, p.year, p.format))
}

// beside is a name for another file beside it.
func (p *paper) beside(mark string) string {
	return strings.TrimSuffix(p.path, "."+p.format) + mark + "." + p.format
}
