import type { Entry } from '../api/types';
import { t, tMaybe } from '../i18n';

// What entries of a chat say, for people.

export interface RichContent {
  header: string;
  items: string[];
}

// The choices a rich message offers, or those a visitor took; null when it cannot be read.
export function richContentOf(entry: Entry): RichContent | null {
  try {
    const content: unknown = JSON.parse(entry.text);
    if (Array.isArray(content)) {
      const actions = content as { value?: unknown; type?: unknown; index?: unknown }[];
      return { header: '', items: actions.map((one) => String(one.value ?? one.index ?? '')) };
    }
    const { header, items } = content as { header?: string; items?: { text: string }[] };
    return { header: header ?? '', items: (items ?? []).map((item) => item.text) };
  } catch {
    return null;
  }
}

export function plainTextOf(entry: Entry): string {
  if (entry.type === 'VisitorRichMessage' || entry.type === 'AgentRichMessage') {
    const content = richContentOf(entry);
    return content ? [content.header, content.items.join(' · ')].filter(Boolean).join(' — ') : '';
  }
  return entry.text;
}

const bubbles: ReadonlySet<string> = new Set([
  'VisitorMessage',
  'AgentMessage',
  'BotMessage',
  'Whisper',
  'VisitorRichMessage',
  'AgentRichMessage',
]);

export function isBubble(entry: Entry): boolean {
  return bubbles.has(entry.type);
}

// Entries of files that are a link to one.
export function isFile(entry: Entry): boolean {
  return entry.type === 'FileTransferSuccess' || entry.type === 'FileTransferToChasitor';
}

// Details for machines.
const withoutDetail: ReadonlySet<string> = new Set([
  'PushAssignment',
  'SensitiveDataAgent',
  'SensitiveDataVisitor',
  'SensitiveDataSupervisor',
]);

// The line for something that happened.
export function eventTextOf(entry: Entry, nameOfAgent: (id: string) => string): string {
  const name = entry.name || (entry.agentId ? nameOfAgent(entry.agentId) : '');
  const isCustom = entry.type === 'VisitorCustomEvent' || entry.type === 'AgentCustomEvent';
  const parameters = { name, type: entry.eventType ?? '' };
  const text = tMaybe(`chats.event_${entry.type}`, entry.type, parameters);
  const detail = isCustom || !withoutDetail.has(entry.type) ? entry.text : '';
  return detail ? t('chats.eventDetail', { event: text, detail }) : text;
}
