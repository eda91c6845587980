package trial

import (
	"strconv"

	"nianbao/model"
)

// years are tables that do not follow from last year's.
func years() []fault {
	const documents = "disclosure/documents/"
	rolls := func(a *attempt) bool {
		return a.last != nil && a.this.Edition.Cell(documents+"in-force") != nil && a.last.Edition.Cell(documents+"in-force") != nil
	}
	roll := func(name string, column model.Ref) fault {
		return exact("stock of documents: "+name, "in-force-roll", func(a *attempt) bool {
			return rolls(a) && a.moved(documents+column) && a.mark(documents+"in-force")
		})
	}
	return []fault{
		exact("carried in is not what was carried out", "carried-in", func(a *attempt) bool {
			column, _ := pick(a, organs)
			ref := model.CellRef("requests", "carried-in", column)
			if a.last == nil {
				return false
			}
			by := 1 + a.IntN(3)
			a.add(ref, by)
			a.add(model.CellRef("requests", "granted", column), by)
			return a.mark(ref)
		}),
		exact("carried in was forgotten", "carried-in", func(a *attempt) bool {
			column, _ := pick(a, organs)
			ref := model.CellRef("requests", "carried-in", column)
			n := a.count(ref)
			if a.last == nil || n == 0 || !a.add(model.CellRef("requests", "granted", column), -n) {
				return false
			}
			a.set(ref, "0")
			return a.mark(ref)
		}),
		exact("carried in at another applicant", "carried-in", func(a *attempt) bool {
			from, to := a.request("carried-in"), a.request("carried-in")
			_, _, here, _ := from.Cell()
			_, _, there, _ := to.Cell()
			if a.last == nil || from == to || !a.add(from, -1) || !a.add(model.CellRef("requests", "granted", here), -1) {
				return false
			}
			a.add(to, 1)
			a.add(model.CellRef("requests", "granted", there), 1)
			return a.mark(from)
		}),
		roll("in force", "in-force"),
		roll("issued", "issued"),
		roll("repealed", "repealed"),
		exact("stock of items", "last-year-roll", func(a *attempt) bool {
			rows := []model.Ref{"permits", "services", "penalties", "coercion", "fees"}
			ref := "disclosure/" + rows[a.IntN(len(rows))] + "/last-year"
			if a.last == nil || a.this.Edition.Cell(ref) == nil || a.last.Edition.Cell(ref) == nil {
				return false
			}
			return a.moved(ref)
		}),
		exact("a jump", "jump", func(a *attempt) bool {
			c := a.cell("count")
			_, row, _, _ := c.Ref.Cell()
			if a.last == nil || a.last.Edition.Cell(c.Ref) == nil || row == "rules" {
				return false
			}
			was := whole(a.last.Value(c.Ref))
			a.set(c.Ref, strconv.Itoa(5*was+20+a.IntN(50)))
			return a.mark(c.Ref)
		}),
		exact("a fall", "jump", func(a *attempt) bool {
			ref := []model.Ref{"disclosure/permits/decisions", "disclosure/penalties/decisions", "requests/new/person"}[a.IntN(3)]
			if a.last == nil || whole(a.last.Value(ref)) < 25 {
				return false
			}
			a.set(ref, strconv.Itoa(whole(a.last.Value(ref))/10))
			return a.mark(ref)
		}),
	}
}
