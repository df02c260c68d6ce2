import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { knownSecrets } from '../secrets/KnownSecrets';
import { RuleMetrics } from './RuleMetrics';

/** What the pool tells about itself. */
export interface PoolFigures {
  readonly workers: number;
  readonly busy: number;
  readonly queued: number;
  readonly crashes: number;
  readonly stuck?: number;
}

export type Endpoint = 'query' | 'resource' | 'health';
/** How a request ended: `plugin` and `downstream` are errors, by whose fault it was. */
export type Outcome = 'ok' | 'cancelled' | 'plugin' | 'downstream';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** What Grafana publishes about the process at `/metrics/plugins/modelwatch-datasource`. */
export class Metrics {
  private readonly registry = new Registry();
  readonly rules = new RuleMetrics(this.registry);
  private readonly common = { registers: [this.registry] };
  private readonly durations = new Histogram({
    ...this.common,
    name: 'modelwatch_request_duration_seconds',
    help: 'Time from the arrival of a query, resource call or health check to its answer, waiting included.',
    labelNames: ['endpoint'],
    buckets: SECONDS,
  });
  private readonly requests = new Counter({
    ...this.common,
    name: 'modelwatch_requests_total',
    help: 'Queries, resource calls and health checks, by how they ended.',
    labelNames: ['endpoint', 'outcome'],
  });
  private readonly errors = new Counter({
    ...this.common,
    name: 'modelwatch_errors_total',
    help: 'Requests that failed, by whose fault it was: the plugin (or the request itself), or the store downstream.',
    labelNames: ['endpoint', 'side'],
  });

  constructor(pool: PoolFigures) {
    this.gauge('modelwatch_workers', 'Threads that evaluate, running at the moment.', () => pool.workers);
    this.gauge('modelwatch_workers_busy', 'Threads that are evaluating something.', () => pool.busy);
    this.gauge(
      'modelwatch_workers_stuck',
      'Threads that were ended and still hang in a call of the operating system.',
      () => pool.stuck ?? 0
    );
    this.gauge('modelwatch_worker_queue_length', 'Requests that wait for a thread.', () => pool.queued);
    this.counter(
      'modelwatch_worker_crashes_total',
      'Threads that stopped unexpectedly and were replaced.',
      () => pool.crashes
    );
    this.gauge('process_resident_memory_bytes', 'Memory of the process in RAM.', () => process.memoryUsage.rss());
    this.gauge(
      'process_heap_bytes',
      "Memory that the main thread's objects take.",
      () => process.memoryUsage().heapUsed
    );
    const started = Date.now() / 1000 - process.uptime();
    this.gauge('process_start_time_seconds', 'When the process started, in seconds since the epoch.', () => started);
    this.counter('process_cpu_seconds_total', 'Processor time of all threads, in seconds.', () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    });
    for (const endpoint of ['query', 'resource', 'health'] as const) {
      for (const side of ['plugin', 'downstream'] as const) {
        this.errors.inc({ endpoint, side }, 0);
      }
    }
  }

  /** Begins to time a request; the function that it returns is called once, at its end, and returns the seconds. */
  start(endpoint: Endpoint): (outcome: Outcome) => number {
    const stop = this.durations.startTimer({ endpoint });
    return (outcome) => {
      this.requests.inc({ endpoint, outcome });
      if (outcome === 'plugin' || outcome === 'downstream') {
        this.errors.inc({ endpoint, side: outcome });
      }
      return stop();
    };
  }

  /** In Prometheus' text format. */
  async text(): Promise<string> {
    return knownSecrets.hideInData(await this.registry.metrics());
  }

  private gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      ...this.common,
      name,
      help,
      collect() {
        this.set(read());
      },
    });
  }

  private counter(name: string, help: string, read: () => number): void {
    new Counter({
      ...this.common,
      name,
      help,
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  }
}
