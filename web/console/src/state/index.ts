export * as changes from './changes';
export { type FoundChat, findChat, onFrame, readChat } from './live';
export type { Chat, PendingMessage, State } from './model';
export * as select from './selectors';
export { change, chatOf, serverNow, store, useLive } from './store';
