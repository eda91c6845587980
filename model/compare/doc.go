// Package compare holds a report against last year's: which numbers are others, and
// which words of its prose are last year's still. What it tells is plain values, for
// the window, the command line and whoever prints it.
//
// Prose is compared as it is printed, with the values of live numbers, and by
// paragraphs: those of a passage with those of last year's that belong there
// (model.Report.LastYear). Within a paragraph years and numbers are one whole, and words
// between two changes that are no longer than these are not told as kept: nobody can
// read a text that changes with every second character.
package compare
