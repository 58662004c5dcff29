/** In ms: what staff bring into the count is counted only then, so that undoing it until then leaves no trace. */
export const GRACE = 60_000

/** The condition on a recent change that it can still be undone: its minute is not over. */
export function isUndoable(now: Date) {
  return { madeAt: { gt: new Date(now.getTime() - GRACE) } }
}

/** Whether it brings signatures into the count. */
export function bringsIn(verb: string): boolean {
  return verb === 'release' || verb === 'restore'
}
