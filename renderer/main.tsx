import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { startI18n } from './i18n';
import './global.css';

/** Draws the window; the language of the settings replaces the first one as soon as it is known. */
async function start(): Promise<void> {
  await startI18n(navigator.language.startsWith('en') ? 'en' : 'zh-CN');
  const root = document.getElementById('root');
  if (root === null) throw new Error('no root element');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void start();
