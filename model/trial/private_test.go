package trial

import (
	"fmt"
	"strings"

	"nianbao/model"
)

// private are personal particulars in a text that will be published.
func private() []fault {
	put := func(name string, make func(*attempt) string, frames ...string) fault {
		return prose("private: "+name, func(a *attempt) bool {
			ref, ok := pick(a, a.texts())
			if !ok {
				return false
			}
			text := a.this.Texts[ref]
			var ends []int
			for i := range text {
				if strings.HasPrefix(text[i:], "。") {
					ends = append(ends, i)
				}
			}
			at, ok := pick(a, ends)
			if !ok {
				return false
			}
			frame, _ := pick(a, frames)
			secret := make(a)
			before, _, _ := strings.Cut(frame, "%s")
			a.write(ref, span{at, at}, strings.ReplaceAll(frame, "%s", secret))
			from := at + len(before)
			a.fault = span{from, from + len(secret)}
			return true
		}, "private-data")
	}
	return []fault{
		put("mobile", func(a *attempt) string { return a.mobile("", "") }, "，联系人手机%s", "（联系电话：%s）", "，可拨打%s咨询"),
		put("mobile in groups", func(a *attempt) string {
			mark, _ := pick(a, []string{" ", "-"})
			return a.mobile(mark, mark)
		}, "，联系人手机%s", "（电话：%s）"),
		put("identity", func(a *attempt) string { return a.identity() }, "（身份证号%s）", "，身份证号码为%s", "（%s）"),
		put("bank card", func(a *attempt) string { return a.card() }, "，补助打入账号%s", "（银行卡号：%s）"),
		put("e-mail", func(a *attempt) string {
			host, _ := pick(a, []string{"qq.com", "163.com", "126.com", "sina.com", "139.com"})
			return fmt.Sprintf("zhang%d@%s", 1000+a.IntN(9000), host)
		}, "，意见可发至%s", "（邮箱：%s）"),
		prose("private: mobile for the office's number", func(a *attempt) bool {
			const preface = model.Ref("preface")
			text := a.this.Texts[preface]
			for _, word := range []string{"电话：", "电话", "致电"} {
				i := strings.LastIndex(text, word)
				if i < 0 {
					continue
				}
				from := i + len(word)
				to := from
				for to < len(text) && strings.ContainsRune("0123456789- ", rune(text[to])) {
					to++
				}
				if to > from {
					return a.write(preface, span{from, to}, a.mobile("", ""))
				}
			}
			return false
		}, "private-data"),
	}
}

func (a *attempt) mobile(first, second string) string {
	head, _ := pick(a, []string{"138", "139", "151", "177", "186", "199"})
	return fmt.Sprintf("%s%s%04d%s%04d", head, first, a.IntN(10000), second, a.IntN(10000))
}

// identity is a number of 18 digits with the right check digit.
func (a *attempt) identity() string {
	area, _ := pick(a, []string{"220122", "330122", "410421", "610821"})
	n := fmt.Sprintf("%s%d%02d%02d%03d", area, 1950+a.IntN(55), 1+a.IntN(12), 1+a.IntN(28), a.IntN(1000))
	total := 0
	for i, weight := range []int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2} {
		total += weight * int(n[i]-'0')
	}
	return n + string("10X98765432"[total%11])
}

// card is a number of 19 digits with the right check digit.
func (a *attempt) card() string {
	n := fmt.Sprintf("622848%012d", a.Int64N(1e12))
	total := 0
	for i := range n {
		d := int(n[len(n)-1-i] - '0')
		if i%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		total += d
	}
	return fmt.Sprintf("%s%d", n, (10-total%10)%10)
}
