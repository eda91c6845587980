package ui

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

// clerk is somebody clumsy who clicks on and types into whatever is in sight.
type clerk struct {
	t    *testing.T
	w    *Window
	dice *rand.Rand
	did  []string
}

// scraps is what such a clerk types and pastes.
var scraps = []string{
	"0", "7", "12", "３４", "1,234", "-5", "0.5", "1e9", "123456789012345678", "9999999999999999999", "abc", "无", "/", "-", " ", "　", "件",
	"收到申请3件，", "2025年", "2026", "{requests/new/total}", "｛4｜本年新收·总计｝", "｛", "｝", "{}", "{{", "}", "·", "😀", "𠮷", "\u200fא", "\u200b", "XX", "。",
	"1\t2\t3\n4\t5\t6\n", "一、本年新收政府信息公开申请数量\t1\t2\n", "第一行\n第二行", "第一行\r\n第二行\r\n", "\"1\n2\"\t3", "a\x00b", "\v", "\u2028", "…", "（一）标题",
}

func (c *clerk) scrap() string { return scraps[c.dice.IntN(len(scraps))] }

// sight lists what can be seen, the uppermost window only.
func (c *clerk) sight() (out []fyne.CanvasObject) {
	canvas := c.w.win.Canvas()
	root := canvas.Overlays().Top()
	if root == nil {
		root = canvas.Content()
	}
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if o == nil || !o.Visible() {
			return
		}
		out = append(out, o)
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case *container.Scroll:
			walk(o.Content)
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	walk(root)
	return out
}

func pickOf[T any](c *clerk, all []fyne.CanvasObject, want func(T) bool) (one T, ok bool) {
	var fit []T
	for _, o := range all {
		if t, is := o.(T); is && want(t) {
			fit = append(fit, t)
		}
	}
	if len(fit) == 0 {
		return one, false
	}
	return fit[c.dice.IntN(len(fit))], true
}

var keysOfAClerk = []fyne.KeyName{
	fyne.KeyReturn, fyne.KeyEscape, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyTab, fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight,
	fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF8, fyne.KeySpace,
}

// away are menu items that leave the report, or that ask for a file.
var away = map[string]bool{
	"新建…": true, "打开…": true, "沿用去年的报告…": true, "打开示例": true, "另存为…": true, "关闭报告": true, "载入去年的报告…": true, "更改…": true,
}

func (c *clerk) act() {
	canvas := c.w.win.Canvas()
	all := c.sight()
	if _, files := pickOf(c, all, func(*kit.List) bool { return true }); files { // not here: other tests choose files
		canvas.Overlays().Remove(canvas.Overlays().Top())
		return
	}
	say := func(format string, args ...any) { c.did = append(c.did, fmt.Sprintf(format, args...)) }
	switch n := c.dice.IntN(100); {
	case n < 30: // types
		f, ok := pickOf(c, all, func(f fyne.Focusable) bool {
			_, disabled := f.(interface{ Disabled() bool })
			return !disabled || !f.(interface{ Disabled() bool }).Disabled()
		})
		if !ok {
			return
		}
		canvas.Focus(f)
		text := c.scrap()
		say("types %q into %T", text, f)
		for _, r := range text {
			if r == '\n' || r == '\t' || r == '\r' {
				canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			} else if canvas.Focused() != nil {
				canvas.Focused().TypedRune(r)
			}
			if canvas.Focused() == nil {
				return
			}
		}
	case n < 40: // pastes, copies
		clip := fyne.CurrentApp().Clipboard()
		if c.dice.IntN(3) > 0 {
			clip.SetContent(c.scrap())
		}
		var sh fyne.Shortcut
		switch c.dice.IntN(6) {
		case 0:
			sh = &fyne.ShortcutCopy{Clipboard: clip}
		case 1:
			sh = &fyne.ShortcutCut{Clipboard: clip}
		case 2:
			sh = &fyne.ShortcutSelectAll{}
		default:
			sh = &fyne.ShortcutPaste{Clipboard: clip}
		}
		if f, ok := pickOf(c, all, func(fyne.Shortcutable) bool { return true }); ok {
			if o, ok := f.(fyne.Focusable); ok {
				if d, ok := f.(interface{ Disabled() bool }); ok && d.Disabled() {
					return
				}
				canvas.Focus(o)
			}
			say("%T %q at %T", sh, clip.Content(), f)
			f.TypedShortcut(sh)
		}
	case n < 55: // keys
		key := &fyne.KeyEvent{Name: keysOfAClerk[c.dice.IntN(len(keysOfAClerk))]}
		say("presses %s at %T", key.Name, canvas.Focused())
		if f := canvas.Focused(); f != nil {
			f.TypedKey(key)
		} else if told := canvas.OnTypedKey(); told != nil {
			told(key)
		}
	case n < 80: // clicks
		o, ok := pickOf(c, all, func(o fyne.Tappable) bool {
			b, is := o.(*widget.Button)
			return !is || !b.Disabled() && !away[b.Text]
		})
		if !ok {
			return
		}
		name := ""
		switch o := o.(type) {
		case *widget.Button:
			name = o.Text
		case *widget.Tool:
			if name = o.Text; strings.Contains(name, "载入去年") {
				return
			}
		}
		say("clicks on %T %s", o, name)
		o.Tapped(&fyne.PointEvent{})
	case n < 83: // the mouse goes down in a field
		if o, ok := pickOf(c, all, func(desktop.Mouseable) bool { return true }); ok {
			say("mouse on %T", o)
			o.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
			o.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
		}
	case n < 91: // goes on
		if !c.w.asking() {
			places := c.w.places()
			place := places[c.dice.IntN(len(places))]
			say("opens %s", place)
			c.w.show(place)
		}
	case n < 94:
		say("undoes")
		c.w.onUndo()
	case n < 96:
		say("redoes")
		c.w.onRedo()
	default:
		menus := c.w.win.MainMenu().Items
		menu := menus[c.dice.IntN(len(menus))]
		item := menu.Items[c.dice.IntN(len(menu.Items))]
		if item.Action == nil || item.IsQuit || away[item.Label] || item.ChildMenu != nil {
			return
		}
		say("chooses %s", item.Label)
		item.Action()
	}
}

// look finds what the window shows otherwise than the report has it.
func (c *clerk) look() string {
	w := c.w
	r := w.report()
	var out []string
	want := func(what string, shown, has string) {
		if shown != has {
			out = append(out, fmt.Sprintf("%s shows %q, the report has %q", what, shown, has))
		}
	}
	for _, p := range w.passages() {
		want(string(p.ref), p.field.Text, r.Shown(r.Texts[p.ref]))
		if r.Typed(p.field.Text) != r.Texts[p.ref] {
			out = append(out, fmt.Sprintf("%s shows %q, which is not %q", p.ref, p.field.Text, r.Texts[p.ref]))
		}
	}
	switch v := w.view.(type) {
	case *table:
		for ref, o := range v.inputs {
			has, _ := r.Get(ref)
			if model.ParseNumber(o.Text).Raw() != has {
				want(string(ref), o.Text, has)
			}
		}
		for ref, o := range v.sums {
			want(string(ref), o.Text(), r.Value(ref).String())
		}
	case *cover:
		want("office", v.office.Text, r.Office)
		want("title", v.title.Text, r.Title)
		want("kind", v.kind.Selected, r.Kind.Name())
		if year := yearOf(v.year.Text); year != r.Year && year != 0 {
			want("year", v.year.Text, strconv.Itoa(r.Year))
		} else if year == 0 && v.year.Text != "" && v.year.Mark() != widget.Wrong {
			want("year, not marked", v.year.Text, strconv.Itoa(r.Year))
		}
	}
	if !reflect.DeepEqual(w.found, w.desk().Check(r, w.last.report)) {
		out = append(out, "the findings are old")
	}
	code := store.Encode(r)
	back, err := store.Decode(code, w.editions)
	if err != nil || !bytes.Equal(store.Encode(back), code) {
		out = append(out, fmt.Sprintf("the file reads back differently: %v", err))
	}
	return strings.Join(out, "\n")
}

// Whatever is done, the window shows what the report holds, and undoing everything
// gives the report as it was, redoing it the report as it became.
func TestWhateverIsDoneCanBeUndone(t *testing.T) {
	steps, seeds := 250, 3
	if n, err := strconv.Atoi(os.Getenv("CLERK_STEPS")); err == nil {
		steps = n
	}
	if n, err := strconv.Atoi(os.Getenv("CLERK_SEEDS")); err == nil {
		seeds = n
	}
	for seed := range seeds {
		t.Run(strconv.Itoa(seed), func(t *testing.T) {
			w := example(t)
			if seed%2 == 0 {
				w = withLast(t)
			}
			w.app.Preferences().SetString("exports", t.TempDir())
			c := &clerk{t: t, w: w, dice: rand.New(rand.NewPCG(uint64(seed), 1))}
			defer func() {
				if bad := recover(); bad != nil {
					t.Errorf("after %s", strings.Join(c.did[max(0, len(c.did)-12):], "; "))
					panic(bad)
				}
			}()
			session := w.session
			for session.CanUndo() {
				session.Undo()
			}
			begin := store.Encode(w.report())
			for range steps {
				c.act()
				if w.session != session {
					t.Fatalf("the report is gone after %s", strings.Join(c.did[max(0, len(c.did)-6):], "; "))
				}
				if wrong := c.look(); wrong != "" {
					t.Fatalf("after %s:\n%s", strings.Join(c.did[max(0, len(c.did)-12):], "; "), wrong)
				}
			}
			for w.asking() {
				w.win.Canvas().Overlays().Remove(w.win.Canvas().Overlays().Top())
			}
			for session.CanRedo() {
				w.onRedo()
			}
			end := store.Encode(w.report())
			n := 0
			for ; session.CanUndo(); n++ {
				w.onUndo()
			}
			t.Logf("%d steps", n)
			if now := store.Encode(w.report()); !bytes.Equal(now, begin) {
				t.Errorf("after undoing all: %s", differ(begin, now))
			}
			for session.CanRedo() {
				w.onRedo()
			}
			if now := store.Encode(w.report()); !bytes.Equal(now, end) {
				t.Errorf("after redoing all: %s", differ(end, now))
			}
			if wrong := c.look(); wrong != "" {
				t.Error(wrong)
			}
		})
	}
}

// differ is the first line in which two texts differ.
func differ(a, b []byte) string {
	x, y := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return fmt.Sprintf("%q is %q", x[i], y[i])
		}
	}
	return fmt.Sprintf("%d lines are %d", len(x), len(y))
}
