//go:build !linux && !windows

package pluginhost

func isZombie(int) bool { return false }
