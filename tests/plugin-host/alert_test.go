package pluginhost

import (
	"bufio"
	"fmt"
	"maps"
	"net"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/grafana/grafana-plugin-sdk-go/genproto/pluginv2"
)

// alertRule evaluates a query as Grafana's scheduler does: each time for a stretch of time that ends a minute later, with
// the headers of a rule, and a threshold on the severity as its condition.
type alertRule struct {
	host        *host
	settings    *pluginv2.PluginContext
	query       string
	evaluations int64
	// firing holds the alerts that fire, by their labels, for a rule that keeps the last state where there is no verdict.
	firing map[string]bool
}

const ruleUID = "drift-of-predictions"

// evaluate returns the state of each alert by its labels. An error, or an answer without any number, is the state of all.
func (r *alertRule) evaluate(t testing.TB) (map[string]string, *pluginv2.DataResponse) {
	t.Helper()
	r.evaluations++
	later := r.evaluations * time.Minute.Milliseconds()
	answer, err := r.host.data.QueryData(timeout(t, patience), &pluginv2.QueryDataRequest{
		PluginContext: r.settings,
		Headers:       map[string]string{"FromAlert": "true", "http_X-Rule-Uid": ruleUID},
		Queries: []*pluginv2.DataQuery{{
			RefId: "drift", Json: []byte(r.query), MaxDataPoints: 43_200, IntervalMS: 1000,
			TimeRange: &pluginv2.TimeRange{FromEpochMS: half + later, ToEpochMS: end + later},
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	response := answer.GetResponses()["drift"]
	states := map[string]string{}
	if response.GetError() != "" {
		states[""] = "Error"
		return states, response
	}
	frames := decode(t, response)
	if len(frames) == 0 {
		states[""] = "NoData"
	}
	for _, frame := range frames {
		labels := frame.Fields[0].Labels.String()
		state := stateOf(t, frame)
		states[labels] = state
		if state == "Alerting" || state == "Normal" {
			r.firing[labels] = state == "Alerting"
		}
	}
	return states, response
}

// stateOf is what Grafana makes of a number and the condition "severity above 1.5".
func stateOf(t testing.TB, frame *data.Frame) string {
	t.Helper()
	if frame.Meta == nil || frame.Meta.Type != data.FrameTypeNumericMulti || len(frame.Fields) != 1 || frame.Rows() != 1 {
		t.Fatalf("a condition takes no such frame: %+v", frame)
	}
	severity, ok := frame.Fields[0].ConcreteAt(0)
	switch {
	case !ok:
		return "NoData"
	case severity.(float64) > 1.5:
		return "Alerting"
	default:
		return "Normal"
	}
}

// evolve writes month.csv: a value every ten minutes, in the second half moved by so much, and only every so many of them.
func evolve(t testing.TB, folder string, moved float64, every int) {
	t.Helper()
	write(t, folder, "month.csv", func(file *bufio.Writer) {
		fmt.Fprintln(file, "time,region,moves,stays")
		for row := range rows {
			later := row >= rows/2
			if later && (every == 0 || row%every != 0) {
				continue
			}
			at := time.UnixMilli(start2024 + int64(row)*step).UTC().Format(time.RFC3339)
			fmt.Fprintf(file, "%s,%s,%g,%d\n", at, []string{"north", "south"}[scatter(row+3, 2)],
				float64(scatter(row, 1000))+shift(later, moved), scatter(row+5, 1000))
		}
	})
}

const questionOfTheRule = `{"version": 1, "kind": "drift", "format": "alert", "segmentBy": ["region"],
	"current": {"connection": "files", "path": "month.csv", "timeField": "time", "features": [{"name": "moves"}, {"name": "stays"}]},
	"baseline": {"kind": "window", "from": "2024-01-01", "to": "2024-01-16"}}`

const (
	movesNorth = "feature=moves, region=north"
	movesSouth = "feature=moves, region=south"
	staysNorth = "feature=stays, region=north"
	staysSouth = "feature=stays, region=south"
)

func allAre(state string) map[string]string {
	return map[string]string{movesNorth: state, movesSouth: state, staysNorth: state, staysSouth: state}
}

// TestARuleGoesFromNormalToAlertingAndBack as the data change, and nothing but a verdict resolves what fires.
func TestARuleGoesFromNormalToAlertingAndBack(t *testing.T) {
	h := start(t, executable(t))
	folder := t.TempDir()
	rule := &alertRule{host: h, settings: filesIn(folder), query: questionOfTheRule, firing: map[string]bool{}}
	drifted := allAre("Normal")
	drifted[movesNorth], drifted[movesSouth] = "Alerting", "Alerting"
	for _, now := range []struct {
		what     string
		moved    float64
		every    int
		expected map[string]string
		fire     bool
	}{
		{"nothing moved", 0, 1, allAre("Normal"), false},
		{"a feature moved", 300, 1, drifted, true},
		{"too few rows to tell", 300, 100, allAre("NoData"), true},
		{"no rows at all", 300, 0, allAre("NoData"), true},
		{"it is still there", 300, 1, drifted, true},
		{"it moved back", 0, 1, allAre("Normal"), false},
	} {
		evolve(t, folder, now.moved, now.every)
		states, response := rule.evaluate(t)
		if !maps.Equal(states, now.expected) {
			t.Errorf("%s: %v, not %v (%s)", now.what, states, now.expected, response.GetError())
		}
		if rule.firing[movesNorth] != now.fire || rule.firing[movesSouth] != now.fire || rule.firing[staysNorth] {
			t.Errorf("%s: firing are %v", now.what, rule.firing)
		}
	}
}

// TestAStoreThatIsDownIsAnErrorOfTheStore and resolves nothing.
func TestAStoreThatIsDownIsAnErrorOfTheStore(t *testing.T) {
	h := start(t, executable(t))
	folder := t.TempDir()
	evolve(t, folder, 300, 1)
	settings := dataSource(fmt.Sprintf(`{"version": 1, "connections": {"files": {"type": "file", "folder": %q},
		"metrics": {"type": "prometheus", "url": "http://%s"}}}`, folder, closedPort(t)))
	rule := &alertRule{host: h, settings: settings, query: questionOfTheRule, firing: map[string]bool{}}
	if rule.evaluate(t); !rule.firing[movesNorth] {
		t.Fatalf("firing are %v", rule.firing)
	}
	for _, down := range []struct {
		query  string
		status int32
		says   string
	}{
		{strings.Replace(questionOfTheRule, "month.csv", "gone.csv", 1), 404, "gone.csv"},
		{`{"version": 1, "kind": "drift", "format": "alert",
			"current": {"connection": "metrics", "features": [{"name": "x", "expr": "x"}]},
			"baseline": {"kind": "previous", "offset": "1d"}}`, 502, "can't be reached"},
	} {
		rule.query = down.query
		states, response := rule.evaluate(t)
		if !maps.Equal(states, map[string]string{"": "Error"}) || !rule.firing[movesNorth] {
			t.Errorf("%v, firing are %v", states, rule.firing)
		}
		if response.GetStatus() != down.status || response.GetErrorSource() != "downstream" || !strings.Contains(response.GetError(), down.says) {
			t.Errorf("%d by %s: %s", response.GetStatus(), response.GetErrorSource(), response.GetError())
		}
		if len(response.GetFrames()) > 0 {
			t.Errorf("an error with numbers beside it")
		}
	}
}

// TestTheMessageHasWordsThatTellNoAlertsApart: details carry the labels of the severity, and more.
func TestTheMessageHasWordsThatTellNoAlertsApart(t *testing.T) {
	h := start(t, executable(t))
	folder := t.TempDir()
	evolve(t, folder, 300, 1)
	ask := func(keys string) data.Frames {
		return h.ask(t, filesIn(folder), strings.Replace(questionOfTheRule, `"version": 1`, `"version": 1, `+keys, 1))
	}
	severities, details, since := ask(`"alertValue": "severity"`), ask(`"alertValue": "details"`), ask(`"alertValue": "since", "window": "1d"`)
	if len(details) != len(severities) || len(since) != len(severities) {
		t.Fatalf("%d details and %d times for %d numbers", len(details), len(since), len(severities))
	}
	for index, frame := range details {
		own := severities[index].Fields[0].Labels
		if !frame.Fields[0].Labels.Contains(own) || !since[index].Fields[0].Labels.Equals(own) {
			t.Errorf("%v does not belong to %v", frame.Fields[0].Labels, own)
		}
	}
	words := details[0].Fields[0].Labels
	if words["verdict"] != "drift" || !strings.Contains(words["reason"], ".") || words["baseline"] == "" || words["from"] != fmt.Sprint(half) {
		t.Errorf("%v", words)
	}
	if began, ok := since[0].Fields[0].ConcreteAt(0); !ok || began.(float64) != half/1000 {
		t.Errorf("drifts since %v, not %d", began, half/1000)
	}
}

// TestTheRulesLastDecisionIsPublished with the metrics of the process.
func TestTheRulesLastDecisionIsPublished(t *testing.T) {
	h := start(t, executable(t))
	folder := t.TempDir()
	rule := &alertRule{host: h, settings: filesIn(folder), query: questionOfTheRule, firing: map[string]bool{}}
	published := func(name, labels string) bool {
		for _, line := range strings.Split(h.metrics(t), "\n") {
			if strings.HasPrefix(line, name+"{") && strings.Contains(line, `rule="`+ruleUID+`"`) && strings.HasSuffix(line, labels) {
				return true
			}
		}
		return false
	}
	evolve(t, folder, 300, 1)
	rule.evaluate(t)
	for severity, count := range map[string]int{"alarm": 2, "normal": 2, "warning": 0, "undecided": 0} {
		if !published("modelwatch_rule_series", fmt.Sprintf(`severity="%s"} %d`, severity, count)) {
			t.Errorf("not %d series of severity %s in\n%s", count, severity, h.metrics(t))
		}
	}
	if !published("modelwatch_rule_last_success", "} 1") {
		t.Errorf("no success in\n%s", h.metrics(t))
	}
	rule.query = strings.Replace(questionOfTheRule, "month.csv", "gone.csv", 1)
	rule.evaluate(t)
	if !published("modelwatch_rule_last_success", "} 0") || published("modelwatch_rule_series", "") {
		t.Errorf("a failure leaves verdicts in\n%s", h.metrics(t))
	}
}

// TestRulesOfEveryKindDecideAndArePublished: checks, volume and versions go the way that drift goes.
func TestRulesOfEveryKindDecideAndArePublished(t *testing.T) {
	h := start(t, executable(t))
	folder := t.TempDir()
	for _, rule := range []struct{ kind, keys, feature string }{
		{"quality", `"window": "range", "slice": "none", "checks": ["missing", "range"],
			"current": {"connection": "files", "path": "calls.csv", "timeField": "time", "features": [{"name": "answer", "expect": {"min": 0, "max": 1}}]}`, "answer"},
		{"volume", `"window": "1h", "measures": [{"name": "calls", "aggregate": "count"}], "baseline": {"kind": "previous", "offset": "1d"},
			"current": {"connection": "files", "path": "calls.csv", "timeField": "time"}`, "calls"},
		{"versions", `"window": "1h", "feature": {"name": "version"}, "decision": {"minimumCalls": 5},
			"current": {"connection": "files", "path": "calls.csv", "timeField": "time"}`, "version"},
	} {
		query := fmt.Sprintf(`{"version": 1, "kind": %q, "format": "alert", %s}`, rule.kind, rule.keys)
		evaluated := &alertRule{host: h, settings: filesIn(folder), query: query, firing: map[string]bool{}}
		for _, now := range []struct {
			broken     bool
			severities []string
		}{{false, []string{"0"}}, {true, []string{"1", "2"}}, {false, []string{"0"}}} {
			callsOf(t, folder, now.broken)
			states, response := evaluated.evaluate(t)
			frames := decode(t, response)
			if len(frames) != 1 {
				t.Fatalf("%s answers %v: %s", rule.kind, states, response.GetError())
			}
			severity, _ := frames[0].Fields[0].ConcreteAt(0)
			if !slices.Contains(now.severities, fmt.Sprint(severity)) || frames[0].Fields[0].Labels.String() != "feature="+rule.feature {
				t.Errorf("%s, broken %v: %v of %s", rule.kind, now.broken, severity, frames[0].Fields[0].Labels)
			}
		}
		if !strings.Contains(h.metrics(t), fmt.Sprintf(`kind=%q`, rule.kind)) {
			t.Errorf("nothing of the kind %s in\n%s", rule.kind, h.metrics(t))
		}
	}
}

// callsOf writes calls.csv: thirty an hour; broken, the last hour has a fifth of them, impossible answers, another version.
func callsOf(t testing.TB, folder string, broken bool) {
	t.Helper()
	write(t, folder, "calls.csv", func(file *bufio.Writer) {
		fmt.Fprintln(file, "time,answer,version")
		for at := int64(half); at < end+time.Hour.Milliseconds(); at += 2 * time.Minute.Milliseconds() {
			late := broken && at >= end-time.Hour.Milliseconds()
			answer, version := float64(at%7)/7, 1
			if late {
				answer, version = 7, 2
			}
			if late && at%time.Hour.Milliseconds() >= 12*time.Minute.Milliseconds() {
				continue
			}
			fmt.Fprintf(file, "%s,%g,%d\n", time.UnixMilli(at).UTC().Format(time.RFC3339), answer, version)
		}
	})
}

// closedPort is an address of this machine where nothing listens.
func closedPort(t testing.TB) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}
