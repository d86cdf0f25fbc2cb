import { t } from '../i18n';

export default function Chats() {
  return <h1>{t('chats.title')}</h1>;
}
