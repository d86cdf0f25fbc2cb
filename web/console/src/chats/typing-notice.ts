import { useEffect, useMemo } from 'react';
import { call } from '../api/client';

// Shows the visitor that the agent writes, and supervisors what: at most every so often, and not
// any more after a while without a key.

const every = 2000;
const silence = 5000;

class TypingNotice {
  private isTold = false;
  private lastTold = 0;
  private text = '';
  private later: ReturnType<typeof setTimeout> | undefined;
  private quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly chatKey: string) {}

  wrote(text: string): void {
    this.text = text;
    clearTimeout(this.quiet);
    if (text === '') return this.stopped();
    this.quiet = setTimeout(() => this.stopped(), silence);
    const wait = this.lastTold + every - Date.now();
    if (wait <= 0) this.tell(true);
    else this.later ??= setTimeout(() => this.tell(true), wait);
  }

  // The message itself ends the typing on the visitor's side.
  sent(): void {
    this.text = '';
    this.stopped();
  }

  stopped(): void {
    clearTimeout(this.later);
    clearTimeout(this.quiet);
    this.later = undefined;
    if (this.isTold) this.tell(false);
  }

  private tell(isTyping: boolean): void {
    this.later = undefined;
    this.isTold = isTyping;
    this.lastTold = Date.now();
    const body = isTyping ? { isTyping, text: this.text } : { isTyping };
    // What is missed here is told again with the next key.
    call('post', '/api/v1/chats/{chatKey}/typing', {
      path: { chatKey: this.chatKey },
      body,
    }).catch(() => undefined);
  }
}

export function useTypingNotice(chatKey: string): TypingNotice {
  const notice = useMemo(() => new TypingNotice(chatKey), [chatKey]);
  useEffect(() => () => notice.stopped(), [notice]);
  return notice;
}
