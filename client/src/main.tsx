import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import './design/base.css';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no element with the id "root".');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
