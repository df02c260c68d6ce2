export const LOG_INDEX: string;
export interface LogEntry {
  readonly '@timestamp': Date;
  readonly level: 'warning' | 'error';
  readonly message: string;
  readonly service: string;
  readonly model_version: string;
  readonly flight_id: string;
}
export function logOf(flight: object): LogEntry | null;
export function writeLog(url: string, flights: readonly object[]): Promise<number>;
