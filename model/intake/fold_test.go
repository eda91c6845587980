package intake

import (
	"math/rand/v2"
	"testing"
)

// Texts of their lengths cannot be more alike than mostLike says.
func TestMostLike(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	text := func() string {
		out := make([]rune, r.IntN(7))
		for i := range out {
			out[i] = []rune("本年新收a")[r.IntN(3)]
		}
		return string(out)
	}
	for range 20_000 {
		a, b := text(), text()
		if most, is := mostLike(a, b), likeness(a, b); is > most {
			t.Fatalf("%q and %q are alike by %v, which is more than %v", a, b, is, most)
		}
	}
}
