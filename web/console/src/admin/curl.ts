// Requests as a line for a shell.

export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

export interface Request {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  ifMatch?: string;
  body?: unknown;
}

// A request of the agents' API, with the token or key in the shell's variable TOKEN.
export function curlOf(origin: string, { method, path, ifMatch, body }: Request): string {
  const parts = ['curl -sS'];
  if (method !== 'GET') parts.push(`-X ${method}`);
  parts.push(quoted(origin + path), '-H "Authorization: Bearer $TOKEN"');
  if (ifMatch) parts.push(`-H ${quoted(`If-Match: ${ifMatch}`)}`);
  if (body !== undefined) {
    parts.push("-H 'Content-Type: application/json'", `-d ${quoted(JSON.stringify(body))}`);
  }
  return parts.join(' \\\n  ');
}
