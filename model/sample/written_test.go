package sample

import (
	"testing"

	"nianbao/model"
)

// What is found wrong in a finished sample is not the sample's fault.
func TestFinishedReportsAreRight(t *testing.T) {
	for name, r := range map[string]*model.Report{"example": Example(t), "full": Full(), "old": Old()} {
		for _, f := range model.Check(r, nil) {
			if f.Level == model.Error {
				t.Errorf("%s: %s at %v: %s", name, f.Rule, f.At, f.Text)
			}
		}
	}
}
