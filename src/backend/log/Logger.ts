export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Writes one entry; fields are flat, and never hold a secret. */
export type Log = (level: LogLevel, message: string, fields?: LogFields) => void;
