import type { Frame, Schemas } from '../api/types';
import { t } from '../i18n';
import { preferences, type SoundKind } from '../shell/preferences';
import { wasChosen } from '../shell/status-menu';
import { chatOf, onFrame, type State, select, store } from '../state';
import { showOnPage } from './page-badge';
import { play, unlock } from './sound';
import { isInView, isLeader, joinTabs } from './tabs';

// Sounds and desktop notices of the leading tab, and the counts in title, icon and badge of each.

const shown = new Map<string, Notification>();

export function startNotices(open: (path: string) => void): () => void {
  const leaveTabs = joinTabs();
  const stopFrames = onFrame((frame) => ring(frame, open));
  const stopPage = store.subscribe((state, before) => {
    if (state.chats !== before.chats) showOnPage(state);
    if (isThrownOut(state, before) && isLeader()) play('logout');
    withdrawRead();
  });
  const onGesture = () => void unlock();
  window.addEventListener('pointerdown', onGesture, { once: true });
  window.addEventListener('keydown', onGesture, { once: true });
  showOnPage(store.getState());
  return () => {
    leaveTabs();
    stopFrames();
    stopPage();
    window.removeEventListener('pointerdown', onGesture);
    window.removeEventListener('keydown', onGesture);
    showOnPage(null);
    for (const notice of shown.values()) notice.close();
    shown.clear();
  };
}

// Whether the agent gets no chats any more, and did not want that.
function isThrownOut(state: State, before: State): boolean {
  const wasLost =
    before.stream === 'open' && (state.stream === 'lost' || state.stream === 'waiting');
  const isOffline = state.me?.presence.state === 'Offline';
  const wasThere = before.me !== null && before.me.presence.state !== 'Offline';
  return wasLost || (isOffline && wasThere && !wasChosen('Offline'));
}

interface Ring {
  chatKey: string;
  sound: SoundKind;
  title: string;
  body: string;
  // What a press on the notice opens.
  path: string;
}

function ring(frame: Frame, open: (path: string) => void): void {
  const rung = ringOf(frame);
  if (!rung || !isLeader() || isInView(rung.chatKey)) return;
  play(rung.sound);
  notify(rung, open);
}

// What a frame rings with; null for most.
function ringOf(frame: Frame): Ring | null {
  switch (frame.type) {
    case 'chat.requested':
      if (!frame.data.isPushRequest) return null;
      return made(
        frame.data.chatKey,
        'request',
        t('shell.noticeRequest', { name: frame.data.name }),
      );
    case 'transfer.requested':
    case 'conference.requested':
      return made(
        frame.data.chatKey,
        'request',
        t('shell.noticeInvitation', { name: frame.data.fromName }),
        frame.data.note,
      );
    case 'chat.message':
      if (frame.data.from !== 'visitor' || !isOwn(frame.data.chatKey)) return null;
      return made(frame.data.chatKey, 'message', frame.data.name, frame.data.text);
    case 'whisper':
      if (frame.data.agentId === store.getState().me?.agent.id) return null;
      if (!isOwn(frame.data.chatKey)) return null;
      return made(
        frame.data.chatKey,
        'whisper',
        t('shell.noticeWhisper', { name: frame.data.name }),
        frame.data.text,
      );
    case 'flag.raised':
      return flagOf(frame.data);
    case 'chat.ended':
      if (frame.data.endedBy === 'Agent') return null;
      return leftOf(frame.data.chatKey);
    case 'chat.disconnected':
      return leftOf(frame.data.chatKey);
    default:
      return null;
  }
}

function leftOf(chatKey: string): Ring | null {
  const chat = chatOf(chatKey);
  if (!chat || !isOwn(chatKey)) return null;
  return made(chatKey, 'disconnect', t('shell.noticeLeft', { name: chat.name }));
}

// Supervisors are called; the agent who calls knows.
function flagOf({ chatKey, agentId, name, text }: Schemas['FlagRaised']): Ring | null {
  const { me } = store.getState();
  if (me?.agent.role === 'agent' || me?.agent.id === agentId) return null;
  const rung = made(chatKey, 'flag', t('shell.noticeFlag', { name }), text);
  return { ...rung, path: `/supervisor/watch/${chatKey}` };
}

function made(chatKey: string, sound: SoundKind, title: string, body = ''): Ring {
  return { chatKey, sound, title, body, path: `/chats/${chatKey}` };
}

function isOwn(chatKey: string): boolean {
  const { chats, me } = store.getState();
  const chat = chats[chatKey];
  return chat !== undefined && select.isMine(chat, me?.agent.id);
}

function notify(rung: Ring, open: (path: string) => void): void {
  if (!preferences.getState().notices || typeof Notification === 'undefined') return;
  if (!store.getState().me?.config.enableNotifications) return;
  if (Notification.permission !== 'granted' || document.hasFocus()) return;
  const notice = new Notification(rung.title, { tag: rung.chatKey, body: rung.body });
  notice.onclick = () => {
    window.focus();
    open(rung.path);
    notice.close();
  };
  shown.set(rung.chatKey, notice);
}

// A notice whose chat has been read, or is gone, says nothing new any more.
function withdrawRead(): void {
  for (const [chatKey, notice] of shown) {
    const chat = chatOf(chatKey);
    const isPending = chat && (chat.unread > 0 || chat.state === 'requested' || chat.invitation);
    if (isPending || chatKey in store.getState().flags) continue;
    notice.close();
    shown.delete(chatKey);
  }
}
