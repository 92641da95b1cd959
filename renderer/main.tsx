import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { changeLanguage } from './i18n';
import './global.css';

/** Draws the window; the language of the settings replaces the first one as soon as it is known. */
function start(): void {
  changeLanguage(navigator.language.startsWith('en') ? 'en' : 'zh-CN');
  const root = document.getElementById('root');
  if (root === null) throw new Error('no root element');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

start();
