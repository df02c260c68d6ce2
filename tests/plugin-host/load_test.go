package pluginhost

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/genproto/pluginv2"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// costly is a query that takes many seconds: many tests of many windows and columns.
func costly(columns int) string {
	names := make([]string, columns)
	for column := range names {
		names[column] = fmt.Sprintf(`{"name": "x%d"}`, column)
	}
	return fmt.Sprintf(`{"kind": "drift", "current": {"path": "large.csv", "timeField": "time", "features": [%s]},
		"baseline": {"kind": "window", "from": %q, "to": %q}, "window": "30s",
		"tests": ["ks", "anderson_darling", "cramer_von_mises", "epps_singleton", "energy", "mmd", "wasserstein", "psi"]}`,
		strings.Join(names, ","), rfc(start2024), rfc(start2024+300_000))
}

func rfc(ms int64) string { return time.UnixMilli(ms).UTC().Format(time.RFC3339) }

func largeRange() *pluginv2.TimeRange {
	return &pluginv2.TimeRange{FromEpochMS: start2024 + 300_000, ToEpochMS: start2024 + 60_000_000}
}

func (h *host) inBackground(ctx context.Context, settings *pluginv2.PluginContext, query string) chan error {
	done := make(chan error, 1)
	go func() {
		_, err := h.data.QueryData(ctx, &pluginv2.QueryDataRequest{PluginContext: settings, Queries: []*pluginv2.DataQuery{
			{RefId: "A", Json: []byte(query), TimeRange: largeRange()},
		}})
		done <- err
	}()
	return done
}

// TestItAnswersWhileBigTestsRun asks for as many big tests as there are threads and more, then for everything else.
func TestItAnswersWhileBigTestsRun(t *testing.T) {
	h := start(t, executable(t))
	settings, small := filesIn(large(t, 10, 60_000)), filesIn(predictions(t))
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var running []chan error
	for range 10 {
		running = append(running, h.inBackground(ctx, settings, costly(10)))
	}
	h.waitFor(t, "every thread to be busy", func() bool { return h.metric(t, "modelwatch_worker_queue_length") > 0 })

	slowest := time.Duration(0)
	for range 20 {
		began := time.Now()
		if err := h.protocol.Ping(); err != nil {
			t.Fatal(err)
		}
		slowest = max(slowest, time.Since(began))
	}
	t.Logf("slowest of 20 health checks while every thread is busy: %s", slowest)
	if slowest > time.Second {
		t.Errorf("a health check took %s", slowest)
	}
	began := time.Now()
	answer, err := h.diagnostics.CheckHealth(timeout(t, patience), &pluginv2.CheckHealthRequest{PluginContext: small})
	if err != nil || answer.GetStatus() != pluginv2.CheckHealthResponse_OK {
		t.Errorf("%v %v", answer, err)
	}
	h.get(t, small, "features?path=predictions.csv")
	t.Logf("a data source's health and a file's columns meanwhile: %s", time.Since(began))

	for index, done := range running {
		select {
		case err := <-done:
			t.Errorf("big test %d has ended already (%v): it is not big enough to prove anything", index, err)
		default:
		}
	}
}

func TestACancelledCallStopsItsWork(t *testing.T) {
	h := start(t, executable(t))
	settings := filesIn(large(t, 10, 60_000))
	ctx, cancel := context.WithCancel(context.Background())
	done := h.inBackground(ctx, settings, costly(10))
	h.waitFor(t, "the work to begin", func() bool { return h.metric(t, "modelwatch_workers_busy") == 1 })
	time.Sleep(300 * time.Millisecond)
	cancel()
	if err := <-done; status.Code(err) != codes.Canceled {
		t.Errorf("the call ended with %v", err)
	}
	began := time.Now()
	h.waitFor(t, "the work to stop", func() bool { return h.metric(t, "modelwatch_workers_busy") == 0 })
	if took := time.Since(began); took > 2*time.Second {
		t.Errorf("the work stopped after %s", took)
	}
	if count := h.metric(t, `modelwatch_requests_total{endpoint="query",outcome="cancelled"}`); count != 1 {
		t.Errorf("%v cancelled", count)
	}
	if crashes := h.metric(t, "modelwatch_worker_crashes_total"); crashes != 0 {
		t.Errorf("a cancellation counts as a crash")
	}
	h.ask(t, filesIn(predictions(t)), drift(""))
}

// TestBigRequestsAndAnswersPass: the plugin sets no limit of its own.
func TestBigRequestsAndAnswersPass(t *testing.T) {
	h := start(t, executable(t))
	settings := filesIn(predictions(t))
	for _, megabytes := range []int{1, 4, 14} {
		began := time.Now()
		frames := h.ask(t, settings, drift("")+strings.Repeat(" ", megabytes<<20))
		t.Logf("a request of %d MiB: %s", megabytes, time.Since(began))
		if len(frames) != 1 {
			t.Errorf("%d frames", len(frames))
		}
	}

	began := time.Now()
	responses, err := h.query(timeout(t, patience), settings, map[string]string{
		"A": drift(`, "window": "15m", "detail": true`),
	})
	if err != nil {
		t.Fatal(err)
	}
	bytes := 0
	for _, frame := range responses["A"].GetFrames() {
		bytes += len(frame)
	}
	if responses["A"].GetError() != "" {
		t.Fatal(responses["A"].GetError())
	}
	frame := decode(t, responses["A"])[0]
	t.Logf("an answer of %.1f MB, %d rows: %s", float64(bytes)/1e6, frame.Rows(), time.Since(began))
	if bytes < 5<<20 {
		t.Errorf("only %d bytes: not more than gRPC's usual limit", bytes)
	}
}

// TestManyQueriesAtOnce: a dashboard asks for all its panels at the same time.
func TestManyQueriesAtOnce(t *testing.T) {
	h := start(t, executable(t))
	settings := filesIn(predictions(t))
	queries := map[string]string{}
	for index := range 60 {
		queries[fmt.Sprint(index)] = drift("")
	}
	responses, err := h.query(timeout(t, patience), settings, queries)
	if err != nil {
		t.Fatal(err)
	}
	for refID := range queries {
		if responses[refID].GetStatus() != 200 || decode(t, responses[refID])[0].RefID != refID {
			t.Fatalf("%s: %s", refID, responses[refID].GetError())
		}
	}
	if workers := h.metric(t, "modelwatch_workers"); workers > 17 {
		t.Errorf("%v workers", workers)
	}
}

func (h *host) waitFor(t testing.TB, what string, condition func() bool) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if condition() {
			return
		}
	}
	t.Fatalf("waited in vain for %s", what)
}
