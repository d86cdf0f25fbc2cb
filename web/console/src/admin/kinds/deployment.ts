import {
  day,
  defineKind,
  link,
  name,
  nameOf,
  off,
  on,
  type Problem,
  type Values,
  wait,
} from './field';

export const deployment = defineKind<'DeploymentFields'>({
  id: 'deployments',
  schema: 'DeploymentFields',
  text: 'deployment',
  prefix: '572',
  groups: ['basics', 'pages', 'connection', 'chatWindow'],
  fields: {
    name,
    site: link('basics'),
    allowedOrigins: {
      type: 'texts',
      group: 'pages',
      initial: [],
      max: 1000,
      itemMax: 255,
      form: 'origin',
      isWide: true,
    },
    prechatApiEnabled: on('pages', { isWide: true }),
    connectionTimeout: wait('connection', day, { min: 1, initial: 150 }),
    connectionWarning: wait('connection', day),
    windowTitle: { type: 'text', group: 'chatWindow', initial: '', max: 255, isWide: true },
    brandingImage: link('chatWindow'),
    mobileBrandingImage: link('chatWindow'),
    displayQueuePosition: off('chatWindow'),
    transcriptSaveEnabled: off('chatWindow'),
  },
  hidden: {},
  columns: ['name', 'allowedOrigins', 'connectionTimeout'],
  filters: [],
  check,
  titleOf: nameOf,
});

function check(values: Values): Record<string, Problem> {
  if (Number(values.connectionWarning) < Number(values.connectionTimeout)) return {};
  return { connectionWarning: { key: 'shorterThanTimeout' } };
}
