// What a supervisor has chosen for this browser, such as the columns of a table.

const prefix = 'rejoinder.supervisor.';

export function remembered<T>(key: string, usual: T, isValid: (value: unknown) => boolean): T {
  try {
    const text = localStorage.getItem(prefix + key);
    if (text === null) return usual;
    const value: unknown = JSON.parse(text);
    return isValid(value) ? (value as T) : usual;
  } catch {
    return usual;
  }
}

export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // Without storage the choice holds until the page is left.
  }
}

export function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
