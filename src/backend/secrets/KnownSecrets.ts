import { LRUCache } from 'lru-cache';
import type { DataSourceSettings } from '../tasks/Task';
import { SecretFilter } from './SecretFilter';
import { secretsOf } from './secretsOf';

/** Data sources whose secrets are remembered. */
const KEPT = 100;

/**
 * The secrets of the calls that came lately, so that what the process says outside of any one of them, such as of a thread
 * that crashed, names none of them either. In memory alone, as the settings themselves.
 */
export class KnownSecrets {
  private readonly kept = new LRUCache<string, readonly string[]>({ max: KEPT });
  private filter = new SecretFilter([]);
  private isCurrent = true;

  add({ grafana, ...settings }: DataSourceSettings): void {
    // What a user's request carries changes with every request.
    const secrets = secretsOf({ ...settings, ...(grafana && { grafana: { ...grafana, headers: {} } }) });
    const key = secrets.join('\0');
    if (key !== '' && this.kept.get(key) === undefined) {
      this.kept.set(key, secrets);
      this.isCurrent = false;
    }
  }

  hide(text: string): string {
    return this.current().hide(text);
  }

  hideIn<Value>(value: Value): Value {
    return this.current().hideIn(value);
  }

  hideInData<Value>(value: Value): Value {
    return this.current().hideInData(value);
  }

  private current(): SecretFilter {
    if (!this.isCurrent) {
      this.filter = new SecretFilter([...this.kept.values()].flat());
      this.isCurrent = true;
    }
    return this.filter;
  }
}

/** Of this process: there is one log and one page of figures, whoever asks. */
export const knownSecrets = new KnownSecrets();
