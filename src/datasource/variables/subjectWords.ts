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
        description: t('variable.featuresIs', 'Columns, fields, or metrics with distributions'),
      };
    case 'values':
      return {
        label: t('variable.values', 'Versions or segments'),
        description: t('variable.valuesIs', 'Values of a label, column or field'),
      };
    case 'field':
      return {
        label: t('variable.fieldFor', 'Field by role'),
        description: t('variable.fieldForIs', 'Most likely field first; "none" if there is none'),
      };
    case 'places':
      return {
        label: t('variable.places', 'Files, indices, or series'),
        description: t('variable.placesIs', 'Data that a connection holds'),
      };
    case 'metrics':
      return {
        label: t('variable.metrics', 'Metrics'),
        description: t('variable.metricsIs', 'Metrics of a Prometheus connection'),
      };
    case 'profiles':
      return {
        label: t('variable.profiles', 'Stored profiles'),
        description: t('variable.profilesIs', 'Baselines created by "modelwatch profile"'),
      };
    case 'connections':
      return {
        label: t('variable.connections', 'Connections'),
        description: t('variable.connectionsIs', 'Connections of this data source'),
      };
    case 'time':
      return {
        label: t('variable.time', 'Time with data'),
        description: t('variable.timeIs', 'URL parameters that select the newest data with a baseline before it'),
      };
    case 'note':
      return {
        label: t('variable.note', 'Note on the time range'),
        description: t('variable.noteIs', 'Says that the time range has no data, or the newest; otherwise empty'),
      };
    case 'sources':
      return {
        label: t('variable.sources', "Grafana's data sources"),
        description: t('variable.sourcesIs', 'Those that speak to a store; "none" leaves panels empty'),
      };
  }
}

export function roleWords(role: FieldRole): Words {
  switch (role) {
    case 'time':
      return { label: t('role.time', 'Time'), description: t('role.timeIs', 'Time at which the row was logged') };
    case 'version':
      return { label: t('role.version', 'Version'), description: t('role.versionIs', 'Model version') };
    case 'prediction':
      return {
        label: t('role.prediction', 'Prediction'),
        description: t('role.predictionIs', 'Model output: a class or a number'),
      };
    case 'label':
      return { label: t('role.label', 'Label'), description: t('role.labelIs', 'Ground truth, available later') };
    case 'score':
      return {
        label: t('role.score', 'Score'),
        description: t('role.scoreIs', 'Number behind the prediction, such as a probability'),
      };
    case 'confidence':
      return {
        label: t('role.confidence', 'Confidence'),
        description: t('role.confidenceIs', "The model's own score for its prediction"),
      };
    case 'arrival':
      return {
        label: t('role.arrival', 'Arrival'),
        description: t('role.arrivalIs', 'Time of arrival, besides the time of the event'),
      };
    case 'label_time':
      return {
        label: t('role.labelTime', 'Label time'),
        description: t('role.labelTimeIs', 'Time at which the label was known'),
      };
    case 'key':
      return {
        label: t('role.key', 'Key'),
        description: t('role.keyIs', 'Value that identifies a prediction and its label'),
      };
    case 'calls':
      return {
        label: t('role.calls', 'Calls'),
        description: t('role.callsIs', 'The counter of predictions in Prometheus; rows are counted themselves'),
      };
  }
}
