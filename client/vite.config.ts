import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npm run build` writes `client/dist`; `npx vite client` serves the source beside a running server. */
const config = defineConfig({
  plugins: [react()],
  build: { target: 'es2023', outDir: 'dist', emptyOutDir: true },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': 'http://127.0.0.1:8080', '/health': 'http://127.0.0.1:8080' },
  },
});

export default config;
