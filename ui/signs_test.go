package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/image/font/sfnt"
)

// Every character that the window shows of its own has a place in its own fonts: what
// a system's fonts have, or whether they can be found at all, nobody knows.
func TestTheWindowsOwnFontsHaveItsCharacters(t *testing.T) {
	var fonts []*sfnt.Font
	for _, res := range [][]byte{regular.Content(), bold.Content()} {
		f, err := sfnt.Parse(res)
		if err != nil {
			t.Fatal(err)
		}
		fonts = append(fonts, f)
	}
	missing := map[rune]string{}
	look := func(text, where string) {
		for _, r := range text {
			if r < ' ' || unicode.Is(unicode.Cf, r) {
				continue
			}
			for _, f := range fonts {
				if i, err := f.GlyphIndex(nil, r); err != nil || i == 0 {
					missing[r] = where
				}
			}
		}
	}
	for _, dir := range []string{".", "widget", "../model", "../model/intake", "../model/store"} {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range entries {
			if name := dir + "/" + entry.Name(); strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
				file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
				if err != nil {
					t.Fatal(err)
				}
				ast.Inspect(file, func(n ast.Node) bool {
					if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
						text, _ := strconv.Unquote(lit.Value)
						if !strings.Contains(text, "一-龥") { // all characters, as a pattern has them
							look(text, name)
						}
					}
					return true
				})
			}
		}
	}
	editions := os.DirFS("../assets/editions")
	names, err := fs.Glob(editions, "*.json")
	if err != nil || len(names) == 0 {
		t.Fatal("no editions")
	}
	for _, name := range names {
		b, err := fs.ReadFile(editions, name)
		if err != nil {
			t.Fatal(err)
		}
		look(string(b), name)
	}
	for r, where := range missing {
		t.Errorf("%q (%U) in %s is in no font of ours", r, r, where)
	}
}
