package district

import (
	"fmt"
	"strings"

	"nianbao/model"
)

// Heads of a roll's columns, each with other ways to write it.
var columns = [][]string{
	{"单位名称", "单位", "名称", "报送单位", "机关名称"},
	{"单位类别", "类别", "单位类型", "类型", "单位性质"},
	{"别名", "简称", "曾用名", "其他名称"},
	{"报送期限", "期限", "截止日期", "报送日期", "报送时间"},
}

const (
	columnName = iota
	columnKind
	columnAlias
	columnDue
)

// Misread is a line of a roll that cannot be read.
type Misread struct {
	Line int // from 1
	Why  string
}

func (m *Misread) Error() string { return fmt.Sprintf("名单第 %d 行%s", m.Line, m.Why) }

// Sentence is Error, as model.Sentence finds it.
func (m *Misread) Sentence() string { return m.Error() }

// ReadRoll reads a roll from the cells of a table or the lines of a text: a name a line, or
// columns with a head that names them. Kinds are asked of the name where they are not given.
func ReadRoll(rows [][]string) (*Roll, error) {
	at := []int{0, -1, -1, -1}
	if head, ok := headOf(rows); ok {
		at = head.at
		rows = append(make([][]string, head.line+1), rows[head.line+1:]...) // lines keep their numbers
	}
	var members []Member
	for i, row := range rows {
		cell := func(column int) string {
			if k := at[column]; k >= 0 && k < len(row) {
				return strings.TrimSpace(model.Seen(row[k]))
			}
			return ""
		}
		m := Member{Name: cell(columnName)}
		if m.Name == "" || strings.HasPrefix(m.Name, "#") {
			if cell(columnKind)+cell(columnAlias)+cell(columnDue) != "" {
				return nil, &Misread{i + 1, "没有单位名称。请补上，或者删去这一行。"}
			}
			continue
		}
		var ok bool
		if m.Kind, ok = readKind(cell(columnKind), m.Name); !ok {
			return nil, &Misread{i + 1, fmt.Sprintf("的单位类别“%s”不认识。可以写乡镇、街道、县、市或者部门，也可以空着。", cell(columnKind))}
		}
		m.Aliases = strings.FieldsFunc(cell(columnAlias), func(r rune) bool { return strings.ContainsRune("、，,；;／/|", r) })
		if due := cell(columnDue); due != "" {
			if m.Due, ok = readDue(due); !ok {
				return nil, &Misread{i + 1, fmt.Sprintf("的报送期限“%s”不是日期。请写成 1月20日 这样，也可以空着。", due)}
			}
		}
		members = append(members, m)
	}
	if len(members) == 0 {
		return nil, &Misread{1, "起没有单位名称。名单一行写一个单位，或者是有“单位名称”一列的表。"}
	}
	return NewRoll(members)
}

type head struct {
	line int
	at   []int
}

// headOf finds the line that names the columns, among the first.
func headOf(rows [][]string) (h head, ok bool) {
	for line, row := range rows[:min(len(rows), 10)] {
		h := head{line, []int{-1, -1, -1, -1}}
		for k, cell := range row {
			cell = strings.Join(strings.Fields(model.Seen(cell)), "")
			for column, names := range columns {
				for _, name := range names {
					if cell == name && h.at[column] < 0 {
						h.at[column] = k
					}
				}
			}
		}
		if h.at[columnName] >= 0 {
			return h, true
		}
	}
	return head{}, false
}

// readKind reads a kind as it is written, in Chinese or by its id.
func readKind(written, name string) (model.Kind, bool) {
	if written == "" {
		return model.KindOf(name), true
	}
	for _, k := range model.Kinds {
		if written == k.Name || written == string(k.Kind) {
			return k.Kind, true
		}
	}
	for _, k := range []struct {
		has  string
		kind model.Kind
	}{{"乡", model.Township}, {"镇", model.Township}, {"街道", model.Subdistrict}, {"部门", model.Department}, {"局", model.Department}, {"设区的市", model.City}, {"市级", model.City}, {"县", model.County}, {"区", model.County}, {"市", model.City}} {
		if strings.Contains(written, k.has) {
			return k.kind, true
		}
	}
	return "", false
}

// readDue reads a day, with or without its year: only one year's report is asked for.
func readDue(written string) (model.Day, bool) {
	if day, ok := model.ParseDay(written); ok {
		return day, true
	}
	for _, sign := range []string{"年", "-", "/", ".", "－", "．", "／"} {
		if year, rest, ok := strings.Cut(written, sign); ok && len([]rune(year)) == 4 {
			rest, _, _ = strings.Cut(rest, " ") // the time of day of a workbook
			return model.ParseDay(rest)
		}
	}
	return "", false
}
