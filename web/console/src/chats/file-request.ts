import { call } from '../api/client';
import { t } from '../i18n';
import { toastProblem } from '../ui';

// Asking the visitor for a file. One request is open in a chat at a time.

export async function askForFile(chatKey: string): Promise<void> {
  try {
    await call('post', '/api/v1/chats/{chatKey}/file-requests', { path: { chatKey } });
  } catch (problem) {
    toastProblem(problem, t('chats.couldNotAsk'));
  }
}

export async function cancelFile(chatKey: string): Promise<void> {
  try {
    await call('delete', '/api/v1/chats/{chatKey}/file-requests', { path: { chatKey } });
  } catch (problem) {
    toastProblem(problem, t('chats.couldNotCancel'));
  }
}
