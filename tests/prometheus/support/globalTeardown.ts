import { testServers } from './servers';

export default function globalTeardown(): void {
  for (const { pid } of testServers()) {
    process.kill(pid, 'SIGTERM');
  }
}
