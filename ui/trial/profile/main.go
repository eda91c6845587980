// Command profile opens the program's window and leaves behind where the time of its start
// and the memory that it holds go.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"time"

	"nianbao/ui"
)

var (
	out  = flag.String("o", "build/profile", "the folder of the profiles")
	long = flag.Duration("for", 3*time.Second, "how long the window is open")
)

func main() {
	runtime.MemProfileRate = 16 << 10 // bytes
	flag.Parse()
	if err := os.MkdirAll(*out, 0o755); err != nil {
		leave(err)
	}
	times, err := os.Create(filepath.Join(*out, "window.cpu"))
	if err != nil {
		leave(err)
	}
	if err := pprof.StartCPUProfile(times); err != nil {
		leave(err)
	}
	go func() {
		time.Sleep(*long)
		pprof.StopCPUProfile()
		runtime.GC()
		held, err := os.Create(filepath.Join(*out, "window.heap"))
		if err == nil {
			err = pprof.WriteHeapProfile(held)
		}
		leave(err)
	}()
	leave(ui.Run(flag.Args()))
}

func leave(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "profile:", err)
		os.Exit(1)
	}
	os.Exit(0)
}
