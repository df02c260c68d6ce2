//go:build !windows

package pluginhost

import (
	"os"
	"syscall"
)

func terminate(process *os.Process) error { return process.Signal(syscall.SIGTERM) }

// alive tells whether a process runs: one that has ended and was not waited for does not.
func alive(pid int) bool { return syscall.Kill(pid, 0) == nil && !isZombie(pid) }
