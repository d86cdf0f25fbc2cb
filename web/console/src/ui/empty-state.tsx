import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons';

export interface EmptyStateProps {
  icon?: IconName;
  title: string;
  children?: ReactNode;
}

export function EmptyState({ icon, title, children }: EmptyStateProps) {
  return (
    <div className="ui-empty">
      {icon ? <Icon name={icon} /> : null}
      <p className="ui-empty__title">{title}</p>
      {children}
    </div>
  );
}
