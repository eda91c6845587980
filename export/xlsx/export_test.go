package xlsx

// Legible is legible, for tests.
var Legible = legible
