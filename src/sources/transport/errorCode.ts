/**
 * The first code in a chain of causes and groups of errors (hosts with several addresses fail with a group), such as
 * `ECONNREFUSED`; `unknown` where there is none. Errors are known by their shape: they may come from another realm.
 */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) {
    return 'unknown';
  }
  const { code, errors, cause } = error as { code?: unknown; errors?: unknown; cause?: unknown };
  if (typeof code === 'string') {
    return code;
  }
  return errorCode(Array.isArray(errors) && errors.length > 0 ? errors[0] : cause);
}
