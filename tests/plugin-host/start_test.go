package pluginhost

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/status"
)

// bare starts an executable without the host's library, and returns the first line of its stdout.
func bare(t testing.TB, path string, environment ...string) (*exec.Cmd, string, *lines) {
	t.Helper()
	stderr := &lines{}
	command := exec.Command(path)
	command.Dir = t.TempDir()
	command.Env = append(os.Environ(), environment...)
	command.Stderr = stderr
	stdout, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = command.Process.Kill()
		_ = command.Wait()
	})
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Logf("no line on stdout: %v", err)
	}
	return command, line, stderr
}

var cookie = []string{"grafana_plugin_type=datasource", "PLUGIN_PROTOCOL_VERSIONS=2"}

func TestTheFirstLineIsTheHandshake(t *testing.T) {
	folder := shortFolder(t)
	_, line, _ := bare(t, executable(t), append(cookie, "PLUGIN_UNIX_SOCKET_DIR="+folder)...)
	if runtime.GOOS == "windows" {
		if !regexp.MustCompile(`^1\|2\|tcp\|127\.0\.0\.1:\d+\|grpc\|\r?\n$`).MatchString(line) {
			t.Fatalf("%q", line)
		}
		return
	}
	found := regexp.MustCompile(`^1\|2\|unix\|([^|]+)\|grpc\|\n$`).FindStringSubmatch(line)
	if found == nil || !strings.HasPrefix(found[1], folder) {
		t.Fatalf("%q", line)
	}
	info, err := os.Stat(found[1])
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Type() != os.ModeSocket || info.Mode().Perm() != 0o600 {
		t.Errorf("%s is %s", found[1], info.Mode())
	}
}

func TestItListensOnAPortWhereNoSocketCanBe(t *testing.T) {
	h := start(t, executable(t), "PLUGIN_UNIX_SOCKET_DIR=/tmp/"+strings.Repeat("x", 110))
	if address := h.client.ReattachConfig().Addr; address.Network() != "tcp" || !strings.HasPrefix(address.String(), "127.0.0.1:") {
		t.Fatalf("%s %s", address.Network(), address)
	}
	h.ask(t, filesIn(predictions(t)), drift(""))
}

func TestAnotherVersionOfTheProtocolIsRefused(t *testing.T) {
	command, line, stderr := bare(t, executable(t), "grafana_plugin_type=datasource", "PLUGIN_PROTOCOL_VERSIONS=1,3")
	_ = command.Wait()
	if code := command.ProcessState.ExitCode(); line != "" || code != 1 {
		t.Errorf("exit code %d, stdout %q", code, line)
	}
	entries := stderr.all()
	if len(entries) != 1 || !strings.Contains(entries[0], "version 1,3 of the plugin protocol") {
		t.Errorf("%s", stderr)
	}
}

// TestNothingInTheWorkingFolderChangesWhatRuns: it is Grafana's own, and the environment comes along.
func TestNothingInTheWorkingFolderChangesWhatRuns(t *testing.T) {
	command := exec.Command(executable(t), "help")
	command.Dir = t.TempDir()
	for name, content := range map[string]string{
		".env":                  "grafana_plugin_type=datasource\n",
		"bunfig.toml":           "preload = [\"./evil.js\"]\n",
		"evil.js":               "console.log('evil')\n",
		"modelwatch-worker.cjs": "console.log('evil')\n",
		"package.json":          "no JSON",
		"tsconfig.json":         "no JSON",
	} {
		if err := os.WriteFile(command.Dir+"/"+name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	output, err := command.CombinedOutput()
	if err != nil || strings.Contains(string(output), "evil") || strings.Contains(string(output), "1|2|") {
		t.Errorf("%v: %s", err, output)
	}

	served := startIn(t, executable(t), command.Dir)
	served.ask(t, filesIn(predictions(t)), drift(""))
	if strings.Contains(served.stderr.String(), "evil") {
		t.Errorf("%s", served.stderr)
	}
}

// TestItIsReadySoonAndSmall measures; the bounds are far above what is measured on an idle machine.
func TestItIsReadySoonAndSmall(t *testing.T) {
	best := time.Hour
	for range 5 {
		began := time.Now()
		h := start(t, executable(t))
		if err := h.protocol.Ping(); err != nil {
			t.Fatal(err)
		}
		best = min(best, time.Since(began))
		h.client.Kill()
	}
	t.Logf("start to healthy: %d ms", best.Milliseconds())
	if best > time.Second {
		t.Errorf("%s from start to healthy", best)
	}

	h := start(t, executable(t))
	memory := h.metric(t, "process_resident_memory_bytes")
	t.Logf("idle: %.0f MB", memory/1e6)
	if memory > 120e6 {
		t.Errorf("%.0f MB idle", memory/1e6)
	}
}

func TestEveryServiceThatTheHostUsesIsThere(t *testing.T) {
	h := start(t, executable(t))
	connection := dial(t, h)
	health := grpc_health_v1.NewHealthClient(connection)
	for service, expected := range map[string]grpc_health_v1.HealthCheckResponse_ServingStatus{
		"": grpc_health_v1.HealthCheckResponse_SERVING, "plugin": grpc_health_v1.HealthCheckResponse_SERVING,
		"other": grpc_health_v1.HealthCheckResponse_SERVICE_UNKNOWN,
	} {
		answer, err := health.Check(timeout(t, patience), &grpc_health_v1.HealthCheckRequest{Service: service})
		if err != nil || answer.GetStatus() != expected {
			t.Errorf("%q: %v %v", service, answer, err)
		}
	}
	// The host's library holds these two open for as long as the plugin runs.
	for _, method := range []string{"/plugin.GRPCBroker/StartStream", "/plugin.GRPCStdio/StreamStdio"} {
		ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
		stream, err := connection.NewStream(ctx, &grpc.StreamDesc{ServerStreams: true, ClientStreams: true}, method)
		if err != nil {
			t.Fatal(err)
		}
		if err := stream.SendMsg(&grpc_health_v1.HealthCheckRequest{}); err != nil {
			t.Fatal(err)
		}
		if err := stream.RecvMsg(&grpc_health_v1.HealthCheckResponse{}); status.Code(err) != codes.DeadlineExceeded {
			t.Errorf("%s does not stay open: %v", method, err)
		}
		cancel()
	}
}

func dial(t testing.TB, h *host) *grpc.ClientConn {
	t.Helper()
	address := h.client.ReattachConfig().Addr
	target := address.String()
	if address.Network() == "unix" {
		target = "unix:" + target
	}
	connection, err := grpc.NewClient(target, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = connection.Close() })
	return connection
}

// shortFolder is a new folder whose path is short enough for sockets in it.
func shortFolder(t testing.TB) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "mw")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	return folder
}
