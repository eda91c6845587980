package intake

import "strings"

func splitLines(s string) []string { return strings.Split(s, "\n") }

// drawn reads a line of a table drawn with “│”, as the program's own text export
// writes it: cells between bars. A line that only draws a rule has no row. A
// paragraph is indented and so never taken for one.
func drawn(line string) (row []string, ok bool) {
	line = strings.TrimRight(line, " \t\r")
	for _, rule := range []string{"┌", "├", "└"} {
		if strings.HasPrefix(line, rule) && strings.Trim(line, "┌┬┐├┼┤└┴┘─│ ") == "" {
			return nil, true
		}
	}
	if !strings.HasPrefix(line, "│") || !strings.HasSuffix(line, "│") || len(line) < 2*len("│") {
		return nil, false
	}
	line = strings.TrimSuffix(strings.TrimPrefix(line, "│"), "│")
	for _, cell := range strings.Split(line, "│") {
		row = append(row, trim(cell))
	}
	return row, true
}
