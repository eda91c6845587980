package model

import "math"

// Exact arithmetic: integers and a power of ten, with every overflow noticed.

// Add is n + m without units; it is unreadable if either is, or if the result
// has no room.
func (n Number) Add(m Number) Number {
	if n.state != readable || m.state != readable {
		return Unknown()
	}
	a, b, scale, ok := align(n, m)
	sum := a + b
	if !ok || (a > 0) == (b > 0) && (sum > 0) != (a > 0) && a != 0 && b != 0 {
		return Unknown()
	}
	return Number{coef: sum, scale: scale, state: readable}
}

// Neg is -n.
func (n Number) Neg() Number {
	if n.state == readable {
		n.coef, n.plus, n.raw = -n.coef, false, ""
	}
	return n
}

// Abs is n without its sign.
func (n Number) Abs() Number {
	if n.coef < 0 {
		return n.Neg()
	}
	return n
}

// Sub is n - m.
func (n Number) Sub(m Number) Number { return n.Add(m.Neg()) }

// Cmp compares two readable numbers of the same unit: -1, 0 or 1.
func (n Number) Cmp(m Number) int {
	a, b, _, ok := align(n, m)
	if !ok { // so far apart that the signs and sizes decide
		x, y := float64(n.coef)/float64(pow10(n.scale)), float64(m.coef)/float64(pow10(m.scale))
		a, b = int64(math.Copysign(1, x-y)), 0
	}
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Equal says that both are blank, or both the same number and unit, or both
// unreadable and typed alike. 3 and 3.0 are equal.
func (n Number) Equal(m Number) bool {
	if n.state != m.state {
		return false
	}
	if n.state == readable {
		return n.unit == m.unit && n.Cmp(m) == 0
	}
	return n.raw == m.raw
}

// Yuan is an amount in 元; ok is false if the number carries no unit of money.
func (n Number) Yuan() (amount Number, ok bool) {
	for _, u := range units {
		if u.name == n.unit && u.yuan > 0 && n.state == readable {
			return n.times(u.yuan), true
		}
	}
	return Number{}, false
}

// maxTyped is the first number that is too large to be typed: the total of a whole
// table of smaller ones always has room.
const maxTyped = 1_000_000_000_000_000

// huge says that the number has more than 15 digits before its point.
func (n Number) huge() bool {
	whole := n.coef / pow10(n.scale)
	return whole >= maxTyped || whole <= -maxTyped
}

// money says that the unit is one of money.
func (n Number) money() bool {
	for _, u := range units {
		if u.name == n.unit {
			return u.yuan > 0
		}
	}
	return false
}

// In is an amount with a unit of money, expressed in another one: 50000元 in
// 万元 is 5万元. Trailing zeros that the change brings are dropped.
func (n Number) In(unit string) (Number, bool) {
	amount, ok := n.Yuan()
	if !ok || !amount.Readable() {
		return Number{}, false
	}
	for _, u := range units {
		if u.name != unit || u.yuan == 0 {
			continue
		}
		for worth := u.yuan; worth > 1; worth /= 10 {
			if amount.scale >= maxDigits {
				return Number{}, false
			}
			amount.scale++
		}
		for amount.scale > 0 && amount.coef%10 == 0 {
			amount.coef /= 10
			amount.scale--
		}
		amount.unit = unit
		return amount, true
	}
	return Number{}, false
}

// With is n with another unit ("" for none).
func (n Number) With(unit string) Number {
	if n.unit != unit && n.state == readable {
		n.unit, n.raw = unit, ""
	}
	return n
}

func (n Number) times(k int64) Number {
	coef, scale := n.coef, n.scale
	for k > 1 && scale > 0 && k%10 == 0 {
		k /= 10
		scale--
	}
	if coef != 0 && (coef*k)/coef != k {
		return Unknown()
	}
	return Number{coef: coef * k, scale: scale, state: readable}
}

func align(n, m Number) (a, b int64, scale uint8, ok bool) {
	if n.scale == m.scale { // nearly always
		return n.coef, m.coef, n.scale, true
	}
	a, b, scale = n.coef, m.coef, max(n.scale, m.scale)
	a, ok1 := scaleUp(a, scale-n.scale)
	b, ok2 := scaleUp(b, scale-m.scale)
	return a, b, scale, ok1 && ok2
}

func scaleUp(coef int64, by uint8) (int64, bool) {
	p := pow10(by)
	if coef != 0 && (coef*p)/p != coef {
		return 0, false
	}
	return coef * p, true
}

func pow10(k uint8) int64 {
	p := int64(1)
	for ; k > 0; k-- {
		p *= 10
	}
	return p
}
