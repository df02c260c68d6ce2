import React from 'react';
import { css } from '@emotion/css';
import { MultiCombobox } from '@grafana/ui';
import type { QueryDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import { errorBelow } from '../features/errorBelow';
import type { FeatureProps } from '../features/FeatureProps';
import { withChosen } from '../features/withChosen';
import { FieldRow } from '../fields/FieldRow';
import { LabelledField } from '../fields/LabelledField';
import { NumberField } from '../fields/NumberField';
import { TextField } from '../fields/TextField';
import { ColumnField } from './ColumnField';
import { readQuantiles, writeQuantiles } from './quantileText';

type Forecast = NonNullable<QueryDraft['forecast']>;
type Column = 'targetField' | 'horizon' | 'lower' | 'upper';

/** What more is known of forecasts than the predicted number: for which time, of which series, between which values. */
export function ForecastFields(props: FeatureProps) {
  const { resources, draft, errors, onChange, connection, description } = props;
  const forecast: Forecast = draft.forecast ?? {};
  const set = (change: Partial<Forecast>) => {
    const kept = Object.entries({ ...forecast, ...change }).filter(([, value]) => value !== undefined);
    onChange({ ...draft, forecast: kept.length === 0 ? undefined : (Object.fromEntries(kept) as Forecast) });
  };
  const columns = (description.value?.fields ?? []).map(({ name, type, evidence }) => ({
    value: name,
    description: `${type}: ${evidence}`,
  }));
  const series = forecast.series ?? [];
  const column = (name: Column) => (
    <ColumnField
      {...{ resources, draft, connection, description }}
      {...columnWords(name)}
      id={`forecast-${name}`}
      optional
      error={errors.get(`forecast.${name}`)}
      value={forecast[name]}
      onChange={(chosen) => set({ [name]: chosen })}
    />
  );
  const duration = (name: 'step' | 'season') => (
    <TextField
      {...durationWords(name)}
      id={`forecast-${name}`}
      optional
      width={14}
      error={errors.get(`forecast.${name}`)}
      value={forecast[name] ?? ''}
      onChange={(typed) => set({ [name]: typed === '' ? undefined : typed })}
    />
  );
  return (
    <>
      <FieldRow>
        {column('targetField')}
        {column('horizon')}
        {duration('step')}
        {duration('season')}
        <div className={styles.wide}>
          <LabelledField
            label={t('forecast.series', 'Series')}
            htmlFor="forecast-series"
            optional
            tooltip={t('forecast.seriesTooltip', 'Columns that tell series apart. Example: store and product.')}
            error={errorBelow(errors, 'forecast.series')}
          >
            <MultiCombobox
              id="forecast-series"
              createCustomValue
              placeholder={t('forecast.oneSeries', 'One series')}
              options={withChosen(columns, series)}
              value={series}
              onChange={(chosen) => set({ series: chosen.length > 0 ? chosen.map(({ value }) => value) : undefined })}
            />
          </LabelledField>
        </div>
      </FieldRow>
      <FieldRow>
        {column('lower')}
        {column('upper')}
        <NumberField
          id="forecast-coverage"
          label={t('forecast.coverage', 'Interval coverage')}
          tooltip={t('forecast.coverageTooltip', 'Share of actual values that the interval should hold. Example: 0.9.')}
          error={errors.get('forecast.coverage')}
          value={forecast.coverage}
          onChange={(coverage) => set({ coverage })}
        />
        <TextField
          id="forecast-quantiles"
          label={t('forecast.quantiles', 'Quantile columns')}
          optional
          width={36}
          tooltip={t(
            'forecast.quantilesTooltip',
            'Level and column of each predicted quantile. Example: 0.1: p10, 0.9: p90.'
          )}
          placeholder="0.1: p10, 0.9: p90"
          error={errorBelow(errors, 'forecast.quantiles')}
          value={writeQuantiles(forecast.quantiles)}
          onChange={(typed) => set({ quantiles: readQuantiles(typed) })}
        />
      </FieldRow>
    </>
  );
}

function columnWords(name: Column): { label: string; tooltip: string } {
  switch (name) {
    case 'targetField':
      return {
        label: t('forecast.target', 'Predicted time'),
        tooltip: t('forecast.targetTooltip', 'Column with the time that a row predicts. Default: the time of the row.'),
      };
    case 'horizon':
      return {
        label: t('forecast.horizon', 'Horizon'),
        tooltip: t('forecast.horizonTooltip', 'Column with the horizon. Each one has metrics of its own.'),
      };
    case 'lower':
      return {
        label: t('forecast.lower', 'Lower end'),
        tooltip: t('forecast.lowerTooltip', 'Column with the lower end of the predicted interval.'),
      };
    case 'upper':
      return {
        label: t('forecast.upper', 'Upper end'),
        tooltip: t('forecast.upperTooltip', 'Column with the upper end of the predicted interval.'),
      };
  }
}

function durationWords(name: 'step' | 'season'): { label: string; tooltip: string; placeholder: string } {
  return name === 'step'
    ? {
        label: t('forecast.step', 'Horizon step'),
        tooltip: t(
          'forecast.stepTooltip',
          'Without a horizon column: horizons are counted in these steps. Example: 1d.'
        ),
        placeholder: '1d',
      }
    : {
        label: t('forecast.season', 'Season'),
        tooltip: t(
          'forecast.seasonTooltip',
          'Length of a season, for MASE and the seasonal naive forecast. Example: 7d.'
        ),
        placeholder: '7d',
      };
}

const styles = { wide: css({ flex: '1 1 200px', minWidth: 0, maxWidth: 400 }) };
