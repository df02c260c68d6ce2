import type { VersionTrace } from './VersionTrace';

/** What a registry says of the version that should be active. */
export type RegisteredVersion =
  | {
      readonly model: string;
      readonly alias: string;
      readonly version: string;
      /** Other names of it that calls may carry: the values of its tag `version`. */
      readonly names: readonly string[];
    }
  | {
      /** Why it is not known. */
      readonly problem: string;
    };

/** In words, where calls are served by another version than the registry names; null where not, or where nothing is known. */
export function versionMismatch(
  { versions, isDecided }: Pick<VersionTrace, 'versions' | 'isDecided'>,
  registered: RegisteredVersion | undefined
): string | null {
  const [first] = versions;
  if (registered === undefined || 'problem' in registered || !isDecided || first?.status !== 'active') {
    return null;
  }
  const { model, alias, version } = registered;
  return isVersion(first.version, registered)
    ? null
    : `The registry names version ${version} of "${model}" (${alias}), but version ${first.version} is active.`;
}

/** Calls may carry the number as `7`, `v7`, or `version-7`, or what the registered version's tag says. */
function isVersion(
  carried: string,
  { version, names }: { readonly version: string; readonly names: readonly string[] }
) {
  const number = /^(?:v|ver|version)?[\s._-]*(\d+)$/i.exec(carried.trim())?.[1];
  return names.includes(carried) || carried === version || (number !== undefined && Number(number) === Number(version));
}
