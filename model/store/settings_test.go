package store

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/hostile"
)

// Each file says what it is, or what is wrong with it and where.
func TestOpenSettings(t *testing.T) {
	for _, c := range []struct{ name, content, says string }{
		{"everything", `{"format":1,"due":"01-20","above":["青禾县人民政府"],"bodies":[{"office":"白杨镇人民政府","names":["白杨发布"]}],
			"words":[{"word":"村委","instead":"村民委员会","why":"写全称","except":["村委会"]},{"word":"绝密"}]}`, ""},
		{"nothing", `{"format":1}`, ""},
		{"a byte order mark", "\ufeff{\"format\":1}", ""},
		{"no settings", `{"edition":"2021"}`, "不认识的项“edition”"},
		{"no format", `{"due":"01-20"}`, "不是本单位设置"},
		{"a newer program's", `{"format":9}`, "更新版本的程序写的（格式 9）"},
		{"a mistyped key", `{"format":1,"word":[]}`, "不认识的项“word”"},
		{"a mistyped key inside", `{"format":1,"words":[{"wrod":"村委"}]}`, "不认识的项“wrod”"},
		{"a comma too many", "{\"format\":1,\n\"above\":[\"青禾县\",]}", "第 2 行的写法不对"},
		{"full-width quotation marks", "{\n“format”:1}", "第 2 行的写法不对"},
		{"half a file", `{"format":1,"above":["青`, "不完整"},
		{"a word for a list", "{\"format\":1,\n\n\"above\":\"青禾县\"}", "第 3 行“above”的写法不对"},
		{"something behind", `{"format":1} {}`, "多余的内容"},
		{"no such day", `{"format":1,"due":"02-30"}`, "due（期限）写的是“02-30”"},
		{"a day in words", `{"format":1,"due":"1月20日"}`, "应当写成“01-20”"},
		{"a body without a name", `{"format":1,"bodies":[{"names":["白杨发布"]}]}`, "第 1 项没有写 office"},
		{"a body twice", `{"format":1,"bodies":[{"office":"白杨镇","names":[]},{"office":"白杨镇","names":[]}]}`, "写了两个“白杨镇”"},
		{"an empty name", `{"format":1,"above":[" "]}`, "有一个是空的"},
		{"an empty word", `{"format":1,"words":[{"word":""}]}`, "第 1 项没有写 word"},
		{"a word for itself", `{"format":1,"words":[{"word":"村委","instead":"村委"}]}`, "还是它自己"},
		{"a word twice", `{"format":1,"words":[{"word":"村委"},{"word":"村委"}]}`, "写了两个“村委”"},
		{"an exception without the word", `{"format":1,"words":[{"word":"村委","except":["村民"]}]}`, "应当是含有它的更长的词"},
		{"empty", "", "空文件"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "settings.json")
			if err := os.WriteFile(path, []byte(c.content), 0o644); err != nil {
				t.Fatal(err)
			}
			s, err := OpenSettings(path)
			switch {
			case c.says == "" && err != nil:
				t.Error(err)
			case c.says == "":
				if err := SaveSettings(path, s); err != nil {
					t.Fatal(err)
				}
				if again, err := OpenSettings(path); err != nil || !reflect.DeepEqual(again, s) {
					t.Errorf("saved and opened again: %+v, %v", again, err)
				}
			case err == nil || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), "settings.json"):
				t.Errorf("got %v, want “%s”", err, c.says)
			}
		})
	}
}

// A folder that is not there is made; what cannot be written is told.
func TestSaveSettings(t *testing.T) {
	dir := t.TempDir()
	if err := SaveSettings(filepath.Join(dir, "new", "settings.json"), &model.Settings{Due: "01-20"}); err != nil {
		t.Error(err)
	}
	if err := SaveSettings(filepath.Join(dir, "new", "settings.json", "x"), &model.Settings{}); err == nil || !strings.Contains(model.Sentence(err), "路径") {
		t.Errorf("got %v", err)
	}
}

// A user without a file has no settings, and no error.
func TestOwnSettings(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	t.Setenv("AppData", t.TempDir())
	if s, err := OwnSettings(); s != nil || err != nil {
		t.Errorf("got %v, %v", s, err)
	}
	path, err := SettingsPath()
	if err != nil {
		t.Fatal(err)
	}
	if err := SaveSettings(path, &model.Settings{Due: "01-15"}); err != nil {
		t.Fatal(err)
	}
	if s, err := OwnSettings(); err != nil || s == nil || s.Due != "01-15" {
		t.Errorf("got %+v, %v", s, err)
	}
}

// No content makes the reading fail, and what is read is what would be written.
func FuzzSettings(f *testing.F) {
	f.Add([]byte(`{"format":1,"words":[{"word":"村委","instead":"村民委员会","except":["村委会"]}]}`))
	f.Add([]byte(`{"format":1,"due":"13-01","bodies":[{}]}`))
	f.Add([]byte("\ufeff[1,"))
	for _, b := range hostile.Seeds("json") {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		s, what := decodeSettings(b)
		if (s == nil || what != "") == (what == "") {
			t.Errorf("%v and %q", s, what)
		}
	})
}
