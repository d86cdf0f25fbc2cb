import './supervisor.css';
import { t } from '../i18n';

export default function Supervisor() {
  return (
    <div className="supervisor">
      <h1>{t('supervisor.title')}</h1>
    </div>
  );
}
