import { t } from '../../i18n';

// A picture of this server. The console shows none of other sites; those can be opened.
export function Picture({ link, alt }: { link: string; alt: string }) {
  const isOwn = link.startsWith('/') || link.startsWith(`${location.origin}/`);
  if (isOwn) return <img src={link} alt={alt} className="admin-picture" />;
  return (
    <a
      className="admin-picture admin-picture--elsewhere"
      href={link}
      target="_blank"
      rel="noreferrer"
    >
      {t('admin.openPicture')}
    </a>
  );
}
