package ui

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/store"
)

// asked opens the box with the settings, kept in a folder of the test's own.
func asked(t *testing.T, w *Window) *office {
	t.Helper()
	if w.settings.path == "" {
		w.settings.path = filepath.Join(t.TempDir(), "nianbao", "settings.json")
	}
	return w.askSettings()
}

func TestSettingsAreKeptAndUsed(t *testing.T) {
	w := example(t)
	w.change("改", model.Change{At: "overview/platform", New: "由村委公布，与东岭镇党建办公室的公众号互相转发。"})
	o := asked(t, w)
	o.names.Put("白杨发布\n\n 白杨镇便民服务中心 ")
	o.above.Put("青禾县人民政府")
	o.due.Put("１月２０日")
	o.words.Put("村委→村民委员会\n绝密\n领导小姐 -> 领导小组\n")
	tapReply(t, w, "保存")
	if w.asking() {
		t.Fatalf("it is not saved: %s", o.note.Text)
	}
	s, err := store.OpenSettings(w.settings.path)
	if err != nil {
		t.Fatal(err)
	}
	if s.Due != "01-20" || !slices.Equal(s.Names("白杨镇人民政府"), []string{"白杨发布", "白杨镇便民服务中心"}) ||
		len(s.Words) != 3 || s.Words[2].Instead != "领导小组" || s.Words[1].Instead != "" {
		t.Errorf("kept %+v", s)
	}
	k := slices.IndexFunc(w.shown, func(f model.Finding) bool { return f.Rule == "office-words" })
	if k < 0 {
		t.Fatalf("the word is not found: %v", w.shown)
	}
	for _, it := range w.items() {
		if it.Rule == "office-words" {
			w.onFix(it)
		}
	}
	if text := w.report().Texts["overview/platform"]; !strings.HasPrefix(text, "由村民委员会公布") {
		t.Errorf("mended to %q", text)
	}
	// They come back as they were written.
	o = asked(t, w)
	if o.due.Text != "1月20日" || o.words.Text != "村委→村民委员会\n绝密\n领导小姐→领导小组" || o.names.Text != "白杨发布\n白杨镇便民服务中心" {
		t.Errorf("%q %q %q", o.due.Text, o.words.Text, o.names.Text)
	}
}

// What the box does not show is not lost.
func TestSettingsKeepWhatIsNotShown(t *testing.T) {
	w := example(t)
	w.settings.set = &model.Settings{
		Bodies: []model.Body{{Office: "石桥镇人民政府", Names: []string{"石桥发布"}}},
		Words:  []model.Word{{Word: "村委", Instead: "村民委员会", Why: "写全称", Except: []string{"村委会"}}},
	}
	o := asked(t, w)
	o.names.Put("白杨发布")
	o.words.Put(o.words.Text + "\n绝密")
	tapReply(t, w, "保存")
	got := w.settings.set
	if got.Names("石桥镇人民政府") == nil || got.Names("白杨镇人民政府") == nil || got.Words[0].Why != "写全称" || got.Words[0].Except == nil {
		t.Errorf("%+v", got)
	}
}

func TestSettingsThatAreWrong(t *testing.T) {
	w := example(t)
	for _, c := range []struct{ due, words, says string }{
		{"2月30日", "", "不是一天"},
		{"月底", "", "不是一天"},
		{"", "→村民委员会", "没有写不用的字词"},
		{"", "村委→村委", "还是原来的字词"},
		{"", "村委\n村委→村民委员会", "写了两行"},
	} {
		o := asked(t, w)
		o.due.Put(c.due)
		o.words.Put(c.words)
		tapReply(t, w, "保存")
		if !w.asking() || !strings.Contains(o.note.Text, c.says) {
			t.Errorf("%q %q: says %q", c.due, c.words, o.note.Text)
		}
		if o.words.Text != c.words {
			t.Error("what was typed is gone")
		}
		tapReply(t, w, "取消")
	}
	if _, err := os.Stat(w.settings.path); !errors.Is(err, os.ErrNotExist) {
		t.Error("something was saved")
	}
}

// A disk that takes nothing is told, and what was typed stays.
func TestSettingsThatCannotBeSaved(t *testing.T) {
	w := example(t)
	file := filepath.Join(t.TempDir(), "a")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	w.settings.path = filepath.Join(file, "settings.json")
	o := asked(t, w)
	o.words.Put("村委")
	tapReply(t, w, "保存")
	if !w.asking() || !strings.HasPrefix(o.note.Text, "× ") || o.words.Text != "村委" {
		t.Errorf("says %q", o.note.Text)
	}
}

// Somebody else's settings are read into the box, and kept only with 保存.
func TestSettingsOfSomebodyElse(t *testing.T) {
	w := example(t)
	dir := t.TempDir()
	theirs, broken := filepath.Join(dir, "县.json"), filepath.Join(dir, "坏.json")
	if err := store.SaveSettings(theirs, &model.Settings{Above: []string{"青禾县人民政府"}, Due: "01-15"}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(broken, []byte(`{"format":1,`), 0o600); err != nil {
		t.Fatal(err)
	}
	o := asked(t, w)
	o.read(broken)
	if !strings.Contains(o.note.Text, "坏.json") {
		t.Errorf("says %q", o.note.Text)
	}
	o.read(theirs)
	if o.above.Text != "青禾县人民政府" || o.due.Text != "1月15日" || w.settings.set != nil {
		t.Errorf("%q %q", o.above.Text, o.due.Text)
	}
	tapReply(t, w, "保存")
	if w.settings.set == nil || w.settings.set.Due != "01-15" {
		t.Errorf("%+v", w.settings.set)
	}
}

// Settings that cannot be read are told at the start, and no check passes for made.
func TestBrokenSettings(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"XDG_CONFIG_HOME", "HOME", "AppData"} {
		t.Setenv(name, dir)
	}
	w := open(t)
	path, err := store.SettingsPath()
	if err != nil {
		t.Fatal(err)
	}
	w.readSettings()
	if w.asking() || w.settings.fault != nil {
		t.Fatal("no settings are no fault")
	}
	if err := store.SaveSettings(path, &model.Settings{Due: "01-15"}); err != nil {
		t.Fatal(err)
	}
	w.readSettings()
	if w.settings.set == nil || w.settings.set.Due != "01-15" {
		t.Fatalf("read %+v", w.settings)
	}
	if err := os.WriteFile(path, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.readSettings()
	if !w.asking() {
		t.Fatal("it is not told")
	}
	tapReply(t, w, "知道了")
	w.onExample()
	rec := w.desk().Record(w.report(), nil)
	for _, v := range rec.Verdicts {
		if v.Rule.ID == "office-words" && v.Outcome() != model.Unasked {
			t.Errorf("it is %s", v.Outcome().Name())
		}
	}
}
