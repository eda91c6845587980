// Package release is which program this is: its version, and what is new in it.
package release

import "github.com/BurntSushi/toml"

var (
	Version string // of the program
	News    string // what each version has brought, as Markdown
)

// Read takes over FyneApp.toml and CHANGELOG.md. They lie above every package but main,
// which hands them on before anything else is done.
func Read(app, changelog string) {
	var file struct{ Details struct{ Version string } }
	if _, err := toml.Decode(app, &file); err != nil {
		panic(err) // it is a part of the program: no build has passed its tests with a broken one
	}
	Version, News = file.Details.Version, changelog
}
