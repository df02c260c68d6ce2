package pluginhost

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestItStopsWhenTheHostSaysSo(t *testing.T) {
	for name, busy := range map[string]bool{"idle": false, "busy": true} {
		t.Run(name, func(t *testing.T) {
			folder := shortFolder(t)
			h := start(t, executable(t), "PLUGIN_UNIX_SOCKET_DIR="+folder)
			if busy {
				h.inBackground(timeout(t, patience), filesIn(large(t, 10, 60_000)), costly(10))
				h.waitFor(t, "the work to begin", func() bool { return h.metric(t, "modelwatch_workers_busy") == 1 })
			}
			began := time.Now()
			h.client.Kill()
			took := time.Since(began)
			t.Logf("stopped after %s", took)
			if took > time.Second {
				t.Errorf("stopped after %s: the host kills after two seconds", took)
			}
			if code := h.command.ProcessState.ExitCode(); code != 0 {
				t.Errorf("exit code %d", code)
			}
			expectEmpty(t, folder)
		})
	}
}

func TestItStopsOnATerminationSignal(t *testing.T) {
	folder := shortFolder(t)
	command, _, stderr := bare(t, executable(t), append(cookie, "PLUGIN_UNIX_SOCKET_DIR="+folder)...)
	if err := terminate(command.Process); err != nil {
		t.Fatal(err)
	}
	if err := command.Wait(); err != nil {
		t.Errorf("%v: %s", err, stderr)
	}
	expectEmpty(t, folder)
}

// TestCtrlCIsTheHostsToAnswer: in a terminal it reaches the host and its plugins alike.
func TestCtrlCIsTheHostsToAnswer(t *testing.T) {
	h := start(t, executable(t))
	if err := h.command.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	time.Sleep(200 * time.Millisecond)
	if err := h.protocol.Ping(); err != nil {
		t.Error(err)
	}
}

const parentVariable = "MODELWATCH_TEST_PARENT"

// TestMain plays the parent that dies, where this very program is started again to be one.
func TestMain(m *testing.M) {
	path := os.Getenv(parentVariable)
	if path == "" {
		os.Exit(m.Run())
	}
	command := exec.Command(path)
	command.Env = append(os.Environ(), cookie...)
	stdout, err := command.StdoutPipe()
	if err != nil {
		panic(err)
	}
	if err := command.Start(); err != nil {
		panic(err)
	}
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		panic(err)
	}
	fmt.Println(command.Process.Pid)
	fmt.Print(line)
	select {}
}

func TestItDoesNotOutliveItsParent(t *testing.T) {
	folder := shortFolder(t)
	parent, line, _ := bare(t, os.Args[0], parentVariable+"="+executable(t), "PLUGIN_UNIX_SOCKET_DIR="+folder)
	pid, err := strconv.Atoi(strings.TrimSpace(line))
	if err != nil {
		t.Fatal(err)
	}
	if !alive(pid) {
		t.Fatal("it did not start")
	}
	began := time.Now()
	if err := parent.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = parent.Wait()
	for alive(pid) {
		if time.Since(began) > 2*time.Second {
			t.Fatalf("process %d still lives %s after its parent", pid, time.Since(began))
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Logf("ended %s after its parent", time.Since(began))
	expectEmpty(t, folder)
}

func expectEmpty(t testing.TB, folder string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) > 0 {
		t.Errorf("%s is left behind", entries[0].Name())
	}
}
