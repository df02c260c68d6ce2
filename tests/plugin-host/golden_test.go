package pluginhost

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"
)

var update = flag.Bool("update", false, "write the golden frames anew")

// TestGoldenFrames compares what Grafana decodes with golden/*.json: panels and alert rules live on these frames.
func TestGoldenFrames(t *testing.T) {
	h := start(t, executable(t))
	settings := filesIn(predictions(t))
	distribution := func(keys string) string {
		return `{"kind": "distribution", "current": {"path": "predictions.csv", "timeField": "time",
			"features": [{"name": "score"}, {"name": "carrier"}]},
			"baseline": {"kind": "window", "from": "2024-01-01", "to": "2024-01-16"}` + keys + `}`
	}
	for name, query := range map[string]string{
		"drift_table":           drift(""),
		"drift_table_detail":    drift(`, "detail": true, "tests": ["ks", "psi", "chi_square", "total_variation"]`),
		"drift_table_segments":  drift(`, "segmentBy": ["model_version"]`),
		"drift_timeseries":      drift(`, "format": "timeseries", "window": "5d"`),
		"drift_alert":           drift(`, "format": "alert"`),
		"drift_annotations":     drift(`, "format": "annotations", "window": "5d"`),
		"distribution":          distribution(`, "bins": 10`),
		"distribution_segments": distribution(`, "bins": 5, "segmentBy": ["model_version"]`),
		"drift_previous":        driftAgainst(`{"kind": "previous", "offset": "15d"}`, ""),
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join("golden", name+".json")
			actual := readable(t, h.ask(t, settings, query))
			if *update {
				if err := os.WriteFile(path, actual, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			expected, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(expected, actual) {
				t.Errorf("%s differs, from %s\nnow it is\n%s", path, difference(expected, actual), actual)
			}
		})
	}
}

// readable writes frames so that a change of one value is a change of one line, and that the last bits of a number
// don't matter.
func readable(t testing.TB, frames data.Frames) []byte {
	t.Helper()
	out := &bytes.Buffer{}
	line := func(format string, values ...any) { fmt.Fprintf(out, format+"\n", values...) }
	line("[")
	for number, frame := range frames {
		line(`  {"name": %s, "refId": %s,`, quoted(t, frame.Name), quoted(t, frame.RefID))
		line(`   "meta": %s,`, quoted(t, frame.Meta))
		line(`   "fields": [`)
		for index, field := range frame.Fields {
			line(`     {"name": %s, "type": %s, "labels": %s, "config": %s,`, quoted(t, field.Name),
				quoted(t, field.Type().ItemTypeString()), quoted(t, field.Labels), quoted(t, field.Config))
			fmt.Fprint(out, `      "values": [`)
			for row := range field.Len() {
				if row > 0 {
					fmt.Fprint(out, ", ")
				}
				fmt.Fprint(out, valueOf(t, field, row))
			}
			line("]}%s", comma(index, len(frame.Fields)))
		}
		line("   ]}%s", comma(number, len(frames)))
	}
	line("]")
	if !json.Valid(out.Bytes()) {
		t.Fatalf("no JSON: %s", out)
	}
	return out.Bytes()
}

func valueOf(t testing.TB, field *data.Field, row int) string {
	t.Helper()
	value, present := field.ConcreteAt(row)
	if !present {
		return "null"
	}
	switch value := value.(type) {
	case float64:
		return strconv.FormatFloat(value, 'g', 9, 64)
	case time.Time:
		return quoted(t, value.UTC().Format(time.RFC3339Nano))
	default:
		return quoted(t, value)
	}
}

func quoted(t testing.TB, value any) string {
	t.Helper()
	out := &bytes.Buffer{}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		t.Fatal(err)
	}
	return string(bytes.TrimSpace(out.Bytes()))
}

func comma(index, length int) string {
	if index < length-1 {
		return ","
	}
	return ""
}

func difference(expected, actual []byte) string {
	old, now := bytes.Split(expected, []byte("\n")), bytes.Split(actual, []byte("\n"))
	for index := range min(len(old), len(now)) {
		if !bytes.Equal(old[index], now[index]) {
			return fmt.Sprintf("line %d:\n- %.500s\n+ %.500s", index+1, old[index], now[index])
		}
	}
	return fmt.Sprintf("%d lines to %d", len(old), len(now))
}
