package pluginhost

import (
	"os"
	"os/exec"
	"strconv"
	"strings"
)

func terminate(process *os.Process) error { return process.Kill() }

func alive(pid int) bool {
	output, err := exec.Command("tasklist", "/FI", "PID eq "+strconv.Itoa(pid)).Output()
	return err == nil && strings.Contains(string(output), strconv.Itoa(pid))
}
