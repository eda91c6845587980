package model

import (
	"fmt"
	"strconv"
	"strings"
)

// Fill is a sentence of an edition's library as a stored text: {office} and
// {year} are written out, live numbers stay.
func (r *Report) Fill(pattern string) string {
	return strings.NewReplacer("{office}", Escape(r.Office), "{year}", strconv.Itoa(r.Year)).Replace(pattern)
}

// lintPatterns proves that each live number of a text's sentences is a cell, and
// that no brace stands for anything else.
func (e *Edition) lintPatterns(t *Text) error {
	for _, pattern := range t.Patterns {
		rest := strings.NewReplacer("{office}", "", "{year}", "").Replace(pattern)
		if trimSpace(rest) == "" {
			return fmt.Errorf("a sentence is empty")
		}
		for {
			i := strings.IndexAny(rest, "{}")
			if i < 0 {
				break
			}
			ref, ok := token(rest[i:])
			if !ok || e.byRef[ref] == nil {
				return fmt.Errorf("the sentence %q has a brace that no cell closes", pattern)
			}
			rest = rest[i+len(ref)+2:]
		}
	}
	return nil
}
