import { problemOfHours } from '../hours/lines';
import {
  defineKind,
  type Kind,
  type KindId,
  name,
  nameOf,
  type Problem,
  type Values,
} from './field';

export const businessHours = defineKind<'BusinessHoursFields'>({
  id: 'business-hours',
  schema: 'BusinessHoursFields',
  text: 'hours',
  prefix: '01m',
  groups: ['basics', 'weekly', 'exceptions'],
  fields: {
    name,
    timeZone: { type: 'timeZone', group: 'basics', initial: 'UTC' },
    weekly: { type: 'weekly', group: 'weekly', initial: [], isWide: true },
    exceptions: { type: 'exceptions', group: 'exceptions', initial: [], isWide: true },
  },
  hidden: {},
  columns: ['name', 'timeZone', 'weekly', 'exceptions'],
  filters: [],
  check: (values: Values): Record<string, Problem> => problemOfHours(values),
  titleOf: nameOf,
});

export const organization: Kind = {
  id: 'organization' satisfies KindId,
  schema: 'Organization',
  text: 'organization',
  prefix: '00D',
  groups: ['basics'],
  fields: { name },
  hidden: {},
  columns: ['name'],
  filters: [],
  titleOf: nameOf,
  isSingle: true,
};
