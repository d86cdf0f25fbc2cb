import { t } from '../i18n';
import { CodeBlock } from './copy';
import { curlOf, type Request } from './curl';

// The same by the API, for scripts.
export function CurlLine(request: Request) {
  return (
    <details className="admin-curl">
      <summary>
        {t('admin.asCurl')} <code dir="ltr">{request.method}</code>
      </summary>
      <CodeBlock text={curlOf(location.origin, request)} label={t('admin.asCurl')} />
    </details>
  );
}
