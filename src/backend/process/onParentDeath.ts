const INTERVAL_MS = 500;

/** Calls back once when the process that started this one has gone: nobody would end this one any more. */
export function onParentDeath(callback: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent || !isAlive(parent)) {
      clearInterval(timer);
      callback();
    }
  }, INTERVAL_MS);
  timer.unref();
}

/** Windows keeps the parent's id after its end. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
