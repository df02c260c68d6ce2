import { z } from 'zod';
import { durationSchema } from '../../query/baseline';
import { isDuration, parseDuration } from '../../query/duration';

const name = z.string().min(1);
const NO_ADDRESS = 'is not an address: write it as http://host:port';
/** Longer timers end at once. */
const LONGEST_TIMEOUT_MS = 86_400_000;

/** Text in PEM, or the path of a file that holds it. The private key itself is a secret: `<connection>.tlsKey`. */
const tlsSchema = z.strictObject({
  /** Certificates that are trusted instead of the system's. */
  ca: name.optional(),
  caFile: name.optional(),
  cert: name.optional(),
  certFile: name.optional(),
  keyFile: name.optional(),
  /** The name that the server's certificate is checked against, where it is not the host's. */
  serverName: name.optional(),
  /** Takes any certificate: whoever stands between can read and change everything. */
  skipVerify: z.boolean().default(false),
});
export type TlsOptions = z.output<typeof tlsSchema>;

/**
 * How a store is reached, for every store that speaks HTTP: by its own address, or through a data source of Grafana.
 * Secrets are never written here: see `ConnectionContext`.
 */
export const endpointShape = {
  /** The store's address, with the path that its API lies below. */
  url: z
    .string()
    .regex(/^https?:\/\/[^/\s]+/i, NO_ADDRESS)
    .refine(canRead, NO_ADDRESS)
    .optional(),
  /** The uid of an existing data source of Grafana: requests go through it, with its address and credentials. */
  grafanaUid: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/, 'is not the uid of a data source: it has letters, digits, - and _ only')
    .optional(),
  username: name.optional(),
  /** Shell only: the environment variable that holds the password. */
  passwordEnv: name.optional(),
  /** Shell only: the environment variable that holds a bearer token. */
  tokenEnv: name.optional(),
  tls: tlsSchema.optional(),
  headers: z.record(z.string().regex(/^[A-Za-z0-9-]+$/, 'is not the name of a header'), z.string()).optional(),
  /** The longest that one request may take; 30s where it is not given. */
  timeout: durationSchema
    .refine((text) => !isDuration(text) || parseDuration(text) <= LONGEST_TIMEOUT_MS, 'is longer than a day')
    .optional(),
};

/** Also what stands before the host: a lone % can't be read. */
function canRead(url: string): boolean {
  try {
    const { username, password } = new URL(url);
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
}

const endpointSchema = z.object(endpointShape);
export type Endpoint = z.output<typeof endpointSchema>;

const DIRECT_ONLY = ['username', 'passwordEnv', 'tokenEnv', 'tls', 'headers'] as const;

/** Says what is wrong with the keys of an endpoint taken together. For `superRefine`. */
export function checkEndpoint(endpoint: Endpoint, context: z.RefinementCtx): void {
  const problem = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if ((endpoint.url === undefined) === (endpoint.grafanaUid === undefined)) {
    problem('url', 'write either "url", or "grafanaUid" to go through a data source of Grafana');
  }
  if (endpoint.grafanaUid !== undefined) {
    DIRECT_ONLY.filter((key) => endpoint[key] !== undefined).forEach((key) =>
      problem(key, 'belongs to a "url": a data source of Grafana has its own')
    );
  }
  if (endpoint.passwordEnv !== undefined && endpoint.username === undefined) {
    problem('username', 'is needed beside "passwordEnv"');
  }
}
