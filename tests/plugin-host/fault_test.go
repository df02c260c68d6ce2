package pluginhost

import (
	"encoding/json"
	"net"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/genproto/pluginv2"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/emptypb"
)

func fault(name string) string { return `{"fault": "` + name + `"}` }

func TestACrashFailsOnlyWhatWasBeingDone(t *testing.T) {
	h := start(t, faultyExecutable(t))
	settings := filesIn(predictions(t))
	for number, crash := range []string{"throw", "exit"} {
		responses, err := h.query(timeout(t, patience), settings, map[string]string{"A": drift(""), "B": fault(crash), "C": drift("")})
		if err != nil {
			t.Fatal(err)
		}
		for _, refID := range []string{"A", "C"} {
			if responses[refID].GetStatus() != 200 {
				t.Errorf("%s: %s was harmed: %s", crash, refID, responses[refID].GetError())
			}
		}
		if b := responses["B"]; b.GetStatus() != 500 || b.GetErrorSource() != "plugin" || !strings.Contains(b.GetError(), "stopped unexpectedly") {
			t.Errorf("%s: %v", crash, b)
		}
		if crashes := h.metric(t, "modelwatch_worker_crashes_total"); crashes != float64(number+1) {
			t.Errorf("%s: %v crashes", crash, crashes)
		}
		h.ask(t, settings, drift(""))
	}
	if !strings.Contains(h.stderr.String(), "A worker stopped unexpectedly") {
		t.Errorf("the log does not tell: %s", h.stderr)
	}
}

func TestWhatNobodyExpectedIsLoggedAndNotShown(t *testing.T) {
	h := start(t, faultyExecutable(t))
	response := h.refuse(t, filesIn(predictions(t)), fault("unexpected"))
	if response.GetStatus() != 500 || response.GetErrorSource() != "plugin" || strings.Contains(response.GetError(), "    at ") {
		t.Errorf("%v", response)
	}
	h.waitFor(t, "the log", func() bool { return strings.Contains(h.stderr.String(), "TypeError") })
	entry := entryWith(t, h, "TypeError")
	if entry["@level"] != "error" || !strings.Contains(entry["stack"].(string), "    at ") {
		t.Errorf("%v", entry)
	}
	for _, text := range []string{response.GetError(), h.stderr.String()} {
		if strings.Contains(text, secret) || !strings.Contains(text, "[hidden]") {
			t.Errorf("a secret is told: %s", text)
		}
	}
}

func entryWith(t testing.TB, h *host, words string) map[string]any {
	t.Helper()
	for _, line := range h.stderr.all() {
		if strings.Contains(line, words) {
			return parse[map[string]any](t, []byte(line))
		}
	}
	t.Fatalf("no entry with %s in %s", words, h.stderr)
	return nil
}

// TestEveryLineOfTheLogIsOneTheHostReads: a timestamp or level of another kind would crash the host.
func TestEveryLineOfTheLogIsOneTheHostReads(t *testing.T) {
	h := start(t, faultyExecutable(t))
	settings := filesIn(predictions(t))
	h.ask(t, settings, drift(""))
	h.refuse(t, settings, `{"kind": "`+strings.Repeat("\\u0000x", 100_000)+`"}`)
	h.refuse(t, settings, fault("exit"))
	h.refuse(t, settings, fault("unexpected"))
	for _, fault := range []string{fault("log"), fault("print")} {
		responses, err := h.query(timeout(t, patience), settings, map[string]string{"A": fault})
		if err != nil || responses["A"].GetStatus() != 200 {
			t.Errorf("%v %v", responses, err)
		}
	}
	h.client.Kill()

	levels := []string{"trace", "debug", "info", "warn", "error"}
	timestamp := regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$`)
	seen := map[string]bool{}
	for _, line := range h.stderr.all() {
		if len(line) >= 64<<10 {
			t.Errorf("a line of %d bytes", len(line))
		}
		var entry map[string]any
		if err := json.Unmarshal([]byte(line), &entry); err != nil {
			t.Errorf("%v: %.200s", err, line)
			continue
		}
		level, _ := entry["@level"].(string)
		stamp, _ := entry["@timestamp"].(string)
		message, isText := entry["@message"].(string)
		if !contains(levels, level) || !timestamp.MatchString(stamp) || !isText {
			t.Errorf("%.300s", line)
		}
		seen[strings.SplitN(message, "\n", 2)[0]] = true
		for key, value := range entry {
			switch value.(type) {
			case string, float64, bool:
			default:
				t.Errorf("%s is not flat in %.300s", key, line)
			}
		}
		if strings.Contains(line, secret) {
			t.Errorf("a secret is logged: %s", line)
		}
	}
	for _, message := range []string{"Answered a query", "A query failed", "A worker stopped unexpectedly", "line", "printed by a library", "Stopping"} {
		if !seen[message] {
			t.Errorf("%q is not in the log", message)
		}
	}
}

func TestGarbageHarmsNobody(t *testing.T) {
	h := start(t, executable(t))
	settings := filesIn(predictions(t))

	for _, bytes := range [][]byte{
		[]byte("GET / HTTP/1.1\r\n\r\n"),
		[]byte(strings.Repeat("\x00\xff\x13", 100_000)),
		[]byte("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + strings.Repeat("\xff", 1000)),
		{},
	} {
		address := h.client.ReattachConfig().Addr
		connection, err := net.Dial(address.Network(), address.String())
		if err != nil {
			t.Fatal(err)
		}
		_ = connection.SetDeadline(time.Now().Add(300 * time.Millisecond))
		_, _ = connection.Write(bytes)
		_, _ = connection.Read(make([]byte, 1000))
		_ = connection.Close()
	}

	connection := dial(t, h)
	noMessage := &rawMessage{[]byte(strings.Repeat("\xff", 100))}
	err := connection.Invoke(timeout(t, patience), "/pluginv2.Data/QueryData", noMessage, &emptypb.Empty{}, rawCodec)
	if code := status.Code(err); code == codes.OK || code == codes.DeadlineExceeded || code == codes.Unavailable {
		t.Errorf("bytes that are no message: %v", err)
	}
	for method, expected := range map[string]codes.Code{"/pluginv2.Data/Nothing": codes.Unimplemented, "/nowhere/Nothing": codes.Unimplemented} {
		if err := connection.Invoke(timeout(t, patience), method, &emptypb.Empty{}, &emptypb.Empty{}); status.Code(err) != expected {
			t.Errorf("%s: %v", method, err)
		}
	}

	_, err = h.query(timeout(t, patience), nil, map[string]string{"A": drift("")})
	if status.Code(err) != codes.Unknown || errorSource(err) != "plugin" {
		t.Errorf("without a data source: %v, %q", err, errorSource(err))
	}
	empty, err := h.data.QueryData(timeout(t, patience), &pluginv2.QueryDataRequest{PluginContext: settings})
	if err != nil || len(empty.GetResponses()) != 0 {
		t.Errorf("without a query: %v %v", empty, err)
	}
	noTime, err := h.data.QueryData(timeout(t, patience), &pluginv2.QueryDataRequest{PluginContext: settings, Queries: []*pluginv2.DataQuery{
		{RefId: "A", Json: []byte(drift(""))},
		{RefId: "B", Json: []byte(drift("")), TimeRange: &pluginv2.TimeRange{FromEpochMS: end, ToEpochMS: half}},
		{RefId: "C", Json: []byte(drift("")), TimeRange: &pluginv2.TimeRange{FromEpochMS: -1 << 63, ToEpochMS: 1<<63 - 1}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	for _, refID := range []string{"A", "B", "C"} {
		if response := noTime.GetResponses()[refID]; response.GetStatus() == 500 {
			t.Errorf("%s: %v", refID, response.GetError())
		}
	}
	if err := h.protocol.Ping(); err != nil {
		t.Fatal(err)
	}
	h.ask(t, settings, drift(""))
}
