/**
 * The platforms that executables are built for: names as Grafana wants them in the file's name (Go's), and the npm
 * package that holds Bun's binary. Since Bun 1.4 the x64 package is the baseline build (it needs no AVX2): the packages
 * named `-baseline` hold the same file, byte for byte.
 */
/** @typedef {{ os: string, arch: string, bun: string, target: string }} Platform */

/** @type {Platform[]} */
export const PLATFORMS = [
  { os: 'linux', arch: 'amd64', bun: '@oven/bun-linux-x64', target: 'bun-linux-x64' },
  { os: 'linux', arch: 'arm64', bun: '@oven/bun-linux-aarch64', target: 'bun-linux-arm64' },
  { os: 'darwin', arch: 'amd64', bun: '@oven/bun-darwin-x64', target: 'bun-darwin-x64' },
  { os: 'darwin', arch: 'arm64', bun: '@oven/bun-darwin-aarch64', target: 'bun-darwin-arm64' },
  { os: 'windows', arch: 'amd64', bun: '@oven/bun-windows-x64', target: 'bun-windows-x64' },
];

const GO_OS = { linux: 'linux', darwin: 'darwin', win32: 'windows' };
const GO_ARCH = { x64: 'amd64', arm64: 'arm64' };

/** The platform that this runs on. Throws an Error that names those that are known. */
export function thisPlatform() {
  const found = PLATFORMS.find(({ os, arch }) => os === GO_OS[process.platform] && arch === GO_ARCH[process.arch]);
  if (!found) {
    const known = PLATFORMS.map(({ os, arch }) => `${os}/${arch}`).join(', ');
    throw new Error(`Modelwatch's back end is not built for ${process.platform}/${process.arch}, only for ${known}.`);
  }
  return found;
}

/** The file name that Grafana looks for beside the manifest that says `gpx_modelwatch`. */
export function executableName({ os, arch }) {
  return `gpx_modelwatch_${os}_${arch}${os === 'windows' ? '.exe' : ''}`;
}
