package intake

import (
	"strconv"
	"strings"

	"nianbao/model"
	"nianbao/model/intake/source"
)

// SheetName is the sheet of the program's own workbooks that holds a report
// address by address: 地址 | 名称 | 值.
const SheetName = "数据"

// dataSheet finds that sheet; rest is the document without it.
func dataSheet(doc *source.Document) (sheet *source.Table, rest []source.Block) {
	for i, b := range doc.Blocks {
		if b.Table == nil || i == 0 || trim(doc.Blocks[i-1].Text) != SheetName || len(b.Table.Rows) == 0 {
			continue
		}
		if head := b.Table.Rows[0]; len(head) >= 3 && trim(head[0].Text) == "地址" && trim(head[2].Text) == "值" {
			rest = append(rest, doc.Blocks[:i-1]...)
			return b.Table, append(rest, doc.Blocks[i+1:]...)
		}
	}
	return nil, nil
}

// fromSheet reads a report from its addresses. The tables that people see in
// the other sheets have the last word on the numbers: they may have been
// corrected by a program that did not carry the change over.
func fromSheet(doc *source.Document, sheet *source.Table, rest []source.Block, editions model.Editions) (*Draft, error) {
	values := map[model.Ref]string{}
	var order []model.Ref
	for _, row := range sheet.Rows[1:] {
		var ref model.Ref
		value := ""
		for _, c := range row {
			switch c.Col {
			case 0:
				ref = model.Ref(trim(c.Text))
			case 2:
				value = c.Text
			}
		}
		if ref == "" {
			continue
		}
		if have, twice := values[ref]; twice {
			values[ref] = have + value // a long text runs over several rows
			continue
		}
		values[ref] = value
		order = append(order, ref)
	}
	e := editions.ByID(trim(values["@edition"]))
	if e == nil {
		return nil, &source.Error{Name: doc.Name, Text: "用的是本程序不认识的格式版本“" + trim(values["@edition"]) + "”，请升级本程序后再导入。"}
	}
	year, _ := strconv.Atoi(trim(values[model.RefYear]))
	r := model.NewReport(e, trim(values[model.RefOffice]), model.Kind(trim(values[model.RefKind])), year)
	r.Title = ""
	draft := &Draft{Report: r}
	for _, ref := range order {
		value := values[ref]
		switch {
		case ref == "@edition":
		case strings.HasPrefix(string(ref), "@"):
			r.Apply(model.Change{At: ref, New: value})
		case e.Cell(ref) != nil:
			if c := e.Cell(ref); trim(value) != "" || c.Optional() {
				r.Numbers[ref] = model.ParseNumber(value)
			}
		case r.HasText(ref):
			r.Texts[ref] = value
		default:
			r.Unplaced = append(r.Unplaced, string(ref)+"\t"+value)
		}
	}
	if len(rest) > 0 {
		if seen, err := Place(&source.Document{Name: doc.Name, Format: doc.Format, Props: map[string]string{"edition": e.ID}, Blocks: rest}, editions); err == nil {
			for _, c := range e.Cells() {
				shown, ok := seen.Report.Numbers[c.Ref]
				if have := r.Value(c.Ref); ok && !shown.Equal(have) && !c.Total() {
					draft.Notes = append(draft.Notes, "“"+c.Name()+"”在表格里是 "+shown.String()+"，在“数据”页里是 “"+have.String()+"”，用的是表格里的数。")
					r.Numbers[c.Ref] = shown
				}
			}
		}
	}
	r.Settle()
	return draft, nil
}
