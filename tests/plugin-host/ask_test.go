package pluginhost

import (
	"context"
	"encoding/json"
	"io"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/grafana/grafana-plugin-sdk-go/genproto/pluginv2"
)

const patience = 30 * time.Second

// secondHalf is the time range of a dashboard that shows the second half of the predictions.
var secondHalf = &pluginv2.TimeRange{FromEpochMS: half, ToEpochMS: end}

// drift is a query over the second half of the predictions against the first, with further keys.
func drift(keys string) string {
	return driftAgainst(`{"kind": "window", "from": "2024-01-01", "to": "2024-01-16"}`, keys)
}

func driftAgainst(baseline, keys string) string {
	return `{"version": 1, "kind": "drift",
		"current": {"path": "predictions.csv", "timeField": "time",
			"features": [{"name": "distance"}, {"name": "score"}, {"name": "carrier"}, {"name": "weekend"}]},
		"baseline": ` + baseline + keys + `}`
}

// query asks for several queries by their refId, as a dashboard does.
func (h *host) query(ctx context.Context, settings *pluginv2.PluginContext, queries map[string]string) (map[string]*pluginv2.DataResponse, error) {
	return h.queryWith(ctx, settings, nil, queries)
}

// queryWith asks with headers of Grafana's, such as those of a rule.
func (h *host) queryWith(ctx context.Context, settings *pluginv2.PluginContext, headers map[string]string, queries map[string]string) (map[string]*pluginv2.DataResponse, error) {
	request := &pluginv2.QueryDataRequest{PluginContext: settings, Headers: headers}
	for refID, query := range queries {
		request.Queries = append(request.Queries, &pluginv2.DataQuery{
			RefId: refID, Json: []byte(query), TimeRange: secondHalf, MaxDataPoints: 1000, IntervalMS: 60_000,
		})
	}
	response, err := h.data.QueryData(ctx, request)
	return response.GetResponses(), err
}

// ask asks for one query, and fails the test unless it succeeds.
func (h *host) ask(t testing.TB, settings *pluginv2.PluginContext, query string) data.Frames {
	t.Helper()
	responses, err := h.query(timeout(t, patience), settings, map[string]string{"A": query})
	if err != nil {
		t.Fatal(err)
	}
	response := responses["A"]
	if response.GetStatus() != 200 || response.GetError() != "" {
		t.Fatalf("status %d: %s", response.GetStatus(), response.GetError())
	}
	return decode(t, response)
}

func decode(t testing.TB, response *pluginv2.DataResponse) data.Frames {
	t.Helper()
	frames, err := data.UnmarshalArrowFrames(response.GetFrames())
	if err != nil {
		t.Fatal(err)
	}
	return frames
}

// refuse asks for one query that has to fail, and returns its response.
func (h *host) refuse(t testing.TB, settings *pluginv2.PluginContext, query string) *pluginv2.DataResponse {
	t.Helper()
	responses, err := h.query(timeout(t, patience), settings, map[string]string{"A": query})
	if err != nil {
		t.Fatal(err)
	}
	if responses["A"].GetError() == "" || len(responses["A"].GetFrames()) > 0 {
		t.Fatalf("%s does not fail", query)
	}
	return responses["A"]
}

type resourceAnswer struct {
	status  int32
	headers map[string]*pluginv2.StringList
	body    []byte
	pieces  int
}

// call asks for a resource and joins the answer's pieces, as the host does.
func (h *host) call(t testing.TB, settings *pluginv2.PluginContext, method, url, body string) resourceAnswer {
	t.Helper()
	path := url
	for index, letter := range url {
		if letter == '?' {
			path = url[:index]
			break
		}
	}
	stream, err := h.resource.CallResource(timeout(t, patience), &pluginv2.CallResourceRequest{
		PluginContext: settings, Path: path, Url: url, Method: method, Body: []byte(body),
	})
	if err != nil {
		t.Fatal(err)
	}
	answer := resourceAnswer{}
	for {
		piece, err := stream.Recv()
		if err == io.EOF {
			return answer
		}
		if err != nil {
			t.Fatal(err)
		}
		if answer.pieces == 0 {
			answer.status, answer.headers = piece.GetCode(), piece.GetHeaders()
		}
		answer.body = append(answer.body, piece.GetBody()...)
		answer.pieces++
	}
}

func parse[Value any](t testing.TB, text []byte) Value {
	t.Helper()
	var value Value
	if err := json.Unmarshal(text, &value); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return value
}

func contains[Value comparable](values []Value, wanted Value) bool {
	for _, value := range values {
		if value == wanted {
			return true
		}
	}
	return false
}
