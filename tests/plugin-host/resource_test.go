package pluginhost

import (
	"net/url"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/genproto/pluginv2"
)

type fields struct {
	Fields     []struct{ Name, Type, Evidence string }
	TimeBounds *struct{ From, To int64 }
}

func TestResourcesTellTheEditorWhatThereIs(t *testing.T) {
	h := start(t, executable(t))
	settings := filesIn(predictions(t))

	connections := parse[struct {
		Connections       []struct{ Name, Type string }
		DefaultConnection *string
	}](t, h.get(t, settings, "connections"))
	if len(connections.Connections) != 1 || connections.Connections[0].Name != "files" || connections.Connections[0].Type != "file" {
		t.Errorf("%+v", connections)
	}

	files := parse[struct{ Files []string }](t, h.get(t, settings, "files?connection=files"))
	if strings.Join(files.Files, " ") != "damaged.parquet empty.csv predictions.csv" {
		t.Errorf("%v", files)
	}

	body := `{"selection": {"path": "predictions.csv", "timeField": "time"}}`
	query := "features?" + url.Values{"path": {"predictions.csv"}, "timeField": {"time"}}.Encode()
	for name, answer := range map[string][]byte{
		"GET": h.get(t, settings, query), "POST": h.call(t, settings, "POST", "features", body).body,
	} {
		described := parse[fields](t, answer)
		types := map[string]string{}
		for _, field := range described.Fields {
			types[field.Name] = field.Type
			if field.Evidence == "" {
				t.Errorf("%s: no evidence for %s", name, field.Name)
			}
		}
		for field, kind := range map[string]string{"time": "time", "distance": "numeric", "score": "numeric", "carrier": "categorical"} {
			if types[field] != kind {
				t.Errorf("%s: %s is %s, not %s", name, field, types[field], kind)
			}
		}
		if described.TimeBounds == nil || described.TimeBounds.From != start2024 || described.TimeBounds.To != end-step {
			t.Errorf("%s: %+v", name, described.TimeBounds)
		}
	}

	plan := h.call(t, settings, "POST", "plan", `{"query": `+drift("")+`, "from": 1705276800000, "to": "2024-01-31T00:00:00Z"}`)
	if plan.status != 200 || !strings.Contains(string(plan.body), "predictions.csv") {
		t.Errorf("%d: %s", plan.status, plan.body)
	}
}

func (h *host) get(t testing.TB, settings *pluginv2.PluginContext, path string) []byte {
	t.Helper()
	answer := h.call(t, settings, "GET", path, "")
	if answer.status != 200 || answer.headers["Content-Type"].GetValues()[0] != "application/json" {
		t.Fatalf("%s: %d %v %s", path, answer.status, answer.headers, answer.body)
	}
	return answer.body
}

func TestResourcesRefuseWithAMessage(t *testing.T) {
	h := start(t, executable(t))
	settings := filesIn(predictions(t))
	for _, c := range []struct {
		method, url, body string
		status            int32
		says              string
	}{
		{"GET", "secrets", "", 404, "secrets"},
		{"DELETE", "files", "", 405, "DELETE"},
		{"POST", "features", "no JSON", 400, "not JSON"},
		{"POST", "features", "[]", 400, "not an object"},
		{"POST", "features", `{"selection": {"speed": 1}}`, 400, "speed"},
		{"GET", "features?path=absent.csv", "", 404, "absent.csv"},
		{"GET", "features?path=../../../etc/passwd", "", 400, "passwd"},
		{"GET", "features?path=predictions.csv&from=now-6h", "", 400, `"to"`},
		{"GET", "features?path=predictions.csv&from=noon&to=now", "", 400, "from"},
		{"GET", "files?connection=elsewhere", "", 400, "elsewhere"},
		{"POST", "plan", `{"query": {"kind": "quantum"}}`, 400, "kind"},
	} {
		answer := h.call(t, settings, c.method, c.url, c.body)
		message := parse[struct{ Message string }](t, answer.body).Message
		if answer.status != c.status || !strings.Contains(message, c.says) {
			t.Errorf("%s %s %s: %d %q, not %d with %q", c.method, c.url, c.body, answer.status, message, c.status, c.says)
		}
	}
}
