package assets

import (
	"embed"
	"path"
	"strings"
)

//go:embed fonts/*.LICENSE licences/*.txt
var licences embed.FS

// Licence is under which terms a font or a library may be used.
type Licence struct{ Name, Text string }

// Licences lists those of the fonts, then those of the libraries (which
// licences/make collects).
func Licences() []Licence {
	var out []Licence
	for _, dir := range []string{"fonts", "licences"} {
		files, err := licences.ReadDir(dir)
		if err != nil {
			panic(err) // the folder is embedded: cannot fail
		}
		for _, f := range files {
			b, err := licences.ReadFile(path.Join(dir, f.Name()))
			if err != nil {
				panic(err)
			}
			name := "字体 " + strings.TrimSuffix(f.Name(), ".LICENSE")
			text := string(b)
			if dir == "licences" {
				name, text, _ = strings.Cut(text, "\n")
			}
			out = append(out, Licence{name, strings.TrimSpace(text)})
		}
	}
	return out
}
