import './admin.css';
import { t } from '../i18n';

export default function Admin() {
  return (
    <div className="admin">
      <h1>{t('admin.title')}</h1>
    </div>
  );
}
