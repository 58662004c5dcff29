import { fileURLToPath } from 'node:url'

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  // Types are checked by `npm run check`; a mistake in a test must not keep the site from starting.
  typescript: { ignoreBuildErrors: true },
  cacheHandler: fileURLToPath(new URL('./lib/web/cache-handler.js', import.meta.url)),
  cacheMaxMemorySize: 0,
  experimental: {
    isrFlushToDisk: false,
    globalNotFound: true,
    // All pages in advance, so that no visitor waits for one to be loaded. Seconds of computing, which the sites of
    // stories spend on those that are opened (test/open-site.mjs).
    preloadEntriesOnStart: process.env.PRELOAD_PAGES !== 'false',
  },
  // Titles belong in the head of every first answer: without scripts nobody moves them there later.
  htmlLimitedBots: /.*/,
  // No image optimizer: one way less in.
  images: { unoptimized: true },
  serverExternalPackages: ['pg', '@prisma/client', '@prisma/adapter-pg', 'libsodium-wrappers', 'nodemailer'],
  // On a host that runs only Next.js these are all; our server sets stricter ones on public pages.
  // The page that all read is kept and knows no member's code: whoever comes with one gets the page that does.
  async redirects() {
    return [
      {
        source: '/:locale/petitions/:slug',
        has: [{ type: 'query', key: 'via', value: '(?<via>[a-z0-9-]{1,40})' }],
        destination: '/:locale/petitions/:slug/sign',
        permanent: false,
      },
    ]
  },
  async headers() {
    return [
      { source: '/((?!embed/).*)', headers: basicHeaders },
      // Frames of other sites; kept by what their address asks for.
      { source: '/embed/:path*', headers: [...frameHeaders, ...keptHeaders] },
      // A later rule wins, and a rule wins over what the route itself says: files stay in a sandbox.
      { source: '/api/v1/documents/:slug', headers: fileHeaders },
      { source: '/api/v1/printed/:path*', headers: fileHeaders },
      // The same few filters for everyone: kept like the whole list. What is searched for in words is not.
      { source: '/:locale/members/find', missing: [{ type: 'query', key: 'q' }], headers: keptHeaders },
      // The framework would let nobody keep them.
      { source: '/(robots.txt|sitemap.xml)', headers: keptHeaders },
    ]
  },
}

/** As `lib/web/answer-file.ts` sets it. */
const fileHeaders = [{ key: 'Content-Security-Policy', value: "default-src 'none'; sandbox" }]

const keptHeaders = [{ key: 'Cache-Control', value: 's-maxage=3' }]

const basicHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  {
    key: 'Content-Security-Policy',
    value: "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  },
]

const frameHeaders = basicHeaders
  .filter(({ key }) => key !== 'X-Frame-Options')
  .map(({ key, value }) => ({ key, value: value.replace("frame-ancestors 'none'", 'frame-ancestors *') }))
