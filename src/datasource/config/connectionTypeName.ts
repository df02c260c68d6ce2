import type { ConnectionType } from '../ModelwatchSettings';
import { t } from '../text';

/** What people call the stores of a type. */
export function connectionTypeName(type: ConnectionType): string {
  const names: Readonly<Record<ConnectionType, string>> = {
    file: t('selection.type.file', 'Files'),
    prometheus: 'Prometheus',
    elasticsearch: 'Elasticsearch',
    mlflow: 'MLflow',
  };
  return names[type] ?? type;
}
