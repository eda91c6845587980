package command

import (
	"io"
	"path/filepath"
	"strings"

	"nianbao/model/flat"
	"nianbao/model/store"
)

// writeFlat writes the numbers of all reports that count, for a database.
func writeFlat(path string, s *summed) error {
	return store.Stream(path, func(to io.Writer) error {
		w := flat.NewCSV(to)
		if strings.EqualFold(filepath.Ext(path), ".parquet") {
			w = flat.NewParquet(to)
		}
		for _, e := range s.Parts {
			if err := w.Write(e.Return); err != nil {
				return err
			}
		}
		return w.Close()
	})
}
