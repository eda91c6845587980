package ui

import (
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nianbao/model"
	"nianbao/model/store"
	"nianbao/ui/crash"
	"nianbao/ui/ime"
	"nianbao/ui/release"
	"nianbao/ui/widget"
)

// Window is the program's one window and the report that is open in it. All of it
// belongs to the goroutine that paints; see aside for what goes on beside it.
type Window struct {
	app      fyne.App
	win      fyne.Window
	editions model.Editions
	look     *look
	menu     menu
	boxes    []*box // questions that are open, the uppermost last
	refusal  *box   // that nothing else is opened meanwhile, nil while nobody asked
	native   bool   // file dialogs are the system's
	hands    hands  // give files to other programs
	aside    func(do func() error, then func(error))
	outgoing *outgoing // an export, nil while none is under way

	session *model.Session // nil on the start page
	last    lastYear
	reread  map[model.Ref]*reading // of texts that were taken over

	file      *store.File // nil until the report has a place on the disk
	history   *store.History
	leftovers []leftover // what the start page offers
	source    string     // the file of another format that it was read from, or ""
	notes     []string   // what the reading had to say
	content   []byte     // of the report as it was last saved or opened
	savedAt   time.Time
	auto      *autosave
	outside   *outside      // of the report\'s file, nil on the start page
	beat      time.Duration // between two looks at it
	notice    *notice
	presence  *presence // who else has it open

	collecting *collecting // a district's reports, shown while no report is open; nil for none

	settings *settings // the office's own

	found   []model.Finding // what is wrong at this moment
	shown   []model.Finding // what was, when the clerk last paused: lists and marks show this
	known   known
	memory  model.Memory // of the checks
	crashes crash.Book
	typing  bool          // a field is telling its text right now
	pause   delay         // until the pause
	pauses  time.Duration // how long without a key is one
	today   func() time.Time

	place  string    // what is open in the middle
	here   model.Ref // the text where the caret was last
	view   view
	views  map[string]view // that have been opened
	middle *fyne.Container
	nav    *nav
	panel  *panel
	help   *help
	search *search
	status *status
}

// view is what stands in the middle of the window.
type view interface {
	object() fyne.CanvasObject
	update()              // puts what differs
	reveal(ref model.Ref) // goes to the place of a value
}

// New makes the window, without anything in it yet.
func New(a fyne.App, editions model.Editions) *Window {
	w := &Window{app: a, editions: editions, look: &look{}, pauses: pauses, beat: looks, aside: aside, hands: systems(), today: time.Now, settings: &settings{}}
	w.look.shade = a.Preferences().StringWithFallback("shade", "light")
	w.look.large = a.Preferences().Bool("large")
	a.Settings().SetTheme(w.look)
	w.keepFaces()
	w.win = a.NewWindow("年报")
	w.win.SetMaster()
	ime.Serve(w.win.Canvas())
	w.auto, w.presence = newAutosave(w), &presence{}
	w.crashes = crash.Book{Dir: filepath.Join(a.Storage().RootURI().Path(), "crashes"), Version: release.Version}
	w.history = &store.History{Dir: filepath.Join(a.Storage().RootURI().Path(), "versions"), Now: time.Now}
	w.win.SetMainMenu(w.newMenu())
	w.listRecent()
	w.win.Canvas().SetOnTypedKey(w.onKey)
	w.win.SetCloseIntercept(w.onClose)
	w.win.SetOnDropped(w.onDropped)
	w.win.Resize(w.size())
	w.win.SetPadded(false)
	return w
}

// size is how large the window was when it was last closed; at first it fits the
// small screens of offices.
func (w *Window) size() fyne.Size {
	p := w.app.Preferences()
	width, height := p.FloatWithFallback("width", 1280), p.FloatWithFallback("height", 680)
	return fyne.NewSize(float32(max(width, 800)), float32(max(height, 500)))
}

// report is the open report.
func (w *Window) report() *model.Report { return w.session.Report() }

// work opens a report in the window. file is nil if it has no place yet.
func (w *Window) work(r *model.Report, file *store.File, source string, notes []string) {
	w.depart()
	w.session, w.known = model.NewSession(r), known{}
	w.session.Watch(w.onChange)
	w.file, w.source, w.notes = w.owned(file), source, notes
	w.last, w.reread = lastYear{}, map[model.Ref]*reading{}
	w.content, w.savedAt = nil, time.Time{}
	w.auto.begin(nil)
	if file != nil {
		w.content = store.Encode(r)
	}
	w.nav, w.panel, w.status = newNav(w), newPanel(w, false), newStatus(w)
	w.search, w.help, w.notice = newSearch(w), newHelp(w), newNotice(w)
	w.attend()
	w.middle = container.NewStack()
	page := widget.NewLabel("")
	page.Ground = widget.ColorPaper
	w.win.SetContent(container.NewBorder(w.notice.all, w.status.object(), w.nav.object(),
		container.NewStack(w.panel.object(), w.help.all),
		container.NewStack(page, container.NewBorder(w.search.all, nil, nil, nil, w.middle))))
	w.check()
	w.rebuild(w.first())
	w.recall()
	w.auto.arm() // what has no file yet
}

// first is the place with which a report opens.
func (w *Window) first() string {
	if w.file == nil && (len(w.notes) > 0 || len(w.report().Unplaced) > 0) {
		return placeDraft // what has just been read from another format is looked at first
	}
	return placeCover
}

// rebuild makes every view anew: the report has other parts than before.
func (w *Window) rebuild(place string) {
	pages := w.views[placePreview]
	at := w.bookmark()
	w.views = map[string]view{}
	if pages != nil && place == placePreview && w.place == place {
		w.views[place] = pages // they stay where they are
	}
	w.last.texts = nil
	w.shown = w.found
	w.nav.build()
	w.show(place)
	w.settle()
	w.comeBack(at)
}

// show opens a place in the middle.
func (w *Window) show(place string) {
	v, ok := w.views[place]
	if !ok {
		if v = w.build(place); v == nil {
			place = placeCover
			v = w.build(place)
		}
		w.views[place] = v
	}
	w.win.Canvas().Unfocus()
	w.place, w.view = place, v
	w.middle.Objects = []fyne.CanvasObject{v.object()}
	w.middle.Refresh()
	v.update()
	w.nav.update()
	w.panel.update()
	if o, ok := v.(interface{ open() }); ok {
		o.open()
	}
	w.help.update()
}

// reveal opens the place of a value and goes to it.
func (w *Window) reveal(ref model.Ref) {
	w.show(w.placeOf(ref))
	w.view.reveal(ref)
}

// finish makes what follows from the field that has the caret, without leaving it.
func (w *Window) finish() {
	if v, ok := w.view.(interface{ finish() }); ok && w.session != nil {
		v.finish()
	}
}

// set is a clerk's typing at an address.
func (w *Window) set(ref model.Ref, text string) {
	w.typing = true
	w.session.Set(ref, text, time.Now())
	w.typing = false
}

// change makes changes as one step.
func (w *Window) change(step string, changes ...model.Change) {
	w.session.Group(step, time.Now(), changes...)
}

// onStep ends an undo step.
func (w *Window) onStep() { w.session.Settle() }

// onLeave ends the typing in a field: what was held back is shown.
func (w *Window) onLeave() {
	w.session.Settle()
	if w.pause.waiting() {
		w.settle()
	}
}

// onChange is the session's watcher.
func (w *Window) onChange(changed []model.Ref) {
	w.check()
	w.auto.arm()
	for _, ref := range changed {
		if ref == model.RefOutline {
			w.rebuild(w.place)
			return
		}
	}
	if !w.typing {
		w.settle()
		return
	}
	w.view.update()
	w.status.update()
	w.title()
	w.pause.in(w.pauses, w.settle)
}

// pauses is how long a clerk rests before findings are shown while a field still
// has the caret: nothing is to shout at the first digit.
const pauses = 1500 * time.Millisecond

// held says that the clerk is still typing: what is wrong now may be half a figure.
func (w *Window) held() bool { return w.typing || w.pause.waiting() }

// settle shows everything as it is now.
func (w *Window) settle() {
	w.pause.stop()
	w.outside.tell()
	w.shown = w.found
	w.view.update()
	w.nav.update()
	w.panel.update()
	w.search.update()
	w.status.update()
	w.title()
	w.grey()
}

// check looks at the report anew: it has changed.
func (w *Window) check() {
	w.known = known{}
	w.found = w.desk().Check(w.report(), w.last.report)
}

// name is what the report is called.
func (w *Window) name() string {
	if w.report().Title == "" {
		return "未命名的报告"
	}
	return w.report().Title
}

// title tells which report is open in which file, and with • that it is not on
// the disk as it stands.
func (w *Window) title() {
	name := w.name()
	if w.file != nil {
		name += "（" + filepath.Base(w.file.Path) + "）"
	}
	if w.unsaved() {
		name = "• " + name
	}
	if name += " — 年报"; w.win.Title() != name {
		w.win.SetTitle(name)
	}
}
