// Package workbook writes documents as Excel workbooks: a cover sheet with the
// answer, the tiles and the charts; a sheet for each section with real tables
// and native charts; and the data sheets of the logs. It knows blocks and logs
// and nothing of how they were made.
//
// Text is always written as text, so nothing that begins with = + - @ becomes
// a formula, and ids keep their digits.
package workbook
