package ui

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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
	unrolled string        // why the roll of the last time is not there, a sentence
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
	summing  bool          // what came in is being summed, beside the window
	stale    bool          // and must be again
	took     time.Duration // for the last time
	away     string        // the file that is open as a report, or was; "" for none

	work      *sums.Work // of what has come in so far, nil before anything has
	place     string     // what is shown: a state, or the id of a table
	body      *district.Standing
	loose     string    // the file of nobody's that is opened, "" for none
	ref       model.Ref // of the sum's cell that is opened, "" for none
	unfolding bool      // the parts of a figure are looked for
	opened    *opened   // that cell's parts, nil before they are there
	head      *collectingHead
	places    *fyne.Container
	middle    *fyne.Container
	side      *fyne.Container
	bodies    *received // the list, nil while another thing is shown
	table     *added    // the table, nil while another thing is shown
	course    *coursed  // what becomes of figures over the years, nil while another thing is shown
	all       fyne.CanvasObject
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
		if roll, err := collect.Roll(path); err == nil {
			c.roll, c.rollPath = roll, path
		} else {
			c.unrolled = model.Sentence(err)
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

// few is how many files are read again without being asked; of more, the one that was open is.
const few = 500

// back shows the page again after a report was open, which may be another one now.
func (c *collecting) back() {
	c.w.win.SetContent(c.all)
	c.w.win.SetTitle("汇总 — 年报")
	c.w.grey()
	if c.away != "" {
		file := c.away
		c.away = ""
		if len(c.returns) <= few && c.stop == nil {
			c.read()
		} else {
			c.renew(file)
		}
	}
}

// visit opens a file that came in as a report.
func (c *collecting) visit(file string) {
	c.away = file
	c.w.Open(c.where(file))
}

// onLeave closes the page.
func (c *collecting) onLeave() {
	c.end()
	c.w.collecting = nil
	c.w.win.SetTitle("年报")
	c.w.start()
}
