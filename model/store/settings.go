package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode/utf8"

	"nianbao/model"
)

// settings is the file of an office's settings: strict JSON, so that a slip of the pen
// never switches a check off in silence.
type settings struct {
	Format int `json:"format"`
	*model.Settings
}

// SettingsPath is where a user's settings lie.
func SettingsPath() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("settings: %w", err)
	}
	return filepath.Join(dir, "nianbao", "settings.json"), nil
}

// OpenSettings reads an office's settings.
func OpenSettings(path string) (*model.Settings, error) {
	b, err := read(path)
	if errors.Is(err, errHuge) || len(b) > settingsSize {
		return nil, fault(path, unreadable{"太大，不像是一份设置", "请确认选对了文件"})
	}
	if err != nil {
		return nil, err
	}
	s, what := decodeSettings(b)
	if what != "" {
		return nil, fault(path, unreadable{what, "请改正，或者在“本单位设置”里重新填写"})
	}
	return s, nil
}

// OwnSettings reads the user's settings; without a file there are none.
func OwnSettings() (*model.Settings, error) {
	path, err := SettingsPath()
	if err != nil {
		return nil, nil // no home, no settings
	}
	s, err := OpenSettings(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return s, err
}

// SaveSettings writes an office's settings, with the folder if there is none.
func SaveSettings(path string, s *model.Settings) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fault(path, err)
	}
	return Write(path, func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(settings{format, s})
	})
}

var unknownKey = regexp.MustCompile(`unknown field "(.*)"`)

// decodeSettings reads settings; what completes a sentence about the file, "" if all is
// well.
func decodeSettings(b []byte) (s *model.Settings, what string) {
	file := settings{Settings: new(model.Settings)}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	switch {
	case !utf8.Valid(b):
		return nil, "的文字编码不对，应当用 UTF-8"
	case values(b) > mostSettings && json.Valid(b):
		return nil, "内容太多，不像是一份设置"
	case json.Valid(b):
		if key := repeated(b); key != "" {
			return nil, fmt.Sprintf("中“%s”一项写了两次，不知道以哪一个为准", brief(key))
		}
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	err := d.Decode(&file)
	if err == nil {
		if _, err := d.Token(); err != io.EOF {
			return nil, "后面还有多余的内容"
		}
	}
	line := func(at int64) int { return 1 + bytes.Count(b[:min(max(at, 0), int64(len(b)))], []byte("\n")) }
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return nil, fmt.Sprintf("第 %d 行的写法不对（引号、逗号和括号要成对，用半角）", line(syntax.Offset))
	case errors.As(err, &kind):
		return nil, fmt.Sprintf("第 %d 行“%s”的写法不对", line(kind.Offset), strings.TrimPrefix(kind.Field, "Settings."))
	case err != nil && unknownKey.MatchString(err.Error()):
		return nil, fmt.Sprintf("里有不认识的项“%s”；可以写的是 due、above、bodies、words", brief(unknownKey.FindStringSubmatch(err.Error())[1]))
	case err != nil:
		return nil, "不完整，读不出来"
	case file.Format < 1:
		return nil, "不是本单位设置（没有写 \"format\": 1）"
	case file.Format > format:
		return nil, fmt.Sprintf("是更新版本的程序写的（格式 %d），本程序读不了", file.Format)
	}
	return file.Settings, file.Lint()
}
