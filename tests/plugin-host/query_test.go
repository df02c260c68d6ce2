package pluginhost

import (
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/data"
)

func TestDriftIsFoundWhereItIs(t *testing.T) {
	h := start(t, executable(t))
	frames := h.ask(t, filesIn(predictions(t)), drift(""))
	if len(frames) != 1 || frames[0].RefID != "A" || frames[0].Name != "drift" {
		t.Fatalf("not one frame: %v", frames)
	}
	frame := frames[0]
	verdicts := map[string]string{}
	for row := range frame.Rows() {
		verdicts[text(t, frame, "feature", row)] = text(t, frame, "verdict", row)
	}
	expected := map[string]string{"distance": "drift", "score": "no_drift", "carrier": "drift", "weekend": "no_drift"}
	for feature, verdict := range expected {
		if verdicts[feature] != verdict {
			t.Errorf("%s: %s, not %s", feature, verdicts[feature], verdict)
		}
	}
	if kind := field(t, frame, "time").Type(); kind != data.FieldTypeNullableTime {
		t.Errorf("time is %s", kind)
	}
	if kind := field(t, frame, "p_value").Type(); kind != data.FieldTypeNullableFloat64 {
		t.Errorf("p_value is %s", kind)
	}
}

func TestAnAlertHasOneNumberForEachFeature(t *testing.T) {
	h := start(t, executable(t))
	frames := h.ask(t, filesIn(predictions(t)), drift(`, "format": "alert", "segmentBy": ["model_version"]`))
	severities := map[string]float64{}
	for _, frame := range frames {
		if frame.Meta == nil || frame.Meta.Type != data.FrameTypeNumericMulti || frame.Meta.TypeVersion != (data.FrameTypeVersion{0, 1}) {
			t.Fatalf("not numeric-multi 0.1: %+v", frame.Meta)
		}
		if len(frame.Fields) != 1 || frame.Rows() != 1 {
			t.Fatalf("%d fields of %d rows", len(frame.Fields), frame.Rows())
		}
		if value, ok := frame.Fields[0].ConcreteAt(0); ok {
			severities[frame.Fields[0].Labels.String()] = value.(float64)
		}
	}
	if len(severities) != 8 {
		t.Errorf("not a number for each of 4 features and 2 versions: %v", severities)
	}
	if severity := severities["feature=distance, model_version=v1"]; severity != 2 {
		t.Errorf("distance of v1 has severity %v among %v", severity, severities)
	}
	if severity, found := severities["feature=score, model_version=v2"]; severity != 0 || !found {
		t.Errorf("score of v2 has severity %v", severity)
	}
}

func TestWhateverAPanelAsksAnswersARule(t *testing.T) {
	h := start(t, executable(t))
	distribution := strings.Replace(drift(""), `"kind": "drift"`, `"kind": "distribution"`, 1)
	versions := `{"version": 1, "kind": "versions", "window": "1d",
		"current": {"path": "predictions.csv", "timeField": "time"}, "feature": {"name": "model_version"}}`
	volume := `{"version": 1, "kind": "volume", "current": {"path": "predictions.csv", "timeField": "time"},
		"measures": [{"name": "calls", "aggregate": "count"}], "baseline": {"kind": "previous", "offset": "7d"}}`
	quality := `{"version": 1, "kind": "quality", "current": {"path": "predictions.csv", "timeField": "time"}}`
	performance := `{"version": 1, "kind": "performance", "current": {"path": "predictions.csv", "timeField": "time"},
		"score": "score", "positive": "true", "label": {"field": "weekend"}, "objective": {"brier": 0.9}}`
	change := `{"version": 1, "kind": "change", "current": {"path": "predictions.csv", "timeField": "time"},
		"measures": [{"name": "calls", "aggregate": "count"}], "window": "1d"}`
	explain := `{"version": 1, "kind": "explain", "of": ` + drift("") + `, "by": ["weekend"]}`
	queries := map[string]string{
		"table": drift(""), "annotations": drift(`, "format": "annotations"`), "distribution": distribution,
		"versions": versions, "volume": volume, "quality": quality, "performance": performance, "change": change,
		"explain": explain,
	}
	responses, err := h.queryWith(timeout(t, patience), filesIn(predictions(t)), map[string]string{"FromAlert": "true"}, queries)
	if err != nil {
		t.Fatal(err)
	}
	for refID := range queries {
		if responses[refID].GetError() != "" {
			t.Errorf("%s: %s", refID, responses[refID].GetError())
			continue
		}
		frames := decode(t, responses[refID])
		if len(frames) == 0 {
			t.Errorf("%s answers no number", refID)
		}
		for _, frame := range frames {
			if frame.Meta == nil || frame.Meta.Type != data.FrameTypeNumericMulti || len(frame.Fields) != 1 || frame.Rows() != 1 {
				t.Errorf("%s: a condition takes no such frame: %+v", refID, frame)
			}
		}
	}
	asSeries := drift(`, "format": "timeseries"`)
	responses, err = h.queryWith(timeout(t, patience), filesIn(predictions(t)), map[string]string{"FromAlert": "true"}, map[string]string{"A": asSeries})
	if err != nil || len(decode(t, responses["A"])) == 0 || decode(t, responses["A"])[0].Meta.Type == data.FrameTypeNumericMulti {
		t.Errorf("series are left to the rule's own reduce expression: %v %s", err, responses["A"].GetError())
	}
}

func TestOneBadQueryLeavesTheOthersUnharmed(t *testing.T) {
	h := start(t, executable(t))
	responses, err := h.query(timeout(t, patience), filesIn(predictions(t)), map[string]string{
		"A": drift(""),
		"B": drift(`, "window": "often"`),
		"C": strings.Replace(drift(""), "predictions.csv", "absent.csv", 1),
		"D": drift(`, "format": "alert"`),
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(responses) != 4 {
		t.Errorf("%d responses", len(responses))
	}
	for _, refID := range []string{"A", "D"} {
		if responses[refID].GetStatus() != 200 || len(decode(t, responses[refID])) == 0 {
			t.Errorf("%s was harmed: %s", refID, responses[refID].GetError())
		}
	}
	for _, refID := range []string{"B", "C"} {
		if responses[refID].GetError() == "" {
			t.Errorf("%s does not fail", refID)
		}
	}
}

func TestErrorsSayWhatIsWrongAndWhoseFaultItIs(t *testing.T) {
	h := start(t, executable(t))
	settings := filesIn(predictions(t))
	file := func(path string) string { return strings.Replace(drift(""), "predictions.csv", path, 1) }
	feature := func(name string) string { return strings.Replace(drift(""), "distance", name, 1) }
	for name, c := range map[string]struct {
		query  string
		status int32
		source string
		says   []string
	}{
		"no JSON":              {`{"kind": `, 400, "plugin", []string{"not JSON"}},
		"no UTF-8":             {"{\"kind\": \"\xff\xfe\"}", 400, "plugin", []string{"kind"}},
		"no object":            {`[1, 2]`, 400, "plugin", []string{"not valid"}},
		"nothing at all":       {``, 400, "plugin", []string{"JSON"}},
		"another kind":         {`{"kind": "quantum"}`, 400, "plugin", []string{`"kind"`}},
		"an unknown key":       {drift(`, "decision": {"speed": 1}`), 400, "plugin", []string{"decision", "speed"}},
		"no window":            {drift(`, "window": "often"`), 400, "plugin", []string{"window", "duration"}},
		"an unknown test":      {drift(`, "tests": ["tea leaves"]`), 400, "plugin", []string{"tests"}},
		"an absent file":       {file("absent.csv"), 404, "downstream", []string{"absent.csv"}},
		"a file elsewhere":     {file("../../../../etc/passwd"), 400, "plugin", []string{"passwd"}},
		"a file of other kind": {file("notes.txt"), 400, "plugin", []string{"notes.txt", ".csv"}},
		"an empty file":        {file("empty.csv"), 422, "downstream", []string{"empty.csv"}},
		"a damaged file":       {file("damaged.parquet"), 422, "downstream", []string{"damaged.parquet"}},
		"an unknown column":    {feature("distnace"), 400, "plugin", []string{"distnace", "distance"}},
	} {
		t.Run(name, func(t *testing.T) {
			response := h.refuse(t, settings, c.query)
			if response.GetStatus() != c.status || response.GetErrorSource() != c.source {
				t.Errorf("%d by %s, not %d by %s: %s", response.GetStatus(), response.GetErrorSource(), c.status, c.source, response.GetError())
			}
			for _, word := range c.says {
				if !strings.Contains(response.GetError(), word) {
					t.Errorf("%q does not say %q", response.GetError(), word)
				}
			}
			if strings.Contains(response.GetError(), "\n") || strings.Contains(response.GetError(), " at ") {
				t.Errorf("%q is not one clear message", response.GetError())
			}
		})
	}
}

func TestSettingsThatAreWrongFailTheQueryWithWhatToChange(t *testing.T) {
	h := start(t, executable(t))
	for settings, says := range map[string]string{
		``:                                  "configuration page",
		`{}`:                                "configuration page",
		`[`:                                 "not JSON",
		`7`:                                 "not an object",
		`{"version": 9, "connections": {}}`: "version 9",
		`{"connections": {}}`:               "configuration page",
		`{"connections": {"a": {"type": "telepathy"}}}`:                                        "connections.a",
		`{"connections": {"a": {"type": "file"}}}`:                                             "connections.a.folder",
		`{"connections": {"a": {"type": "file", "folder": "/tmp"}}, "defaultConnection": "b"}`: `"b"`,
	} {
		response := h.refuse(t, dataSource(settings), drift(""))
		if response.GetStatus() != 400 || !strings.Contains(response.GetError(), says) {
			t.Errorf("%s: %d %q does not say %q", settings, response.GetStatus(), response.GetError(), says)
		}
	}
}

func field(t testing.TB, frame *data.Frame, name string) *data.Field {
	t.Helper()
	found, index := frame.FieldByName(name)
	if index < 0 {
		t.Fatalf("no field %s", name)
	}
	return found
}

func text(t testing.TB, frame *data.Frame, name string, row int) string {
	t.Helper()
	value, _ := field(t, frame, name).ConcreteAt(row)
	return value.(string)
}
