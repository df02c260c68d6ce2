import type { AnnotationQuery, Dashboard, DashboardLink, Panel, VariableModel } from '@grafana/schema';
import { z } from 'zod';

const dataSource = z.strictObject({ type: z.string().min(1), uid: z.string().min(1) });
const target = z.looseObject({ refId: z.string().min(1), datasource: dataSource });
const time = z.string().regex(/^(now([-+]\d+[smhdwMy])?(\/[smhdwMy])?|\d{4}-\d\d-\d\dT[\d:.]+Z)$/);
const choice = z.union([z.string(), z.array(z.string())]);
const option = z.strictObject({ text: choice, value: choice, selected: z.boolean().optional() });
const gridPos = z
  .strictObject({
    x: z.number().int().min(0).max(23),
    y: z.number().int().min(0),
    w: z.number().int().min(1).max(24),
    h: z.number().int().min(1),
  })
  .refine(({ x, w }) => x + w <= 24, 'sticks out of the grid of 24 columns');

const property = z.strictObject({ id: z.string().min(1), value: z.unknown() });
const override = z.strictObject({
  matcher: z.strictObject({
    id: z.enum(['byName', 'byRegexp', 'byType', 'byFrameRefID', 'byNames', 'byValue']),
    options: z.unknown(),
  }),
  properties: z.array(property),
});
const fieldDefaults = z.strictObject({
  displayName: z.string().optional(),
  unit: z.string().optional(),
  decimals: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  noValue: z.string().optional(),
  color: z.looseObject({ mode: z.string() }).optional(),
  thresholds: z
    .strictObject({
      mode: z.enum(['absolute', 'percentage']),
      steps: z.array(z.strictObject({ color: z.string(), value: z.number().nullable() })).min(1),
    })
    .optional(),
  mappings: z.array(z.looseObject({ type: z.string() })).optional(),
  links: z
    .array(z.strictObject({ title: z.string().min(1), url: z.string().min(1), targetBlank: z.boolean().optional() }))
    .optional(),
  custom: z.record(z.string(), z.unknown()).optional(),
});

const panelShape = {
  id: z.number().int().positive(),
  type: z.string().min(1),
  title: z.string(),
  description: z.string().min(1, 'has no description in plain words'),
  gridPos,
  datasource: dataSource.optional(),
  targets: z.array(target).optional(),
  options: z.record(z.string(), z.unknown()),
  fieldConfig: z.strictObject({ defaults: fieldDefaults, overrides: z.array(override) }),
  transformations: z
    .array(z.strictObject({ id: z.string().min(1), options: z.record(z.string(), z.unknown()) }))
    .optional(),
  transparent: z.boolean().optional(),
  pluginVersion: z.string().optional(),
  interval: z.string().optional(),
  maxDataPoints: z.number().int().positive().optional(),
  timeFrom: z.string().optional(),
  timeShift: z.string().optional(),
};
const panel = z.strictObject(panelShape);
const row = z.strictObject({
  id: panelShape.id,
  type: z.literal('row'),
  title: z.string().min(1),
  gridPos,
  collapsed: z.boolean(),
  panels: z.array(panel),
});

const variableShape = {
  type: z.enum(['custom', 'textbox', 'constant', 'datasource', 'interval', 'query']),
  name: z.string().regex(/^\w+$/),
  label: z.string().min(1),
  description: z.string().min(1, 'has no description in plain words'),
  query: z.union([z.string(), z.record(z.string(), z.unknown())]),
  current: z.union([option, z.strictObject({})]).optional(),
  options: z.array(option).optional(),
  multi: z.boolean().optional(),
  includeAll: z.boolean().optional(),
  allValue: z.string().optional(),
  hide: z.number().int().min(0).max(3).optional(),
  refresh: z.number().int().min(0).max(2).optional(),
  regex: z.string().optional(),
  sort: z.number().int().min(0).max(8).optional(),
  datasource: dataSource.optional(),
  skipUrlSync: z.boolean().optional(),
};
const linkShape = {
  type: z.enum(['link', 'dashboards']),
  title: z.string().min(1),
  tooltip: z.string(),
  url: z.string(),
  icon: z.string(),
  targetBlank: z.boolean(),
  includeVars: z.boolean(),
  keepTime: z.boolean(),
  asDropdown: z.boolean(),
  tags: z.array(z.string()),
};
const annotationShape = {
  name: z.string().min(1),
  enable: z.boolean(),
  iconColor: z.string(),
  datasource: dataSource,
  target: target.optional(),
  hide: z.boolean().optional(),
};
const dashboardShape = {
  uid: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  title: z.string().min(1),
  description: z.string().min(1, 'has no description in plain words'),
  tags: z.array(z.string()),
  /** 42 is the newest of Grafana 12.3. */
  schemaVersion: z.number().int().min(39).max(42),
  version: z.number().int(),
  editable: z.boolean(),
  graphTooltip: z.number().int().min(0).max(2),
  timezone: z.string(),
  time: z.strictObject({ from: time, to: time }),
  refresh: z.string(),
  links: z.array(z.strictObject(linkShape)),
  annotations: z.strictObject({ list: z.array(z.strictObject(annotationShape)) }),
  templating: z.strictObject({ list: z.array(z.strictObject(variableShape)) }),
  panels: z.array(z.union([row, panel])).min(1),
};

/** What a dashboard may hold: a part of Grafana's schema, without what nothing of ours uses, and stricter. */
export const dashboardSchema = z.strictObject(dashboardShape);
export type BundledDashboard = z.output<typeof dashboardSchema>;
export type BundledPanel = z.output<typeof panel>;

/** Every key is one that the types of @grafana/schema know: where one is not, this does not compile. */
type Known<Written, Theirs> =
  Exclude<keyof Written, keyof Theirs> extends never ? true : Exclude<keyof Written, keyof Theirs>;
type Interval = { readonly auto?: boolean };
const known: [
  Known<typeof dashboardShape, Dashboard>,
  Known<typeof panelShape, Panel>,
  Known<typeof variableShape, VariableModel & Interval>,
  Known<typeof linkShape, DashboardLink>,
  Known<typeof annotationShape, AnnotationQuery>,
] = [true, true, true, true, true];
void known;
