// Command nianbao drafts, checks and exports the 政府信息公开工作年度报告.
package main

import (
	_ "embed"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"

	"nianbao/ui/command"
	"nianbao/ui/console"
	"nianbao/ui/front"
	"nianbao/ui/release"
)

var (
	//go:embed FyneApp.toml
	app string
	//go:embed CHANGELOG.md
	changelog string
)

func main() {
	unhurried()
	release.Read(app, changelog)
	args := os.Args[1:]
	if command.Is(args) {
		console.Attach()
		os.Exit(command.Run(args, os.Stdout, os.Stderr))
	}
	if err := front.Open(args); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(command.Wrong)
	}
}

// unhurried lets 16 MB fill before garbage is collected for the first time, and goes on as
// usual from there: most commands are over by then, and the window is open.
func unhurried() {
	debug.SetGCPercent(400)
	runtime.SetFinalizer(new([16]byte), func(*[16]byte) { debug.SetGCPercent(100) })
}
