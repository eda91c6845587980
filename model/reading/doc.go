// Package reading reads Chinese prose as a reviewer of reports does: years, dates, numbers
// with their counting words, and what a sentence says that they count. It knows words, no
// form and no tables.
package reading
