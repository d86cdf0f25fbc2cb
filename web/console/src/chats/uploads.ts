import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { newKey, urlOf } from '../api/client';
import { t } from '../i18n';
import { serverNow } from '../state';

// Files on their way to visitors. The server tells what becomes of them as frames; what is here is
// only how far they are.

export interface Upload {
  id: string;
  chatKey: string;
  name: string;
  size: number;
  at: number;
  loaded: number;
  state: 'sending' | 'failed';
  problem: string;
}

const uploads = createStore<Upload[]>(() => []);
const running = new Map<string, XMLHttpRequest>();
const files = new Map<string, File>();

export function useUploads(chatKey: string): Upload[] {
  const all = useStore(uploads);
  return all.filter((upload) => upload.chatKey === chatKey);
}

function update(id: string, change: Partial<Upload>): void {
  uploads.setState(
    uploads.getState().map((one) => (one.id === id ? { ...one, ...change } : one)),
    true,
  );
}

export function dropUpload(id: string): void {
  running.get(id)?.abort();
  running.delete(id);
  files.delete(id);
  uploads.setState(
    uploads.getState().filter((one) => one.id !== id),
    true,
  );
}

export function sendFiles(chatKey: string, list: Iterable<File>): void {
  for (const file of list) {
    const id = newKey();
    const { name, size } = file;
    const upload: Upload = {
      id,
      chatKey,
      name,
      size,
      at: serverNow(),
      loaded: 0,
      state: 'sending',
      problem: '',
    };
    uploads.setState([...uploads.getState(), upload], true);
    files.set(id, file);
    begin(upload, file);
  }
}

export function retryUpload(id: string): void {
  const upload = uploads.getState().find((one) => one.id === id);
  const file = files.get(id);
  if (!upload || !file) return;
  update(id, { state: 'sending', loaded: 0, problem: '' });
  begin(upload, file);
}

// `fetch` does not tell how much has been sent.
function begin({ id, chatKey }: Upload, file: File): void {
  const request = new XMLHttpRequest();
  running.set(id, request);
  request.open('POST', urlOf('/api/v1/chats/{chatKey}/files', { chatKey }));
  request.setRequestHeader('X-CSRF', '1');
  request.setRequestHeader('Idempotency-Key', id);
  request.upload.onprogress = (event) => update(id, { loaded: event.loaded });
  request.onload = () => {
    running.delete(id);
    if (request.status === 201) dropUpload(id);
    else fail(id, detailOf(request));
  };
  request.onerror = () => {
    running.delete(id);
    fail(id, t('shell.unreachable'));
  };
  const form = new FormData();
  form.append('file', file, file.name);
  request.send(form);
}

function fail(id: string, problem: string): void {
  update(id, { state: 'failed', problem });
}

function detailOf(request: XMLHttpRequest): string {
  try {
    return (JSON.parse(request.responseText) as { detail: string }).detail;
  } catch {
    return request.statusText;
  }
}
