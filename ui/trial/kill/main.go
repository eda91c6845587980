// Command kill types into the real program, kills it with SIGKILL at random moments and
// starts it again on the same home, hundreds of times. What is typed is counted, and it is
// noted when the X server took each key, so that it can be told from the files afterwards
// what is missing: nothing may be damaged, nothing may be missing that was typed three
// seconds before, and what has no file must be offered by the next start. Every fourth time
// it is told to end (SIGTERM), as a desktop does when somebody logs out: then nothing may be
// missing but keys that it had not got yet, and no mark of it may stay.
package main

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/ui/trial/screen"
)

var (
	program  = flag.String("program", "build/nianbao", "the program")
	report   = flag.String("report", "assets/example.nianbao", "the report that is typed into")
	kills    = flag.Int("kills", 300, "how often the program is killed")
	lanes    = flag.Int("lanes", 3, "screens side by side")
	seed     = flag.Uint64("seed", 2026, "of what is typed and when it is killed")
	pictures = flag.String("pictures", "out/kill", "where pictures of failures go")
	verbose  = flag.Bool("v", false, "print each kill")
)

// bound is how much typing may be missing.
const bound = 3 * time.Second

// onTheWay is how long a key may be under way to the program.
const onTheWay = 300 * time.Millisecond

func main() {
	flag.Parse()
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "kill:", err)
		os.Exit(1)
	}
}

func run() error {
	began := time.Now()
	editions, err := model.ReadEditions(assets.Editions())
	if err != nil {
		return err
	}
	whole, err := filepath.Abs(*program)
	if err != nil {
		return err
	}
	if err := os.RemoveAll(*pictures); err != nil {
		return err
	}
	var wait sync.WaitGroup
	all := make([]*lane, *lanes)
	errs := make([]error, *lanes)
	for i := range all {
		all[i] = &lane{name: fmt.Sprint("screen-", i+1), program: whole, editions: editions, random: rand.New(rand.NewPCG(*seed, uint64(i)))}
		wait.Go(func() { errs[i] = all[i].run((*kills + i) / *lanes) })
	}
	wait.Wait()
	var results []result
	var late []time.Duration
	for _, l := range all {
		results, late = append(results, l.results...), append(late, l.late...)
	}
	tell(results)
	if len(late) > 0 {
		fmt.Printf("%d more kills, with up to %.2f seconds missing, are not judged: more than half of the time something waited for a processor\n", len(late), slices.Max(late).Seconds())
	}
	fmt.Printf("%d kills in %s\n", len(results), time.Since(began).Round(time.Second))
	return errors.Join(append(errs, judge(results))...)
}

// lane is a screen on which the program is killed again and again.
type lane struct {
	name     string
	program  string
	editions model.Editions
	random   *rand.Rand
	screen   *screen.Screen
	results  []result
	late     []time.Duration // what was missing while the machine was short of processors
	line     int             // where the start page offered something last
}

func (l *lane) run(kills int) (err error) {
	l.screen, err = screen.Open()
	if err != nil {
		return err
	}
	defer l.screen.Close()
	home, err := os.MkdirTemp("", "kill")
	if err != nil {
		return err
	}
	defer os.RemoveAll(home)
	var documents []*document
	for _, k := range kinds {
		d, err := l.newDocument(k, filepath.Join(home, k.name))
		if err != nil {
			return err
		}
		for range k.share {
			documents = append(documents, d)
		}
	}
	for len(l.results) < kills {
		if len(l.late) > 2+kills/5 {
			return fmt.Errorf("%s: the machine is too busy to tell what the program does", l.name)
		}
		d := documents[l.random.IntN(len(documents))]
		if err := l.round(d); err != nil {
			log, _ := os.ReadFile(filepath.Join(d.home, "log"))
			return fmt.Errorf("%s, %s: %w; the program said at last: %s", l.name, d.name, err, log[max(0, len(log)-1000):])
		}
	}
	return nil
}
