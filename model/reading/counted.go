package reading

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Figures in prose: a number with its counting word.

// counters are counting words and units, longest first.
var counters = newBook(strings.Fields(`件 件次 条 条次 份 份次 次 人次 人 名 户 户次 个 家 家次 所 处 台 套 块 面 期 篇 批 批次 场 场次
	班 节 课 页 字 项 类 种 宗 起 例 卷 册 张 封 通 部 部门 只 本 则 组 对 支 座 村 镇 社区 天 小时 分钟 学时 个月 个工作日 工作日 元 角
	% ％ ‰ 个百分点 百分点 倍 分 亩 公里 千米 米 平方米 吨 公斤 千克 次 岗 间 幅 段 栏 轮 年 周 季
	個 項 條 條次 類 種 張 則 場 場次 戶 家 處 臺 塊 面 課 頁 節 個月 個工作日 個百分點 畝`)...)

// numeralCounters stand behind numbers written in Chinese often enough as figures;
// 三个方面 and 一项工作 are none.
var numeralCounters = newBook(strings.Fields(`件 件次 条 條 份 次 人次 名 户 戶 期 篇 批 批次 场 场次 場 場次 起 宗 例 卷 册 张 張 元`)...)

var parts = newBook("百分之", "千分之")

const (
	multipliers = "万萬亿億千百余餘多几幾"
	manyOf      = "一二两兩三四五六七八九十百千万萬亿億零〇"
)

// book is words by their first character, the longest first.
type book map[rune][][]rune

func newBook(words ...string) book {
	slices.SortStableFunc(words, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	b := book{}
	for _, word := range words {
		w := []rune(word)
		b[w[0]] = append(b[w[0]], w)
	}
	return b
}

// counter is the end of a counting word with the 万 or 余 before it, 0 if there is none.
func (s *scan) counter(i int, words book) int {
	i = s.skip(i)
	for s.rune(i) != 0 && strings.ContainsRune(multipliers, s.rune(i)) {
		i++
	}
	n := s.follows(i, words)
	if n == 0 {
		return 0
	}
	i += n
	if r := s.rune(i); r == '余' || r == '餘' || r == '多' && !opens(s.rune(i+1)) {
		i++ // 6件余, but not 51件多13件
	}
	return i
}

// isFigure says that a counting word follows, so that 2025条 is no year.
func (s *scan) isFigure(i int) bool { return s.counter(i, counters) > 0 }

// figureHere takes a number with its counting word, or a percentage in words.
func (s *scan) figureHere() bool {
	from := s.at
	ordinal := s.rune(from-1) == '第'
	if s.follows(from, parts) > 0 {
		to := from + 3
		for to < len(s.text) && (Digit(s.text[to]) >= 0 || strings.ContainsRune(manyOf+"点點.．", s.text[to])) {
			to++
		}
		if to == from+3 {
			return false
		}
		s.add(from, to, Figure, 0)
		return true
	}
	if end := s.wholeNumber(from); end > from {
		to := s.counter(end, counters)
		if to == 0 && s.alone(from, end) {
			to = end
		}
		if to == 0 || ordinal {
			s.at = end
			return true
		}
		s.add(from, to, Figure, 0)
		return true
	}
	end := from
	for s.rune(end) != 0 && strings.ContainsRune(manyOf, s.rune(end)) {
		end++
	}
	if end == from {
		return false
	}
	if to := s.counter(end, numeralCounters); to > 0 && !ordinal && string(s.text[from:end]) != "一" {
		s.add(from, to, Figure, 0)
		return true
	}
	s.at = end
	return true
}

// alone says that a number without a counting word is told as a figure: 底数0，
// but not the 18 of 电话：18.
func (s *scan) alone(from, end int) bool {
	next := s.rune(end)
	return unicode.Is(unicode.Han, s.rune(from-1)) && (next == 0 || strings.ContainsRune("，。；、！？,;\n", next))
}

// wholeNumber is the end of digits with their points and groups.
func (s *scan) wholeNumber(i int) int {
	end := s.digitsEnd(i)
	for end > i && s.rune(end) != 0 && strings.ContainsRune(".,．，", s.rune(end)) {
		next := s.digitsEnd(end + 1)
		grouped := next-end-1 == 3 && end-i <= 3 || strings.ContainsRune(".．", s.rune(end))
		if next == end+1 || !grouped {
			break
		}
		end = next
	}
	return end
}

// dayHere takes a month or a day without a year: 5月15日 was last year's.
func (s *scan) dayHere() bool {
	from := s.at
	if Digit(s.text[from]) < 0 || Digit(s.rune(from-1)) >= 0 || s.rune(from-1) == '每' {
		return false
	}
	month, day, to := s.monthAndDay(from)
	if month == 0 {
		return false
	}
	if bound(month, day) {
		s.at = to
		return true
	}
	s.add(from, to, Figure, 0)
	return true
}
