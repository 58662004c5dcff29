/** In ms: how long an erasure stays listed, longer than any backup may be kept (docs/privacy/record.md: 35 days). */
export const ERASURE_RETENTION = 90 * 86_400_000
