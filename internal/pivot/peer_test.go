//go:build peer

package pivot

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"tallyboard/internal/table"
)

// peerQueries are the six standard queries, each as a Spec and in SQL over a
// table t whose text columns are enums.
var peerQueries = []struct{ name, spec, sql string }{
	{"count, sum, mean by region × type", "--rows region --cols type --value count --value sum:amount --value mean:duration",
		"select region, type, count(*), sum(amount), avg(duration) from t group by all"},
	{"distinct customers", "--value distinct:customer", "select count(distinct customer) from t"},
	{"distinct customers by region × type", "--rows region --cols type --value distinct:customer",
		"select region, type, count(distinct customer) from t group by all"},
	{"mean by week × agent", "--rows week:time --cols agent --value mean:duration",
		"select date_trunc('week', time) w, agent, avg(duration) from t group by all"},
	{"top 20 customers", "--rows customer --top 20 --sort value --desc",
		"select customer, count(*) n from t group by all order by n desc limit 20"},
	{"filter and group", "--rows region --cols type --value count --value mean:duration --where 'channel=channel 1|channel 3' --where time>=2025-04-01 --where time<2025-07-01 --where resolved=no",
		"select region, type, count(*), avg(duration) from t where channel in ('channel 1', 'channel 3') and time >= '2025-04-01' and time < '2025-07-01' and resolved = 'no' group by all"},
}

// TestPeer runs the standard queries on a million rows against DuckDB in
// memory, turn by turn in one run, with two threads each. It needs Node.js and
// the folder of a node_modules with @duckdb/node-api in PEER_NODE_MODULES.
func TestPeer(t *testing.T) {
	modules := os.Getenv("PEER_NODE_MODULES")
	if modules == "" {
		t.Fatal("PEER_NODE_MODULES is not set: npm install @duckdb/node-api, and name its node_modules")
	}
	csv := filepath.Join(t.TempDir(), "t.csv")
	writeBench(t, csv)
	cmd := exec.Command("node", filepath.Join("testdata", "peer", "duckdb.cjs"), modules, csv)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	answers := bufio.NewScanner(out)
	answers.Buffer(nil, 1<<20)
	ask := func(sql string) (a struct {
		Ms   float64
		Rows int
		Sum  float64 // of the first number of each row
	}) {
		fmt.Fprintln(in, sql)
		if !answers.Scan() {
			t.Fatal("the peer is gone: ", answers.Err())
		}
		if err := json.Unmarshal(answers.Bytes(), &a); err != nil {
			t.Fatalf("%s: %v", answers.Text(), err)
		}
		return a
	}
	log, engine := benchLog(), Memory()
	product, worst := 1.0, 0.0
	for _, q := range peerQueries {
		spec, err := ParseSpec(q.spec)
		if err != nil {
			t.Fatal(err)
		}
		var ours, theirs []float64
		for range 15 {
			start := time.Now()
			r, err := engine.Run(context.Background(), log, spec)
			ours = append(ours, float64(time.Since(start).Microseconds())/1000)
			if err != nil {
				t.Fatal(err)
			}
			a := ask(q.sql)
			theirs = append(theirs, a.Ms)
			if sum := leafSum(r); !close(sum, a.Sum) {
				t.Fatalf("%s: we get %v, the peer %v", q.name, sum, a.Sum)
			}
		}
		slices.Sort(ours)
		slices.Sort(theirs)
		mine, peer := ours[len(ours)/2], theirs[len(theirs)/2]
		t.Logf("%-38s %7.2f ms, DuckDB %7.2f ms: %5.1f times", q.name, mine, peer, peer/mine)
		product *= mine / peer
		worst = max(worst, mine/peer)
	}
	t.Logf("geometric mean 1/%.1f of the peer, worst 1/%.1f", 1/math.Pow(product, 1/float64(len(peerQueries))), 1/worst)
	in.Close()
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
}

// leafSum adds up the first value of all leaves but the rest of a top.
func leafSum(r *Result) (sum float64) {
	for _, i := range r.Rows.Leaves() {
		for _, j := range r.Cols.Leaves() {
			if p := r.Rows.Members[i].Path; len(p) > 0 && p[0].Other {
				continue
			}
			if v := r.At(i, j, 0); v == v {
				sum += v
			}
		}
	}
	return sum
}

// writeBench writes the benchmark log as CSV.
func writeBench(t *testing.T, path string) {
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(f)
	cols := benchLog().Table.Cols
	for i, c := range cols {
		if i > 0 {
			w.WriteByte(',')
		}
		w.WriteString(c.Name)
	}
	w.WriteByte('\n')
	for row := range benchLog().Table.Rows {
		for i, c := range cols {
			if i > 0 {
				w.WriteByte(',')
			}
			switch {
			case c.Blank(row):
			case c.Type.Coded():
				w.WriteString(c.Dict.At(c.Codes[row]))
			case c.Type == table.Time:
				w.WriteString(timeText(c.Nums[row]))
			default:
				w.WriteString(plainNumber(c.Nums[row]))
			}
		}
		w.WriteByte('\n')
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
