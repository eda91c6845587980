// Command disk takes the disk away under the real program: it fills it, makes it read-only
// and pulls it out while a report on it is open. What is typed then must be in the program's
// own copy, the file as it was, the command line must say what is the matter, and the window
// must save by itself once it can.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"time"
)

var (
	program = flag.String("program", "build/nianbao", "the program")
	report  = flag.String("report", "assets/example.nianbao", "the report that is on the disk")
	out     = flag.String("pictures", "out/disk", "where pictures go")
	inside  = flag.Bool("inside", false, "this process sees mounts of its own")
)

func main() {
	flag.Parse()
	do := apart
	if *inside {
		do = run
	}
	if err := do(); err != nil {
		fmt.Fprintln(os.Stderr, "disk:", err)
		os.Exit(1)
	}
}

// apart runs the trial where nobody else sees what it mounts, and where that goes away with
// it.
func apart() error {
	own, err := os.Executable()
	if err != nil {
		return err
	}
	args := []string{"--mount"}
	if os.Getuid() != 0 {
		args = append(args, "--map-root-user")
	}
	if exec.Command("unshare", append(args, "mount", "-t", "tmpfs", "none", os.TempDir())...).Run() != nil {
		fmt.Println("disk: nothing can be mounted here: a full disk, one that is read-only and one that is pulled out are NOT tried")
		return nil
	}
	c := exec.Command("unshare", append(append(args, own, "-inside"), os.Args[1:]...)...)
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	return c.Run()
}

func run() error {
	fmt.Printf("%-12s%10s%12s%10s  %s\n", "the disk", "in copy", "the file", "saved", "nianbao set says")
	var all error
	for _, t := range troubles {
		r, err := t.try()
		if err != nil {
			all = errors.Join(all, fmt.Errorf("%s: %w", t.name, err))
			continue
		}
		fmt.Printf("%-12s%8.1f s%12s%8.1f s  %s\n", t.name, r.copied.Seconds(), "as it was", r.saved.Seconds(), r.says)
	}
	return all
}

// result is how long it took after the last key until the text was in the copy, and after the
// trouble had ended until it was in the file.
type result struct {
	copied, saved time.Duration
	says          string
}
