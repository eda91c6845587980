package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"nianbao/model"
)

// input is what may be typed into the cells of one kind.
type input struct {
	title  string
	prompt string
	refuse string
	limit  func(first place, v *excelize.DataValidation) error
}

// most is the largest count that can be typed: as many digits as stay exact.
const most = 999_999_999_999_999

var inputs = map[string]input{
	"count": {
		"数量", "填 0 或正整数，没有发生的填 0。", "这里只能填 0 或正整数，没有发生的填 0。",
		func(_ place, v *excelize.DataValidation) error {
			return v.SetRange(0, most, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween)
		},
	},
	"signed": {
		"增减数", "填整数，减少的填负数，如 -8；没有变化的填 0。", "这里只能填整数，减少的填负数，如 -8。",
		func(_ place, v *excelize.DataValidation) error {
			return v.SetRange(-most, most, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween)
		},
	},
	"amount": {
		"金额", "填以%[1]s为单位的金额，可以有小数，不写单位；没有发生的填 0。", "这里只能填 0 或正数，单位是%[1]s，不写单位。",
		func(_ place, v *excelize.DataValidation) error {
			return v.SetRange(0, "", excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorGreaterThanOrEqual)
		},
	},
	"amount with its unit": { // the form prints none
		"金额", "填金额并写明单位，如 14.73万元、79000元；没有发生的填 0。", "这里填金额，后面写明单位元或万元；没有发生的填 0。",
		func(first place, v *excelize.DataValidation) error {
			formula := fmt.Sprintf(`IF(ISNUMBER(%[1]s),%[1]s&gt;=0,RIGHT(%[1]s,1)="元")`, first)
			return v.SetRange(formula, "", excelize.DataValidationTypeCustom, excelize.DataValidationOperatorBetween)
		},
	},
}

// validate tells and holds to what may be typed into the open cells.
func (s *sheet) validate() error {
	if s.sums != nil { // nothing is typed in
		return nil
	}
	type kind struct{ as, unit string }
	var kinds []kind
	cells := map[kind][]model.Ref{}
	for _, c := range s.table.Cells {
		if c == nil || s.follows(c) {
			continue
		}
		k := kind{c.As(), c.Unit()}
		if k.as == "amount" && k.unit == "" {
			k.as = "amount with its unit"
		}
		if cells[k] == nil {
			kinds = append(kinds, k)
		}
		cells[k] = append(cells[k], c.Ref)
	}
	for _, k := range kinds {
		in, as := inputs[k.as], s.areas(cells[k])
		v := excelize.NewDataValidation(true)
		v.SetSqref(list(as, " ", place.String))
		v.SetInput(in.title, told(in.prompt, k.unit))
		v.SetError(excelize.DataValidationErrorStyleStop, in.title, told(in.refuse, k.unit))
		if err := in.limit(as[0].from, v); err != nil {
			return err
		}
		if err := s.AddDataValidation(s.name, v); err != nil {
			return err
		}
	}
	return nil
}

func told(sentence, unit string) string {
	if unit == "" {
		return sentence
	}
	return fmt.Sprintf(sentence, unit)
}
