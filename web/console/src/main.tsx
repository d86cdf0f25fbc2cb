import './ui/tokens.css';
import './ui/base.css';
import './ui/ui.css';
import './shell/shell.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { applyToPage, loadArea } from './i18n';
import { applyPreferences } from './shell/preferences';

applyPreferences();
applyToPage();
await loadArea('shell');

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
