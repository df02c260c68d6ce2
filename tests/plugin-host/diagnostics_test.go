package pluginhost

import (
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/genproto/pluginv2"
)

func (h *host) metrics(t testing.TB) string {
	t.Helper()
	answer, err := h.diagnostics.CollectMetrics(timeout(t, patience), &pluginv2.CollectMetricsRequest{})
	if err != nil {
		t.Fatal(err)
	}
	return string(answer.GetMetrics().GetPrometheus())
}

// metric is the value of a metric, with its labels as they are written.
func (h *host) metric(t testing.TB, name string) float64 {
	t.Helper()
	found := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(name) + ` (\S+)$`).FindStringSubmatch(h.metrics(t))
	if found == nil {
		t.Fatalf("no metric %s in\n%s", name, h.metrics(t))
	}
	value, err := strconv.ParseFloat(found[1], 64)
	if err != nil {
		t.Fatal(err)
	}
	return value
}

func TestMetricsCountWhatWasAsked(t *testing.T) {
	h := start(t, executable(t))
	settings := filesIn(predictions(t))
	if workers := h.metric(t, "modelwatch_workers"); workers != 0 {
		t.Errorf("%v workers before any work", workers)
	}
	h.ask(t, settings, drift(""))
	h.refuse(t, settings, drift(`, "window": "often"`))
	h.refuse(t, settings, strings.Replace(drift(""), "predictions.csv", "empty.csv", 1))
	h.call(t, settings, "GET", "connections", "")
	for name, expected := range map[string]float64{
		`modelwatch_requests_total{endpoint="query",outcome="ok"}`:    1,
		`modelwatch_requests_total{endpoint="resource",outcome="ok"}`: 1,
		`modelwatch_errors_total{endpoint="query",side="plugin"}`:     1,
		`modelwatch_errors_total{endpoint="query",side="downstream"}`: 1,
		`modelwatch_request_duration_seconds_count{endpoint="query"}`: 3,
		`modelwatch_worker_queue_length`:                              0,
		`modelwatch_workers_busy`:                                     0,
		`modelwatch_worker_crashes_total`:                             0,
	} {
		if value := h.metric(t, name); value != expected {
			t.Errorf("%s is %v, not %v", name, value, expected)
		}
	}
	if memory := h.metric(t, "process_resident_memory_bytes"); memory < 20e6 || memory > 1e9 {
		t.Errorf("%v bytes of memory", memory)
	}
	line := regexp.MustCompile(`^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? \S+|)$`)
	for _, text := range strings.Split(h.metrics(t), "\n") {
		if !line.MatchString(text) {
			t.Errorf("%q is not Prometheus' text format", text)
		}
	}
}

type healthDetails struct {
	VerboseMessage string
	Connections    []struct {
		Name    string
		OK      bool
		Message string
	}
}

func TestHealthSaysWhatIsWrongWithWhichConnection(t *testing.T) {
	h := start(t, executable(t))
	check := func(settings *pluginv2.PluginContext) *pluginv2.CheckHealthResponse {
		answer, err := h.diagnostics.CheckHealth(timeout(t, patience), &pluginv2.CheckHealthRequest{PluginContext: settings})
		if err != nil {
			t.Fatal(err)
		}
		return answer
	}
	good := predictions(t)
	if answer := check(filesIn(good)); answer.GetStatus() != pluginv2.CheckHealthResponse_OK || !strings.Contains(answer.GetMessage(), "3 files") {
		t.Errorf("%v", answer)
	}

	absent := filepath.Join(good, "absent")
	mixed := dataSource(`{"version": 1, "connections": {
		"good": {"type": "file", "folder": ` + strconv.Quote(good) + `},
		"bad": {"type": "file", "folder": ` + strconv.Quote(absent) + `}}}`)
	answer := check(mixed)
	if answer.GetStatus() != pluginv2.CheckHealthResponse_ERROR || strings.Contains(answer.GetMessage(), absent) || !strings.Contains(answer.GetMessage(), "bad: Folder of the connection not found") || !strings.Contains(answer.GetMessage(), "Works: good:") {
		t.Errorf("%v", answer)
	}
	details := parse[healthDetails](t, answer.GetJsonDetails())
	if len(details.Connections) != 2 || !details.Connections[0].OK || details.Connections[1].OK || details.Connections[1].Name != "bad" {
		t.Errorf("%+v", details)
	}

	file := filepath.Join(good, "predictions.csv")
	for settings, says := range map[string]string{
		`{"connections": {"a": {"type": "file", "folder": ` + strconv.Quote(file) + `}}}`: "is a file",
		`{}`:                                  "configuration page",
		`{"connections": {"a": {"type": 1}}}`: "connections.a",
	} {
		if answer := check(dataSource(settings)); answer.GetStatus() != pluginv2.CheckHealthResponse_ERROR || !strings.Contains(answer.GetMessage(), says) {
			t.Errorf("%s: %v", settings, answer)
		}
	}
	if answer := check(&pluginv2.PluginContext{}); answer.GetStatus() != pluginv2.CheckHealthResponse_OK {
		t.Errorf("without a data source: %v", answer)
	}
}

func TestThereAreNoChannels(t *testing.T) {
	h := start(t, executable(t))
	answer, err := h.stream.SubscribeStream(timeout(t, patience), &pluginv2.SubscribeStreamRequest{PluginContext: filesIn("/tmp"), Path: "x"})
	if err != nil || answer.GetStatus() != pluginv2.SubscribeStreamResponse_NOT_FOUND {
		t.Errorf("%v %v", answer, err)
	}
	published, err := h.stream.PublishStream(timeout(t, patience), &pluginv2.PublishStreamRequest{PluginContext: filesIn("/tmp"), Path: "x"})
	if err != nil || published.GetStatus() != pluginv2.PublishStreamResponse_NOT_FOUND {
		t.Errorf("%v %v", published, err)
	}
}
