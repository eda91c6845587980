package trial

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// miswritten are slips of the input method: the right word and what came out.
var miswritten = [][2]string{
	{"标准化", "标椎化"},
	{"部署", "布署"},
	{"健全", "建全"},
	{"条例", "条列"},
	{"复议", "复义"},
	{"诉讼", "诉颂"},
	{"政务公开", "政物公开"},
	{"申请", "申情"},
	{"培训", "陪训"},
	{"落实", "落时"},
	{"依法", "以法"},
	{"按照", "安照"},
	{"栏目", "拦目"},
	{"规范性", "规犯性"},
	{"不予公开", "不于公开"},
	{"予以公开", "于以公开"},
	{"追究", "追纠"},
	{"考核", "考合"},
	{"专栏", "专拦"},
	{"公示", "公式"},
	{"公布", "公部"},
	{"安排", "按排"},
	{"负责", "付责"},
	{"受理", "授理"},
	{"提供", "题供"},
	{"座谈", "坐谈"},
	{"咨询", "资询"},
	{"群众", "群从"},
	{"办理", "办里"},
	{"登记", "登计"},
	{"档案", "挡案"},
	{"补助", "补肋"},
	{"征求", "证求"},
	{"纠正", "纠证"},
	{"维持", "维特"},
	{"反映", "反应"},
	{"问题", "问提"},
	{"答复", "达复"},
	{"渠道", "渠到"},
	{"编制", "编致"},
}

// words that get typed twice.
var doubled = strings.Fields("信息 公开 工作 政府 申请 群众 及时 发布 更新 办理 问题 补助 培训 社区 答复 档案 网站 规范性文件 资金 的 了 在 对")

// slips are miswritings and marks of the wrong kind.
func slips() []fault {
	// turn puts one string for another somewhere in the prose; the reader's eye is
	// drawn to what was put.
	turn := func(pairs ...[2]string) func(*attempt) bool {
		return func(a *attempt) bool {
			pair, _ := pick(a, pairs)
			s, ok := pick(a, a.spots(pair[0]))
			return ok && a.write(s.ref, s.span, pair[1])
		}
	}
	return []fault{
		prose("typo: miswriting", func(a *attempt) bool { return turn(miswritten...)(a) }, "typo"),
		prose("typo: word twice", func(a *attempt) bool {
			word, _ := pick(a, doubled)
			s, ok := pick(a, a.spots(word))
			if !ok {
				return false
			}
			text := a.this.Texts[s.ref]
			before, _ := utf8.DecodeLastRuneInString(text[:s.from])
			after, _ := utf8.DecodeRuneInString(text[s.to:])
			if utf8.RuneCountInString(word) == 1 && strings.ContainsRune("解确目然结不就处在对的了应待比", after) || strings.ContainsRune("针一面存现反", before) {
				return false // 为了了解, 的的确确
			}
			return a.write(s.ref, s.span, word+word)
		}, "typo"),
		prose("typo: brackets of a document's number", func(a *attempt) bool {
			s, ok := pick(a, a.spots("〔20"))
			if !ok {
				return false
			}
			text := a.this.Texts[s.ref]
			to := s.from + strings.Index(text[s.from:], "〕") + len("〕")
			year := text[s.from+len("〔") : to-len("〕")]
			form, _ := pick(a, [][2]string{{"【", "】"}, {"【", "】"}, {"[", "]"}, {"［", "］"}})
			return a.write(s.ref, span{s.from, to}, form[0]+year+form[1])
		}, "typo"),
		prose("typo: bracket lost", func(a *attempt) bool {
			pair, _ := pick(a, [][2]string{{"（", "）"}, {"“", "”"}, {"《", "》"}})
			k := a.IntN(2)
			s, ok := pick(a, a.spots(pair[k]))
			if !ok {
				return false
			}
			if from := a.sentence(s); strings.Count(from, pair[0]) != strings.Count(from, pair[1]) || strings.HasPrefix(a.this.Texts[s.ref][s.to:], "\n") {
				return false
			}
			text := a.this.Texts[s.ref]
			line := strings.LastIndex(text[:s.from], "\n") + 1
			end := len(text)
			if i := strings.Index(text[s.to:], "\n"); i >= 0 {
				end = s.to + i
			}
			a.set(s.ref, text[:s.from]+text[s.to:])
			a.say(s.ref, s.from, s.from)
			// The lonely partner is what a reader marks; it may stand behind or before.
			a.fault, a.within = span{line, end - len(pair[k])}, span{line, end - len(pair[k])}
			return true
		}, "typo"),
		prose("typo: half-width mark among Chinese", func(a *attempt) bool {
			pair, _ := pick(a, [][2]string{{"，", ","}, {"，", ","}, {"；", ";"}, {"：", ":"}})
			var fit []spot
			for _, s := range a.spots(pair[0]) {
				text := a.this.Texts[s.ref]
				before, _ := utf8.DecodeLastRuneInString(text[:s.from])
				after, _ := utf8.DecodeRuneInString(text[s.to:])
				if unicode.Is(unicode.Han, before) && unicode.Is(unicode.Han, after) {
					fit = append(fit, s)
				}
			}
			s, ok := pick(a, fit)
			return ok && a.write(s.ref, s.span, pair[1])
		}, "typo"),
		prose("typo: mark twice", turn([2]string{"，", "，，"}, [2]string{"。", "。。"}, [2]string{"、", "、、"}, [2]string{"；", "；；"}, [2]string{"。", "，。"}), "typo"),
	}
}
