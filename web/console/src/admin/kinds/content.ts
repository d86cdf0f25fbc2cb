import { addressOf } from '../addresses';
import { sourceOf } from '../sensitive';
import { count, defineKind, name, nameOf, off, type Problem, type Values } from './field';

export const quickText = defineKind<'QuickTextFields'>({
  id: 'quick-texts',
  schema: 'QuickTextFields',
  text: 'quickText',
  prefix: '574',
  groups: ['basics', 'order'],
  fields: {
    name,
    message: {
      type: 'text',
      group: 'basics',
      initial: '',
      min: 1,
      max: 4096,
      rows: 6,
      isWide: true,
    },
    folder: { type: 'text', group: 'order', initial: '', max: 255, suggests: true },
    category: { type: 'text', group: 'order', initial: '', max: 255, suggests: true },
    channels: {
      type: 'texts',
      group: 'order',
      initial: [],
      max: 1000,
      itemMax: 255,
      suggests: true,
      isWide: true,
    },
  },
  hidden: {},
  columns: ['name', 'message', 'folder', 'category'],
  filters: ['folder', 'category'],
  titleOf: nameOf,
});

export const sensitiveDataRule = defineKind<'SensitiveDataRuleFields'>({
  id: 'sensitive-data-rules',
  schema: 'SensitiveDataRuleFields',
  text: 'sensitive',
  prefix: '0GO',
  groups: ['basics', 'action'],
  fields: {
    name,
    isEnabled: off('basics'),
    pattern: {
      type: 'text',
      group: 'action',
      initial: '',
      min: 1,
      max: 4096,
      rows: 2,
      isCode: true,
      isWide: true,
    },
    actionType: {
      type: 'choice',
      group: 'action',
      initial: 'Replace',
      options: ['Replace', 'Remove'],
    },
    replacement: {
      type: 'text',
      group: 'action',
      initial: '',
      max: 255,
      isCode: true,
      when: (values) => values.actionType === 'Replace',
    },
    priority: count('action', 1000, { min: 1, initial: 1 }),
    enforceOn: { type: 'bits', group: 'action', initial: 7, bits: [1, 2, 4], isWide: true },
  },
  hidden: {},
  columns: ['name', 'isEnabled', 'pattern', 'actionType', 'enforceOn', 'priority'],
  filters: ['actionType'],
  check: checkSensitive,
  titleOf: nameOf,
});

function checkSensitive(values: Values): Record<string, Problem> {
  const problems: Record<string, Problem> = {};
  if (values.actionType === 'Replace' && values.replacement === '')
    problems.replacement = { key: 'neededToReplace' };
  const read = sourceOf(String(values.pattern ?? ''));
  if (values.pattern !== '' && 'problem' in read)
    problems.pattern = { key: 'pattern', parameters: { reason: read.problem } };
  if (values.enforceOn === 0) problems.enforceOn = { key: 'someone' };
  return problems;
}

export const blockingRule = defineKind<'BlockingRuleFields', 'ownerType' | 'agent' | 'createdAt'>({
  id: 'blocking-rules',
  schema: 'BlockingRuleFields',
  text: 'blocking',
  prefix: '0BR',
  groups: ['basics'],
  fields: {
    fromAddress: { type: 'text', group: 'basics', initial: '', min: 1, max: 45, form: 'address' },
    toAddress: { type: 'text', group: 'basics', initial: '', max: 45, form: 'address' },
    description: {
      type: 'text',
      group: 'basics',
      initial: '',
      max: 1000,
      rows: 3,
      isWide: true,
    },
  },
  hidden: {
    ownerType: 'the server says who made it; shown beside the form',
    agent: 'the server says who made it; shown beside the form',
    createdAt: 'the server says when it was made; shown beside the form',
  },
  columns: ['fromAddress', 'toAddress', 'description', 'ownerType', 'createdAt'],
  filters: [],
  check: checkBlocking,
  titleOf: (values) =>
    values.toAddress ? `${values.fromAddress} – ${values.toAddress}` : String(values.fromAddress),
});

function checkBlocking(values: Values): Record<string, Problem> {
  const from = addressOf(String(values.fromAddress ?? ''));
  const to = addressOf(String(values.toAddress ?? ''));
  if (!from || !to) return {};
  if (from.version !== to.version) return { toAddress: { key: 'addressKind' } };
  return to.number < from.number ? { toAddress: { key: 'addressOrder' } } : {};
}
