package store

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// dead is the age at which what stands beside a file was left behind, whoever made it.
const dead = 24 * time.Hour

// host stands for this machine in names of files.
func host() string {
	name, _ := os.Hostname()
	sum := sha256.Sum256([]byte(name))
	return fmt.Sprintf("%x", sum[:4])
}

// sweep removes what killed programs have left beside a file. It comes after a save: the file
// itself is whole, and nothing that lies there is the only content.
func (f *File) sweep(target string) {
	if f.swept {
		return
	}
	f.swept = true
	dir := filepath.Dir(target)
	entries, err := disks.ReadDir(dir)
	if err != nil {
		return
	}
	f.mu.Lock()
	now := time.Now()
	if f.seen != nil {
		now = f.seen.ModTime() // by the clock of the drive
	}
	f.mu.Unlock()
	for _, entry := range entries {
		rest, ok := strings.CutPrefix(entry.Name(), besides(target))
		if !ok {
			continue
		}
		pid := 0
		mine, tail, _ := strings.Cut(rest, "-")
		_, err := fmt.Sscanf(tail, "%d-", &pid)
		gone := err == nil && mine == host() && pid != os.Getpid() && f.Alive != nil && !f.Alive(pid)
		if info, err := entry.Info(); gone || err == nil && now.Sub(info.ModTime()) > dead {
			_ = disks.Remove(filepath.Join(dir, entry.Name()))
		}
	}
}
