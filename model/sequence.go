package model

import (
	"slices"
	"strings"

	"nianbao/model/reading"
)

// we are the characters that may follow 我 in a report: bodies speak of 我镇, 我局, 我们. Any
// other that a sentence goes on with shows that a word is gone (我党委 for 我镇党委).
const we = "们們镇鎮乡鄉街县縣区區市州盟旗省国國村社局委办辦厅廳院所站处處校厂廠队隊部军軍方单單机機中科公司组組系室馆館中心辖轄地省境家"

// alone finds 我 with nothing behind it that it could belong to. Quoted speech is free.
func (w *writing) alone(i int) {
	if w.text[i] != '我' || slices.ContainsFunc(w.open, func(b bracket) bool { return strings.ContainsRune("“‘「『", b.mark) }) {
		return
	}
	before, behind := w.at(i-1), w.at(i+1)
	if !han(behind) || strings.ContainsRune(we, behind) || strings.ContainsRune("自忘无無让讓使令为為给給对對跟向找帮幫叫你大", before) ||
		behind == '党' && w.at(i+2) != '委' || behind == '黨' && w.at(i+2) != '委' {
		return
	}
	w.add(i, i+2, "", false, "“我”后面像是漏了字（我镇、我街道、我局），请核对。")
}

// numbering are the ordinals of an enumeration: 一是…二是…三是….
const numbering = "一二三四五六七八九十"

// sequence finds an enumeration that begins with 二是, or leaves a number out.
func (w *writing) sequence() {
	last := 0
	for i := 0; i+1 < len(w.text); i++ {
		if w.text[i+1] != '是' || han(w.at(i-1)) || reading.Digit(w.at(i-1)) >= 0 {
			continue
		}
		at := strings.IndexRune(numbering, w.text[i])
		if at < 0 {
			continue
		}
		n := at/len("一") + 1
		if n > 1 && n != last+1 {
			want := string([]rune(numbering)[last])
			w.add(i, i+2, "", false, "前面没有“%s是”，这里是“%s”，请核对是不是漏了一条。", want, w.words(i, i+2))
		}
		last = n
	}
}

// stopped finds a paragraph of sentences that ends without a stop.
func (w *writing) stopped(end int) {
	for end > w.start && w.text[end-1] <= ' ' || end > w.start && w.text[end-1] == '　' {
		end--
	}
	if !w.stops || end-w.start < 30 || !han(w.at(end-1)) {
		return
	}
	from := max(w.start, end-6)
	w.add(from, end, "", false, "“…%s”一段的末尾没有标点。", w.words(from, end))
}
