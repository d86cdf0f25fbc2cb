import { change, changes, chatOf, findChat } from '../state';

// Chats that have ended and are not closed yet stay in the list, also over a reload of the page.

const storageKey = 'rejoinder.wrapUp';
const keptMax = 50;

function read(): string[] {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? '[]') as string[];
  } catch {
    return [];
  }
}

function write(chatKeys: string[]): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(chatKeys.slice(-keptMax)));
  } catch {
    // Without storage they are forgotten with the page.
  }
}

export function rememberWrapUp(chatKey: string): void {
  const kept = read();
  if (!kept.includes(chatKey)) write([...kept, chatKey]);
}

export function forgetWrapUp(chatKey: string): void {
  write(read().filter((key) => key !== chatKey));
}

// Shows again what was not closed before the page was left.
export async function restoreWrapUps(): Promise<void> {
  for (const chatKey of read()) {
    if (chatOf(chatKey)) continue;
    const found = await findChat(chatKey);
    if (found.state === 'record') change((state) => changes.recordRead(state, found.record));
    if (found.state === 'none') forgetWrapUp(chatKey);
  }
}
