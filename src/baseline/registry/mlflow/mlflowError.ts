import { SourceError } from '../../../sources/SourceError';
import type { TransportAnswer } from '../../../sources/transport/Transport';

const LONGEST_MESSAGE = 300;

/** What an answer that is no success says, and what to do. `missing` is said where something is not there. */
export function mlflowError({ status, text }: TransportAnswer, place: string, missing: string): SourceError {
  const { error_code: code, message } = parse(text);
  const failure = (fits: number, words: string) => new SourceError(words, { status: fits, side: 'downstream' });
  if (/Invalid Host header/i.test(text)) {
    return failure(
      502,
      `${place} refuses the host name of its address. Start the server with --allowed-hosts and this host and port.`
    );
  }
  if (status === 401) {
    return failure(502, `${place} does not accept the credentials. Check the user and password, or the token.`);
  }
  if (status === 403 || code === 'PERMISSION_DENIED') {
    return failure(502, `${place} does not allow this user to read it. Give the user the right READ.`);
  }
  // A missing alias is told as an invalid value.
  const isMissing = /alias.*not found|No such artifact/i.test(message);
  if (status === 404 || code === 'RESOURCE_DOES_NOT_EXIST' || isMissing) {
    return failure(404, `${missing} (${place})`);
  }
  const said = message === '' ? '' : `: ${message.slice(0, LONGEST_MESSAGE)}`;
  return failure(status >= 500 ? 502 : 400, `${place} answers with status ${status}${said}`);
}

function parse(text: string): { readonly error_code: string; readonly message: string } {
  try {
    const { error_code: code, message } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return { error_code: String(code ?? ''), message: String(message ?? '') };
  } catch {
    return { error_code: '', message: '' };
  }
}
