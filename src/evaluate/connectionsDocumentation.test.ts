/** @jest-environment node */
import fs from 'node:fs';
import { z } from 'zod';
import type { ModelwatchSettings } from '../datasource/ModelwatchSettings';
import { schemaKeys } from '../query/testing/schemaKeys';
import { connectionSchema } from './connections';

const documentation = fs.readFileSync('docs/configuration.md', 'utf8');
const isOurs: Record<Exclude<keyof ModelwatchSettings, keyof import('@grafana/data').DataSourceJsonData>, true> = {
  version: true,
  connections: true,
  defaultConnection: true,
  kibanaUrl: true,
  profiles: true,
  allowedUids: true,
};
const secrets = ['password', 'token', 'tlsKey', 'header.<Name>'].map((what) => `<connection>.${what}`);
const inConnections = schemaKeys(z.toJSONSchema(connectionSchema, { io: 'input', unrepresentable: 'any' }));

test.each([...Object.keys(isOurs), ...inConnections, ...secrets, 'grafana.token'])(
  'the documentation of the configuration names %s',
  (key) => {
    expect(documentation.includes(`\`${key}\``)).toBe(true);
  }
);
