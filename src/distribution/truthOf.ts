/** As tables write whole numbers where cells of the column are missing. */
const TAIL_OF_ZEROS = /(?<=^[01])\.0+$/;

/** Data write the same truth as true, 1, 1.0 or yes: so that a CSV compares with a Parquet file. What is none stays as it is. */
export function truthOf(text: string): string {
  switch (text.trim().toLowerCase().replace(TAIL_OF_ZEROS, '')) {
    case '1':
    case 't':
    case 'y':
    case 'yes':
    case 'on':
      return 'true';
    case '0':
    case 'f':
    case 'n':
    case 'no':
    case 'off':
      return 'false';
    case 'true':
    case 'false':
      return text.trim().toLowerCase();
    default:
      return text;
  }
}

/** Whether a text means yes or no. */
export function isTruth(text: string): boolean {
  const truth = truthOf(text);
  return truth === 'true' || truth === 'false';
}
