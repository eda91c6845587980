package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"nianbao/ui/trial/screen"
)

// service is a printing system of the trial's own: the machine's is not touched. Its printers
// write what they get into files.
type service struct {
	dir string
	cmd *exec.Cmd
}

const socket = "sock"

// The service's own settings. A printer may be a file; the log of pages says what a job asked
// for.
const (
	files = `ServerRoot %[1]s/root
StateDir %[1]s/state
RequestRoot %[1]s/spool
CacheDir %[1]s/cache
TempDir %[1]s/spool/tmp
ErrorLog %[1]s/errors
AccessLog %[1]s/access
PageLog %[1]s/pages
Printcap
FileDevice Yes
`
	rules = `Listen %[1]s/sock
Browsing No
WebInterface No
DefaultAuthType None
PageLogFormat %%p %%{copies} %%{media} %%{sides} %%{job-name}
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
`
)

// serve starts a service in a folder.
func serve(dir string) (*service, error) {
	s := &service{dir: dir}
	own := files
	if os.Getuid() == 0 {
		own += "User lp\nGroup lp\nSystemGroup root\n"
	}
	for _, folder := range []string{"root", "state", "spool/tmp", "cache"} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
			return nil, err
		}
	}
	if err := errors.Join(
		os.Chmod(dir, 0o755), // its filters are another user's
		os.WriteFile(filepath.Join(dir, "root", "cups-files.conf"), fmt.Appendf(nil, own, dir), 0o644),
		os.WriteFile(filepath.Join(dir, "root", "cupsd.conf"), fmt.Appendf(nil, rules, dir), 0o644),
	); err != nil {
		return nil, err
	}
	s.cmd = exec.Command(tool("cupsd"), "-f", "-c", filepath.Join(dir, "root", "cupsd.conf"), "-s", filepath.Join(dir, "root", "cups-files.conf"))
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	if err := screen.Until("the printing service runs", func() bool {
		out, _ := s.do("lpstat", "-r")
		return strings.Contains(out, "is running")
	}); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

// tool finds what lies among the tools for administrators.
func tool(name string) string {
	if path, err := exec.LookPath(name); err == nil {
		return path
	}
	return "/usr/sbin/" + name
}

func (s *service) close() {
	_ = s.cmd.Process.Kill()
	_ = s.cmd.Wait()
}

// do runs a command of the printing system.
func (s *service) do(name string, args ...string) (string, error) {
	cmd := exec.Command(tool(name), args...)
	cmd.Env = append(os.Environ(), "CUPS_SERVER="+filepath.Join(s.dir, socket), "LC_ALL=C.UTF-8", "HOME="+s.dir)
	out, err := cmd.CombinedOutput()
	if err != nil {
		return string(out), fmt.Errorf("%s %v: %w: %s", name, args, err, out)
	}
	return string(out), nil
}

// model is that of a printer that takes PDF.
const model = "lsb/usr/cupsfilters/Generic-PDF_Printer-PDF.ppd"

// add adds a printer that takes PDF and writes it into a file.
func (s *service) add(printer, file string) error {
	_, err := s.do("lpadmin", "-p", printer, "-E", "-v", "file:"+s.paper(file), "-m", model)
	return err
}

// paper is what a printer has printed last.
func (s *service) paper(file string) string { return filepath.Join(s.dir, file+".pdf") }

// queued are the jobs that no printer has printed yet.
func (s *service) queued() int {
	out, err := s.do("lpstat", "-W", "not-completed", "-o")
	if err != nil {
		return -1
	}
	return strings.Count(out, "\n")
}

// logged is what was asked for with the last page: printer, copies, paper, sides and title.
func (s *service) logged() string {
	b, _ := os.ReadFile(filepath.Join(s.dir, "pages"))
	lines := strings.Split(strings.TrimSpace(string(b)), "\n")
	return lines[len(lines)-1]
}
