import { useEffect, useState } from 'react';

// Counts on when the colours change: by the chosen theme, or by the system's.
export function useThemeVersion(): number {
  const [version, setVersion] = useState(0);
  useEffect(() => {
    const next = () => setVersion((count) => count + 1);
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const observer = new MutationObserver(next);
    observer.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-theme', 'dir'],
    });
    dark.addEventListener('change', next);
    return () => {
      observer.disconnect();
      dark.removeEventListener('change', next);
    };
  }, []);
  return version;
}
