/** An address that can be shown: without a user, a password, a query or a slash at the end. */
export function withoutCredentials({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname}`.replace(/\/+$/, '');
}
