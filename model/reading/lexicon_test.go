package reading

import (
	"strings"
	"testing"
)

// A word has one meaning: a second line with it would never be asked.
func TestWords(t *testing.T) {
	of := map[string]string{}
	for line := range strings.Lines(wordList) {
		name, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, word := range strings.Fields(list) {
			if was, twice := of[word]; twice {
				t.Errorf("%s is %s and %s", word, was, name)
			}
			of[word] = name
		}
	}
	if len(of) < 1000 {
		t.Errorf("only %d words", len(of))
	}
}
