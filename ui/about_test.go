package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/canvas"

	"nianbao/ui/release"
)

// The window tells the version that it is, and what the news say of it.
func TestAboutAndNews(t *testing.T) {
	version, news := release.Version, release.News
	t.Cleanup(func() { release.Version, release.News = version, news })
	release.Read("[Details]\nVersion = \"9.8.7\"", "# 新版本说明\n\n## 9.8.7\n\n- 能写也能算。\n")
	w := open(t)
	w.onAbout()
	if said := saying(w.boxes[0]); !strings.Contains(said, "年报 9.8.7") {
		t.Errorf("about: %s", said)
	}
	w.boxes[0].escape()
	w.onNews()
	text := ""
	for _, line := range inside[*canvas.Text](w.win.Canvas().Overlays().Top()) {
		text += line.Text
	}
	if !strings.Contains(text, "9.8.7") || !strings.Contains(text, "能写也能算。") || strings.Count(text, "新版本说明") != 1 {
		t.Errorf("news: %q", text)
	}
}
