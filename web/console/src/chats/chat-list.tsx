import { type ReactNode, useEffect, useRef, useState } from 'react';
import { t, tMaybe } from '../i18n';
import { type Chat, select, useLive } from '../state';
import { Timer, useNow } from '../ui';
import { ChatRow } from './chat-row';
import { ChoiceCard, IncomingCard, InvitationCard } from './incoming-card';
import { LateAnnouncer } from './urgency';

// The agent's chats, divided by what needs it.
export function ChatList({ openKey }: { openKey: string | undefined }) {
  const now = useNow();
  const state = useLive((whole) => whole);
  const pointer = usePointerInside();
  const groups = useSteady(select.groupsOf(state, now), pointer.isInside);
  const own = [...groups.mine, ...groups.silent];
  return (
    <nav
      className="chats-list"
      data-pane
      tabIndex={-1}
      aria-label={t('chats.list')}
      {...pointer.handlers}
    >
      <h1 className="visually-hidden">{t('chats.title')}</h1>
      <Departures />
      <Group title={t('chats.incoming')} count={groups.incoming.length + groups.invitations.length}>
        {groups.incoming.map((chat) => (
          <li key={chat.chatKey}>
            <IncomingCard chat={chat} />
          </li>
        ))}
        {groups.invitations.map((chat) => (
          <li key={chat.chatKey}>
            <InvitationCard chat={chat} />
          </li>
        ))}
      </Group>
      <Group title={t('chats.mine')} count={groups.mine.length} isAlwaysShown>
        {groups.mine.length === 0 ? (
          <li className="chats-list__none muted">{t('chats.noneMine')}</li>
        ) : null}
        <Rows chats={groups.mine} openKey={openKey} />
      </Group>
      <Group title={t('chats.silent')} count={groups.silent.length}>
        <Rows chats={groups.silent} openKey={openKey} />
      </Group>
      <Group title={t('chats.choice')} count={groups.choice.length}>
        {groups.choice.map((chat) => (
          <li key={chat.chatKey}>
            <ChoiceCard chat={chat} />
          </li>
        ))}
      </Group>
      <Group title={t('chats.queued')} count={groups.queued.length}>
        {groups.queued.map((chat, index) => (
          <li key={chat.chatKey} className="chats-row chats-row--queued">
            <span className="muted tabular">{index + 1}</span>
            <span className="chats-row__name" dir="auto">
              {chat.name}
            </span>
            <span className="muted">
              <Timer since={chat.requestTime} />
            </span>
          </li>
        ))}
      </Group>
      <LateAnnouncer chats={own} />
    </nav>
  );
}

function Rows({ chats, openKey }: { chats: Chat[]; openKey: string | undefined }) {
  return chats.map((chat) => (
    <li key={chat.chatKey}>
      <ChatRow chat={chat} isOpen={chat.chatKey === openKey} />
    </li>
  ));
}

interface GroupProps {
  title: string;
  count: number;
  isAlwaysShown?: boolean;
  children: ReactNode;
}

function Group({ title, count, isAlwaysShown, children }: GroupProps) {
  if (count === 0 && !isAlwaysShown) return null;
  return (
    <section className="chats-group" aria-label={title}>
      <h2 className="chats-group__title">
        {title} <span className="tabular">{count > 0 ? count : ''}</span>
      </h2>
      <ul>{children}</ul>
    </section>
  );
}

const shownFor = 8000;

// Requests and invitations that went away say why for a moment.
function Departures() {
  const departed = useLive((state) => state.departed);
  const now = useNow();
  const recent = departed.filter((one) => now - one.at < shownFor);
  return (
    <div role="status" className="chats-departed">
      {recent.map((one) => (
        <p key={`${one.chatKey} ${one.at}`} className="muted">
          {tMaybe(`chats.gone_${one.reason}`, one.reason, { name: one.name })}
        </p>
      ))}
    </div>
  );
}

function usePointerInside() {
  const [isInside, setInside] = useState(false);
  return {
    isInside,
    handlers: {
      onPointerEnter: () => setInside(true),
      onPointerLeave: () => setInside(false),
    },
  };
}

// Under the pointer a chat stays in its group, so that a press hits what was aimed at.
function useSteady(groups: select.ChatGroups, isHeld: boolean): select.ChatGroups {
  const before = useRef(groups);
  const shown = isHeld ? held(before.current, groups) : groups;
  useEffect(() => {
    before.current = shown;
  });
  return shown;
}

function held(before: select.ChatGroups, now: select.ChatGroups): select.ChatGroups {
  const wasSilent = new Set(before.silent.map((chat) => chat.chatKey));
  const wasMine = new Set(before.mine.map((chat) => chat.chatKey));
  const own = [...now.mine, ...now.silent].sort(
    (a, b) => (a.acceptTime ?? 0) - (b.acceptTime ?? 0),
  );
  const isSilentNow = new Set(now.silent);
  const staysSilent = (chat: Chat) =>
    wasSilent.has(chat.chatKey) || (isSilentNow.has(chat) && !wasMine.has(chat.chatKey));
  return {
    ...now,
    mine: own.filter((chat) => !staysSilent(chat)),
    silent: own.filter(staysSilent),
  };
}
