package district

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"nianbao/model"
)

// Columns and rows of the table of applications with how often they come, in thousandths.
var (
	columns = []share{{"person", 820}, {"business", 95}, {"research", 8}, {"charity", 7}, {"legal", 45}, {"other-org", 25}}
	rows    = []share{
		{"granted", 400},
		{"partial", 90},
		{"deny-secret", 4},
		{"deny-law", 8},
		{"deny-security", 3},
		{"deny-third-party", 14},
		{"deny-internal", 22},
		{"deny-process", 20},
		{"deny-enforcement", 25},
		{"deny-query", 15},
		{"unable-not-held", 185},
		{"unable-not-made", 45},
		{"unable-unclear", 14},
		{"refuse-petition", 45},
		{"refuse-repeat", 30},
		{"refuse-publication", 4},
		{"refuse-abusive", 4},
		{"refuse-confirm", 6},
		{"other-uncorrected", 26},
		{"other-unpaid", 4},
		{"other-rest", 36},
	}
	results = []share{{"upheld", 60}, {"corrected", 14}, {"other", 12}, {"pending", 14}}
	groups  = []struct {
		id   string
		each int // applications to one case
	}{{"review", 22}, {"suit", 60}, {"suit-after-review", 45}}
)

type share struct {
	id string
	of int
}

// deal parts a number: each share gets what is its due, and what is left over goes to
// whom chance favours. So shares hardly jump from one year to the next.
func deal(random *rand.Rand, n int, among []share) []int {
	whole := 0
	for _, s := range among {
		whole += s.of
	}
	out, left := make([]int, len(among)), n
	for i, s := range among {
		out[i] = n * s.of / whole
		left -= out[i]
	}
	for range left {
		at := random.IntN(whole)
		for i, s := range among {
			if at -= s.of; at < 0 {
				out[i]++
				break
			}
		}
	}
	return out
}

// first is the year in which counting begins.
const first = 2020

// level is how busy a body is with a matter: up to the most, the same for years.
func (b *Body) level(matter string, most int) int {
	random := b.of(matter, 0)
	part := []int{0, 5, 20, 40, 60, 80, 100}[random.IntN(7)] // per cent
	return most * part / 100
}

// about is a number near its level: a quarter more or less.
func (b *Body) about(matter string, level, year int) int {
	random := b.of(matter, year)
	return (level*(75+random.IntN(51)) + random.IntN(100)) / 100
}

// received are the applications of a year by applicants.
func (b *Body) received(year int) []int {
	n := b.about("requests", b.level("requests", b.trade.requests), year)
	return deal(b.of("applicants", year), n, columns)
}

// over are those of them that are still open at its end.
func (b *Body) over(year int) []int {
	random, out := b.of("carried-out", year), b.received(year)
	for i, n := range out {
		out[i] = 0
		for range n {
			if random.IntN(12) == 0 {
				out[i]++
			}
		}
	}
	return out
}

// documents are the normative documents of a year.
func (b *Body) documents(year int) (issued, repealed, inForce int) {
	inForce = b.of("documents", 0).IntN(4) * b.of("documents", 1).IntN(12)
	for y := first; y <= year; y++ {
		random := b.of("documents", y)
		issued, repealed = max(0, random.IntN(7)-3), max(0, random.IntN(6)-3)
		repealed = min(repealed, inForce)
		inForce += issued - repealed
	}
	return issued, repealed, inForce
}

// fees are the charges of a year in 万元, as exact as the body counts.
func (b *Body) fees(year int) model.Number {
	cents := b.about("fees", b.level("fees", b.trade.fees)*100_000, year)
	cents += b.of("cents", year).IntN(1+cents/50) - cents/100
	exact := b.of("fees", 1).IntN(4) * 2 // digits behind the point
	for range 6 - exact {
		cents /= 10
	}
	digits := strconv.Itoa(cents)
	if exact == 0 || cents == 0 {
		return model.ParseNumber(digits)
	}
	for len(digits) <= exact {
		digits = "0" + digits
	}
	typed := digits[:len(digits)-exact] + "." + digits[len(digits)-exact:]
	return model.ParseNumber(strings.TrimSuffix(strings.TrimRight(typed, "0"), "."))
}

// numbers are the cells of a year that are not 0; totals follow from them.
func (b *Body) numbers(year int) map[model.Ref]model.Number {
	out := map[model.Ref]model.Number{}
	put := func(n int, table, row, column string) {
		if n != 0 {
			out[model.CellRef(table, row, column)] = model.Int(int64(n))
		}
	}
	issued, repealed, inForce := b.documents(year)
	put(issued, "disclosure", "documents", "issued")
	put(repealed, "disclosure", "documents", "repealed")
	put(inForce, "disclosure", "documents", "in-force")
	put(b.about("permits", b.level("permits", b.trade.permits), year), "disclosure", "permits", "decisions")
	put(b.about("penalties", b.level("penalties", b.trade.penalties), year), "disclosure", "penalties", "decisions")
	put(b.about("coercion", b.level("coercion", b.trade.coercion), year), "disclosure", "coercion", "decisions")
	out["disclosure/fees/amount"] = b.fees(year)

	received, before, after, all := b.received(year), b.over(year-1), b.over(year), 0
	for i, column := range columns {
		all += received[i]
		put(received[i], "requests", "new", column.id)
		put(before[i], "requests", "carried-in", column.id)
		put(after[i], "requests", "carried-out", column.id)
		done := received[i] + before[i] - after[i]
		for k, n := range deal(b.of("results "+column.id, year), done, rows) {
			put(n, "requests", rows[k].id, column.id)
		}
	}
	for _, group := range groups {
		random := b.of(group.id, year)
		n := (all + random.IntN(group.each)) / group.each
		for k, n := range deal(random, min(n, all/4), results) {
			put(n, "appeals", group.id, results[k].id)
		}
	}
	return out
}
