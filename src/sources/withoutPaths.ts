/** How the operating system words what went wrong with a file: `ENOENT: no such file or directory, open '/data/a.csv'`. */
const WITH_PATH = /\b(E[A-Z0-9]+: [^,\n]*), \w+ '[^'\n]*'(?: -> '[^'\n]*')?/g;

/** A message of the operating system without the path, which is absolute: the code and its words stay. */
export function withoutPaths(message: string): string {
  return message.replace(WITH_PATH, '$1');
}
