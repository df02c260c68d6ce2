import { z } from 'zod';

/** Prometheus' durations, as Grafana takes them. */
const duration = z.string().regex(/^(\d+(ms|[smhdwy]))+$/);
const clock = z.string().regex(/^\d\d:\d\d$/);
const orgId = z.number().int().positive();

const query = z.strictObject({
  refId: z.string().min(1),
  relativeTimeRange: z.strictObject({ from: z.number().int().positive(), to: z.number().int().nonnegative() }),
  datasourceUid: z.string().min(1),
  model: z.record(z.string(), z.unknown()),
});

const rule = z
  .strictObject({
    uid: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
    title: z.string().min(1).max(190),
    condition: z.string().optional(),
    for: duration.optional(),
    keepFiringFor: duration.optional(),
    noDataState: z.enum(['NoData', 'Alerting', 'OK', 'KeepLast']).optional(),
    execErrState: z.enum(['Error', 'Alerting', 'OK', 'KeepLast']).optional(),
    isPaused: z.boolean().optional(),
    labels: z.record(z.string().regex(/^[A-Za-z_]\w*$/), z.string()).default({}),
    annotations: z.record(z.string(), z.string()).default({}),
    record: z.strictObject({ metric: z.string().regex(/^[A-Za-z_:][\w:]*$/), from: z.string() }).optional(),
    data: z.array(query).min(1),
  })
  .refine(
    ({ condition, record }) => (condition === undefined) !== (record === undefined),
    'alerts or records, not both'
  );
export type AlertRule = z.infer<typeof rule>;

const group = z
  .strictObject({
    orgId,
    name: z.string().min(1),
    folder: z.string().min(1),
    interval: duration,
    rules: z.array(rule).min(1),
  })
  // Grafana evaluates every ten seconds.
  .refine(({ interval }) => /[mhdw]$/.test(interval) || Number.parseInt(interval, 10) % 10 === 0, 'a multiple of 10 s');

const route = {
  receiver: z.string(),
  group_by: z.array(z.string()).optional(),
  group_wait: duration.optional(),
  group_interval: duration.optional(),
  repeat_interval: duration.optional(),
  mute_time_intervals: z.array(z.string()).optional(),
};
const matcher = z.tuple([z.string(), z.enum(['=', '!=', '=~', '!~']), z.string()]);

/**
 * What each Grafana's own default receiver is called: it was renamed, and a policy that names one that isn't there keeps
 * Grafana from starting. So no file may name any of them.
 */
export const DEFAULT_RECEIVERS = { '12.3': 'grafana-default-email', '12.4': 'empty', '13': 'empty' } as const;

/**
 * A file of provisioning/alerting: what Grafana 12.3, 12.4 and 13 all take. Their version 1 of the format agrees in all
 * that is used here (read in their source; tried in 12.3.0 and 12.4.3).
 */
export const alertingSchema = z.strictObject({
  apiVersion: z.literal(1),
  groups: z.array(group).default([]),
  contactPoints: z
    .array(
      z.strictObject({
        orgId,
        name: z.string().min(1),
        receivers: z.array(
          z.discriminatedUnion('type', [
            z.strictObject({
              uid: z.string().max(40),
              type: z.literal('email'),
              settings: z.strictObject({
                addresses: z.string().min(1),
                singleEmail: z.boolean(),
                subject: z.string(),
                message: z.string(),
              }),
            }),
            z.strictObject({
              uid: z.string().max(40),
              type: z.literal('webhook'),
              settings: z.strictObject({
                url: z.string().min(1),
                httpMethod: z.enum(['POST', 'PUT']),
                title: z.string(),
                message: z.string(),
              }),
            }),
          ])
        ),
      })
    )
    .default([]),
  templates: z.array(z.strictObject({ orgId, name: z.string(), template: z.string() })).default([]),
  muteTimes: z
    .array(
      z.strictObject({
        orgId,
        name: z.string(),
        time_intervals: z.array(
          z.strictObject({
            weekdays: z.array(z.string()).optional(),
            times: z.array(z.strictObject({ start_time: clock, end_time: clock })).optional(),
            location: z.string().optional(),
          })
        ),
      })
    )
    .default([]),
  policies: z
    .array(
      z.strictObject({
        orgId,
        ...route,
        routes: z.array(
          z.strictObject({ ...route, object_matchers: z.array(matcher).min(1), continue: z.boolean().optional() })
        ),
      })
    )
    .default([]),
});
