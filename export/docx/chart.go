package docx

import (
	"archive/zip"
	"fmt"
	"strings"

	"nianbao/export"
	"nianbao/export/chart"
	"nianbao/export/font"
	"nianbao/export/picture"
)

const (
	pointEMU   = 12700 // English Metric Units a point
	chartWidth = typeWidth / 20
	chartDots  = 200.0 / 72 // of the picture in pixels, a point

	pictureSpace = "http://schemas.openxmlformats.org/drawingml/2006/picture"
)

// chartID is a chart's relationship, from 0: to the picture in pixels, and to the one in
// vectors.
func chartID(n int, vector bool) string {
	if vector {
		return fmt.Sprintf("rIdSvg%d", n+1)
	}
	return fmt.Sprintf("rIdPng%d", n+1)
}

func drawingOf(c *chart.Chart) *chart.Drawing {
	return c.Draw(font.Embedded(), chartWidth, c.Height(chartWidth))
}

// chart writes a chart: a picture in vectors for programs that know the extension (made for
// Word 2016; LibreOffice 7.4 does not), in pixels for the others, with its numbers in words,
// and its caption.
func (b *body) chart(block *export.Block) {
	d := drawingOf(block.Chart)
	size := fmt.Sprintf(`cx="%d" cy="%d"`, int(d.Width*pointEMU), int(d.Height*pointEMU))
	b.WriteString(`<w:p><w:pPr><w:pStyle w:val="Figure"/></w:pPr>`)
	end := b.mark(block.Ref)
	fmt.Fprintf(b, `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent %s/>`, size)
	about := func(tag string) {
		fmt.Fprintf(b, `<%s id="%d" name="chart%d" descr="`, tag, b.charts+1, b.charts+1)
		escape(b.Buffer, block.Text+"。"+block.Chart.Said())
		b.WriteString(`"/>`)
	}
	about("wp:docPr")
	b.WriteString(`<wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="` + pictureSpace + `"><pic:pic xmlns:pic="` + pictureSpace + `"><pic:nvPicPr>`)
	about("pic:cNvPr")
	fmt.Fprintf(b, `<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="%s"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">`+
		`<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="%s"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
		chartID(b.charts, false), chartID(b.charts, true))
	fmt.Fprintf(b, `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext %s/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`, size)
	b.WriteString(end + `</w:p><w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr>`)
	b.run(plain, block.Text)
	b.WriteString(`</w:p>`)
	b.charts++
}

func chartsOf(d *export.Document) (out []*chart.Chart) {
	for i := range d.Blocks {
		if d.Blocks[i].Kind == export.Chart {
			out = append(out, d.Blocks[i].Chart)
		}
	}
	return out
}

// illustrated makes the pictures of charts known in the two parts that list what there is.
func illustrated(charts int) *strings.Replacer {
	var relations strings.Builder
	for n := range charts {
		for _, vector := range []bool{false, true} {
			fmt.Fprintf(&relations, `<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="%s"/>`+"\n", chartID(n, vector), chartFile(n, vector))
		}
	}
	return strings.NewReplacer("</Relationships>", relations.String()+"</Relationships>",
		"</Types>", `<Default Extension="png" ContentType="image/png"/>
<Default Extension="svg" ContentType="image/svg+xml"/>
</Types>`)
}

func chartFile(n int, vector bool) string {
	if vector {
		return fmt.Sprintf("media/chart%d.svg", n+1)
	}
	return fmt.Sprintf("media/chart%d.png", n+1)
}

// pictures adds the pictures of the charts.
func pictures(z *zip.Writer, charts []*chart.Chart) error {
	var press picture.Press
	for n, c := range charts {
		d := drawingOf(c)
		pixels, err := press.PNG(d, chartDots)
		if err != nil {
			return fmt.Errorf("docx: %w", err)
		}
		if err := add(z, "word/"+chartFile(n, false), pixels); err != nil {
			return err
		}
		if err := add(z, "word/"+chartFile(n, true), []byte(press.SVG(d))); err != nil {
			return err
		}
	}
	return nil
}
