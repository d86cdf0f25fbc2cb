import type { ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Header,
  type MenuItemProps,
  type MenuSectionProps,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';

export interface MenuProps {
  // The button that opens it.
  trigger: ReactNode;
  label: string;
  children: ReactNode;
  onAction?: (key: string) => void;
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
}

export function Menu({ trigger, label, children, onAction, placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="ui-popover" placement={placement}>
        <AriaMenu
          className="ui-menu"
          aria-label={label}
          onAction={(key) => onAction?.(String(key))}
        >
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export function MenuItem({
  children,
  ...props
}: Omit<MenuItemProps, 'children' | 'className'> & { children: ReactNode }) {
  return (
    <AriaMenuItem {...props} className="ui-menu__item">
      <span className="ui-menu__text">{children}</span>
    </AriaMenuItem>
  );
}

// A group of items; with `selectionMode` its items can be chosen.
export function MenuSection({
  title,
  children,
  ...props
}: Omit<MenuSectionProps<object>, 'children'> & { title: string; children: ReactNode }) {
  return (
    <AriaMenuSection {...props}>
      <Header className="ui-menu__heading">{title}</Header>
      {children}
    </AriaMenuSection>
  );
}

export function MenuSeparator() {
  return <Separator className="ui-menu__separator" />;
}
