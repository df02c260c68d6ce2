import { uniqBy } from 'lodash';
import {
  booleanOverrideProcessor,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  FieldColorModeId,
  identityOverrideProcessor,
  numberOverrideProcessor,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  standardTransformers,
  standardTransformersRegistry,
  stringOverrideProcessor,
  thresholdsOverrideProcessor,
  ThresholdsMode,
  unitOverrideProcessor,
  valueMappingsOverrideProcessor,
  type FieldConfigPropertyItem,
} from '@grafana/data';

const EDITORS = [
  ...['boolean', 'color', 'dashboard-uid', 'field-name', 'multi-select', 'number', 'radio', 'select', 'slider'],
  ...['stats-picker', 'strings', 'text', 'timezone', 'unit'],
];

type Process = FieldConfigPropertyItem['process'];

const FIELD_OPTIONS: Array<[id: string, process: Process, defaultValue?: unknown, settings?: object]> = [
  ['displayName', displayNameOverrideProcessor, undefined, { expandTemplateVars: true }],
  ['description', stringOverrideProcessor],
  ['unit', unitOverrideProcessor],
  ['decimals', numberOverrideProcessor],
  ['min', numberOverrideProcessor],
  ['max', numberOverrideProcessor],
  ['fieldMinMax', booleanOverrideProcessor, false],
  ['noValue', stringOverrideProcessor],
  ['color', identityOverrideProcessor, { mode: FieldColorModeId.Thresholds }],
  ['mappings', valueMappingsOverrideProcessor, []],
  ['links', dataLinksOverrideProcessor, []],
  ['actions', identityOverrideProcessor, []],
  ['filterable', booleanOverrideProcessor],
  [
    'thresholds',
    thresholdsOverrideProcessor,
    {
      mode: ThresholdsMode.Absolute,
      steps: [
        { value: -Infinity, color: 'green' },
        { value: 80, color: 'red' },
      ],
    },
  ],
];

/** A field option as the registries hold it; the preview shows no editors for options, so that each is an empty one. */
export function fieldOption(
  path: string,
  defaultValue?: unknown,
  process: Process = identityOverrideProcessor,
  settings: object = {}
): FieldConfigPropertyItem {
  const editor = () => null;
  const common = { id: path, path, name: path, description: '', editor, override: editor };
  return { ...common, process, defaultValue, settings, shouldApply: () => true };
}

/** What Grafana registers before any panel is loaded: kinds of option editors, field options, transformations. */
export function initRegistries(): void {
  standardEditorsRegistry.setInit(() => EDITORS.map((id) => ({ id, name: id, editor: () => null })));
  standardFieldConfigEditorRegistry.setInit(() =>
    FIELD_OPTIONS.map(([id, process, defaultValue, settings]) => fieldOption(id, defaultValue, process, settings))
  );
  // seriesToColumns and joinByField are one transformer under two names.
  standardTransformersRegistry.setInit(() =>
    uniqBy(Object.values(standardTransformers), 'id').map(({ name, ...transformer }) => ({
      // Grafana 13 calls it for the transformer, Grafana 12 takes it for one.
      ...{ id: transformer.id, name, transformation: Object.assign(() => ({ name, ...transformer }), transformer) },
      ...{ editor: () => null, imageDark: '', imageLight: '' },
    }))
  );
}
