package assets

import _ "embed"

// Icon is the program's picture, a PNG of 512×512 made of icon.svg.
//
//go:embed icon.png
var Icon []byte
