import type { ConnectionSettings } from '../ModelwatchSettings';
import type { Settings } from './settings';

/** What the parts of one connection's form are given. */
export interface ConnectionProps<Connection extends ConnectionSettings = ConnectionSettings> {
  name: string;
  connection: Connection;
  settings: Settings;
  isReadOnly: boolean;
  /** The connection alone has changed. */
  onConnection: (connection: Connection) => void;
  /** Secrets have changed too. */
  onSettings: (settings: Settings) => void;
}

/** Of a form without secrets. */
export type PlainConnectionProps<Connection extends ConnectionSettings> = Omit<
  ConnectionProps<Connection>,
  'settings' | 'onSettings'
>;
