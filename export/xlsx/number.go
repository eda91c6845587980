package xlsx

import (
	"strconv"
	"strings"

	"nianbao/export"
	"nianbao/model"
)

// exactDigits is how many digits a workbook's numbers keep.
const exactDigits = 15

// shownDigits is how many characters of a number the format General shows
// before it rounds.
const shownDigits = 11

// written is what a cell holds for a number and the format that shows it whole:
// nil for a blank; an int64 or float64 where the workbook keeps every digit;
// else the text, as for 14.73万元 or 无. A float64 of up to 15 digits is written
// with exactly these digits.
func written(n model.Number) (value any, format string) {
	if n.Blank() {
		return nil, ""
	}
	digits := n.Digits()
	bare := strings.TrimLeft(digits, "+-")
	whole, fraction, _ := strings.Cut(bare, ".")
	if !n.Readable() || n.Unit() != "" || len(strings.TrimLeft(whole+fraction, "0")) > exactDigits {
		return export.Legible(n.String()), ""
	}
	switch {
	case fraction != "": // as many decimals as were typed, and more if more are typed in
		format = "0." + strings.Repeat("0", len(fraction)) + strings.Repeat("#", max(0, exactDigits-len(fraction)))
	case len(bare) > shownDigits:
		format = "0"
	case strings.HasPrefix(digits, "+"):
		format = "+General;-General;General"
	}
	if fraction == "" {
		i, err := strconv.ParseInt(digits, 10, 64)
		if err == nil {
			return i, format
		}
	}
	f, err := strconv.ParseFloat(digits, 64)
	if err != nil { // digits that no number can be read from: cannot be
		return n.String(), ""
	}
	return f, format
}

// counted says that formulas see the number as a number.
func counted(n model.Number) bool {
	value, _ := written(n)
	_, text := value.(string)
	return value != nil && !text
}
