// Package pluginhost starts the built executable as Grafana does and asks it what Grafana asks.
package pluginhost

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/grpcplugin"
	"github.com/grafana/grafana-plugin-sdk-go/genproto/pluginv2"
	"github.com/hashicorp/go-hclog"
	goplugin "github.com/hashicorp/go-plugin"
)

// host is a started executable with the clients that Grafana holds for it.
type host struct {
	client      *goplugin.Client
	protocol    goplugin.ClientProtocol
	command     *exec.Cmd
	data        grpcplugin.DataClient
	resource    grpcplugin.ResourceClient
	diagnostics grpcplugin.DiagnosticsClient
	stream      grpcplugin.StreamClient
	stderr      *lines
}

// executable is the one under test: of this platform, or where MODELWATCH_EXECUTABLE says.
func executable(t testing.TB) string {
	return builtFile(t, "MODELWATCH_EXECUTABLE", "../../dist/gpx_modelwatch_"+platform())
}

// faultyExecutable is the same program, whose workers fail when a query asks them to.
func faultyExecutable(t testing.TB) string {
	return builtFile(t, "MODELWATCH_FAULTY_EXECUTABLE", "../../.cache/plugin-host/gpx_modelwatch_"+platform())
}

func platform() string {
	if runtime.GOOS == "windows" {
		return "windows_" + runtime.GOARCH + ".exe"
	}
	return runtime.GOOS + "_" + runtime.GOARCH
}

func builtFile(t testing.TB, variable, path string) string {
	t.Helper()
	if named := os.Getenv(variable); named != "" {
		path = named
	}
	path, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("%v: build it first, by node scripts/testPluginHost.mjs", err)
	}
	return path
}

// start runs an executable and connects as Grafana's backend plugin manager does.
func start(t testing.TB, path string, environment ...string) *host {
	t.Helper()
	return startIn(t, path, t.TempDir(), environment...)
}

// startIn does so in a working folder.
func startIn(t testing.TB, path, folder string, environment ...string) *host {
	t.Helper()
	h := &host{stderr: &lines{}, command: exec.Command(path)}
	h.command.Env = environment
	h.command.Dir = folder
	h.client = goplugin.NewClient(&goplugin.ClientConfig{
		Cmd: h.command,
		HandshakeConfig: goplugin.HandshakeConfig{
			ProtocolVersion:  grpcplugin.ProtocolVersion,
			MagicCookieKey:   grpcplugin.MagicCookieKey,
			MagicCookieValue: grpcplugin.MagicCookieValue,
		},
		VersionedPlugins: map[int]goplugin.PluginSet{grpcplugin.ProtocolVersion: {
			"diagnostics": &grpcplugin.DiagnosticsGRPCPlugin{},
			"resource":    &grpcplugin.ResourceGRPCPlugin{},
			"data":        &grpcplugin.DataGRPCPlugin{},
			"stream":      &grpcplugin.StreamGRPCPlugin{},
		}},
		AllowedProtocols: []goplugin.Protocol{goplugin.ProtocolGRPC},
		Logger:           hclog.New(&hclog.LoggerOptions{Level: hclog.Trace, Output: testWriter{t}}),
		Stderr:           h.stderr,
	})
	t.Cleanup(h.client.Kill)
	protocol, err := h.client.Client()
	if err != nil {
		t.Fatalf("the executable does not start as a plugin: %v\n%s", err, h.stderr)
	}
	h.protocol = protocol
	h.data = dispense[grpcplugin.DataClient](t, protocol, "data")
	h.resource = dispense[grpcplugin.ResourceClient](t, protocol, "resource")
	h.diagnostics = dispense[grpcplugin.DiagnosticsClient](t, protocol, "diagnostics")
	h.stream = dispense[grpcplugin.StreamClient](t, protocol, "stream")
	return h
}

func dispense[Client any](t testing.TB, protocol goplugin.ClientProtocol, name string) Client {
	t.Helper()
	raw, err := protocol.Dispense(name)
	if err != nil {
		t.Fatal(err)
	}
	client, ok := raw.(Client)
	if !ok {
		t.Fatalf("%s is a %T", name, raw)
	}
	return client
}

// dataSource is the context of a call for a data source with these settings.
func dataSource(jsonData string) *pluginv2.PluginContext {
	return &pluginv2.PluginContext{
		OrgId:         1,
		PluginId:      "modelwatch-datasource",
		PluginVersion: "0.1.0",
		UserAgent:     "Grafana/12.3.0",
		User:          &pluginv2.User{Login: "admin", Role: "Admin"},
		DataSourceInstanceSettings: &pluginv2.DataSourceInstanceSettings{
			Id: 1, Uid: "modelwatch", Name: "Modelwatch", LastUpdatedMS: 1,
			JsonData:                []byte(jsonData),
			DecryptedSecureJsonData: map[string]string{"files.password": secret},
		},
	}
}

// secret stands in the settings of every call, and must never be seen again.
const secret = "correct-horse-battery-staple"

// filesIn are the settings of a data source over a folder.
func filesIn(folder string) *pluginv2.PluginContext {
	return dataSource(fmt.Sprintf(`{"version": 1, "connections": {"files": {"type": "file", "folder": %q}}}`, folder))
}

func timeout(t testing.TB, limit time.Duration) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	t.Cleanup(cancel)
	return ctx
}

// lines collects what an executable writes to stderr.
type lines struct {
	mutex  sync.Mutex
	buffer bytes.Buffer
}

func (l *lines) Write(text []byte) (int, error) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.buffer.Write(text)
}

func (l *lines) String() string {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.buffer.String()
}

func (l *lines) all() []string {
	return strings.FieldsFunc(l.String(), func(r rune) bool { return r == '\n' })
}

// testWriter shows the host's own log beside the test that it belongs to.
type testWriter struct{ t testing.TB }

func (w testWriter) Write(text []byte) (int, error) {
	if testing.Verbose() && os.Getenv("MODELWATCH_HOST_LOG") != "" {
		fmt.Fprintf(os.Stderr, "%s: %s", w.t.Name(), text)
	}
	return len(text), nil
}
