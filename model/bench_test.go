package model_test

import (
	"testing"

	"nianbao/model"
	"nianbao/model/sample"
)

// Each rule alone over a report of 2,500 characters; "none" is what they have in common.
func BenchmarkRule(b *testing.B) {
	full := sample.Full()
	all := full.Edition.Rules
	run := func(name string, rules []model.Rule) {
		e := *full.Edition
		e.Rules = rules
		r := full.Clone()
		r.Edition = &e
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				model.Check(r, nil)
			}
		})
	}
	run("none", nil)
	for i := range all {
		run(all[i].ID, all[i:i+1])
	}
	run("all", all)
}
