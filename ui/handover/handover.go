// Package handover gives files to the window that is open already, so that a file that is
// opened twice is not open in two windows. It goes through a socket of the machine in the
// user's own folder, never over a network.
package handover

import (
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"time"
)

// patience is how long one side waits for the other. A window that does not answer is not
// waited for longer.
const patience = 3 * time.Second

type question struct {
	Files []string `json:"files"`
}

type answer struct {
	Refused string `json:"refused"` // a sentence, "" if it was taken
}

// Listen takes what other starts of the program give; open says why it cannot, or "". It is
// an error if another window listens there.
func Listen(socket string, open func(files []string) (refused string)) (stop func(), err error) {
	l, err := listen(socket)
	if err != nil {
		return nil, fmt.Errorf("listen at %s: %w", socket, err)
	}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go serve(c, open)
		}
	}()
	return func() { _ = l.Close() }, nil
}

// listen takes the place of a socket that a killed program has left behind.
func listen(socket string) (net.Listener, error) {
	l, err := net.Listen("unix", socket)
	if err == nil {
		return l, os.Chmod(socket, 0o600)
	}
	if c, dead := net.DialTimeout("unix", socket, patience); dead == nil {
		_ = c.Close()
		return nil, err
	}
	if info, gone := os.Lstat(socket); gone != nil || info.Mode()&os.ModeSocket == 0 {
		return nil, err
	}
	if err := os.Remove(socket); err != nil {
		return nil, err
	}
	return net.Listen("unix", socket)
}

func serve(c net.Conn, open func([]string) string) {
	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(patience))
	var q question
	if json.NewDecoder(c).Decode(&q) != nil {
		return
	}
	_ = json.NewEncoder(c).Encode(answer{open(q.Files)})
}

// Give gives whole paths to the window that listens, and waits until it has answered. taken is
// false if none does: then the program opens its own.
func Give(socket string, files []string) (refused string, taken bool) {
	c, err := net.DialTimeout("unix", socket, patience)
	if err != nil {
		return "", false
	}
	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(2 * patience))
	var a answer
	if err := errors.Join(json.NewEncoder(c).Encode(question{files}), json.NewDecoder(c).Decode(&a)); err != nil {
		return "", false
	}
	return a.Refused, true
}
