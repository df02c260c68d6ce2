/** @jest-environment node */
import { type RegisteredVersion, versionMismatch } from './registeredVersion';
import type { TracedVersion } from './VersionTrace';

const registered: RegisteredVersion = { model: 'delay', alias: 'champion', version: '7', names: ['2026-10'] };
const traced = (version: string, status: TracedVersion['status'] = 'active') => ({
  isDecided: true,
  versions: [{ version, status } as TracedVersion],
});

test.each(['7', 'v7', 'V7', 'version-7', 'version 7', '07', '2026-10'])('%s is version 7', (version) => {
  expect(versionMismatch(traced(version), registered)).toBeNull();
});

test.each(['6', 'v6', '17', '7.1', '2026-09', 'seven', ''])('%j is another', (version) => {
  expect(versionMismatch(traced(version), registered)).toBe(
    `The registry names version 7 of "delay" (champion), but version ${version} is active.`
  );
});

test('says nothing where no version is active, calls are too few, or the registry is not known', () => {
  expect(versionMismatch(traced('6', 'present'), registered)).toBeNull();
  expect(versionMismatch({ ...traced('6'), isDecided: false }, registered)).toBeNull();
  expect(versionMismatch({ isDecided: true, versions: [] }, registered)).toBeNull();
  expect(versionMismatch(traced('6'), { problem: 'down' })).toBeNull();
  expect(versionMismatch(traced('6'), undefined)).toBeNull();
});
