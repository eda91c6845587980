package main

import (
	"fmt"
	"os"
	"time"
)

// pressure is for how long in all something on this machine has waited for a processor, in
// microseconds; 0 where the system does not tell.
func pressure() (total int64) {
	b, err := os.ReadFile("/proc/pressure/cpu")
	if err == nil {
		var short, minute, five float64
		_, _ = fmt.Sscanf(string(b), "some avg10=%f avg60=%f avg300=%f total=%d", &short, &minute, &five, &total)
	}
	return total
}

// watch tells whether the machine was short of processors since it was begun: then it may
// be the machine that was late, and not the program.
type watch struct {
	began time.Time
	total int64
}

func newWatch() watch { return watch{time.Now(), pressure()} }

func (w watch) short() bool {
	return time.Duration(pressure()-w.total)*time.Microsecond > time.Since(w.began)/2
}
