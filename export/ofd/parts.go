package ofd

import "encoding/xml"

// The elements of GB/T 33190 that are written. Their prefix is the one of its examples, on
// which some readers rely.

const space = "http://www.ofdspec.org/2016"

// root is OFD.xml.
type root struct {
	XMLName  xml.Name `xml:"ofd:OFD"`
	Space    string   `xml:"xmlns:ofd,attr"`
	Version  string   `xml:"Version,attr"`
	Type     string   `xml:"DocType,attr"`
	ID       string   `xml:"ofd:DocBody>ofd:DocInfo>ofd:DocID"`
	Title    string   `xml:"ofd:DocBody>ofd:DocInfo>ofd:Title"`
	Author   string   `xml:"ofd:DocBody>ofd:DocInfo>ofd:Author"`
	Created  string   `xml:"ofd:DocBody>ofd:DocInfo>ofd:CreationDate"`
	Changed  string   `xml:"ofd:DocBody>ofd:DocInfo>ofd:ModDate"`
	Creator  string   `xml:"ofd:DocBody>ofd:DocInfo>ofd:Creator"`
	Document string   `xml:"ofd:DocBody>ofd:DocRoot"`
}

// document is Document.xml, which leads to all other parts.
type document struct {
	XMLName xml.Name `xml:"ofd:Document"`
	Space   string   `xml:"xmlns:ofd,attr"`
	Last    int      `xml:"ofd:CommonData>ofd:MaxUnitID"`
	Box     string   `xml:"ofd:CommonData>ofd:PageArea>ofd:PhysicalBox"`
	Fonts   string   `xml:"ofd:CommonData>ofd:PublicRes"`
	Pages   []pageAt `xml:"ofd:Pages>ofd:Page"`
	Outline *tree    `xml:"ofd:Outlines"` // nil if there are no headings
}

type pageAt struct {
	Number int    `xml:"ID,attr"`
	Place  string `xml:"BaseLoc,attr"`
}

type tree struct {
	Headings []heading `xml:"ofd:OutlineElem"`
}

type heading struct {
	Title string    `xml:"Title,attr"`
	Click action    `xml:"ofd:Actions>ofd:Action"`
	Below []heading `xml:"ofd:OutlineElem"`
}

type action struct {
	Event string      `xml:"Event,attr"`
	To    destination `xml:"ofd:Goto>ofd:Dest"`
}

type destination struct {
	Type string `xml:"Type,attr"`
	Page int    `xml:"PageID,attr"`
	Left string `xml:"Left,attr"`
	Top  string `xml:"Top,attr"`
}

// resources is PublicRes.xml.
type resources struct {
	XMLName xml.Name   `xml:"ofd:Res"`
	Space   string     `xml:"xmlns:ofd,attr"`
	Folder  string     `xml:"BaseLoc,attr"`
	Fonts   []resource `xml:"ofd:Fonts>ofd:Font"`
}

type resource struct {
	Number int    `xml:"ID,attr"`
	Name   string `xml:"FontName,attr"`
	Family string `xml:"FamilyName,attr"`
	File   string `xml:"ofd:FontFile"`
}

// content is the Content.xml of a page.
type content struct {
	XMLName xml.Name `xml:"ofd:Page"`
	Space   string   `xml:"xmlns:ofd,attr"`
	Layer   layer    `xml:"ofd:Content>ofd:Layer"`
}

type layer struct {
	Number int    `xml:"ID,attr"`
	Paths  []path `xml:"ofd:PathObject"`
	Texts  []text `xml:"ofd:TextObject"`
}

type path struct {
	Number   int    `xml:"ID,attr"`
	Boundary string `xml:"Boundary,attr"`
	Pen      string `xml:"LineWidth,attr,omitempty"`
	Cap      string `xml:"Cap,attr,omitempty"`
	Join     string `xml:"Join,attr,omitempty"`
	Dash     string `xml:"DashPattern,attr,omitempty"`
	Stroke   bool   `xml:"Stroke,attr"`
	Fill     bool   `xml:"Fill,attr"`
	Drawn    *ink   `xml:"ofd:StrokeColor"`
	Filled   *ink   `xml:"ofd:FillColor"`
	Steps    string `xml:"ofd:AbbreviatedData"`
}

type ink struct {
	Value string `xml:"Value,attr"`
}

type text struct {
	Number   int        `xml:"ID,attr"`
	Boundary string     `xml:"Boundary,attr"`
	Turn     string     `xml:"CTM,attr,omitempty"`
	Font     int        `xml:"Font,attr"`
	Size     string     `xml:"Size,attr"`
	Glyphs   *transform `xml:"ofd:CGTransform"`
	Code     code       `xml:"ofd:TextCode"`
}

// transform says by which glyphs of the font some characters are shown.
type transform struct {
	Position int    `xml:"CodePosition,attr"`
	Codes    int    `xml:"CodeCount,attr"`
	Count    int    `xml:"GlyphCount,attr"`
	Glyphs   string `xml:"ofd:Glyphs"`
}

type code struct {
	X     string `xml:"X,attr"`
	Y     string `xml:"Y,attr"`
	Steps string `xml:"DeltaX,attr,omitempty"`
	Text  string `xml:",chardata"`
}
