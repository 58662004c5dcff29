/**
 * The reasons for bringing signatures into the count: held ones were reviewed, or removed ones were removed by mistake.
 */
export const releaseReasons = ['reviewed', 'restored'] as const
export type ReleaseReason = (typeof releaseReasons)[number]
