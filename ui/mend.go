package ui

import (
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2/container"

	"nianbao/model"
	"nianbao/model/intake/source"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

// own says that a path is to be read as a file of the program's own: by its name or, if that
// says nothing, by how the file begins.
func own(path string) bool {
	return strings.EqualFold(filepath.Ext(path), store.Ending) || !source.Known(path) && !store.Foreign(path)
}

// mend opens a damaged file with its newest content that is whole, and says so. Without any
// it says what there is to say, and nothing is changed.
func (w *Window) mend(path string, why error) (opened bool) {
	r, file, m, ok := w.history.Mend(path, w.editions)
	what, _, _ := strings.Cut(model.Sentence(why), "。")
	if !ok {
		w.say("没有打开", model.Sentence(why)+"也没有找到这份报告的历史版本。没有改动任何文件。")
		return false
	}
	w.work(r, file, "", nil)
	w.content = nil // what is in the file is not this
	w.auto.arm()
	w.settle()
	lines := []string{
		what + "。",
		"打开的是" + when(m.At, w.history.Now()) + " 存下的内容。在那以后写的，请核对补上。",
	}
	switch {
	case file == nil:
		lines = append(lines, "损坏的文件没有动，也没有能另外留一份，所以这里的内容还没有文件，请另存到别的位置。")
	case filepath.Dir(m.Kept) == filepath.Dir(path):
		lines = append(lines, "损坏的文件另外留着，在同一个文件夹里：“"+filepath.Base(m.Kept)+"”。")
	default:
		lines = append(lines, "损坏的文件另外留着："+m.Kept)
	}
	if file != nil {
		own, other := store.Claim(path, running)
		w.stay(&presence{own: own, other: other})
		w.remember(path)
	}
	column := container.New(&widget.Column{Gap: 8})
	for _, line := range lines {
		column.Add(widget.NewLabel(line))
	}
	w.ask("文件已经损坏", 520, 0, column, leave("知道了"))
	return true
}

// when tells a time as it is said: without the day if it is today's, without the year if it
// is this one's.
func when(at, now time.Time) string {
	at, now = at.Local(), now.Local()
	switch {
	case at.Format(time.DateOnly) == now.Format(time.DateOnly):
		return "今天 " + at.Format("15:04")
	case at.Format(time.DateOnly) == now.AddDate(0, 0, -1).Format(time.DateOnly):
		return "昨天 " + at.Format("15:04")
	case at.Year() == now.Year():
		return at.Format("1月2日 15:04")
	}
	return at.Format("2006年1月2日 15:04")
}
