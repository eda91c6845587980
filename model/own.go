package model

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/model/reading"
)

// own is what a body goes by, in Simplified characters.
type own struct {
	kind  Kind
	names [][]rune    // its own and those of its superiors
	unit  []rune      // 白杨镇, 水利局, 青石县
	place []rune      // 青禾县 in 青禾县水利局, empty if it is not known
	ends  [][]rune    // of the names of bodies like it
	calls []call      // what bodies of other kinds call themselves
	last  reading.Set // the last characters of all of these
}

// call is what a body calls itself behind 我 and 本, with characters that make another
// word of it: 我局限于, 本乡本土.
type call struct {
	unit []rune
	not  string
}

var calls = []call{
	{[]rune("镇"), "静定痛守压"},
	{[]rune("乡"), "村镇里亲音情土本"},
	{[]rune("街道"), ""},
	{[]rune("局"), "限面势中长部"},
}

// likes are the ends of the names of bodies of a kind.
var likes = map[Kind][][]rune{
	Township:    {[]rune("镇"), []rune("乡"), []rune("街道")},
	Subdistrict: {[]rune("镇"), []rune("乡"), []rune("街道")},
	County:      {[]rune("县"), []rune("区")},
	Department:  {[]rune("局")},
	City:        {[]rune("市")},
}

// ownNames is what the report's body goes by, nil if that is not known.
func (c *checking) ownNames() *own {
	office := reading.Plain(trimSpace(c.Office))
	o := &own{kind: cmp.Or(c.Kind, KindOf(string(office)))}
	o.ends = likes[o.kind]
	short := trimGovernment(office)
	if len(short) == 0 || o.ends == nil {
		return nil
	}
	for _, name := range slices.Concat([]string{string(office)}, c.desk.Names, c.desk.Above) {
		o.names = append(o.names, reading.Plain(name))
	}
	o.place, o.unit = splitPlace(short)
	for _, k := range calls {
		mine := func(name []rune) bool {
			return contains(name, k.unit) || len(k.unit) == 2 && contains(name, k.unit[:1])
		}
		if !slices.ContainsFunc(o.names[:1+len(c.desk.Names)], mine) {
			o.calls = append(o.calls, k)
			o.last.Add(k.unit[len(k.unit)-1])
		}
	}
	for _, end := range o.ends {
		o.last.Add(end[len(end)-1])
	}
	if len(o.place) > 0 {
		o.last.Add(o.place[len(o.place)-1])
	}
	return o
}

// trimGovernment takes 人民政府 or 办事处 off a name.
func trimGovernment(name []rune) []rune {
	for _, end := range []string{"人民政府", "政府", "办事处"} {
		if rest, ok := cutSuffix(name, []rune(end)); ok {
			return rest
		}
	}
	return name
}

// superiors end the name of a place that has others below it.
const superiors = "省市县区州盟旗"

// splitPlace takes a name apart: 重庆市涪陵区 and 南沱镇, of which the last place,
// 涪陵区, is of use.
func splitPlace(name []rune) (place, unit []rune) {
	for {
		end := 0
		for i := 1; i <= 8 && i+2 < len(name); i++ {
			if strings.ContainsRune(superiors, name[i]) && (i > 1 || name[i] == '县' && name[0] != '城') {
				end = i + 1
				break
			}
		}
		if end == 0 {
			return place, name
		}
		place, name = name[:end], name[end:]
	}
}

// is says that a name is one's own or a superior's, in full or shortened: 住建局 is
// 住房和城乡建设局.
func (o *own) is(name []rune) bool {
	return hasSuffix(name, o.unit) || slices.ContainsFunc(o.names, func(full []rune) bool {
		for _, r := range name {
			i := slices.Index(full, r)
			if i < 0 {
				return false
			}
			full = full[i+1:]
		}
		return true
	})
}

// isPlace says that the place is where the body is, or above it.
func (o *own) isPlace(name []rune) bool { return hasSuffix(name, o.place) || o.is(name) }

func hasPrefix(text, word []rune) bool {
	return len(word) <= len(text) && slices.Equal(text[:len(word)], word)
}

func hasSuffix(text, word []rune) bool {
	return len(word) <= len(text) && slices.Equal(text[len(text)-len(word):], word)
}

func cutSuffix(text, word []rune) ([]rune, bool) {
	if hasSuffix(text, word) {
		return text[:len(text)-len(word)], true
	}
	return text, false
}

// contains says that a word stands in a text.
func contains(text, word []rune) bool {
	for i := range text {
		if hasPrefix(text[i:], word) {
			return true
		}
	}
	return false
}
