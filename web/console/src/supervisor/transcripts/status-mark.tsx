import { t } from '../../i18n';
import type { Status } from './query';

const marks: Record<Status, { mark: string; tone: string }> = {
  Waiting: { mark: '◔', tone: 'warn' },
  InProgress: { mark: '●', tone: 'ok' },
  Completed: { mark: '✓', tone: 'plain' },
  Missed: { mark: '▲', tone: 'late' },
  Dropped: { mark: '◆', tone: 'warn' },
  Blocked: { mark: '⊘', tone: 'late' },
};

export function StatusMark({ status }: { status: Status }) {
  const { mark, tone } = marks[status];
  return (
    <span className="sup-tag" data-tone={tone}>
      <span aria-hidden="true">{mark}</span> {t(`supervisor.status_${status}`)}
    </span>
  );
}
