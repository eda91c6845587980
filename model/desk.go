package model

import (
	"fmt"
	"strings"
	"time"

	"nianbao/model/reading"
)

// Desk is where a report is worked on: what a check knows besides the reports. Its
// zero value knows nothing.
type Desk struct {
	Today time.Time // the day of the check; rules about days hold their peace without it
	Due   Day       // when reports are handed in, if not on the form's day
	Names []string  // other names of the body itself
	Above []string  // names of its superiors
	Words []Word    // that the office does not use

	Memory *Memory // of the checks before, nil for none

	Unread bool // the office has settings, but they could not be read
}

// Day is a day of the year, as 01-31; "" is none.
type Day string

// In is the day in a year; ok is false if it is no day.
func (d Day) In(year int) (t time.Time, ok bool) {
	t, err := time.Parse("2006-01-02", fmt.Sprintf("%04d-%s", year, string(d)))
	return t, err == nil
}

// ParseDay reads a day as a clerk writes it: 1月20日, 01-20, 1.20.
func ParseDay(text string) (d Day, ok bool) {
	var n []int
	inside := false
	for _, r := range text {
		digit := reading.Digit(r)
		switch {
		case digit < 0:
			inside = false
			continue
		case !inside:
			n, inside = append(n, 0), true
		}
		n[len(n)-1] = 10*n[len(n)-1] + digit
	}
	if len(n) != 2 || strings.Trim(text, " 　0123456789０１２３４５６７８９月日号-－.．/") != "" {
		return "", false
	}
	d = Day(fmt.Sprintf("%02d-%02d", n[0], n[1]))
	_, ok = d.In(2001)
	return d, ok
}

// String is the day as it is written: 1月20日, "" for none.
func (d Day) String() string {
	t, ok := d.In(2001)
	if !ok {
		return ""
	}
	return fmt.Sprintf("%d月%d日", t.Month(), t.Day())
}

// due finds that the day on which the report is to be handed in is no more than Limit
// days off, or past. After that year the report is history.
func (c *checking) due() {
	day := c.rule.Due
	if c.desk.Due != "" {
		day = c.desk.Due
	}
	due, ok := day.In(c.Year + 1)
	if !ok || c.desk.Today.IsZero() || c.Year == 0 {
		c.lacks("不知道核对的日期或者报告年度")
		return
	}
	c.looked(1, 0)
	y, m, d := c.desk.Today.Date()
	left := int(due.Sub(time.Date(y, m, d, 0, 0, 0, 0, time.UTC)).Hours() / 24)
	name := fmt.Sprintf("%d年%d月%d日", due.Year(), due.Month(), due.Day())
	switch {
	case left > c.rule.Limit || y > due.Year():
	case left > 0:
		c.report(fmt.Sprintf("报告应当在%s前公布，还有 %d 天。", name, left), RefYear)
	case left == 0:
		c.report(fmt.Sprintf("报告应当在%s前公布，今天是最后一天。", name), RefYear)
	default:
		c.report(fmt.Sprintf("报告应当在%s前公布，已经过了 %d 天。", name, -left), RefYear)
	}
}
