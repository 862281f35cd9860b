package ingest

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"tallyboard/internal/lang"
)

func TestTry(t *testing.T) {
	arg := os.Getenv("TRY")
	if arg == "" {
		return
	}
	start := time.Now()
	logs, fails, err := Open(context.Background(), strings.Split(arg, ","), Options{Sheet: os.Getenv("SHEET")})
	fmt.Println(time.Since(start), err)
	for _, f := range fails {
		fmt.Println("FAIL", f.Path, f.Err)
	}
	for _, l := range logs {
		fmt.Println("LOG", l.Name, l.Kind, l.Table.Rows)
		for _, k := range l.Kinds[:3] {
			fmt.Printf("   kind %s %.2f %s\n", k.Kind, k.Confidence, k.Reason.Text(lang.ZH))
		}
		for _, f := range l.Files {
			fmt.Printf("  FILE %s %s %s sheet=%q header=%d rows=%d out=%+v\n", f.Path, f.Format, f.Encoding, f.Sheet, f.HeaderRow, f.Rows, f.LeftOut)
		}
		for _, c := range l.Columns {
			fmt.Printf("  %-28s %-8s %-4s %-5s role=%-14s %.2f %-40s blanks=%d distinct=%d %v [%v..%v] %s\n", c.Name, c.Type, c.Unit, c.DateOrder, c.Role, c.Confidence, c.RoleReason.Text(lang.EN), c.Blanks, c.Distinct, c.Samples, c.Min, c.Max, c.TypeReason.Text(lang.EN))
		}
		fmt.Println("  WARN", l.Warnings.Counts)
		for i, w := range l.Warnings.Items {
			if i > 12 {
				break
			}
			fmt.Printf("    %s row=%d col=%d %q %q: %s\n", w.Kind, w.Row, w.Col, w.Name, w.Text, w.Why(lang.EN))
		}
	}
}
