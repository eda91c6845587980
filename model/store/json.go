package store

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"
)

// What a file may hold: a full report has about 500 values, an imported one up to some
// 100,000 lines without a place; an office's settings have a hundred.
const (
	mostValues   = 300_000
	mostSettings = 5_000
	settingsSize = 1 << 20
)

// values is how many values a JSON text has at the most; it does not have to be valid.
func values(b []byte) (n int) {
	within := false // a string
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case within && c == '\\':
			i++
		case c == '"':
			within = !within
		case !within && (c == ',' || c == ':' || c == '[' || c == '{'):
			n++
		}
	}
	return n
}

// repeated is a key that an object of a valid JSON text has twice, "" if none has: of two
// values nobody can say which one is meant.
func repeated(b []byte) string {
	var open []map[string]bool // nil for an array
	key := false               // one is due
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '{':
			open, key = append(open, map[string]bool{}), true
		case '[':
			open, key = append(open, nil), false
		case '}', ']':
			open, key = open[:len(open)-1], false
		case ',':
			key = len(open) > 0 && open[len(open)-1] != nil
		case '"':
			from := i
			for i++; b[i] != '"'; i++ {
				if b[i] == '\\' {
					i++
				}
			}
			if !key {
				continue
			}
			name, ok := bare(b[from : i+1])
			if !ok {
				_ = json.Unmarshal(b[from:i+1], &name) // a part of what is valid
			}
			if seen := open[len(open)-1]; seen[name] {
				return name
			} else {
				seen[name] = true
			}
			key = false
		}
	}
	return ""
}

// bare is what a valid JSON string says, if it stands there as it is meant; most do.
func bare(quoted []byte) (string, bool) {
	if bytes.IndexByte(quoted, '\\') >= 0 || !utf8.Valid(quoted) {
		return "", false
	}
	return string(quoted[1 : len(quoted)-1]), true
}

// brief is the beginning of a text that a sentence quotes.
func brief(s string) string {
	const most = 20
	n := 0
	for at := range s {
		if n++; n > most {
			return s[:at] + "…"
		}
	}
	return s
}
