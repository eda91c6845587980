package model

import (
	"slices"
	"strings"
)

// Kind is the kind of body that reports.
type Kind string

// The kinds of body.
const (
	Township    Kind = "township"
	Subdistrict Kind = "subdistrict"
	County      Kind = "county"
	City        Kind = "city"
	Department  Kind = "department"
)

// Kinds lists the kinds of body with their Chinese names.
var Kinds = []struct {
	Kind Kind
	Name string
}{
	{Township, "乡镇人民政府"},
	{Subdistrict, "街道办事处"},
	{County, "县（市、区）人民政府"},
	{City, "设区的市人民政府"},
	{Department, "政府部门"},
}

// Name is the kind in Chinese, or "" for an unknown one.
func (k Kind) Name() string {
	for _, known := range Kinds {
		if known.Kind == k {
			return known.Name
		}
	}
	return ""
}

// KindOf guesses the kind of a body from its name; without a name there is none.
func KindOf(office string) Kind {
	if office == "" {
		return ""
	}
	name := strings.NewReplacer("鄉", "乡", "鎮", "镇", "縣", "县", "區", "区").Replace(office)
	short := strings.TrimSuffix(strings.TrimSuffix(name, "人民政府"), "政府")
	has := func(ends ...string) bool {
		return slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(short, end) })
	}
	switch {
	case has("街道", "街道办事处", "街办事处", "街道办", "办事处"):
		return Subdistrict
	case has("乡", "镇", "苏木"):
		return Township
	case has("县", "区", "旗"):
		return County
	case has("市") && short != name, has("自治州", "盟"):
		return City
	}
	return Department
}
