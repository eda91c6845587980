package ui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/collect"
	"nianbao/model/district"
	"nianbao/ui/sums"
	"nianbao/ui/widget"
)

// collecting is the page of a district's office: what the bodies have sent in, what became
// of it, and the sum. It stands where the start page does, while no report is open.
type collecting struct {
	w        *Window
	folder   string
	roll     *district.Roll // nil without one
	rollPath string
	last     *model.Report // last year's sum, nil without one
	name     string        // of the office
	year     int           // whose reports are summed
	chosen   int           // the year that was asked for, 0 for the latest
	faults   bool
	taken    map[string]bool // files that count by choice
	left     map[string]bool // that do not

	found    *collect.Found
	returns  []*district.Return
	progress collect.Progress
	stop     context.CancelFunc // nil while nothing is read
	inbox    *inbox
	years    map[int]int // of what was read, how many reports have them
	tick     delay
	away     bool // a report is open, or was

	work   *sums.Work // of what has come in so far, nil before anything has
	place  string     // what is shown: a state, or the id of a table
	body   *district.Standing
	ref    model.Ref // of the sum's cell that is opened, "" for none
	head   *collectingHead
	places *fyne.Container
	middle *fyne.Container
	side   *fyne.Container
	bodies *received // the list, nil while another thing is shown
	table  *added    // the table, nil while another thing is shown
	course *coursed  // what becomes of figures over the years, nil while another thing is shown
	all    fyne.CanvasObject
}

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

// What the page remembers for the next year.
const (
	keyCollected = "collected" // the folder
	keyRoll      = "roll"
	keyDistrict  = "district" // the office's name
)

// onCollect opens the page for a folder of reports.
func (w *Window) onCollect() {
	w.settled(func() {
		from := w.app.Preferences().String(keyCollected)
		if !isDir(from) {
			from = w.folder()
		}
		w.chooseFolder(from, w.collect)
	})
}

// collect opens the page for a folder and reads what lies in it.
func (w *Window) collect(folder string) {
	if w.session != nil {
		w.shut()
	}
	if w.collecting != nil {
		w.collecting.end()
	}
	c := &collecting{
		w: w, folder: folder, name: w.app.Preferences().String(keyDistrict),
		taken: map[string]bool{}, left: map[string]bool{}, place: placeAll,
	}
	w.collecting = c
	w.app.Preferences().SetString(keyCollected, folder)
	if path := w.app.Preferences().String(keyRoll); path != "" {
		if roll, err := collect.Roll(path); err == nil { // else it is asked for again
			c.roll, c.rollPath = roll, path
		}
	}
	c.build()
	w.start()
	c.read()
}

// build makes the page.
func (c *collecting) build() {
	c.head = newCollectingHead(c)
	c.places = container.New(&widget.Column{Gap: 1, Pad: 4})
	c.middle, c.side = container.NewStack(), container.New(&widget.Column{Gap: 6, Pad: edge - 4})
	ground := widget.NewLabel("")
	ground.Ground = widget.ColorPaper
	c.all = container.NewBorder(c.head.all, nil,
		container.New(widget.Wide{Width: 200}, container.NewBorder(nil, nil, nil, separator(), container.NewVScroll(c.places))),
		container.New(widget.Wide{Width: 330}, container.NewBorder(nil, nil, separator(), nil, container.NewVScroll(c.side))),
		container.NewStack(ground, c.middle))
	c.show(c.place)
}

// read reads the folder, beside the window. What was read before is forgotten.
func (c *collecting) read() {
	c.end()
	ctx, stop := context.WithCancel(context.Background())
	in := &inbox{}
	c.stop, c.inbox, c.found, c.returns, c.progress = stop, in, nil, nil, collect.Progress{}
	set := c.w.settings.set
	day, editions, skip, folder := c.w.today(), c.w.editions, c.rollPath, c.folder
	var found *collect.Found
	c.w.aside(func() (err error) {
		if found, err = collect.Find(ctx, []string{folder}, skip); err != nil {
			return err
		}
		reader := collect.Reader{Editions: editions, Desk: func(office string) model.Desk { return set.Desk(office, day) }}
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

// watch shows what has come in from time to time, and less often the longer that takes.
func (c *collecting) watch() {
	began := time.Now()
	c.look()
	if c.stop != nil {
		c.tick.in(max(300*time.Millisecond, 8*time.Since(began)), c.watch)
	}
}

// look takes in what was read since.
func (c *collecting) look() {
	returns, p := c.inbox.take()
	c.returns = append(c.returns, returns...)
	c.progress = p
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

// update sums up what has come in and shows it.
func (c *collecting) update() {
	c.work = nil
	d := &district.District{Name: c.name, Roll: c.roll, Faults: c.faults, Taken: c.taken, Left: c.left}
	for _, r := range c.returns {
		d.Add(r)
	}
	c.years = d.Years()
	if c.year = c.chosen; c.years[c.year] == 0 {
		c.year = d.Latest()
	}
	if c.year > 0 {
		d.Year, d.Edition = c.year, c.w.editions.ForYear(c.year)
		last := c.last
		if last != nil && last.Year != c.year-1 {
			last = nil
		}
		c.work = sums.New(d.Tally(), last, c.w.editions, sums.Today(c.w.today()))
		c.body = c.again(c.body)
	}
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
	if old == nil {
		return nil
	}
	for _, s := range c.work.Bodies {
		if s.Name == old.Name {
			return s
		}
	}
	return nil
}

// placeAll is the list of every body.
const placeAll = "all"

// list lists at the left what can be shown: the bodies by their states, and the tables.
func (c *collecting) list() {
	c.places.Objects = nil
	row := func(place, name, sign string, color fyne.ThemeColorName) {
		r := widget.NewRow(func() { c.show(place) }, widget.NewLabel(name))
		r.SetSign(sign, color)
		r.SetOpen(place == c.place)
		c.places.Add(r)
	}
	c.places.Add(strong("报送情况", 6))
	counts := map[district.State]int{}
	n := 0
	if c.work != nil {
		for _, l := range c.lines(placeAll) {
			counts[l.state]++
			n++
		}
	}
	row(placeAll, fmt.Sprintf("全部　%d", n), "", "")
	for _, known := range district.States {
		if k := counts[known.State]; k > 0 {
			sign, color := stateSign(known.State)
			row(string(known.State), fmt.Sprintf("%s　%d", known.Name, k), sign, color)
		}
	}
	if c.work != nil && len(c.work.Sum.Parts) > 0 {
		c.places.Add(strong("汇总表", 6))
		for _, p := range c.work.Sum.Report.Parts() {
			if p.Table != nil {
				sign, color := "✓", theme.ColorNameSuccess
				for _, f := range c.work.Of {
					if f.At[0].Section() == p.ID && f.Level == model.Error {
						sign, color = "×", theme.ColorNameError
					}
				}
				row(p.ID, p.Mark+p.Title, sign, color)
			}
		}
	}
	if c.work != nil {
		c.places.Add(strong("历年变化", 6))
		row(placeCourse, "各单位合计", "", "")
		if c.place == placeBodyCourse && c.body != nil {
			row(placeBodyCourse, c.body.Name, "", "")
		}
	}
	c.places.Refresh()
}

// stateSign is how a state is marked.
func stateSign(s district.State) (sign string, color fyne.ThemeColorName) {
	switch s {
	case district.Received:
		return "✓", theme.ColorNameSuccess
	case district.Past:
		return "·", widget.ColorFaint
	case district.Repeated, district.Stranger:
		return "!", theme.ColorNameWarning
	}
	return "×", theme.ColorNameError
}

// show shows the bodies of a state, a table of the sum, or figures over the years.
func (c *collecting) show(place string) {
	if place != placeBodyCourse {
		c.body = nil
	}
	c.place, c.ref = place, ""
	c.bodies, c.table, c.course = nil, nil, nil
	switch part := c.part(place); {
	case part != nil:
		c.table = newAdded(c, *part)
		c.middle.Objects = []fyne.CanvasObject{c.table.all}
	case place == placeCourse || place == placeBodyCourse:
		c.course = newCoursed(c, place == placeBodyCourse)
		c.middle.Objects = []fyne.CanvasObject{c.course.all}
	default:
		c.bodies = newReceived(c)
		c.middle.Objects = []fyne.CanvasObject{c.bodies.all}
	}
	c.middle.Refresh()
	c.list()
	c.tell()
}

// part is the part of the sum that a place shows, nil for a list of bodies.
func (c *collecting) part(place string) *model.Part {
	if c.work == nil {
		return nil
	}
	for _, p := range c.work.Sum.Report.Parts() {
		if p.ID == place && p.Table != nil {
			return &p
		}
	}
	return nil
}

// line is a body, or a file of which it is not known whose it is.
type line struct {
	name  string
	state district.State
	body  *district.Standing // nil for a file alone
	entry *district.Entry
}

// lines are those of a place.
func (c *collecting) lines(place string) (out []line) {
	if c.work == nil {
		return nil
	}
	add := func(l line) {
		if place == placeAll || place == string(l.state) {
			out = append(out, l)
		}
	}
	for _, s := range c.work.Bodies {
		add(line{s.Name, s.State, s, nil})
	}
	for _, e := range c.work.Loose {
		add(line{filepath.Base(e.File), e.State, nil, e})
	}
	return out
}

// where is the path of a file that was read, "" for a row of a table.
func (c *collecting) where(file string) string {
	if strings.Contains(file, "#") {
		return ""
	}
	return filepath.Join(c.folder, filepath.FromSlash(file))
}

// onRoll asks for the roll of those who must report.
func (c *collecting) onRoll() {
	c.w.chooseOf("应报名单", []string{".xlsx", ".txt", ".csv", ".docx"}, "应报名单：一行一个单位，或者有“单位名称”一列的表", func(path string) {
		roll, err := collect.Roll(path)
		if err != nil {
			c.w.fail(err)
			return
		}
		c.roll, c.rollPath = roll, path
		c.w.app.Preferences().SetString(keyRoll, path)
		c.read() // the roll may lie among the reports
	})
}

func (c *collecting) onLast() {
	c.w.chooseFile("去年的汇总", func(path string) {
		r, _, _, err := c.w.load(path)
		switch {
		case err != nil:
			c.w.fail(err)
		case c.year > 0 && r.Year != c.year-1:
			c.w.say("没有用上", fmt.Sprintf("“%s”是%s的，要的是 %d 年度的。", filepath.Base(path), yearName(r.Year), c.year-1))
		default:
			c.last = r
			c.update()
		}
	})
}

// few is how many files are read again without being asked.
const few = 500

// back shows the page again after a report was open, which may be another one now.
func (c *collecting) back() {
	c.w.win.SetContent(c.all)
	c.w.win.SetTitle("汇总 — 年报")
	c.w.grey()
	if c.away {
		c.away = false
		if len(c.returns) <= few && c.stop == nil {
			c.read()
		}
	}
}

// visit opens a file that came in as a report.
func (c *collecting) visit(path string) {
	c.away = true
	c.w.Open(path)
}

// onLeave closes the page.
func (c *collecting) onLeave() {
	c.end()
	c.w.collecting = nil
	c.w.win.SetTitle("年报")
	c.w.start()
}
