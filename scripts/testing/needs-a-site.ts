/** Playwright alone has no site to look at. */
export default function needsASite(): void {
  if (!process.env.E2E_SITES)
    throw new Error('Run the browser tests with npm run e2e, or npm run e2e -- e2e/share.spec.ts')
}
