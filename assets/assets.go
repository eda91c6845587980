// Package assets holds embedded data only: the editions of the form, the fonts,
// the icon and the example.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed editions/*.json editions/*.txt
var editions embed.FS

// Editions is the folder of the editions of the form, one JSON file each, and of the
// lists of words that their rules use.
func Editions() fs.FS {
	dir, err := fs.Sub(editions, "editions")
	if err != nil {
		panic(err) // the name is a constant: cannot fail
	}
	return dir
}
