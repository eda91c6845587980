package intake

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/model"
)

var update = flag.Bool("update", false, "write the lists of findings anew; what is new in them is to be justified")

// agreed holds the findings of a real report against the list of those that a careful
// reader agrees with, each with the reason why: rule | place | words | why.
func agreed(t *testing.T, seed string, found []model.Finding) {
	t.Helper()
	path := filepath.Join("testdata", "findings", seed+".txt")
	b, err := os.ReadFile(path)
	if err != nil && !*update {
		t.Fatal(err)
	}
	why := map[string]string{}
	for line := range strings.Lines(string(b)) {
		if i := strings.LastIndex(line, " | "); i >= 0 && !strings.HasPrefix(line, "#") {
			why[line[:i]] = strings.TrimSpace(line[i+3:])
		}
	}
	var list strings.Builder
	for _, line := range listed(found) {
		reason := cmp.Or(why[line], "?")
		if reason == "?" && !*update {
			t.Errorf("not agreed upon: %s", line)
		}
		fmt.Fprintf(&list, "%s | %s\n", line, reason)
		delete(why, line)
	}
	for line := range why {
		t.Errorf("no longer found: %s", line)
	}
	if *update {
		if err := os.WriteFile(path, []byte(list.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// listed are findings, a line each; the empty cells of a table are one. Of the report's
// words no more is told than it takes to find them.
func listed(found []model.Finding) (lines []string) {
	for _, f := range found {
		if f.Rule == "blank-cell" {
			table, _, _, _ := f.At[0].Cell()
			n := 0
			if k := len(lines) - 1; k >= 0 && strings.HasPrefix(lines[k], "blank-cell | "+table+" | ") {
				_, _ = fmt.Sscanf(lines[k][strings.LastIndexByte(lines[k], ' ')+1:], "%d", &n)
				lines = lines[:k]
			}
			lines = append(lines, fmt.Sprintf("blank-cell | %s | %d", table, n+1))
			continue
		}
		words := []rune(f.Words)
		if len(words) > 12 {
			words = append(words[:11], '…')
		}
		lines = append(lines, fmt.Sprintf("%s | %s | %s", f.Rule, f.At[0], string(words)))
	}
	return lines
}
