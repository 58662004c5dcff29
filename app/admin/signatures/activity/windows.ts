/** The periods in which floods are listed. */
export const windows = [
  { name: '1', hours: 1, words: 'activity.lastHour' },
  { name: '24', hours: 24, words: 'activity.lastDay' },
  { name: '168', hours: 168, words: 'activity.lastWeek' },
] as const

/** In hours: ninety days, for which incidents are listed. */
export const LONG = '2160'

export function isWindow(name: string): boolean {
  return windows.some((one) => one.name === name)
}
