package assets

import _ "embed"

// Icon is the program's picture as the window shows it, a PNG of 128×128 made of icon.svg; a
// larger one (icon.png) is for the desktop, and would take longer to open than all else of
// the first page.
//
//go:embed icon-128.png
var Icon []byte
