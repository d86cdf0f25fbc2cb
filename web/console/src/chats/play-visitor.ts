import { localeOf, t } from '../i18n';
import { type SimulatedPlace, SimulatedVisitor } from './simulated-visitor';
import { beginSimulation, closeSimulation } from './simulation';

// Plays a visitor that asks for a chat there, in place of one that is played already.
export function playVisitor(place: SimulatedPlace): void {
  closeSimulation();
  const texts = {
    name: t('chats.simName'),
    first: t('chats.simFirst'),
    answers: [t('chats.simAnswer1'), t('chats.simAnswer2'), t('chats.simAnswer3')],
  };
  const visitor = new SimulatedVisitor(place, texts, localeOf());
  beginSimulation(visitor);
  void visitor.start();
}
