package ui

import (
	"context"
	"errors"
	"maps"
	"slices"
	"sync"
	"time"

	"nianbao/model"
	"nianbao/model/collect"
	"nianbao/model/district"
	"nianbao/ui/sums"
)

// inbox is where what was read waits until the page looks.
type inbox struct {
	mu       sync.Mutex
	returns  []*district.Return
	progress collect.Progress
}

func (i *inbox) put(returns []*district.Return, p collect.Progress) {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.returns, i.progress = append(i.returns, returns...), p
}

func (i *inbox) take() (returns []*district.Return, p collect.Progress) {
	i.mu.Lock()
	defer i.mu.Unlock()
	returns, p = i.returns, i.progress
	i.returns = nil
	return returns, p
}

// read reads the folder, beside the window. What was read before is forgotten.
func (c *collecting) read() {
	c.end()
	ctx, stop := context.WithCancel(context.Background())
	in := &inbox{}
	c.stop, c.inbox, c.found, c.returns, c.progress = stop, in, nil, nil, collect.Progress{}
	reader, skip, folder := c.reader(), c.rollPath, c.folder
	var found *collect.Found
	c.w.aside(func() (err error) {
		if found, err = collect.Find(ctx, []string{folder}, skip); err != nil {
			return err
		}
		return reader.Read(ctx, found.Files, in.put)
	}, func(err error) {
		if c.inbox != in {
			return // it was read anew
		}
		c.stop, c.found = nil, found
		c.tick.stop()
		c.look()
		if err != nil && !errors.Is(err, context.Canceled) {
			c.w.fail(err)
		}
	})
	c.watch()
}

// reader reads reports as the office's settings are now.
func (c *collecting) reader() *collect.Reader {
	set, day := c.w.settings.set, c.w.today()
	return &collect.Reader{Editions: c.w.editions, Desk: func(office string) model.Desk { return set.Desk(office, day) }}
}

// renew reads one file again.
func (c *collecting) renew(file string) {
	reader, path := c.reader(), c.where(file)
	var now []*district.Return
	c.w.aside(func() error {
		return reader.Read(context.Background(), []collect.File{{Path: path, Name: file}}, func(returns []*district.Return, _ collect.Progress) {
			now = append(now, returns...)
		})
	}, func(err error) {
		if err != nil {
			c.w.fail(err)
			return
		}
		i := slices.IndexFunc(c.returns, func(r *district.Return) bool { return r.File == file })
		if i < 0 || len(now) == 0 {
			return // it is still to be read
		}
		c.returns = slices.Clone(c.returns) // those of before may be being summed
		c.returns[i] = now[0]
		c.update()
	})
}

// watch shows what has come in from time to time, and less often the longer that takes:
// reading must not wait for it.
func (c *collecting) watch() {
	began := time.Now()
	c.look()
	if c.stop != nil {
		c.tick.in(max(300*time.Millisecond, 8*(time.Since(began)+c.took)), c.watch)
	}
}

// look takes in what was read since.
func (c *collecting) look() {
	returns, p := c.inbox.take()
	c.returns = append(c.returns, returns...)
	c.progress = p
	c.head.update()
	c.update()
}

// end stops reading. What was read stays.
func (c *collecting) end() {
	c.tick.stop()
	if c.stop != nil {
		c.stop()
		c.stop = nil
	}
}

// update sums up what has come in, beside the window, and shows it.
func (c *collecting) update() {
	if c.summing {
		c.stale = true
		return
	}
	c.summing, c.stale = true, false
	d := &district.District{Name: c.name, Roll: c.roll, Faults: c.faults, Taken: maps.Clone(c.taken), Left: maps.Clone(c.left)}
	returns, chosen, last := c.returns, c.chosen, c.last
	editions, day := c.w.editions, sums.Today(c.w.today())
	var years map[int]int
	var work *sums.Work
	var took time.Duration
	c.w.aside(func() error {
		began := time.Now()
		defer func() { took = time.Since(began) }()
		for _, r := range returns {
			d.Add(r)
		}
		years = d.Years()
		if d.Year = chosen; years[chosen] == 0 {
			d.Year = d.Latest()
		}
		if d.Year == 0 {
			return nil
		}
		d.Edition = editions.ForYear(d.Year)
		if last != nil && last.Year != d.Year-1 {
			last = nil
		}
		work = sums.New(d.Tally(), last, editions, day)
		return nil
	}, func(err error) {
		c.summing, c.took = false, took
		if err != nil {
			c.w.fail(err)
		}
		form := c.form()
		c.years, c.year, c.work = years, d.Year, work
		c.body = c.again(c.body)
		if form != c.form() {
			c.ref = "" // another form may not have it
		}
		if c.reveal(); form != c.form() && c.tabular() {
			c.show(c.place) // its table is another one now, or there is none
		}
		if c.stale {
			c.update()
		}
	})
}

// tabular says that the place shown is a table, whether it is there now or not.
func (c *collecting) tabular() bool {
	return c.course == nil && c.place != placeAll && district.State(c.place).Name() == ""
}

// form is that of the sum, nil without one.
func (c *collecting) form() *model.Edition {
	if c.work == nil {
		return nil
	}
	return c.work.Edition
}

// reveal shows the sum as it is now.
func (c *collecting) reveal() {
	c.head.update()
	c.list()
	if c.bodies != nil {
		c.bodies.update()
	}
	if c.table != nil {
		c.table.update()
	}
	if c.course != nil {
		c.course.update()
	}
	c.tell()
}

// again finds a body among those of the new sum.
func (c *collecting) again(old *district.Standing) *district.Standing {
	if old == nil || c.work == nil {
		return nil
	}
	for _, s := range c.work.Bodies {
		if s.Name == old.Name {
			return s
		}
	}
	return nil
}
