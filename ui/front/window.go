//go:build !server

package front

import "nianbao/ui"

// Open opens the window. An error is a Chinese sentence.
func Open(files []string) error { return ui.Run(files) }
