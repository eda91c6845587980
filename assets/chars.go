package assets

import _ "embed"

// Simplified has a line for each Traditional character: it and its Simplified form.
//
//go:embed chars/simplified.txt
var Simplified string
