package ui

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/ui/widget"
)

// Two windows on one file, typed into at random, each saving, looking and deciding as it
// comes: whatever either clerk typed is in the file at the end, in an offered copy or, if it
// was decided against, among the versions; and never was anything written over unasked.
func TestTwoWindowsOnOneFile(t *testing.T) {
	for seed := range uint64(12) {
		rng := rand.New(rand.NewPCG(seed, 3))
		first := open(t)
		path := filepath.Join(t.TempDir(), "报告.nianbao")
		if err := os.WriteFile(path, assets.Example, 0o600); err != nil {
			t.Fatal(err)
		}
		windows := []*Window{first, fresh(first.app, first.editions)}
		for _, w := range windows {
			w.Open(path)
		}
		texts := []model.Ref{"overview/active", "overview/on-request", "problems/problems", "problems/improvements", "other"}
		var typed []string
		decided := 0
		for step := range 60 {
			n := rng.IntN(2)
			w := windows[n]
			switch k := rng.IntN(10); {
			case k < 5:
				token := fmt.Sprintf("〈%d-%d〉", n+1, step)
				at := texts[rng.IntN(len(texts))]
				w.set(at, w.report().Texts[at]+token)
				w.session.Settle()
				typed = append(typed, token)
			case k < 7:
				w.auto.write()
			case k < 9:
				w.outside.look()
			case w.outside.holds() && decided < 5: // more would be more versions than are kept
				decided++
				way := w.notice.side.Objects[rng.IntN(len(w.notice.side.Objects))].(*widget.Button)
				test.Tap(way)
				if len(w.boxes) > 0 {
					w.boxes[0].enter()
				}
			}
			if len(w.boxes) > 0 {
				t.Fatalf("seed %d: a box is in the way: %s", seed, saying(w.boxes[0]))
			}
		}
		for _, w := range windows {
			w.onShut()
			if len(w.boxes) > 0 {
				w.boxes[0].enter()
			}
			if w.session != nil {
				t.Fatalf("seed %d: a window stays open", seed)
			}
		}
		reports := []*model.Report{kept(t, first, path)}
		for _, o := range first.orphans() {
			reports = append(reports, o.report)
			defer os.Remove(o.path)
		}
		offered := len(reports) - 1
		for _, v := range first.history.Versions(path) {
			reports = append(reports, kept(t, first, v.Path))
		}
		for _, token := range typed {
			found := false
			for _, r := range reports {
				for _, text := range r.Texts {
					found = found || strings.Contains(text, token)
				}
			}
			if !found {
				t.Errorf("seed %d: %s is lost", seed, token)
			}
		}
		t.Logf("seed %d: %d edits, %d decisions, %d copies offered, %d versions", seed, len(typed), decided, offered, len(reports)-1-offered)
	}
}
