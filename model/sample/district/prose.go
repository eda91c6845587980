package district

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strconv"
	"strings"

	"nianbao/model"
)

// writer writes the prose of a report.
type writer struct {
	*model.Report
	body   *Body
	random *rand.Rand
	topics []string // of this year, the first most
	parts  []string // of the paragraph being written
}

// write writes all texts of a report whose numbers stand.
func (b *Body) write(r *model.Report) {
	w := &writer{Report: r, body: b, random: b.of("prose", r.Year)}
	for _, i := range w.random.Perm(len(b.trade.topics)) {
		w.topics = append(w.topics, b.trade.topics[i])
	}
	for _, text := range []struct {
		id    model.Ref
		write func()
	}{
		{"preface", w.preface},
		{"overview/intro", w.intro},
		{"overview/active", w.active},
		{"overview/on-request", w.onRequest},
		{"overview/management", w.management},
		{"overview/platform", w.platform},
		{"overview/supervision", w.supervision},
		{"appeals/note", w.appeals},
		{"problems/problems", w.problems},
		{"problems/improvements", w.improvements},
		{"other", w.other},
	} {
		w.parts = nil
		if text.write(); len(w.parts) > 0 {
			r.Texts[text.id] = strings.TrimSuffix(strings.Join(w.parts, ""), "\n")
		}
	}
	if b.of("live", 0).IntN(3) > 0 { // most offices know nothing of live numbers
		for id, text := range r.Texts {
			r.Texts[id] = model.Escape(r.Expand(text))
		}
	}
}

// say goes on in one of several ways: in another than the year before, so that a report is
// none of last year's with new figures.
func (w *writer) say(ways ...string) {
	h := fnv.New32a()
	_, _ = h.Write([]byte(ways[0]))
	turn := w.body.seed%1000 + uint64(h.Sum32()%1000) + uint64(w.Year)
	w.parts = append(w.parts, w.fill(ways[turn%uint64(len(ways))]))
}

// paragraph ends one.
func (w *writer) paragraph() { w.parts = append(w.parts, "\n") }

// has says that a cell is more than 0.
func (w *writer) has(refs ...model.Ref) bool {
	for _, ref := range refs {
		if w.Value(ref).Sign() > 0 {
			return true
		}
	}
	return false
}

// fill puts words in the places of <their names>, and for <from-to> a number between.
func (w *writer) fill(text string) string {
	var out strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "<")
		out.WriteString(before)
		if !ok {
			return out.String()
		}
		name, behind, _ := strings.Cut(rest, ">")
		out.WriteString(w.word(name))
		text = behind
	}
}

func (w *writer) word(name string) string {
	b := w.body
	of := func(township, subdistrict, department string) string {
		switch b.Kind {
		case model.Township:
			return township
		case model.Subdistrict:
			return subdistrict
		}
		return department
	}
	switch name {
	case "year":
		return strconv.Itoa(w.Year)
	case "next":
		return strconv.Itoa(w.Year + 1)
	case "office":
		return w.Office
	case "unit":
		return b.unit
	case "above":
		return string([]rune(b.County)[2:])
	case "we":
		return "我" + of(string([]rune(b.unit)[2:]), "街道", "局")
	case "head":
		return of(string([]rune(b.unit)[2:])+"长", "办事处主任", "局长")
	case "room":
		return of("党政办公室", "综合办公室", "办公室")
	case "site":
		return w.word("above") + of("政府网站乡镇专栏", "政府网站街道专栏", "政府网站部门专栏")
	case "hall":
		return of("便民服务中心", "党群服务中心", "政务服务窗口")
	case "below":
		return of("各村", "各社区", "各股室")
	case "one":
		return of("村", "社区", "股室")
	case "a", "b", "c":
		return w.topics[name[0]-'a']
	case "first", "second": // of last year's troubles
		return w.trouble(w.Year-1, len(name)-len("first"))[2]
	case "phone":
		return fmt.Sprintf("0000-%07d", 2_000_000+b.of("phone", 0).IntN(6_000_000))
	case "street":
		return pick(b.of("street", 0), []string{"中心街", "文化路", "人民路", "建设路", "迎宾路", "振兴街"}) + strconv.Itoa(1+b.of("street", 1).IntN(180)) + "号"
	case "posts":
		return strconv.Itoa(b.posts(w.Year))
	case "more":
		n := b.posts(w.Year) - b.posts(w.Year-1)
		switch {
		case n > 0:
			return fmt.Sprintf("比上年增加%d条", n)
		case n < 0:
			return fmt.Sprintf("比上年减少%d条", -n)
		}
		return "与上年持平"
	case "classes", "lines":
		mark := map[string]string{"classes": "、", "lines": "，"}[name]
		of := []share{{"政策文件", 12}, {w.topics[0], 30}, {w.topics[1], 24}, {w.topics[2], 16}, {"财政信息", 10}, {"工作动态", 25}}
		var said []string
		for i, n := range deal(w.random, b.posts(w.Year), of) {
			said = append(said, of[i].id+"类"+strconv.Itoa(n)+"条")
		}
		return strings.Join(said, mark)
	case "score":
		sent := 10 * (10 + w.random.IntN(40))
		back := sent - w.random.IntN(sent/20)
		content := back - w.random.IntN(back/20)
		return fmt.Sprintf("发放问卷%d份，收回%d份，其中表示满意和基本满意的%d份", sent, back, content)
	}
	from, to, ok := strings.Cut(name, "-")
	low, err := strconv.Atoi(from)
	high, err2 := strconv.Atoi(to)
	if !ok || err != nil || err2 != nil || high <= low {
		panic("district: no words for " + name)
	}
	return strconv.Itoa(low + w.random.IntN(high-low+1))
}

// posts is what a body publishes in a year.
func (b *Body) posts(year int) int { return b.about("posts", 60+b.level("posts", 900), year) }
