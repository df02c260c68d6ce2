import path from 'node:path';
import process from 'node:process';

const SYSTEMS = { linux: 'linux', darwin: 'darwin', win32: 'windows' };
const PROCESSORS = { x64: 'amd64', arm64: 'arm64' };

/** The built executable of this platform. */
export function executable() {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return path.resolve('dist', `gpx_modelwatch_${SYSTEMS[process.platform]}_${PROCESSORS[process.arch]}${suffix}`);
}
