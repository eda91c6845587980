package model_test

import (
	"testing"

	"nianbao/model"
	"nianbao/model/sample"
)

// A whole check as it is made at each key takes so many allocations, whatever the machine: 510
// when this was written.
func TestAllocationsOfACheck(t *testing.T) {
	const most = 700
	r := sample.Example(t)
	if n := testing.AllocsPerRun(20, func() { model.Check(r, nil) }); n > most {
		t.Errorf("%.0f allocations, at most %d are right", n, most)
	}
}
