const MEGABYTE = 2 ** 20;
const DEFAULT_MEGABYTES = 1024;

/** In bytes. */
export interface MemoryLimits {
  /** What one reading of a query may take. */
  readonly query: number;
  /** What all that are under way may take together. */
  readonly process: number;
}

/**
 * From the environment: Grafana hands on what stands in its section `[plugin.modelwatch-datasource]`, as `query_memory_mb`
 * and `memory_mb`. What is no positive number counts as not given.
 */
export function memoryLimits(environment: Readonly<Record<string, string | undefined>>): MemoryLimits {
  const read = (name: string) => {
    const megabytes = Number(environment[`GF_PLUGIN_${name}`] || environment[`MODELWATCH_${name}`] || NaN);
    return (megabytes > 0 ? megabytes : DEFAULT_MEGABYTES) * MEGABYTE;
  };
  const process = read('MEMORY_MB');
  return { process, query: Math.min(read('QUERY_MEMORY_MB'), process) };
}
