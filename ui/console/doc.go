// Package console gives the commands a place to print to where the system gives the
// program none.
package console
