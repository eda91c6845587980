package ui

import (
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nianbao/model"
	"nianbao/ui/widget"
)

// lastYear is last year's report and the file that it is kept in.
type lastYear struct {
	report *model.Report // nil if none is at hand
	path   string
	notes  []string                      // what its reading had to say
	says   string                        // for the status line, "" for the usual
	texts  map[model.Ref][]model.Passage // at this year's places, nil until they are asked for
}

// onLast takes last year's report for comparison.
func (w *Window) onLast() { w.chooseFile("载入去年的报告", w.compare) }

// compare has the report in a file at hand as last year's. One of another body may
// be right, as after a change of name, but nobody is to find that out by chance.
func (w *Window) compare(path string) {
	r, _, notes, err := w.load(path)
	take := func() {
		w.keep(lastYear{report: r, path: path, notes: notes})
		w.pin()
	}
	switch {
	case err != nil:
		w.fail(err)
	case r.Year != w.report().Year-1:
		w.say("没有载入", "“"+filepath.Base(path)+"”是 "+yearName(r.Year)+"的报告，这里要用 "+yearName(w.report().Year-1)+"的。")
	case w.foreign(r):
		w.ask("单位不同", 480, 200, widget.NewLabel("“"+filepath.Base(path)+"”是“"+r.Office+"”的报告，本报告的单位是“"+w.report().Office+"”。单位改过名称的可以载入，拿错了请取消。"),
			leave("取消"), pick("仍然载入", take))
	default:
		take()
	}
}

// foreign says that a report is another body's: neither name is part of the other.
func (w *Window) foreign(r *model.Report) bool {
	a, b := strings.TrimSpace(r.Office), strings.TrimSpace(w.report().Office)
	return a != "" && b != "" && !strings.Contains(a, b) && !strings.Contains(b, a)
}

// keep has last year's report at hand.
func (w *Window) keep(last lastYear) {
	w.last = last
	w.check()
	w.settle()
}

// onWithoutLast puts last year's report away.
func (w *Window) onWithoutLast() {
	w.keep(lastYear{})
	w.pin()
}

// lastFits says that the report at hand is of the year before.
func (w *Window) lastFits() bool {
	return w.last.report != nil && w.last.report.Year == w.report().Year-1
}

// lastState is what the status line tells of last year's report.
func (w *Window) lastState() string {
	last := w.last.report
	switch n := len(w.last.notes); {
	case last != nil && !w.lastFits():
		return yearName(last.Year) + "的，与本报告年度不相连，不参与对照"
	case last != nil && w.foreign(last):
		return fmt.Sprintf("%d（“%s”的，单位名称与本报告不同）", last.Year, last.Office)
	case w.last.says != "":
		return w.last.says
	case last == nil:
		return "没有载入"
	case n > 0:
		return fmt.Sprintf("%d（已载入，读入时有 %d 处请留意）", last.Year, n)
	}
	return fmt.Sprintf("%d（已载入）", last.Year)
}

// keyLast is the setting that names last year's file of a report's file.
func keyLast(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	return "last " + path
}

// pin notes which file is last year's, by the file or the copy that the report is
// kept in.
func (w *Window) pin() {
	key := keyLast(w.auto.place().Path)
	switch {
	case w.last.report != nil:
		w.app.Preferences().SetString(key, w.last.path)
	case w.last.path == "":
		w.app.Preferences().RemoveValue(key)
	}
}

// recall loads last year's report again, in the background: it may be a long
// Word document. If it cannot, the status line says so.
func (w *Window) recall() {
	if w.file == nil && w.auto.copy == nil {
		return
	}
	path := w.app.Preferences().String(keyLast(w.auto.place().Path))
	if path == "" {
		return
	}
	var r *model.Report
	var notes []string
	w.meanwhile(func() (err error) {
		r, _, notes, err = w.load(path)
		return err
	}, func(err error) {
		if w.last.report != nil {
			return // the clerk has gone on
		}
		last := lastYear{report: r, path: path, notes: notes}
		switch {
		case err != nil:
			last.says, last.report = "“"+filepath.Base(path)+"”读不到了，可以重新载入", nil
		case r.Year != w.report().Year-1:
			last.says, last.report = "“"+filepath.Base(path)+"”不是 "+yearName(w.report().Year-1)+"的，没有载入", nil
		}
		w.keep(last)
	})
}

// onLastNotes shows what the reading of last year's report had to say.
func (w *Window) onLastNotes() {
	if w.last.report == nil {
		w.say("去年的报告", "还没有载入去年的报告。")
		return
	}
	column := container.New(&widget.Column{Gap: 4, Pad: 8})
	notes := append([]string{}, w.last.notes...)
	if n := len(w.last.report.Unplaced); n > 0 {
		notes = append(notes, fmt.Sprintf("有 %d 行没有找到位置，不参与对照。", n))
	}
	if len(notes) == 0 {
		notes = []string{"“" + filepath.Base(w.last.path) + "”全部读入，没有需要留意的地方。"}
	}
	for _, note := range notes {
		column.Add(widget.NewLabel(note))
	}
	scroll := container.NewVScroll(column)
	scroll.SetMinSize(fyne.NewSize(0, 240))
	w.ask("去年报告的读入情况", 640, 380, scroll, leave("关闭"))
}

// onFollowing fills in the empty cells that follow by rule from last year's report.
func (w *Window) onFollowing() {
	switch changes := w.report().Following(w.last.report); {
	case w.last.report == nil:
		w.say("按去年的报告填数", "要先载入去年的报告。")
	case len(changes) == 0:
		w.say("按去年的报告填数", "没有可以填的空格：能从去年的报告推出来的数，有的已经填了，有的还缺本年的数。")
	default:
		w.change("按去年的报告填数", changes...)
		w.reveal(changes[0].At)
	}
}

// onTakeover begins the next year's report from one of any format.
func (w *Window) onTakeover() {
	w.settled(func() { w.chooseFile("沿用去年的报告", w.takeover) })
}

// takeover begins the report that follows the one in a file.
func (w *Window) takeover(path string) {
	last, _, notes, err := w.load(path)
	if err != nil {
		w.fail(err)
		return
	}
	if last.Year == 0 {
		w.say("没有沿用", "“"+filepath.Base(path)+"”里没有认出报告年度。请先打开它，在“封面信息”填好年度并保存，再沿用。")
		return
	}
	year := last.Year + 1
	r := model.Takeover(last, year, w.editions.ForYear(year))
	var told []string
	if since := r.Edition.Since(last.Edition); since != "" {
		told = append(told, since)
	}
	w.work(r, nil, "", told)
	w.keep(lastYear{report: last, path: path, notes: notes, says: takenOver(last, r)})
	w.pin()
}

// takenOver tells what a new report has from last year's.
func takenOver(last, r *model.Report) string {
	has := []string{"单位", "小标题"}
	if r.Outline == nil {
		has = has[:1]
	}
	if n := len(r.Numbers); n > 0 {
		has = append(has, fmt.Sprintf("%d 个接着去年的数", n))
	}
	return fmt.Sprintf("%d（已沿用%s；各段文字请逐段沿用）", last.Year, strings.Join(has, "、"))
}
