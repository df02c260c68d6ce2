import type { ConnectionContext } from '../../../sources/transport/ConnectionContext';
import { inTurn } from '../../../sources/transport/inTurn';
import { openTransport } from '../../../sources/transport/openTransport';
import type { Transport, TransportAnswer } from '../../../sources/transport/Transport';
import type { RequestOptions } from '../../../sources/Source';
import { SourceError } from '../../../sources/SourceError';
import type { MlflowConnection } from './mlflowConnection';
import { mlflowError } from './mlflowError';

const API = '/api/2.0/mlflow';
/** Requests under way at once. */
const AT_ONCE = 4;

/** MLflow's REST API (mlflow.org/docs/latest/rest-api.html). Every method throws a SourceError. */
export class MlflowClient {
  private readonly transport: Transport;

  /** Throws a SourceError where a secret is missing. */
  constructor(connection: MlflowConnection, context: ConnectionContext) {
    this.transport = openTransport(connection, context);
  }

  get place(): string {
    return `MLflow at ${this.transport.place}`;
  }

  /** An endpoint's JSON. `missing` is said where it answers that there is no such thing. */
  async get(
    endpoint: string,
    parameters: Readonly<Record<string, string>>,
    missing: string,
    options: RequestOptions
  ): Promise<Record<string, unknown>> {
    const answer = await this.send(`${API}/${endpoint}?${new URLSearchParams(parameters)}`, missing, options);
    let json: unknown;
    try {
      json = JSON.parse(answer.text);
    } catch {
      json = undefined;
    }
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
      throw new SourceError(
        `${this.place} does not answer as MLflow does. Check the "url": it ends before "/api/2.0/mlflow".`,
        { status: 502, side: 'downstream' }
      );
    }
    return json as Record<string, unknown>;
  }

  /** The text of an artifact of a run, whether or not the server passes artifacts on itself. */
  async readArtifact(run: string, path: string, missing: string, options: RequestOptions): Promise<string> {
    const parameters = new URLSearchParams({ run_id: run, path });
    return (await this.send(`/get-artifact?${parameters}`, missing, options)).text;
  }

  private async send(path: string, missing: string, options: RequestOptions): Promise<TransportAnswer> {
    const { transport, place } = this;
    const answer = await inTurn(transport.place, AT_ONCE)(() => transport.send({ method: 'GET', path }, options));
    if (answer.status !== 200) {
      throw mlflowError(answer, place, missing);
    }
    return answer;
  }
}
