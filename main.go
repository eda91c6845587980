// Command nianbao drafts, checks and exports the 政府信息公开工作年度报告.
package main

import (
	"fmt"
	"os"

	"nianbao/ui"
	"nianbao/ui/command"
)

func main() {
	args := os.Args[1:]
	if command.Is(args) {
		os.Exit(command.Run(args, os.Stdout, os.Stderr))
	}
	if err := ui.Run(args); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(command.Wrong)
	}
}
