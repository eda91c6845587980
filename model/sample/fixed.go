package sample

import (
	"testing"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/model/store"
)

// Editions are the forms that the program knows.
func Editions(t testing.TB) model.Editions {
	t.Helper()
	all, err := model.ReadEditions(assets.Editions())
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Example is the embedded example, a right report without findings.
func Example(t testing.TB) *model.Report {
	t.Helper()
	r, err := store.Decode(assets.Example, Editions(t))
	if err != nil {
		t.Fatal(err)
	}
	return r
}
