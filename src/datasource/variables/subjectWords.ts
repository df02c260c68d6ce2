import { t } from '../text';
import type { FieldRole } from './fieldRoles';
import type { VariableSubject } from './VariableQuery';

interface Words {
  readonly label: string;
  readonly description: string;
}

export function subjectWords(subject: VariableSubject): Words {
  switch (subject) {
    case 'features':
      return {
        label: t('variable.features', 'Features'),
        description: t('variable.featuresIs', 'Columns, fields or metrics with distributions'),
      };
    case 'values':
      return {
        label: t('variable.values', 'Versions or segments'),
        description: t('variable.valuesIs', 'Values of a label, column or field'),
      };
    case 'field':
      return {
        label: t('variable.fieldFor', 'Field for a purpose'),
        description: t('variable.fieldForIs', 'The likeliest first, and "none" where the data have none'),
      };
    case 'places':
      return {
        label: t('variable.places', 'Files, indices, series'),
        description: t('variable.placesIs', 'Where the data of a connection can be'),
      };
    case 'metrics':
      return {
        label: t('variable.metrics', 'Metrics'),
        description: t('variable.metricsIs', 'Metrics of a connection to Prometheus'),
      };
    case 'profiles':
      return {
        label: t('variable.profiles', 'Stored profiles'),
        description: t('variable.profilesIs', 'Baselines that "modelwatch profile" wrote'),
      };
    case 'connections':
      return {
        label: t('variable.connections', 'Connections'),
        description: t('variable.connectionsIs', 'Those of this data source'),
      };
    case 'time':
      return {
        label: t('variable.time', 'Time with data'),
        description: t('variable.timeIs', 'The part of an address that chooses the newest data, and a baseline before'),
      };
  }
}

export function roleWords(role: FieldRole): Words {
  switch (role) {
    case 'time':
      return { label: t('role.time', 'Time'), description: t('role.timeIs', 'When a row was logged') };
    case 'version':
      return { label: t('role.version', 'Version'), description: t('role.versionIs', "The model's version") };
    case 'prediction':
      return {
        label: t('role.prediction', 'Prediction'),
        description: t('role.predictionIs', 'What the model said: a class or a number'),
      };
    case 'label':
      return { label: t('role.label', 'Label'), description: t('role.labelIs', 'What was true, known later') };
    case 'score':
      return {
        label: t('role.score', 'Score'),
        description: t('role.scoreIs', 'The number behind the prediction, such as a probability'),
      };
    case 'confidence':
      return {
        label: t('role.confidence', 'Confidence'),
        description: t('role.confidenceIs', 'How sure the model is'),
      };
    case 'arrival':
      return {
        label: t('role.arrival', 'Arrival'),
        description: t('role.arrivalIs', 'When a row arrived, beside when it was made'),
      };
  }
}
