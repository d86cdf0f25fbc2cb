const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

// The 18-character form of an id of 15: three more letters tell which letters are capitals, for
// programs that do not see the difference.
export function longId(id: string): string {
  if (id.length !== 15) return id;
  let suffix = '';
  for (let part = 0; part < 3; part += 1) {
    let capitals = 0;
    for (let place = 0; place < 5; place += 1) {
      if (/[A-Z]/.test(id.charAt(part * 5 + place))) capitals += 1 << place;
    }
    suffix += alphabet.charAt(capitals);
  }
  return id + suffix;
}
