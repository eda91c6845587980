// Package launch hands files to the programs that the system has for them.
package launch

import (
	"errors"
	"os/exec"
	"time"
)

// errNone says that the system has no program for a file, or none that starts.
var errNone = errors.New("no program opens the file")

// patience is how long a program is watched: one that has not failed until then is open.
const patience = 3 * time.Second

// run starts a program, which goes on without us, and reports whether it fails at once.
func run(name string, args ...string) error {
	cmd := exec.Command(name, args...)
	if err := cmd.Start(); err != nil {
		return errors.Join(errNone, err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			return errors.Join(errNone, err)
		}
	case <-time.After(patience):
	}
	return nil
}
