import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, type ParquetParsers } from 'hyparquet';
import { millisecondsOfNanos } from './timesFrom';

const MS_A_DAY = 86_400_000;
const MAGIC_BYTES = 4;

/** Times in statistics become milliseconds since the epoch, as the values themselves do. */
const PARSERS: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (milliseconds: bigint) => Number(milliseconds),
  timestampFromMicroseconds: (microseconds: bigint) => Number(microseconds) / 1e3,
  timestampFromNanoseconds: millisecondsOfNanos,
  dateFromDays: (days: number) => days * MS_A_DAY,
};

/** Throws an Error that says what is wrong. */
export async function readFooter(buffer: AsyncBuffer): Promise<FileMetaData> {
  const end = buffer.byteLength;
  const magic = Buffer.from(await buffer.slice(Math.max(0, end - MAGIC_BYTES), end)).toString('latin1');
  if (magic === 'PARE') {
    throw new Error('it is encrypted as a whole: decrypt it first');
  }
  return parquetMetadataAsync(buffer, { parsers: PARSERS });
}
