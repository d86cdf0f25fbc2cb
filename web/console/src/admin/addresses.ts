// IPv4 and IPv6 addresses as numbers, to compare the ends of a range.

export interface Address {
  version: 4 | 6;
  number: bigint;
}

export function addressOf(text: string): Address | null {
  return text.includes(':') ? ipv6(text) : ipv4(text);
}

function ipv4(text: string): Address | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let number = 0n;
  for (const part of parts) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return null;
    number = number * 256n + BigInt(part);
  }
  return { version: 4, number };
}

function ipv6(text: string): Address | null {
  const halves = withHexTail(text)?.split('::');
  if (!halves || halves.length > 2) return null;
  const [front = [], back = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - front.length - back.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  let number = 0n;
  for (const part of [...front, ...Array<string>(missing).fill('0'), ...back]) {
    if (!/^[0-9a-f]{1,4}$/i.test(part)) return null;
    number = number * 65536n + BigInt(`0x${part}`);
  }
  return { version: 6, number };
}

// `::ffff:192.0.2.1` with its last part in hexadecimal, too.
function withHexTail(text: string): string | null {
  if (!text.includes('.')) return text;
  const colon = text.lastIndexOf(':');
  const tail = ipv4(text.slice(colon + 1));
  if (!tail) return null;
  const hex = (value: bigint) => value.toString(16);
  return `${text.slice(0, colon + 1)}${hex(tail.number >> 16n)}:${hex(tail.number & 0xffffn)}`;
}
