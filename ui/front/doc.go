// Package front is what stands behind the program where no command is given: the window,
// or, in a build for servers (go build -tags server), a sentence that there is none. Only
// through this package is the window linked in.
package front
