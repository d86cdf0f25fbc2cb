import { useState } from 'react';
import { t } from '../i18n';
import { isMine } from '../state/selectors';
import { useLive } from '../state/store';
import { Dialog, Picker, type PickerItem } from '../ui';
import { chordText } from './chord';
import { type CommandId, labelOf, run, useAvailable, useCommand, useKeys } from './commands';

// Every command that can be done now, with its key, and the agent's chats.
export function CommandMenu({ onOpenChat }: { onOpenChat: (chatKey: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  useCommand('commandMenu', () => setOpen(true));
  return (
    <Dialog title={t('shell.commandMenu')} isOpen={isOpen} onClose={() => setOpen(false)}>
      <Commands
        onPick={(id) => {
          setOpen(false);
          // The focus goes back before the command moves it.
          requestAnimationFrame(() => {
            if (id.startsWith('chat:')) onOpenChat(id.slice(5));
            else run(id as CommandId);
          });
        }}
      />
    </Dialog>
  );
}

function Commands({ onPick }: { onPick: (id: string) => void }) {
  const available = useAvailable();
  const chords = useKeys();
  const chats = useLive((state) => state.chats);
  const ownId = useLive((state) => state.me?.agent.id);
  const items: PickerItem[] = available
    .filter((id) => id !== 'commandMenu')
    .map((id) => {
      const chord = chords[id];
      return {
        id,
        text: t(labelOf(id)),
        group: t('shell.commands'),
        detail: chord ? <kbd>{chordText(chord)}</kbd> : null,
      };
    });
  for (const chat of Object.values(chats)) {
    if (!isMine(chat, ownId)) continue;
    items.push({ id: `chat:${chat.chatKey}`, text: chat.name, group: t('shell.myChats') });
  }
  return (
    <Picker
      label={t('shell.searchOrCommand')}
      placeholder={t('shell.searchOrCommand')}
      items={items}
      onPick={onPick}
      empty={t('shell.nothingFound')}
    />
  );
}
