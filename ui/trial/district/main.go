// Command district writes what a district's office gets in January: a folder of reports in
// several formats, with known faults among them, the roll of who must report, and the truth
// about every file. What the program says of the folder is held against the truth; the scripts
// beside this command compute the sums once more, each in its own way.
package main

import (
	"flag"
	"fmt"
	"os"
	"time"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/model/sample/district"
)

func main() {
	var o order
	flag.StringVar(&o.dir, "o", "", "the folder to write, which must not be there yet")
	flag.IntVar(&o.bodies, "bodies", 40, "how many bodies must report, 40 to a county")
	flag.Uint64Var(&o.seed, "seed", 2026, "another one makes another district")
	flag.IntVar(&o.year, "year", 2026, "the year of the reports")
	flag.StringVar(&o.format, "format", "mixed", "nianbao, xlsx, docx or mixed")
	flag.BoolVar(&o.clean, "clean", false, "every body has sent in one right report")
	flag.BoolVar(&o.again, "again", false, "one of them has come in twice, the same to the byte")
	flag.BoolVar(&o.last, "last", false, "write last year's reports besides, all of them right")
	flag.Parse()
	start := time.Now()
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "district:", err)
		os.Exit(1)
	}
	fmt.Printf("%s: %.1f s\n", o.dir, time.Since(start).Seconds())
}

// order is what is asked for.
type order struct {
	dir                string
	bodies, year       int
	seed               uint64
	format             string
	clean, again, last bool
}

// Names in the folder that is written.
const (
	reportsDir = "报告"
	lastDir    = "去年"
	rollName   = "名单"
	truthName  = "truth.json"
)

func run(o order) error {
	if o.dir == "" || flag.NArg() > 0 {
		return fmt.Errorf("say with -o which folder to write, and nothing else")
	}
	if _, err := os.Stat(o.dir); err == nil {
		return fmt.Errorf("%s is there already", o.dir)
	}
	editions, err := model.ReadEditions(assets.Editions())
	if err != nil {
		return err
	}
	form := editions.ForYear(o.year)
	if form != editions.ForYear(2021) || editions.ForYear(o.year-1) != form {
		return fmt.Errorf("there are no reports of %d: only the form of 2021 is filled in, and the year before is needed, too", o.year)
	}
	bodies, err := district.New(o.seed, o.bodies)
	if err != nil {
		return err
	}
	papers, err := o.plan(bodies)
	if err != nil {
		return err
	}
	sums, err := write(o.dir, form, papers)
	if err != nil {
		return err
	}
	if o.last {
		if _, err := write(o.dir, form, o.lastYear(bodies)); err != nil {
			return err
		}
	}
	if err := writeRoll(o.dir, o.year, bodies); err != nil {
		return err
	}
	return writeTruth(o, form, bodies, papers, sums)
}
