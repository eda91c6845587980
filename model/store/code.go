package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"unicode/utf8"

	"nianbao/model"
)

// format is the version of the file format that this program writes.
const format = 1

// extra holds keys of a file that this program does not know, so that they go
// back into it.
type extra map[string]json.RawMessage

// Foreign says that a file begins otherwise than those of the program's own, whatever it is
// called. Of one that cannot be read it says nothing.
func Foreign(path string) bool {
	b, err := read(path)
	return err == nil && !bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(b, []byte("\ufeff"))), []byte("{"))
}

// Decode reads a report from its file's content.
func Decode(b []byte, editions model.Editions) (*model.Report, error) {
	r, _, err := decode(b, editions)
	return r, err
}

// Encode writes a report as its file's content: readable, keys in a fixed order.
func Encode(r *model.Report) []byte { return encode(r, nil) }

var damaged = unreadable{"已经损坏或者不完整，读不出来", "请从备份中找回，或者请对方重新发送"}

func decode(b []byte, editions model.Editions) (*model.Report, extra, error) {
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	if trimmed := bytes.TrimSpace(b); len(trimmed) == 0 || trimmed[0] != '{' {
		if !utf8.Valid(b) {
			return nil, nil, unreadable{"不是年报程序的文件（文字编码不对）", "如果是 Word、Excel 或者文本，请用“导入”"}
		}
		return nil, nil, unreadable{"不是年报程序的文件", "如果是 Word、Excel 或者文本，请用“导入”"}
	}
	large, more := values(b) > mostValues, extra{}
	if !utf8.Valid(b) || large && !json.Valid(b) || !large && json.Unmarshal(b, &more) != nil {
		return nil, nil, damaged
	}
	if large {
		return nil, nil, unreadable{"内容太多，不像是一份年报", "请确认选对了文件"}
	}
	if key := repeated(b); key != "" {
		return nil, nil, unreadable{fmt.Sprintf("中“%s”一项写了两次，不知道以哪一个为准", brief(key)), "请从备份中找回，或者请对方重新发送"}
	}
	f := 0
	if more.take("format", &f) != nil || f < 1 {
		return nil, nil, unreadable{"不是年报程序的文件", "请确认选对了文件"}
	}
	if f > format {
		return nil, nil, newer{unreadable{fmt.Sprintf("是更新版本的程序写的（格式 %d），本程序读不了", f), "请升级本程序；文件没有改动"}}
	}
	var id string
	if more.take("edition", &id) != nil {
		return nil, nil, damaged
	}
	e := editions.ByID(id)
	if e == nil {
		return nil, nil, newer{unreadable{fmt.Sprintf("用的是本程序不认识的格式版本“%s”", brief(id)), "请升级本程序；文件没有改动"}}
	}
	_, titled := more["title"]
	r := model.NewReport(e, "", "", 0)
	var year literal
	numbers := make(map[model.Ref]literal, len(e.Cells()))
	for _, field := range []struct {
		key  string
		into any
	}{
		{"office", &r.Office},
		{"kind", &r.Kind},
		{"year", &year},
		{"title", &r.Title},
		{"numbers", &numbers},
		{"texts", &r.Texts},
		{"outline", &r.Outline},
		{"before", &r.Before},
		{"accepted", &r.Accepted},
		{"unplaced", &r.Unplaced},
	} {
		if err := more.take(field.key, field.into); err != nil {
			return nil, nil, unreadable{fmt.Sprintf("中“%s”一项的写法不对，读不出来", field.key), "请从备份中找回，或者请对方重新发送"}
		}
	}
	n, err := strconv.Atoi(string(year))
	if year != "" && (err != nil || n < 0 || n > 9999) {
		return nil, nil, unreadable{fmt.Sprintf("中的年度“%s”不是年份", brief(string(year))), "请从备份中找回，或者请对方重新发送"}
	}
	r.Year = n
	if !titled {
		r.Title = r.Printed(e.Title)
	}
	if r.Kind == "" {
		r.Kind = model.KindOf(r.Office)
	}
	for _, n := range r.Before {
		if n < 0 {
			return nil, nil, unreadable{"中“before”一项的写法不对，读不出来", "请从备份中找回，或者请对方重新发送"}
		}
	}
	if r.Texts == nil {
		r.Texts = map[model.Ref]string{}
	}
	if r.Before == nil {
		r.Before = map[model.Ref]int{}
	}
	if r.Accepted == nil {
		r.Accepted = map[string]string{}
	}
	r.Numbers = make(map[model.Ref]model.Number, len(numbers))
	for ref, typed := range numbers {
		number := model.ParseNumber(string(typed))
		if c := e.Cell(ref); !number.Blank() || c != nil && c.Optional() {
			r.Numbers[ref] = number
		}
	}
	maps.DeleteFunc(r.Texts, func(_ model.Ref, text string) bool { return text == "" })
	return r, more, nil
}

// take decodes one key into a value and removes it; a key that is not there
// leaves the value alone.
func (x extra) take(key string, into any) error {
	raw, ok := x[key]
	if !ok {
		return nil
	}
	if err := json.Unmarshal(raw, into); err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	delete(x, key)
	return nil
}

// literal is a number that stands in a file as a JSON string or a JSON number.
type literal string

// UnmarshalJSON takes both spellings; null is blank.
func (l *literal) UnmarshalJSON(b []byte) error {
	switch {
	case string(b) == "null":
		return nil
	case b[0] == '"':
		if text, ok := bare(b); ok {
			*l = literal(text)
			return nil
		}
		return json.Unmarshal(b, (*string)(l))
	case b[0] == '-' || b[0] >= '0' && b[0] <= '9':
		*l = literal(b)
		return nil
	}
	return fmt.Errorf("neither a string nor a number: %.20s", b)
}

func encode(r *model.Report, more extra) []byte {
	var b bytes.Buffer
	b.WriteString("{\n")
	first := true
	put := func(key string, value any) {
		if !first {
			b.WriteString(",\n")
		}
		first = false
		b.WriteString("  ")
		b.Write(marshal(key))
		b.WriteString(": ")
		var indented bytes.Buffer
		_ = json.Indent(&indented, marshal(value), "  ", "  ") // marshal's own output: always valid
		b.Write(indented.Bytes())
	}
	put("format", format)
	put("edition", r.Edition.ID)
	put("office", r.Office)
	put("kind", r.Kind)
	put("year", r.Year)
	put("title", r.Title)
	numbers := make(map[model.Ref]string, len(r.Numbers))
	for ref, n := range r.Numbers {
		numbers[ref] = n.Raw()
	}
	put("numbers", numbers)
	put("texts", r.Texts)
	if len(r.Outline) > 0 {
		put("outline", r.Outline)
	}
	if len(r.Before) > 0 {
		put("before", r.Before)
	}
	if len(r.Accepted) > 0 {
		put("accepted", r.Accepted)
	}
	if len(r.Unplaced) > 0 {
		put("unplaced", r.Unplaced)
	}
	for _, key := range slices.Sorted(maps.Keys(more)) {
		put(key, more[key])
	}
	b.WriteString("\n}\n")
	return b.Bytes()
}

// marshal is JSON without the escapes that are meant for web pages.
func marshal(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // strings, numbers and maps of them: cannot fail
	}
	return bytes.TrimSpace(b.Bytes())
}
