import {
  count,
  day,
  defineKind,
  hour,
  link,
  name,
  nameOf,
  off,
  on,
  type Problem,
  refers,
  type Values,
  wait,
} from './field';

const isInvite = (values: Values) => values.type === 'Invite';
const isStandard = (values: Values) => values.type !== 'Invite';
const isPushed = (values: Values) => values.routingType !== 'Choice';
const hasQueue = (values: Values) => values.hasQueue === true;

export const startPositions = [
  '',
  'TopLeft',
  'TopLeftTop',
  'Top',
  'TopRightTop',
  'TopRight',
  'TopRightRight',
  'Right',
  'BottomRightRight',
  'BottomRight',
  'BottomRightBottom',
  'Bottom',
  'BottomLeftBottom',
  'BottomLeft',
  'BottomLeftLeft',
  'Left',
  'TopLeftLeft',
] as const;
export const endPositions = [
  '',
  'TopLeft',
  'Top',
  'TopRight',
  'Left',
  'Center',
  'Right',
  'BottomLeft',
  'Bottom',
  'BottomRight',
] as const;

export const button = defineKind<'ButtonFields'>({
  id: 'buttons',
  schema: 'ButtonFields',
  text: 'button',
  prefix: '573',
  groups: ['basics', 'routing', 'queue', 'conversation', 'invitation', 'pages'],
  fields: {
    name,
    type: { type: 'choice', group: 'basics', initial: 'Standard', options: ['Standard', 'Invite'] },
    isActive: on('basics'),
    businessHours: { type: 'reference', group: 'basics', initial: '', to: 'business-hours' },
    language: { type: 'text', group: 'basics', initial: 'en_US', max: 40 },
    windowLanguage: { type: 'text', group: 'basics', initial: '', max: 40 },

    skills: refers('routing', 'skills', { isOrdered: true, isWide: true }),
    routingType: {
      type: 'choice',
      group: 'routing',
      initial: 'LeastActive',
      options: ['LeastActive', 'MostAvailable', 'Choice', 'Omni'],
    },
    priority: count('routing', 1000, {
      initial: 5,
      when: (values) => values.routingType === 'Omni',
    }),
    pushTimeout: wait('routing', hour, { when: isPushed }),
    isAutoAccept: off('routing', {
      when: (values) => isPushed(values) || values.isAutoAccept === true,
    }),
    hasRerouteDeclinedRequest: off('routing', { when: isPushed }),
    numberOfReroutingAttempts: count('routing', 100, {
      when: (values) => isPushed(values) && values.hasRerouteDeclinedRequest === true,
    }),

    hasQueue: on('queue', { isWide: true }),
    overallQueueLength: count('queue', 1_000_000, { when: hasQueue }),
    perAgentQueueLength: count('queue', 1_000_000, { when: hasQueue }),

    customAgentName: { type: 'text', group: 'conversation', initial: '', max: 255 },
    autoGreeting: {
      type: 'text',
      group: 'conversation',
      initial: '',
      max: 1000,
      rows: 3,
      isWide: true,
    },
    chasitorIdleTimeout: wait('conversation', day),
    chasitorIdleTimeoutWarning: wait('conversation', day),

    inviteDeployments: refers('invitation', 'deployments', { when: isInvite, isWide: true }),
    inviteRenderer: {
      type: 'choice',
      group: 'invitation',
      initial: 'Slide',
      options: ['Slide', 'Fade', 'Appear', 'Custom'],
      when: isInvite,
    },
    timeToRemoveInvite: wait('invitation', day, { when: isInvite }),
    inviteStartPosition: {
      type: 'choice',
      group: 'invitation',
      initial: '',
      options: startPositions,
      when: isInvite,
    },
    inviteEndPosition: {
      type: 'choice',
      group: 'invitation',
      initial: '',
      options: endPositions,
      when: isInvite,
    },
    inviteImage: link('invitation', { when: isInvite, isWide: true }),
    inviteImageWidth: count('invitation', 10_000, { unit: 'pixels', when: isInvite }),
    inviteImageHeight: count('invitation', 10_000, { unit: 'pixels', when: isInvite }),
    hasInviteAfterAccept: off('invitation', { when: isInvite }),
    hasInviteAfterReject: off('invitation', { when: isInvite }),
    inviteRules: {
      type: 'text',
      group: 'invitation',
      initial: '',
      max: 32_000,
      rows: 6,
      isCode: true,
      isWide: true,
      when: isInvite,
    },

    onlineImage: link('pages', { when: isStandard }),
    offlineImage: link('pages', { when: isStandard }),
    prechatUrl: link('pages'),
    chatUrl: link('pages'),
    postChatUrl: link('pages'),
    site: link('pages'),
  },
  hidden: {},
  columns: ['name', 'type', 'isActive', 'routingType', 'skills', 'businessHours'],
  filters: ['type', 'routingType'],
  check,
  titleOf: nameOf,
});

function check(values: Values): Record<string, Problem> {
  const problems: Record<string, Problem> = {};
  if (values.isAutoAccept && values.routingType === 'Choice')
    problems.isAutoAccept = { key: 'notWithChoice' };
  const warning = Number(values.chasitorIdleTimeoutWarning);
  if (warning > 0 && warning >= Number(values.chasitorIdleTimeout))
    problems.chasitorIdleTimeoutWarning = { key: 'shorterThanTimeout' };
  if (values.inviteRules && !isInviteRules(String(values.inviteRules)))
    problems.inviteRules = { key: 'json' };
  return problems;
}

function isInviteRules(text: string): boolean {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) && 'rules' in read;
  } catch {
    return false;
  }
}
