import { count, day, defineKind, name, nameOf, off, on, refers, wait } from './field';

export const skill = defineKind<'SkillFields'>({
  id: 'skills',
  schema: 'SkillFields',
  text: 'skill',
  prefix: '0C5',
  groups: ['basics'],
  fields: {
    name,
    businessHours: { type: 'reference', group: 'basics', initial: '', to: 'business-hours' },
  },
  hidden: {},
  columns: ['name', 'businessHours'],
  filters: [],
  titleOf: nameOf,
});

export const agent = defineKind<'AgentFields', 'hasPassword' | 'hasApiKey'>({
  id: 'agents',
  schema: 'AgentFields',
  text: 'agent',
  prefix: '005',
  groups: ['basics', 'work'],
  fields: {
    name,
    username: { type: 'text', group: 'basics', initial: '', min: 1, max: 255, form: 'word' },
    kind: { type: 'choice', group: 'basics', initial: 'person', options: ['person', 'bot'] },
    role: {
      type: 'choice',
      group: 'basics',
      initial: 'agent',
      options: ['agent', 'supervisor', 'admin'],
    },
    skills: refers('work', 'skills', { isWide: true }),
    profile: { type: 'text', group: 'work', initial: '', max: 255, form: 'line', suggests: true },
    capacity: count('work', 1000, { initial: 3 }),
    sneakPeekEnabled: on('work', { isWide: true }),
  },
  hidden: {
    hasPassword: 'shown beside the form, where a password is set',
    hasApiKey: 'shown beside the form, where a key is made',
  },
  columns: ['name', 'username', 'role', 'kind', 'skills', 'capacity'],
  filters: ['role', 'kind'],
  titleOf: nameOf,
});

const statusFilters = ['', 'Online', 'Away', 'Offline'] as const;

export const agentConfig = defineKind<'AgentConfigFields'>({
  id: 'agent-configs',
  schema: 'AgentConfigFields',
  text: 'config',
  prefix: '571',
  groups: ['basics', 'work', 'conversation', 'permissions', 'transfer', 'notices', 'supervision'],
  fields: {
    name,
    agents: refers('basics', 'agents', { isWide: true }),
    profiles: {
      type: 'texts',
      group: 'basics',
      initial: [],
      max: 1000,
      itemMax: 255,
      suggests: true,
      isWide: true,
    },

    capacity: count('work', 1000, { initial: 3 }),
    criticalWaitTime: wait('work', day),
    enableAutoAwayOnDecline: off('work'),
    enableAutoAwayOnPushTimeout: off('work'),

    customAgentName: { type: 'text', group: 'conversation', initial: '', max: 255 },
    autoGreeting: {
      type: 'text',
      group: 'conversation',
      initial: '',
      max: 1000,
      rows: 3,
      isWide: true,
    },
    disableTransferConferenceGreeting: off('conversation', { isWide: true }),

    enableSneakPeek: on('permissions'),
    enableAgentFileTransfer: on('permissions'),
    enableChatConferencing: on('permissions'),
    enableVisitorBlocking: on('permissions'),
    enableAssistanceFlag: on('permissions'),

    enableChatTransferToAgent: on('transfer'),
    enableChatTransferToButton: on('transfer'),
    enableChatTransferToSkill: on('transfer'),
    transferableButtons: refers('transfer', 'buttons', {
      isWide: true,
      when: (values) => values.enableChatTransferToButton === true,
    }),
    transferableSkills: refers('transfer', 'skills', {
      isWide: true,
      when: (values) => values.enableChatTransferToSkill === true,
    }),

    enableRequestSound: on('notices'),
    enableLogoutSound: on('notices'),
    enableNotifications: on('notices'),

    enableChatMonitoring: on('supervision'),
    enableAgentSneakPeek: on('supervision'),
    enableWhisperMessage: on('supervision'),
    supervisorSkills: refers('supervision', 'skills', { isWide: true }),
    supervisorDefaultAgentStatusFilter: {
      type: 'choice',
      group: 'supervision',
      initial: '',
      options: statusFilters,
    },
    supervisorDefaultButtonFilter: {
      type: 'reference',
      group: 'supervision',
      initial: '',
      to: 'buttons',
    },
    supervisorDefaultSkillFilter: {
      type: 'reference',
      group: 'supervision',
      initial: '',
      to: 'skills',
    },
  },
  hidden: {},
  columns: ['name', 'agents', 'profiles', 'capacity'],
  filters: [],
  titleOf: nameOf,
});
