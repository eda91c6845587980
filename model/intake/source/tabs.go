package source

import (
	"regexp"
	"strings"
	"unicode"
)

// Tables in text come in two spellings. In the upright one each cell is a
// line of its own that begins with a tab, a cell may run on over lines
// without one, and empty lines part the rows; a line of only a tab is a blank
// cell and must be counted, or the numbers after it would move. In the level
// one a line is a row and tabs part the cells, as pasted from a spreadsheet.
// Clerks also indent prose with tabs, so what reads like prose stays prose.

var (
	// 一、 to 十、, a section's heading.
	heading = regexp.MustCompile(`^\s*[一二三四五六七八九十]+\s*[、.．]`)
	// A list number set off by a tab, as word processors save it.
	marker = regexp.MustCompile(`^\s*([（(]\s*[一二三四五六七八九十0-9]+\s*[）)]|[一二三四五六七八九十0-9]+\s*[、.．)）]|第[一二三四五六七八九十]+[章节条部分]+|[•·●▪-])\s*$`)
	// What a number cell may hold.
	figure = regexp.MustCompile(`^[\s\d０-９.．,，+＋\-－—/%％]*$`)
)

// tabbed reads the stretch of tabbed lines that lines begin with: as tables,
// or as paragraphs where it is prose. It also says how many lines it took.
func tabbed(lines []string) ([]Block, int) {
	level, upright := 0, 0
	if quoted(lines) {
		return levelTable(lines)
	}
	for _, line := range lines[:min(len(lines), 200)] {
		switch tab := strings.Contains(line, "\t"); {
		case tab && (!led(line) || strings.Contains(inside(line), "\t")):
			level++
		case tab && !blank(line):
			upright++
		}
		if !strings.Contains(line, "\t") && (heading.MatchString(line) || long(line, 40)) {
			break
		}
	}
	switch {
	case level > 0 && level >= upright:
		return levelTable(lines)
	case !led(lines[0]): // a line with a tab in it, above an upright table
		return paragraphs(lines[:1]), 1
	}
	return uprightTable(lines)
}

// led reports whether only space stands before the first tab.
func led(line string) bool {
	before, _, found := strings.Cut(line, "\t")
	return found && blank(before)
}

// inside is the line without a leading tab and without trailing space.
func inside(line string) string {
	if led(line) {
		_, line, _ = strings.Cut(line, "\t")
	}
	return strings.TrimRightFunc(line, unicode.IsSpace)
}

// prose reports whether a cell reads like a sentence.
func prose(cell string) bool {
	cell = strings.TrimSpace(cell)
	return long(cell, 60) || strings.HasSuffix(cell, "。")
}

// uprightTable reads rows of one cell a line. Rows that stand alone with one
// cell and read like a section's heading, or like prose, end the table.
func uprightTable(lines []string) ([]Block, int) {
	var blocks []Block
	var rows [][]string
	var raw []string // the lines of rows, should they turn out to be no table
	flush := func() {
		widest := 0
		for _, row := range rows {
			widest = max(widest, len(row))
		}
		if 2 <= widest && widest <= columnLimit {
			blocks = append(blocks, Block{Table: plain(rows)})
		} else {
			blocks = append(blocks, paragraphs(raw)...)
		}
		rows, raw = nil, nil
	}
	used := 0
	for used < len(lines) {
		gap := used
		for gap < len(lines) && blank(lines[gap]) && !strings.Contains(lines[gap], "\t") {
			gap++
		}
		if gap == len(lines) || !led(lines[gap]) {
			break
		}
		row, end := uprightRow(lines, gap)
		switch {
		case row == nil:
			flush()
			blocks = append(blocks, paragraphs(lines[gap:end])...)
		case len(row) == 1 && heading.MatchString(row[0]):
			flush()
			blocks = append(blocks, Block{Text: row[0]})
		default:
			rows, raw = append(rows, row), append(raw, lines[gap:end]...)
		}
		used = end
	}
	flush()
	return blocks, used
}

// uprightRow reads one row that begins at lines[at]; a nil row is prose.
// end is the line after it.
func uprightRow(lines []string, at int) (row []string, end int) {
	sentences, endless := 0, false
	for end = at; end < len(lines); end++ {
		line := lines[end]
		switch {
		case led(line):
			_, rest, _ := strings.Cut(line, "\t")
			if strings.Contains(inside(line), "\t") {
				row = append(row, strings.Split(strings.TrimRight(rest, "\t"), "\t")...)
			} else {
				row = append(row, strings.TrimRight(rest, "\t"))
			}
			if prose(rest) {
				sentences++
				endless = endless || long(rest, 120)
			}
			continue
		case !blank(line) && runsOn(row[len(row)-1], line, lines[end+1:]):
			row[len(row)-1] += "\n" + line
			continue
		}
		break
	}
	if endless || sentences > 0 && 2*sentences >= len(row) {
		return nil, end
	}
	return row, end
}

// cellLines is how many lines a cell of an upright table may run on for.
const cellLines = 20

// runsOn reports whether a line without a tab continues the cell above. A
// heading or a sentence right below a table does not, nor does anything
// below a number or a blank cell.
func runsOn(cell, line string, rest []string) bool {
	if strings.Contains(line, "\t") || strings.Count(cell, "\n") >= cellLines || figure.MatchString(cell) || prose(line) || long(line, 40) {
		return false
	}
	within := len(rest) > 0 && led(rest[0])
	return within || !heading.MatchString(line)
}

// levelTable reads rows of one a line, cells parted by tabs.
func levelTable(lines []string) ([]Block, int) {
	var rows [][]string
	used, widest := 0, 0
	for used < len(lines) {
		gap := used
		for gap < len(lines) && blank(lines[gap]) && !strings.Contains(lines[gap], "\t") {
			gap++
		}
		if gap == len(lines) || !strings.Contains(lines[gap], "\t") && !quoted(lines[gap:]) {
			break
		}
		row, end := levelRow(lines, gap)
		last := row[len(row)-1]
		if len(row) > columnLimit || prose(last) && len(row) <= 2 ||
			len(row) == 2 && marker.MatchString(row[0]) {
			break
		}
		rows, used, widest = append(rows, row), end, max(widest, len(row))
	}
	if widest >= 3 || widest == 2 && len(rows) > 1 {
		return []Block{{Table: plain(rows)}}, used
	}
	used = max(used, 1)
	return paragraphs(lines[:used]), used
}

// quoted reports whether a level row begins with a quoted cell of several lines.
func quoted(lines []string) bool {
	if !strings.HasPrefix(lines[0], `"`) || strings.Contains(lines[0], "\t") || strings.Count(lines[0], `"`)%2 == 0 {
		return false
	}
	for _, line := range lines[1:min(len(lines), 10)] {
		if at := strings.IndexByte(line, '"'); at >= 0 {
			return strings.HasPrefix(line[at:], "\"\t")
		}
	}
	return false
}

// levelRow reads the row at lines[at]. A cell in quotation marks, as
// spreadsheets put them on the clipboard, may run over several lines.
func levelRow(lines []string, at int) (row []string, end int) {
	row, end = strings.Split(lines[at], "\t"), at+1
	for last := row[len(row)-1]; strings.HasPrefix(last, `"`) && strings.Count(last, `"`)%2 == 1; last = row[len(row)-1] {
		if end == len(lines) || end-at > 10 || strings.Count(strings.Join(lines[end:min(end+10, len(lines))], ""), `"`) == 0 {
			break
		}
		next := strings.Split(lines[end], "\t")
		row[len(row)-1] += "\n" + next[0]
		row = append(row, next[1:]...)
		end++
	}
	for i, cell := range row {
		if n := len(cell); n > 1 && cell[0] == '"' && cell[n-1] == '"' && strings.Contains(cell, "\n") {
			row[i] = strings.ReplaceAll(cell[1:n-1], `""`, `"`)
		}
	}
	return row, end
}

// plain makes a table of plain rows: the n-th cell stands in column n.
func plain(rows [][]string) *Table {
	t := &Table{Rows: make([][]Cell, len(rows))}
	for i, row := range rows {
		t.Rows[i] = make([]Cell, len(row))
		for j, text := range row {
			t.Rows[i][j] = Cell{Text: text, Col: j, ColSpan: 1, RowSpan: 1}
		}
	}
	return t
}
