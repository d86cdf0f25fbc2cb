import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Where a server of one's own listens, for `npm run dev`.
const server = process.env.REJOINDER_URL ?? 'http://127.0.0.1:8080';
// The server allows requests of its own pages only, so Host and Origin stay as the browser sent
// them.
const proxied = { target: server, changeOrigin: false };
const proxy = {
  '/api': { ...proxied, ws: true },
  '/chat': proxied,
  '/content': proxied,
};

export default defineConfig({
  base: '/console/',
  plugins: [
    react(),
    { ...optimizeLocales.vite({ locales: ['en-US', 'de-DE', 'ar-AE'] }), enforce: 'pre' },
  ],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    sourcemap: false,
  },
  // Tests read the API's description.
  server: { proxy, fs: { allow: ['../..'] } },
  test: {
    environment: 'happy-dom',
    environmentOptions: { happyDOM: { url: 'http://localhost/console/' } },
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test-setup.ts'],
  },
});
