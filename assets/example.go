package assets

import _ "embed"

// Example is a finished report of an invented township, as the program's own file.
//
//go:embed example.nianbao
var Example []byte
