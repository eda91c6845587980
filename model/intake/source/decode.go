package source

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

var (
	littleEndian = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	bigEndian    = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)

	errNotText = errors.New("not text in any known encoding")
)

// decode turns text of an unknown encoding into UTF-8. The label is what the
// file itself claims, if anything; it is believed only where the bytes do not
// speak for themselves, because claims are often wrong.
func decode(data []byte, label string) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return strings.ToValidUTF8(string(data[3:]), "\uFFFD"), nil
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decodeAs(littleEndian, data[2:])
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeAs(bigEndian, data[2:])
	case bytes.IndexByte(data, 0) >= 0:
		return decodeWide(data)
	case mostlyUTF8(data):
		return strings.ToValidUTF8(string(data), "\uFFFD"), nil
	}
	if enc, err := htmlindex.Get(label); err == nil && enc == traditionalchinese.Big5 {
		return decodeAs(enc, data)
	}
	gb, big5 := commonGB(data), commonBig5(data)
	if gb < 0.7 && big5 > 0.9 {
		return decodeAs(traditionalchinese.Big5, data)
	}
	if gb < 0.5 && len(data)%2 == 0 {
		// UTF-16 without a mark and without one ASCII character has no NUL.
		if s, err := decodeWide(data); err == nil {
			return s, nil
		}
	}
	return decodeAs(simplifiedchinese.GB18030, data)
}

func decodeAs(enc encoding.Encoding, data []byte) (string, error) {
	text, err := enc.NewDecoder().Bytes(data)
	return string(text), err
}

// decodeWide reads UTF-16 without a byte order mark: the order is the one
// that gives more plausible characters.
func decodeWide(data []byte) (string, error) {
	little, big := plausible(data, 1, 0), plausible(data, 0, 1)
	switch {
	case max(little, big) < 0.85:
		return "", errNotText
	case little >= big:
		return decodeAs(littleEndian, data)
	}
	return decodeAs(bigEndian, data)
}

// plausible is the share of UTF-16 units, with the high byte at offset high
// of each pair, that Chinese reports are made of.
func plausible(data []byte, high, low int) float64 {
	data = data[:min(len(data), 1<<16)&^1]
	if len(data) == 0 {
		return 0
	}
	good := 0
	for i := 0; i < len(data); i += 2 {
		unit := rune(data[i+high])<<8 | rune(data[i+low])
		switch {
		case unit == '\t', unit == '\n', unit == '\r', 0x20 <= unit && unit < 0x7f, unit == 0xa0,
			0x2010 <= unit && unit < 0x2040, 0x3000 <= unit && unit < 0x3020,
			0x4e00 <= unit && unit < 0x9fa6, 0xff00 <= unit && unit < 0xff5f:
			good++
		}
	}
	return float64(good) / float64(len(data)/2)
}

// mostlyUTF8 reports whether the data is UTF-8, but for a rare damaged byte
// or a last character cut off: GBK text hardly ever forms valid sequences.
func mostlyUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	wide, bad := 0, 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 2: // a GBK pair often passes for a two-byte sequence
			wide++
		}
		data = data[n:]
	}
	return wide >= 20*bad
}

// commonGB is the share of double-byte characters that, read as GBK, are
// symbols or first-level characters of GB 2312.
func commonGB(data []byte) float64 {
	return common(data, func(lead, trail byte) bool {
		return trail >= 0xa1 && (0xa1 <= lead && lead <= 0xa3 || 0xb0 <= lead && lead <= 0xd7)
	})
}

// commonBig5 is the same, read as Big5: symbols and frequent characters.
func commonBig5(data []byte) float64 {
	return common(data, func(lead, trail byte) bool {
		return 0xa1 <= lead && lead <= 0xc6 && (0x40 <= trail && trail <= 0x7e || trail >= 0xa1)
	})
}

func common(data []byte, good func(lead, trail byte) bool) float64 {
	data = data[:min(len(data), 1<<16)]
	all, hits := 0, 0
	for i := 0; i+1 < len(data); i++ {
		if data[i] < 0x80 {
			continue
		}
		all++
		if good(data[i], data[i+1]) {
			hits++
		}
		i++
	}
	if all == 0 {
		return 1
	}
	return float64(hits) / float64(all)
}

// legible reports whether decoded text is text: few control and few
// replacement characters.
func legible(text string) bool {
	all, odd := 0, 0
	for _, r := range text {
		all++
		if r == utf8.RuneError || r < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1a", r) || r == 0x7f {
			odd++
		}
	}
	return odd*20 <= all
}
