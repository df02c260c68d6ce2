import React from 'react';
import type { BaselineDraft } from '../../ModelwatchQuery';
import type { RegisteredModel, Resources } from '../../resources';
import { t } from '../../text';
import type { DraftErrors } from '../../validateDraft';
import { PickField } from '../fields/PickField';
import { useLoaded } from '../fields/useLoaded';
import { variableOptions } from '../fields/variableOptions';

/** Newest versions that are offered by number. */
const MOST_VERSIONS = 10;

type ModelDraft = Extract<BaselineDraft, { kind: 'model' }>;

interface Props {
  resources: Resources;
  baseline: ModelDraft;
  errors: DraftErrors;
  set: (baseline: BaselineDraft) => void;
}

/** Which model of which registry, and which of its versions: by an alias that may move, or by its number. */
export function ModelFields({ resources, baseline, errors, set }: Props) {
  const { value: list } = useLoaded('connections', resources.connections);
  const registries = list?.registries ?? [];
  const registry = baseline.connection ?? registries[0];
  const models = useLoaded(registry === undefined ? null : `models ${registry}`, () => resources.models(registry));
  const noRegistry =
    list !== undefined && registries.length === 0
      ? t('baseline.noRegistry', 'No registry of models. Add an MLflow connection to the data source settings.')
      : undefined;
  const chosen = models.value?.find(({ name }) => name === resources.resolve(baseline.model));
  return (
    <>
      {(registries.length > 1 || baseline.connection !== undefined) && (
        <PickField
          id="baseline-registry"
          label={t('baseline.registry', 'Registry')}
          width={20}
          error={errors.get('baseline.connection')}
          options={registries.map((value) => ({ value }))}
          value={registry}
          onChange={(connection) => set({ ...baseline, connection })}
        />
      )}
      <PickField
        id="baseline-model"
        label={t('baseline.modelName', 'Model')}
        tooltip={t(
          'baseline.modelTooltip',
          'A registered model. Its run must keep the artifact modelwatch/profile.json.'
        )}
        error={noRegistry ?? models.error ?? (baseline.model === '' ? undefined : errors.get('baseline.model'))}
        width={26}
        custom={t('baseline.modelCustom', 'Custom name (variables supported)')}
        loading={models.loading}
        options={[...(models.value ?? []).map(({ name }) => ({ value: name })), ...variableOptions(resources)]}
        value={baseline.model === '' ? undefined : baseline.model}
        placeholder={t('baseline.modelChoose', 'Select a model')}
        onChange={(model) => set({ ...baseline, model: model ?? '' })}
      />
      <VersionField resources={resources} baseline={baseline} errors={errors} set={set} model={chosen} />
    </>
  );
}

function VersionField({ resources, baseline, errors, set, model }: Props & { model: RegisteredModel | undefined }) {
  const { alias, version } = baseline;
  return (
    <PickField
      id="baseline-alias"
      label={t('baseline.alias', 'Alias or version')}
      tooltip={t(
        'baseline.aliasTooltip',
        'With an alias the baseline follows each promotion. A version number keeps one version.'
      )}
      error={errors.get('baseline.alias') ?? errors.get('baseline.version')}
      width={24}
      custom={t('baseline.aliasCustom', 'Use this alias or version (variables supported)')}
      options={[...versionsOf(model), ...variableOptions(resources)]}
      value={alias ?? (version === undefined ? undefined : String(version))}
      onChange={(picked) => set(withVersion(baseline, picked ?? ''))}
    />
  );
}

function versionsOf(model: RegisteredModel | undefined) {
  const aliases = Object.entries(model?.aliases ?? {}).map(([value, version]) => ({
    value,
    description: t('baseline.nowVersion', 'now version {{version}}', { version }),
  }));
  const count = Number(model?.newest ?? 0);
  const newest = Array.from({ length: Math.min(count, MOST_VERSIONS) }, (_, i) => ({ value: String(count - i) }));
  return [...aliases, ...newest];
}

function withVersion({ alias: _, version: __, ...rest }: ModelDraft, picked: string): ModelDraft {
  return /^[1-9]\d*$/.test(picked) ? { ...rest, version: picked } : { ...rest, alias: picked };
}
