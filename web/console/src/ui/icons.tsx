// Icons are decoration: whatever they stand for is said in words beside them or in a label.

const paths = {
  send: 'M4 12h14M12 5l7 7-7 7',
  flag: 'M6 21V4m0 1c4-2.500 8 2.500 12 0v8c-4 2.500-8-2.500-12 0',
  clip: 'M20 11.500 12 19.500a5 5 0 0 1-7-7l8.500-8.500a3.300 3.300 0 0 1 4.700 4.700L9.700 17.200a1.700 1.700 0 0 1-2.400-2.400L15 7',
  bolt: 'M13 3 5 14h6l-1 7 8-11h-6z',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zm5-2 4.500 4.500',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'm5 13 4.500 4.500L19 7',
  chevronDown: 'm6 9 6 6 6-6',
  back: 'M19 12H5m6-7-7 7 7 7',
  transfer: 'M4 8h14m-4-4 4 4-4 4M20 16H6m4-4-4 4 4 4',
  addAgent: 'M10 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-7 8a7 7 0 0 1 12-5m3-1v6m-3-3h6',
  lock: 'M6 11h12v9H6zm2 0V8a4 4 0 0 1 8 0v3',
  block: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM6 6l12 12',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-8 8a8 8 0 0 1 16 0',
  chat: 'M5 5h14v11h-8l-4 4v-4H5z',
  bot: 'M6 9h12v9H6zm6-5v5M9.500 13v1m5-1v1',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3m-10-3h10v6H7z',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  sound: 'M4 10v4h4l5 4V6L8 10zm13-1a4 4 0 0 1 0 6',
  file: 'M7 3h7l5 5v13H7zm7 0v5h5',
  download: 'M12 4v12m-5-5 5 5 5-5M5 20h14',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1m2 4a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  panel: 'M4 5h16v14H4zm11 0v14',
  plus: 'M12 5v14M5 12h14',
  alert: 'M12 4 3 20h18zm0 6v4m0 3v.01',
  leave: 'M10 4H5v16h5m4-4 4-4-4-4m4 4H9',
  play: 'M8 5v14l11-7z',
} as const;

export type IconName = keyof typeof paths;

const mirrored: ReadonlySet<IconName> = new Set(['send', 'back', 'leave', 'play']);

export function Icon({ name }: { name: IconName }) {
  const className = mirrored.has(name) ? 'ui-icon ui-icon--mirrored' : 'ui-icon';
  return (
    <svg className={className} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
