package ui

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"nianbao/model"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

// outside watches what other programs do to the file of the open report, and what is to
// become of it. As long as that is not decided, nothing is written to the file; what is typed
// goes to the program's own copy.
type outside struct {
	w      *Window
	file   *store.File // nil once another is open
	next   delay
	busy   bool // a look is under way: on a dead drive it stays the last
	misses int  // looks in a row that found no file

	theirs *store.Theirs // what another program has written, nil for nothing
	gone   bool          // the file is not there
	says   string        // what is to be decided
	ways   []reply       // how; the first is proposed
}

// looks is how often the file is looked at.
const looks = 2 * time.Second

// attend watches the file that the report has now.
func (w *Window) attend() {
	if w.outside != nil {
		w.outside.next.stop()
		w.outside.file = nil
	}
	w.outside = &outside{w: w, file: w.file}
	if w.notice != nil {
		w.notice.hide()
	}
	if w.file != nil {
		w.outside.next.in(w.beat, w.outside.look)
	}
}

// holds says that the file must not be written now.
func (o *outside) holds() bool { return o != nil && (o.theirs != nil || o.gone) }

// lacks says that the file is not there.
func (o *outside) lacks() bool { return o != nil && o.gone }

// look looks at the file, in the background.
func (o *outside) look() {
	if o.busy || o.file == nil {
		return
	}
	o.busy = true
	file, state := o.file, store.Unknown
	var theirs *store.Theirs
	o.w.aside(func() (err error) {
		if state = file.State(); state == store.Changed {
			theirs, err = file.Theirs(o.w.editions)
		}
		return err
	}, func(err error) {
		if o.busy = false; o.file == nil {
			return
		}
		if err == nil { // else it is just being written
			o.found(state, theirs)
		}
		o.next.in(o.w.beat, o.look)
	})
}

// found goes on with what a look has found.
func (o *outside) found(state store.State, theirs *store.Theirs) {
	switch state {
	case store.Gone:
		// Programs that put a new file in an old one's place may let it be away for a moment.
		if o.misses++; o.misses > 1 && !o.gone {
			o.lost()
		}
	case store.Changed:
		o.misses = 0
		o.changed(theirs)
	case store.Still:
		if o.misses = 0; o.holds() { // it is as it was again
			o.release()
			o.w.auto.arm()
			o.w.settle()
		}
	}
}

// asks says that a save of a file failed for what the notice asks about, or soon will.
func (o *outside) asks(file *store.File, err error) bool {
	return o != nil && o.file == file && (errors.Is(err, store.ErrChanged) || errors.Is(err, store.ErrGone))
}

// refused goes on after a save that found what no look has seen yet.
func (o *outside) refused() {
	o.misses = 1
	o.look()
}

// hold keeps what is in the window in the program's own copy, and tells why.
func (o *outside) hold(says string, ways ...reply) {
	o.says, o.ways = says, ways
	o.w.notice.show(says, ways...)
	o.w.auto.stop()
	o.w.auto.fault = ""
	if o.w.unsaved() {
		o.w.auto.write()
	}
	o.w.status.update()
	o.w.title()
}

// release lets the file be written again.
func (o *outside) release() {
	o.theirs, o.gone, o.misses, o.says, o.ways = nil, false, 0, "", nil
	o.w.notice.hide()
}

// ask puts in front of the window what the notice asks: the file is to be written now.
func (o *outside) ask(then func()) {
	replies := []reply{leave("取消")}
	for i := len(o.ways) - 1; i >= 0; i-- {
		way := o.ways[i]
		replies = append(replies, pick(way.name, func() {
			if way.do(); !o.holds() && !o.w.unsaved() {
				then()
			}
		}))
	}
	o.w.ask("没有写进文件", 600, 0, widget.NewLabel(o.says), replies...)
}

// lost tells that the file is not there any more.
func (o *outside) lost() {
	o.theirs, o.gone = nil, true
	o.w.auto.failing = true // once it is written again, that is told
	o.hold("“"+filepath.Base(o.file.Path)+"”不在原来的地方了：被移走、改名、删除，或者所在的盘拔掉了。写的都在，先另外暂存着；文件回到原处，就接着写进去。",
		pick("另存为…", o.w.onSaveAs), pick("在原处重新写", o.anew))
}

// anew writes the file again where it was.
func (o *outside) anew() {
	o.file.Anew()
	o.gone = false
	o.w.saveTo(o.file, o.release)
}

// changed tells what another program has written.
func (o *outside) changed(theirs *store.Theirs) {
	w := o.w
	switch {
	case theirs.Equal(o.theirs): // told already
	case theirs.Report != nil && bytes.Equal(store.Encode(theirs.Report), w.encoded()): // the same as here
		o.accept(theirs)
		w.auto.arm()
		w.settle()
	default:
		o.theirs, o.gone = theirs, false
		o.tell()
	}
}

// tell says what differs, and what can be done.
func (o *outside) tell() {
	if o.theirs == nil {
		return
	}
	w, t := o.w, o.theirs
	what := "“" + filepath.Base(o.file.Path) + "”在" + when(t.At, w.history.Now()) + " 被" + o.who() + "改过"
	mine, saveAs := pick("用我的", func() { o.resolve("", nil) }), pick("另存为…", w.onSaveAs)
	switch {
	case t.Report == nil:
		o.hold(what+"，现在读不出来了。写的都在，先另外暂存着。“用我的”：损坏的文件另外留一份，再写进去。", mine, saveAs)
		return
	case t.Report.Edition != w.report().Edition:
		o.hold(what+"，而且换了格式，不能逐项对照。写的都在，先另外暂存着；“用我的”：文件里的留在历史版本里。", saveAs, mine)
		return
	}
	theirs := pick("用文件里的", func() {
		o.resolve("用文件里的", model.Taking(t.Report, model.Apart(w.report(), t.Report)))
	})
	each, together := pick("逐项选择…", o.onEach), pick("合在一起", o.onTogether)
	const rest = "选定以前，写的先另外暂存；没选的一份留在历史版本里。"
	n := len(model.Apart(w.report(), t.Report))
	switch f, known := o.fork(); {
	case known && len(f.Mine)+len(f.Both) == 0:
		o.hold(fmt.Sprintf("%s，有 %d 处和这里不一样；这里没有新的改动。%s", what, n, rest), theirs, mine, each)
	case known && len(f.Both) == 0:
		o.hold(fmt.Sprintf("%s %d 处，您改了 %d 处，没有改在同一处，可以合在一起。%s", what, len(f.Theirs), len(f.Mine), rest), together, mine, theirs, each)
	case known:
		o.hold(fmt.Sprintf("%s，有 %d 处和这里不一样，其中 %d 处两边都改过。%s", what, n, len(f.Both), rest), each, mine, theirs)
	default:
		o.hold(fmt.Sprintf("%s，有 %d 处和这里不一样。%s", what, n, rest), each, mine, theirs)
	}
}

// who has probably changed the file.
func (o *outside) who() string {
	if n := o.w.presence.other; n != nil && n.Who != "" {
		return "别的电脑（可能是“" + n.Who + "”）"
	}
	return "别的程序或者别的电脑"
}

// fork tells how the report and theirs have gone apart since the file was last read or
// written here.
func (o *outside) fork() (f model.Fork, known bool) {
	base := o.base()
	if base == nil || base.Edition != o.theirs.Report.Edition {
		return f, false
	}
	return model.NewFork(base, o.w.report(), o.theirs.Report), true
}

func (o *outside) base() *model.Report {
	base, err := store.Decode(o.w.content, o.w.editions)
	if err != nil {
		return nil // nothing of the file is known: it was damaged
	}
	return base
}

// onTogether takes what only the other has changed. The clerk may have typed since it was
// proposed.
func (o *outside) onTogether() {
	if f, known := o.fork(); known && len(f.Both) == 0 {
		o.resolve("合在一起", model.Taking(o.theirs.Report, f.Theirs))
		return
	}
	o.onEach()
}

// onEach lets the clerk choose value by value.
func (o *outside) onEach() {
	o.w.weigh(difference{
		title: "文件被改过", about: "左边是这里写的，右边是文件里现在的。",
		names: [2]string{"我的", "文件里的"}, of: [2]*model.Report{o.w.report(), o.theirs.Report}, base: o.base(),
		confirm: "完成", then: func(changes []model.Change) { o.resolve("合并", changes) },
	})
}

// resolve puts what is taken of theirs into the report, as one step, and the report into the
// file. What is not taken stays among the versions: mine here, theirs before it is written
// over.
func (o *outside) resolve(step string, changes []model.Change) {
	w, theirs := o.w, o.theirs
	if theirs == nil {
		return // it is as it was again
	}
	if len(changes) > 0 {
		if err := o.file.Keep(w.report()); err != nil {
			w.say("没有换", "这里写的这一份存不进历史版本，所以没有换。"+model.Sentence(err))
			return
		}
	}
	o.accept(theirs)
	w.change(step, changes...)
	if w.unsaved() {
		w.auto.write()
	} else {
		w.auto.arm()
	}
	w.settle()
}

// accept has the next save take the place of theirs.
func (o *outside) accept(theirs *store.Theirs) {
	o.file.Take(theirs)
	if o.w.content = nil; theirs.Report != nil {
		o.w.content = store.Encode(theirs.Report)
	}
	o.release()
}
