import './chats.css';
import './conversation.css';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useLocation, useRoute } from 'wouter';
import { t } from '../i18n';
import { useCommand } from '../keyboard/commands';
import { tellSeen } from '../notices/tabs';
import { type Chat, select, serverNow, store, useLive } from '../state';
import { IconButton } from '../ui';
import { accept, answer, decline, rememberWrapUp } from './actions';
import { ChatList } from './chat-list';
import { Conversation, NoChat, useComposerFocus } from './conversation';
import { Panes } from './panes';

import { PersonPane } from './person-pane';
import { useSimulation } from './simulation';
import { TranscriptView } from './transcript-view';
import { restoreWrapUps } from './wrap-up';

// Seldom needed, so apart.
const FirstRun = lazy(() => import('./first-run'));
const SimulatorPanel = lazy(() => import('./simulator-panel'));

// The route of all who answer visitors: `/chats`, and `/chats/CHATKEY` for one chat.
export default function Chats() {
  const [, parameters] = useRoute('/:chatKey');
  const chatKey = parameters?.chatKey;
  const chat = useLive((state) => (chatKey ? state.chats[chatKey] : undefined));
  const isSimulating = useSimulation() !== null;
  const [isPersonShown, setPersonShown] = useState(false);
  const isEmpty = useLive((state) => state.isCurrent && Object.keys(state.chats).length === 0);

  useSeen(chatKey);
  useDeparture(chatKey, chat);
  useWrapUps();
  useListCommands(chatKey);
  useComposerFocus(chat ? chatKey : undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another chat begins with its lines.
  useEffect(() => setPersonShown(false), [chatKey]);

  return (
    <>
      <Panes
        shown={!chatKey ? 'list' : isPersonShown ? 'person' : 'middle'}
        list={<ChatList openKey={chatKey} />}
        middle={<Middle chatKey={chatKey} chat={chat} isEmpty={isEmpty} />}
        person={chat ? <PersonPane key={chat.chatKey} chat={chat} /> : null}
      />
      {chat ? (
        <IconButton
          icon="panel"
          kind="plain"
          className="chats-person-toggle"
          label={t(isPersonShown ? 'chats.showChat' : 'chats.showVisitor')}
          onPress={() => setPersonShown(!isPersonShown)}
        />
      ) : null}
      {isSimulating ? (
        <Suspense fallback={null}>
          <SimulatorPanel />
        </Suspense>
      ) : null}
    </>
  );
}

interface MiddleProps {
  chatKey: string | undefined;
  chat: Chat | undefined;
  isEmpty: boolean;
}

function Middle({ chatKey, chat, isEmpty }: MiddleProps) {
  const isCurrent = useLive((state) => state.isCurrent);
  if (chat) return <Conversation chat={chat} />;
  if (chatKey && isCurrent) {
    return (
      <section
        className="chats-conversation"
        data-pane
        tabIndex={-1}
        aria-label={t('chats.pastChat')}
      >
        <TranscriptView key={chatKey} chatKey={chatKey} />
      </section>
    );
  }
  if (isEmpty) {
    return (
      <section
        className="chats-conversation"
        data-pane
        tabIndex={-1}
        aria-label={t('chats.firstTitle')}
      >
        <Suspense fallback={null}>
          <FirstRun />
        </Suspense>
      </section>
    );
  }
  return <NoChat />;
}

// A chat is seen while it is shown in a page that has the focus.
function useSeen(chatKey: string | undefined): void {
  useEffect(() => {
    const tell = () => tellSeen(chatKey && document.hasFocus() ? chatKey : null);
    tell();
    window.addEventListener('focus', tell);
    window.addEventListener('blur', tell);
    return () => {
      window.removeEventListener('focus', tell);
      window.removeEventListener('blur', tell);
      tellSeen(null);
    };
  }, [chatKey]);
}

// A chat that goes away while it is shown leaves the list, which says why.
function useDeparture(chatKey: string | undefined, chat: Chat | undefined): void {
  const [, navigate] = useLocation();
  const shown = useRef<string | undefined>(undefined);
  useEffect(() => {
    const hasLeft = chatKey !== undefined && shown.current === chatKey && !chat;
    shown.current = chat?.chatKey;
    if (hasLeft) navigate('/', { replace: true });
  }, [chatKey, chat, navigate]);
}

function useWrapUps(): void {
  const isCurrent = useLive((state) => state.isCurrent);
  useEffect(() => {
    if (isCurrent) void restoreWrapUps();
  }, [isCurrent]);
  useEffect(
    () =>
      store.subscribe((state, before) => {
        if (state.chats === before.chats) return;
        const ownId = state.me?.agent.id;
        for (const chat of Object.values(state.chats)) {
          const hasEnded =
            chat.state === 'ended' && before.chats[chat.chatKey]?.state === 'engaged';
          if (hasEnded && select.isMine(chat, ownId)) rememberWrapUp(chat.chatKey);
        }
      }),
    [],
  );
}

// The commands that go through the list of chats.
function useListCommands(openKey: string | undefined): void {
  const [, navigate] = useLocation();
  const hasOwn = useLive((state) => ownOf(state).length > 0);
  const offered = useLive((state) => {
    const groups = select.groupsOf(state, serverNow());
    return groups.incoming[0] ?? groups.invitations[0] ?? groups.choice[0];
  });

  function move(step: 1 | -1, isWaitingOnly: boolean) {
    const own = ownOf(store.getState());
    const isWanted = (chat: Chat) => !isWaitingOnly || select.waitingSince(chat) !== undefined;
    const at = own.findIndex((chat) => chat.chatKey === openKey);
    for (let count = 1; count <= own.length; count += 1) {
      const from = at < 0 ? (step > 0 ? -1 : own.length) : at;
      const index = (from + step * count + own.length * 2) % own.length;
      const chat = own[index];
      if (chat && isWanted(chat)) return navigate(`/${chat.chatKey}`);
    }
  }
  async function take() {
    if (!offered) return;
    const { chatKey, invitation } = offered;
    const isTaken = invitation ? await answer(chatKey, true) : await accept(chatKey);
    if (isTaken) navigate(`/${chatKey}`);
  }
  function refuse() {
    if (!offered) return;
    void (offered.invitation ? answer(offered.chatKey, false) : decline(offered.chatKey));
  }

  useCommand('nextChat', hasOwn ? () => move(1, false) : null);
  useCommand('previousChat', hasOwn ? () => move(-1, false) : null);
  useCommand('nextWaiting', hasOwn ? () => move(1, true) : null);
  useCommand('previousWaiting', hasOwn ? () => move(-1, true) : null);
  useCommand('accept', offered ? () => void take() : null);
  useCommand('decline', offered && (offered.isPushRequest || offered.invitation) ? refuse : null);
}

// The agent's own chats in the order of the list.
function ownOf(state: ReturnType<typeof store.getState>): Chat[] {
  const groups = select.groupsOf(state, serverNow());
  return [...groups.mine, ...groups.silent];
}
