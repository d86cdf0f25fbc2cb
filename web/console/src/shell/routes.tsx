import { type ComponentType, lazy } from 'react';
import type { Me } from '../api/types';
import { type Area, loadArea, type TextKey } from '../i18n';

export interface AppRoute {
  path: string;
  area: Area;
  title: TextKey;
  page: ComponentType;
  // Who may go there.
  roles: readonly Me['agent']['role'][];
}

function page(area: Area, load: () => Promise<{ default: ComponentType }>): ComponentType {
  return lazy(async () => {
    const [module] = await Promise.all([load(), loadArea(area)]);
    return module;
  });
}

export const routes: readonly AppRoute[] = [
  {
    path: '/chats',
    area: 'chats',
    title: 'shell.chats',
    page: page('chats', () => import('../chats')),
    roles: ['agent', 'supervisor', 'admin'],
  },
  {
    path: '/supervisor',
    area: 'supervisor',
    title: 'shell.supervisor',
    page: page('supervisor', () => import('../supervisor')),
    roles: ['supervisor', 'admin'],
  },
  {
    path: '/admin',
    area: 'admin',
    title: 'shell.admin',
    page: page('admin', () => import('../admin')),
    roles: ['admin'],
  },
];

export function routesOf(role: Me['agent']['role']): AppRoute[] {
  return routes.filter((route) => route.roles.includes(role));
}
