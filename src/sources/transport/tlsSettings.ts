import fs from 'node:fs';
import { SourceError } from '../SourceError';
import type { ConnectionContext } from './ConnectionContext';
import type { TlsOptions } from './endpoint';
import { errorCode } from './errorCode';
import { readSecret } from './readSecret';

export interface TlsSettings {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly servername?: string;
  readonly rejectUnauthorized?: boolean;
}

/** What Node's TLS takes. Throws a SourceError naming the file that can't be read, or the half that is missing. */
export function tlsSettings(tls: TlsOptions | undefined, context: ConnectionContext): TlsSettings {
  if (tls === undefined) {
    return {};
  }
  const ca = tls.ca ?? readPem(tls.caFile, 'caFile', context);
  const cert = tls.cert ?? readPem(tls.certFile, 'certFile', context);
  const key = readSecret('tlsKey', undefined, context) ?? readPem(tls.keyFile, 'keyFile', context);
  if ((cert === undefined) !== (key === undefined)) {
    throw wrong(
      context,
      cert === undefined
        ? 'has a private key but no certificate: add "cert" or "certFile"'
        : `has a certificate but no private key: add "keyFile", or the secret "${context.name}.tlsKey"`
    );
  }
  return {
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && { cert, key }),
    ...(tls.serverName !== undefined && { servername: tls.serverName }),
    ...(tls.skipVerify && { rejectUnauthorized: false }),
  };
}

function readPem(path: string | undefined, key: string, context: ConnectionContext): string | undefined {
  if (path === undefined) {
    return undefined;
  }
  try {
    if (!fs.statSync(path).isFile()) {
      throw Object.assign(new Error('no regular file'), { code: 'ENOTSUP' });
    }
    return fs.readFileSync(path, 'utf8');
  } catch (error) {
    throw wrong(context, `names a file as its ${key} that can't be read (${errorCode(error)})`);
  }
}

function wrong({ name }: ConnectionContext, what: string): SourceError {
  return new SourceError(`The TLS settings of the connection "${name}" are not complete: it ${what}.`, {
    status: 400,
    side: 'plugin',
  });
}
